import { ESC, lines, RULE } from './output.ts'
import type { OltOutput } from './output.ts'

/** A pager as VSOL writes it and wipes it away. */
const MORE = ` --More-- \0${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}`

export const vsolOutputs: readonly OltOutput[] = [
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
    profile: 'vsol-gpon',
    command: 'onu-rx',
    text: lines(
      'ONU_ID      ONU_RX(dBm)   OLT_RX(dBm)',
      '-------------------------------------',
      '1           -19.42        -22.10',
      '2           N/A           N/A',
    ),
    rows: [
      { onuId: 1, rxDbm: -19.42, oltRxDbm: -22.1 },
      { onuId: 2, rxDbm: null, oltRxDbm: null },
    ],
    complete: false,
    evidence: null,
  },
]
