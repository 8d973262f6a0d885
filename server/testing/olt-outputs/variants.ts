import { lines, RULE } from './output.ts'
import type { OltOutput } from './output.ts'

/** The same answers as other firmware has them, and what stands in cells where nothing was measured. */
export const variantOutputs: readonly OltOutput[] = [
  {
    profile: 'zte-c300',
    command: 'onu-state',
    text: lines(
      'gpon-onu_1/4/7:1        enable       enable       operation    working        1(GPON)',
      'gpon-onu_1/4/7:22       enable       disable      unknown      DyingGasp      1(GPON)',
      'ONU Number: 1/2',
    ),
    rows: [
      { pon: '1/4/7', onuId: 1, online: true },
      { pon: '1/4/7', onuId: 22, state: 'power_off', online: false, lastDownCause: 'dying_gasp' },
    ],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'zte-c600',
    command: 'onu-uncfg',
    text: lines(
      'OltIndex            Model                SN                 PW',
      RULE,
      'gpon_olt-1/3/1      F670L                TESTC0000021       N/A',
      'gpon_olt-1/3/2                           TESTC0000022       N/A',
    ),
    rows: [
      { pon: '1/3/1', model: 'F670L', serial: 'TESTC0000021' },
      { pon: '1/3/2', serial: 'TESTC0000022' },
    ],
    complete: false,
    evidence: null,
  },
  {
    profile: 'zte-c600',
    command: 'onu-mac',
    text: lines(
      'Total mac address : 2',
      'Mac address      Vlan   Type      Port                         Vc',
      RULE,
      '0200.0000.0f01   88     Dynamic   vport-1/3/1.5:1',
      '0200.0000.0f02   4094   Dynamic   vport-1/3/16.128:2',
    ),
    rows: [
      { mac: '02:00:00:00:0f:01', vlan: 88, pon: '1/3/1', onuId: 5 },
      { pon: '1/3/16', onuId: 128 },
    ],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'vsol-gpon',
    command: 'onu-state',
    text: lines(
      'OnuIndex    Admin State    OMCC State    Phase State    Serial Number',
      RULE,
      'GPON0/8:1   enable         disable       los            TEST0000A801',
      'GPON0/8:128 disable        disable       deactivated    -',
      'pon: 8 total: 2 working: 0',
    ),
    rows: [
      { pon: '0/8', onuId: 1, state: 'los', serial: 'TEST0000A801' },
      { pon: '0/8', onuId: 128, state: 'disabled', online: false, serial: null },
    ],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'vsol-epon',
    command: 'onu-status',
    text: `${lines(
      'EPON0/2:1   online    02:00:00:00:0a:01    1311         861     1907/12/27 07:08:09    1907/12/27 01:02:03    Wire Down         16  19:16:07   N/A',
      'EPON0/2:64  offline   0200.0000.0a02       -            -       NULL                   -                      N/A               NULL           N/A',
    )}lab-olt(config-pon-0/2)# `,
    rows: [
      { pon: '0/2', onuId: 1, online: true, distanceM: 1311, lastDownCause: 'wire_down', aliveSeconds: 16 * 86_400 + 19 * 3600 + 16 * 60 + 7 },
      { pon: '0/2', onuId: 64, online: false, distanceM: null, rtt: null, lastReg: null, lastDereg: null, lastDownCause: null, aliveSeconds: null },
    ],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'bdcom-epon',
    command: 'onu-optics',
    text: `${lines(' operating temperature(degree): 0', ' supply voltage(V): 0.0', ' bias current(mA): 0.0', ' transmitted power(DBm): -inf', ' received power(DBm): N/A')}lab#`,
    rows: [{ voltageV: null, txDbm: null, rxDbm: null }],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'bdcom-gpon',
    command: 'onu-information',
    // Broken before the last cell of one row, and not of the other.
    text: `${lines(
      'GPON0/1:1      TEST      T8145V5      TEST:0000C001    N/A  active   success',
      '   2031-03-14 16:30:32',
      'GPON0/1:2      TEST      T8145V5      TEST:0000C002    N/A  off-line power-off     N/A',
    )}lab#`,
    rows: [
      { pon: '0/1', onuId: 1, online: true, configState: 'success', lastUpAt: '2031-03-14 16:30:32' },
      { pon: '0/1', onuId: 2, online: false, lastUpAt: null },
    ],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'bdcom-epon',
    command: 'onu-information',
    // Every line end came twice.
    text: lines(
      'Interface EPON0/8 has registered 1 ONUs:',
      '',
      'EPON0/8:15       TEST     E910       0200.0000.0b0f N/A',
      '',
      '    static   deregistered     power-off',
      '',
      'lab#',
    ),
    rows: [{ pon: '0/8', onuId: 15, vendor: 'TEST', mac: '02:00:00:00:0b:0f', bind: 'static', online: false, lastDownCause: 'power_off' }],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'fiberhome',
    command: 'authorization',
    // A newer command line, with modes in brackets and more columns behind.
    text: `${lines(
      'Admin(config)# show authorization 2/16',
      '-----  ONU Auth Table, SLOT = 2, PON = 16, ITEM = 2 -----',
      'Slot Pon Onu OnuType        ST Lic OST PhyId        PhyPwd     LogicId    LogicPwd     Vendor RealType',
      '---- --- --- -------------- -- --- --- ------------ ---------- ---------- ------------ ------ --------',
      '2    16  1   HG-TEST        A  0   dn  TESTaa00d011                                    TEST   T1',
      '2    16  128 HG-TEST        P  0   up  TESTaa00d012 secret     fiber      fiber        TEST   T2',
    )}Admin(config)# `,
    rows: [
      { pon: '2/16', onuId: 1, online: false, serial: 'TESTAA00D011' },
      { pon: '2/16', onuId: 128, online: true, serial: 'TESTAA00D012' },
    ],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'cdata-epon',
    command: 'ont-optics',
    text: lines(
      'Frame/Slot                 : 0/0',
      'Port                       : 8',
      'ONT-ID                     : 21',
      'ONT-MAC                    : 02:00:00:00:0C:15',
      'Voltage(V)                 : --',
      'Tx optical power(dBm)      : -',
      'Rx optical power(dBm)      : 0.00',
      'Laser bias current(mA)     : N/A',
      'Temperature(C)             : --',
    ),
    rows: [{ pon: '0/0/8', onuId: 21, mac: '02:00:00:00:0c:15', voltageV: null, txDbm: null, rxDbm: null, biasMa: null, temperatureC: null }],
    complete: false,
    evidence: null,
  },
]
