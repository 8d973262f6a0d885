/** An output in the format of a maker, with invented values, and what is to be read from it. */
export interface OltOutput {
  readonly profile: string
  readonly command: string
  readonly text: string
  /** Fields of each row; a row may have more. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly complete: boolean
  readonly evidence: 'prompt' | 'count' | 'ruler' | null
}

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`
const RULE = '-----------------------------------------------------------------------------'
const ESC = '\u001b'
/** A pager as VSOL writes it and wipes it away. */
const MORE = ` --More-- \0${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}`
/** A pager as Huawei writes it and wipes it away. */
const HUAWEI_MORE = `---- More ( Press 'Q' to break ) ----${ESC}[37D${' '.repeat(37)}${ESC}[37D`

export const oltOutputs: readonly OltOutput[] = [
  {
    profile: 'vsol-gpon',
    command: 'onu-state',
    // Columns placed by CR and cursor moves, a pager within, a log line between.
    text: `show onu state\r\nOnuIndex\r${ESC}[12CAdmin State\r${ESC}[27COMCC State\r${ESC}[41CPhase State\r${ESC}[56CSerial Number\r\n${RULE}\r\nGPON0/3:1\r${ESC}[12Cenable\r${ESC}[27Cenable\r${ESC}[41Cworking\r${ESC}[56CTEST0000A001\r\n2031/02/03 04:05:06  ONU 0/3:2 deregistered\r\n${MORE}GPON0/3:2\r${ESC}[12Cenable\r${ESC}[27Cdisable\r${ESC}[41CdyingGasp\r${ESC}[56CTEST0000A002\r\nGPON0/3:17\r${ESC}[12Cdisable\r${ESC}[27Cdisable\r${ESC}[41Cfrozen\r${ESC}[56CTEST0000A0EF\r\npon: 3 total: 3 working: 1\r\n`,
    rows: [
      { pon: '0/3', onuId: 1, admin: 'enable', state: 'online', online: true, serial: 'TEST0000A001' },
      { pon: '0/3', onuId: 2, state: 'power_off', online: false, phase: 'dyingGasp' },
      { pon: '0/3', onuId: 17, admin: 'disable', state: 'unknown', online: null, phase: 'frozen', serial: 'TEST0000A0EF' },
    ],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'vsol-gpon',
    command: 'onu-rx',
    text: `${lines('Onu         ONU_Rx', '------------------------------------', '1           -19.42', '2           N/A', '17          -40.00')}lab-olt(config-pon-0/3)#`,
    rows: [
      { onuId: 1, rxDbm: -19.42 },
      { onuId: 2, rxDbm: null },
      { onuId: 17, rxDbm: -40 },
    ],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'vsol-gpon',
    command: 'onu-state',
    // The same columns in an order of their own, with one nobody knows.
    text: lines(
      'OnuIndex    Phase State   Moon Phase   Admin State   Serial Number',
      RULE,
      'GPON0/1:4   working       full         enable        TEST0000B004',
    ),
    rows: [{ pon: '0/1', onuId: 4, state: 'online', admin: 'enable', serial: 'TEST0000B004' }],
    complete: false,
    evidence: null,
  },
  {
    profile: 'vsol-epon',
    command: 'onu-status',
    text: lines(
      'EPON0/2:1   online    02:00:00:00:0a:01    1311         861     2031/05/06 07:08:09     2031/05/05 01:02:03     Wire Down         0 12:30:00   shop at the corner',
      'EPON0/2:2   offline   02:00:00:00:0a:02    0            0       N/A                     2031/05/05 01:02:03     Power Off         0 00:00:00   N/A',
    ),
    rows: [
      {
        pon: '0/2',
        onuId: 1,
        state: 'online',
        mac: '02:00:00:00:0a:01',
        distanceM: 1311,
        lastDownCause: 'wire_down',
        aliveSeconds: 45_000,
        description: 'shop at the corner',
      },
      { pon: '0/2', onuId: 2, state: 'offline', lastReg: null, lastDownCause: 'power_off', description: null },
    ],
    complete: false,
    evidence: null,
  },
  {
    profile: 'vsol-epon',
    command: 'onu-optics',
    text: `${lines('ONU-ID      Temperature(C)    Supply Voltage(V)   TX Bias Current(mA)   TX Power(dBm)   RX Power(dBm)', '------      --------------    -----------------   -------------------   -------------   -------------', 'EPON0/2:1   40.10             3.30                12.00                 2.50            -21.75', 'EPON0/2:2   --                --                  --                    --              --')}lab(config-pon-0/2)# `,
    rows: [
      { pon: '0/2', onuId: 1, rxDbm: -21.75, txDbm: 2.5, temperatureC: 40.1 },
      { onuId: 2, rxDbm: null, txDbm: null, voltageV: null },
    ],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'huawei',
    command: 'ont-info',
    text: `${lines(
      `  ${RULE}`,
      '  F/S/P   ONT         SN         Control     Run      Config   Match    Protect',
      '          ID                     flag        state    state    state    side ',
      `  ${RULE}`,
      '  0/ 2/5    0  54455354000A0001  active      online   normal   match    no ',
    )}  ${HUAWEI_MORE}${lines(
      '  0/ 2/5    1  54455354000A0002  deactivated offline  initial  initial  no ',
      `  ${RULE}`,
      '  F/S/P       ONT  Description  ',
      '              ID  ',
      `  ${RULE}`,
      '  0/ 2/5       0   house of 12, lane 3',
      '  0/ 2/5       1   ',
      `  ${RULE}`,
      '  In port 0/ 2/5 , the total of ONTs are: 2, online: 1',
      `  ${RULE}`,
    )}`,
    rows: [
      { pon: '0/2/5', onuId: 0, serial: 'TEST000A0001', admin: 'enable', online: true, description: 'house of 12, lane 3' },
      { pon: '0/2/5', onuId: 1, serial: 'TEST000A0002', admin: 'disable', online: false, description: null },
    ],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'huawei',
    command: 'ont-summary',
    text: lines(
      `  ${RULE}`,
      '  In port 0/2/5, the total of ONTs are: 2, online: 1',
      `  ${RULE}`,
      '  ONT  Run     Last                Last                Last',
      '  ID   State   UpTime              DownTime            DownCause',
      `  ${RULE}`,
      '  0    online  2031-01-01 00:00:00 2031-01-01 00:00:01 dying-gasp',
      '  ! RUNNING MINOR 2031-01-01 00:00:02 0x2e112003 TEST',
      '  ALARM NAME  :A test',
      '  PARAMETERS  :FrameID: 0, SlotID: 2, PortID: 5, ONT ID: 1',
      '               and more of it',
      '  --- END',
      '  1    offline -                   2031-01-01 00:00:00 LOS',
      `  ${RULE}`,
      '  ONT        SN        Type          Distance Rx/Tx power  Description',
      '  ID                                    (m)      (dBm)',
      `  ${RULE}`,
      '  0   54455354000A0001 TEST-1        1500     -21.50/2.10  a place',
      '  1   54455354000A0002 -             -        -/-          b',
      `  ${RULE}`,
    ),
    rows: [
      { pon: '0/2/5', onuId: 0, online: true, rxDbm: -21.5, txDbm: 2.1, distanceM: 1500, model: 'TEST-1', lastDownCause: 'dying_gasp', description: 'a place' },
      { pon: '0/2/5', onuId: 1, online: false, rxDbm: null, txDbm: null, distanceM: null, model: null, lastDownCause: 'los', lastUpAt: null },
    ],
    complete: true,
    evidence: 'ruler',
  },
  {
    profile: 'zte-c300',
    command: 'onu-state',
    text: lines(
      'OnuIndex               Admin State  OMCC State   O7 State     Phase State',
      RULE,
      'gpon-onu_1/4/7:1       enable       enable       operation    working',
      'gpon-onu_1/4/7:2       enable       disable      unknown      LOS',
      'gpon-onu_1/4/7:30      disable      disable      unknown      OffLine',
      'ONU Number: 1/3',
    ),
    rows: [
      { pon: '1/4/7', onuId: 1, online: true, lastDownCause: null },
      { pon: '1/4/7', onuId: 2, online: false, state: 'los', lastDownCause: 'los' },
      { pon: '1/4/7', onuId: 30, online: false, state: 'offline', admin: 'disable' },
    ],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'zte-c600',
    command: 'onu-state',
    text: lines(
      'OnuIndex             Admin State  OMCC State  Phase State  Channel',
      RULE,
      'gpon_onu-1/3/1:9     enable       disable     DyingGasp    1(GPON)',
      'ONU Number: 0/1',
    ),
    rows: [{ pon: '1/3/1', onuId: 9, state: 'power_off', lastDownCause: 'dying_gasp' }],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'zte-c600',
    command: 'onu-detail',
    text: `${lines(
      'ONU interface:         gpon_onu-1/3/1:9',
      '  Name:                someone',
      '  Type:                TEST-F6',
      '  State:               ready',
      '  Admin state:         enable',
      '  Phase state:         working',
      '  Serial number:       TESTC0000009',
      '  Password:            hunter2',
      '  Description:         ONU-1:9',
      '  ONU Distance:        2366m',
      '  Online Duration:     6h 49m 50s',
      '------------------------------------------',
      '       Authpass Time          OfflineTime             Cause',
      '   1   2031-03-27 22:02:11    2031-04-09 15:37:49     DyingGasp',
      '   2   2031-04-09 15:38:52    0000-00-00 00:00:00     ',
      '   3   0000-00-00 00:00:00    0000-00-00 00:00:00     ',
    )}LAB-C600#`,
    rows: [
      {
        pon: '1/3/1',
        onuId: 9,
        name: 'someone',
        serial: 'TESTC0000009',
        state: 'online',
        password: null,
        distanceM: 2366,
        lastUpAt: '2031-04-09 15:38:52',
        lastDownAt: '2031-04-09 15:37:49',
        lastDownCause: 'dying_gasp',
      },
    ],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'bdcom-epon',
    command: 'onu-information',
    // Full cells touch the next ones, and a row is broken in the middle of a word.
    text: lines(
      'Interface EPON0/13 has registered 2 ONUs:',
      'IntfName         VendorID ModelID    MAC Address    Description',
      '    BindType Status           Dereg Reason',
      '---------------- -------- ---------- -------------- ----------------------------',
      '--- -------- ---------------- -----------------',
      'EPON0/13:10xPON     101Z       0200.0000.0b01 N/A                             static   auto-configuringN/A',
      'EPON0/13:11      TEST     E9         0200.0000.0b02 two words and a thi',
      'rd          static   lost             wire-down',
    ),
    rows: [
      { pon: '0/13', onuId: 10, vendor: 'xPON', model: '101Z', mac: '02:00:00:00:0b:01', status: 'auto-configuring', online: false, lastDownCause: null },
      { pon: '0/13', onuId: 11, bind: 'static', status: 'lost', online: false, lastDownCause: 'wire_down' },
    ],
    complete: false,
    evidence: null,
  },
  {
    profile: 'bdcom-gpon',
    command: 'onu-active',
    text: lines('Interface GPON0/2 has bound 1 active ONUs:', 'GPON0/2:7  TEST:0000C007 N/A 2031-07-20 20:05:00 0001d:00:00:30 1200.5', 'lab-gpon#'),
    rows: [{ pon: '0/2', onuId: 7, serial: 'TEST0000C007', online: true, aliveSeconds: 86_430, distanceM: 1200.5 }],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'cdata-epon',
    command: 'ont-info',
    text: lines(
      RULE,
      '  F/S  P  ONT MAC               Control   Run        Config   Match     Desc',
      '          ID                    flag      state      state    state',
      ` ${RULE}`,
      '  0/0  2  1   02:00:00:00:0C:01 active    online     success  match     corner shop, 2nd floor',
      '  0/0  2  9   02:00:00:00:0C:09 deactive  offline    failed   match',
      RULE,
    ),
    rows: [
      { pon: '0/0/2', onuId: 1, mac: '02:00:00:00:0c:01', online: true, description: 'corner shop, 2nd floor' },
      { pon: '0/0/2', onuId: 9, admin: 'disable', online: false },
    ],
    complete: true,
    evidence: 'ruler',
  },
  {
    profile: 'cdata-gpon',
    command: 'ont-optics-all',
    text: lines(
      RULE,
      'ONT    Rx power     Tx power     OLT Rx ONT    Temperature    Voltage     Current',
      'ID     (dBm)        (dBm)         power(dBm)   (C)            (V)         (mA)',
      RULE,
      '1      -20.00       2.00         -24.00        40.00          3.30        10.00',
      '2      0            0            65535         --             --          --',
      RULE,
    ),
    rows: [
      { onuId: 1, rxDbm: -20, oltRxDbm: -24 },
      { onuId: 2, rxDbm: null, txDbm: null, oltRxDbm: null },
    ],
    complete: true,
    evidence: 'ruler',
  },
  {
    profile: 'fiberhome',
    command: 'authorization',
    text: lines(
      '-----  ONU Auth Table, Total ITEM = 3 -----',
      '',
      'A: Authorized  P: Preauthorized  R: System Reserved',
      '',
      '-----  ONU Auth Table, SLOT = 4, PON = 3, ITEM = 2 -----',
      'Slot Pon Onu OnuType        ST Lic OST PhyId        PhyPwd     LogicId                  LogicPwd     ',
      '---- --- --- -------------- -- --- --- ------------ ---------- ------------------------ ------------',
      '4    3   1   HG-TEST        A  1   up  TESTaa00d001                                                  ',
      '4    3   2   HG-TEST        A  1   dn  TESTaa00d002                                                  ',
      '',
      '-----  ONU Auth Table, SLOT = 4, PON = 4, ITEM = 1 -----',
      'Slot Pon Onu OnuType        ST Lic OST PhyId        PhyPwd     LogicId                  LogicPwd     ',
      '---- --- --- -------------- -- --- --- ------------ ---------- ------------------------ ------------',
      '4    4   1   HG-TEST        A  1   up  TESTaa00d003                                                  ',
      'Command execute success. ',
    ),
    rows: [
      { pon: '4/3', onuId: 1, serial: 'TESTAA00D001', rawSerial: 'TESTaa00d001', online: true },
      { pon: '4/3', onuId: 2, online: false, state: 'offline' },
      { pon: '4/4', onuId: 1, online: true },
    ],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'fiberhome',
    command: 'onu-optics',
    text: `\r\n-----  ONU OPTIC MODULE PAR INFO 10.1.5-----\r\nNAME          VALUE\tUNIT\r\n---------------------------------------\r\nTYPE         : 20\t(KM)\r\nTEMPERATURE  : 47.00\t('C)\r\nVOLTAGE      :  3.25\t(V)\r\nBIAS CURRENT : 18.78\t(mA)\r\nSEND POWER   :  2.82\t(Dbm)\r\nRECV POWER   : -25.08\t(Dbm)\r\nOLT RECV POWER :  0.00\t(Dbm)\r\n\n\rAdmin\\gpononu# `,
    rows: [{ pon: '10/1', onuId: 5, txDbm: 2.82, rxDbm: -25.08, oltRxDbm: null, temperatureC: 47 }],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'fiberhome',
    command: 'olt-rx',
    text: lines(
      '----- PON OPTIC MODULE PAR INFO -----',
      'NAME          VALUE     UNIT',
      '---------------------------------------',
      'SEND POWER   :  6.11    (Dbm)',
      'ONU_NO  RECV_POWER , ITEM=2',
      '1       -27.53  (Dbm)',
      '3       0.00  (Dbm)',
    ),
    rows: [
      { onuId: 1, oltRxDbm: -27.53 },
      { onuId: 3, oltRxDbm: null },
    ],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'fiberhome',
    command: 'pon-mac',
    text: '-----  PON MAC ADDRESS, ITEM=2 -----\n\r001\t02:00:00:00:0E:01\t Vid:1100\t OnuId:26\n\r002\t02:00:00:00:0E:02\t Vid:1100\t OnuId:65535\n\rAdmin\\gponline# ',
    rows: [
      { mac: '02:00:00:00:0e:01', vlan: 1100, onuId: 26 },
      { mac: '02:00:00:00:0e:02', onuId: null },
    ],
    complete: true,
    evidence: 'prompt',
  },
]
