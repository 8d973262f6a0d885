import { ESC, lines } from './output.ts'
import type { OltOutput } from './output.ts'

const MORE = '....press ENTER to next line, CTRL+C to stop, other to next page....'

export const gcomOutputs: readonly OltOutput[] = [
  {
    profile: 'gcom',
    command: 'ont-list',
    text: lines(
      'ONT\tSN\t\t\tDevice-type\tUp/Down-time\tStatus\tW/S',
      '0/5/1\tTEST-000e0001\t\tT41-100\t\t12d3h40m\tonline\tworking',
      '0/5/17\tTEST-000e0017\t\t-\t\t0d0h0m\t\toffline\tworking',
      '0/16/128 TEST-000e0080 T40 1d0h5m online standby',
      'Total entries: 3.',
    ),
    rows: [
      { pon: '0/5', onuId: 1, serial: 'TEST000E0001', rawSerial: 'TEST-000e0001', model: 'T41-100', online: true, alive: '12d3h40m' },
      { pon: '0/5', onuId: 17, serial: 'TEST000E0017', model: null, online: false, state: 'offline' },
      { pon: '0/16', onuId: 128, online: true },
    ],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'gcom',
    command: 'ont-list',
    text: lines('ONT  SN  Device-type  Up/Down-time  Status  W/S', 'Total entries: 0.'),
    rows: [],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'gcom',
    command: 'ont-optics-all',
    text: lines(
      'ONT        Voltage(V)  Rx-power(OLT-tx)    Tx-power(OLT-rx)    Bias(mA)',
      '0/5/1      3.31        -20.512(6.914)      2.301(-23.870)      11.840',
      '0/5/2      3.29        -8.004(6.914)       -1.250(-12.002)     9.400',
      '0/5/17     -           -(6.914)            -(-)                -',
      '0/5/128    3.33-27.958(6.914)2.110(-30.004)12.000',
      'Total entries: 4.',
    ),
    rows: [
      { pon: '0/5', onuId: 1, voltageV: 3.31, rxDbm: -20.512, oltTxDbm: 6.914, txDbm: 2.301, oltRxDbm: -23.87, biasMa: 11.84 },
      { pon: '0/5', onuId: 2, rxDbm: -8.004, txDbm: -1.25, oltRxDbm: -12.002 },
      { pon: '0/5', onuId: 17, voltageV: null, rxDbm: null, oltTxDbm: 6.914, txDbm: null, oltRxDbm: null, biasMa: null },
      { pon: '0/5', onuId: 128, voltageV: 3.33, rxDbm: -27.958, txDbm: 2.11, oltRxDbm: -30.004, biasMa: 12 },
    ],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'gcom',
    command: 'ont-optics-all',
    // A pager behind a row, wiped from the line below it.
    text: `${lines('show ont optical-info interface gpon 0/6', '0/6/1 3.30 -19.001 (7.1) 2.2 (-22.15) 10.5 41.20', '0/6/2 N/A -- -- -- --')}${MORE}\r${' '.repeat(MORE.length)}\r${ESC}[0m${lines('0/6/3 3.28 -21.400(7.1) 2.5(-24.1) 10.9 39.80', '')}GPON(config)# `,
    rows: [
      { pon: '0/6', onuId: 1, rxDbm: -19.001, oltTxDbm: 7.1, oltRxDbm: -22.15, temperatureC: 41.2 },
      { pon: '0/6', onuId: 2, voltageV: null, rxDbm: null, txDbm: null, biasMa: null, temperatureC: null },
      { pon: '0/6', onuId: 3, rxDbm: -21.4 },
    ],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'gcom',
    command: 'ont-optics-all',
    text: lines('Total entries: 0.'),
    rows: [],
    complete: true,
    evidence: 'count',
  },
  {
    profile: 'gcom',
    command: 'ont-optics',
    text: `${lines(
      'GPON(config)# show ont optical-info 0/5/1',
      'Power Feed Voltage(V):   3.31',
      'RX Optical Power(dBm): -20.512  (OLT TX: 6.914)',
      'TX Optical Power(dBm):   2.301    (OLT RX: -23.870)',
      'Laser Bias Current(mA):   11.840',
      'Temperature(C):   44.10',
      'CATV RX Power(dBm): -',
    )}GPON(config)# `,
    rows: [{ voltageV: 3.31, rxDbm: -20.512, oltTxDbm: 6.914, txDbm: 2.301, oltRxDbm: -23.87, biasMa: 11.84, temperatureC: 44.1, catvRxPower: null }],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'gcom',
    command: 'ont-optics',
    text: lines('RX Optical Power(dBm) : - (OLT TX: 6.914)', 'TX Optical Power(dBm) : -(OLT RX: -)', 'Temperature(C) : N/A'),
    rows: [{ rxDbm: null, oltTxDbm: 6.914, txDbm: null, oltRxDbm: null, temperatureC: null }],
    complete: false,
    evidence: null,
  },
  {
    profile: 'gcom',
    command: 'ont-optics',
    text: `${lines('GPON(config)# show ont optical-info 0/5/9', 'Error: The required ONT is offline.')}GPON(config)# `,
    rows: [{ state: 'offline', online: false, phase: 'offline', rxDbm: null, txDbm: null, oltRxDbm: null }],
    complete: true,
    evidence: 'prompt',
  },
  {
    profile: 'gcom',
    command: 'mac-table',
    text: lines(
      'MAC-Address        VID   ONT-ID    SN             ID/GEM',
      '02:00:00:00:0e:01  120   0/5/1     TEST-000e0001  1/257',
      '02-00-00-00-0e-02  120   0/5/2     TEST-000e0002  2/258',
      '0200.0000.0e03     1     0/12/128  TEST000E0003   -',
      'Total entries: 3.',
    ),
    rows: [
      { mac: '02:00:00:00:0e:01', vlan: 120, pon: '0/5', onuId: 1, serial: 'TEST000E0001', rawSerial: 'TEST-000e0001', gem: '1/257' },
      { mac: '02:00:00:00:0e:02', onuId: 2, gem: '2/258' },
      { mac: '02:00:00:00:0e:03', vlan: 1, pon: '0/12', onuId: 128, gem: null },
    ],
    complete: true,
    evidence: 'count',
  },
]
