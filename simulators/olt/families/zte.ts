import { dotted, fixed, hostsOn, isUp, lightOf, moment, upSeconds } from '../plant.ts'
import type { Onu, Plant } from '../plant.ts'
import { row, text } from '../snmp/agent.ts'
import type { Row } from '../snmp/agent.ts'
import { GPON, interfaceRows, load, ponInterface, systemRows, uplink } from '../snmp/interfaces.ts'
import type { Family } from './family.ts'
import { zteGoes, zteMode, zteWrites } from './zte-writes.ts'

const HOST = 'SIMZXAN'
const SLOT = 2
const RULE = '-'.repeat(76)
const phase = (onu: Onu): keyof typeof PHASES =>
  isUp(onu)
    ? 'working'
    : !onu.isEnabled
      ? 'OffLine'
      : ({ los: 'LOS', dying_gasp: 'DyingGasp', reset: 'OffLine', starting: 'syncMib' } as const)[onu.down ?? 'reset']
const PHASES = { LOS: 1, syncMib: 2, working: 3, DyingGasp: 4, OffLine: 6 } as const
const CAUSES = { los: ['LOS', 1], dying_gasp: ['DyingGasp', 9], reset: ['Reboot', 8], starting: ['', 0], admin: ['Deactivate', 7] } as const
const name = (onu: Onu): string => `gpon-onu_1/${SLOT}/${onu.pon}:${onu.id}`

const MAIN_SLOT = 10
const ifIndexOf = (pon: number): number => 0x10_00_00_00 + SLOT * 2 ** 16 + pon * 2 ** 8
const serialBytes = (serial: string): Buffer => Buffer.concat([Buffer.from(serial.slice(0, 4)), Buffer.from(serial.slice(4), 'hex')])
const NONE = '%Error 20203: No related information to show.'

/** Lists of who waits on PONs and of what stands behind ONUs. */
function listed(line: string, plant: Plant): readonly string[] | null {
  const uncfg = /^show gpon onu uncfg(?: gpon-olt_1\/2\/(\d+))?$/.exec(line)
  if (uncfg !== null) {
    const waiting = plant.unregistered(uncfg[1] === undefined ? undefined : Number(uncfg[1]))
    if (waiting.length === 0) return [NONE]
    const seen = new Map<number, number>()
    return [
      'OnuIndex                 Sn                  State',
      RULE,
      ...waiting.map((one) => {
        seen.set(one.pon, (seen.get(one.pon) ?? 0) + 1)
        return `${`gpon-onu_1/${SLOT}/${one.pon}:${seen.get(one.pon)}`.padEnd(24)} ${one.serial.padEnd(19)} unknown`
      }),
    ]
  }
  const table = /^show mac(?: gpon (?:olt gpon-olt|onu gpon-onu)_1\/2\/(\d+)(?::(\d+))?)?$/.exec(line)
  if (table === null) return null
  const pons = table[1] === undefined ? Array.from({ length: plant.pons }, (_none, index) => index + 1) : [Number(table[1])]
  const macs = pons.flatMap((pon) => hostsOn(plant, pon)).filter(({ onu }) => table[2] === undefined || onu.id === Number(table[2]))
  if (macs.length === 0) return [NONE]
  return [
    `Total mac address : ${macs.length}`,
    '',
    'Mac address      Vlan   Type      Port                         Vc',
    RULE,
    ...macs.map(({ onu, mac }) => `${dotted(mac)}   ${String(onu.vlan).padEnd(6)} Dynamic   ${name(onu).padEnd(25)} vport 1`),
  ]
}

/** The pages of one ONU. */
function ofOne(line: string, plant: Plant): readonly string[] | null {
  const [, what, pon, id] = /^show (gpon onu detail-info|pon power attenuation) gpon-onu_1\/2\/(\d+):(\d+)$/.exec(line) ?? []
  if (what === undefined) return null
  const onu = plant.find(Number(pon), Number(id))
  if (onu === undefined) return [NONE]
  const { rx, tx, oltRx } = lightOf(plant, onu)
  if (what.startsWith('pon'))
    return [
      '           OLT                  ONU              Attenuation',
      '-'.repeat(70),
      rx === null
        ? ` up      Rx :no signal        Tx:N/A              N/A`
        : ` up      Rx :${fixed(oltRx, '', 3)}(dbm)      Tx:${fixed(tx, '', 3)}(dbm)        ${fixed((tx ?? 0) - (oltRx ?? 0), '', 3)}(dB)`,
      '',
      rx === null
        ? ` down    Tx :3.200(dbm)       Rx:N/A              N/A`
        : ` down    Tx :3.200(dbm)        Rx:${fixed(rx, '', 3)}(dbm)      ${fixed(3.2 - rx, '', 3)}(dB)`,
    ]
  const seconds = upSeconds(plant, onu)
  return [
    `ONU interface:         ${name(onu)}`,
    `  Name:                ONU-${onu.id}`,
    `  Type:                ${onu.profile}`,
    '  State:               ready',
    `  Admin state:         ${onu.isEnabled ? 'enable' : 'disable'}`,
    `  Phase state:         ${phase(onu)}`,
    '  Authentication mode: sn',
    `  Serial number:       ${onu.serial}`,
    `  Description:         ${onu.description}`,
    `  ONU Distance:        ${onu.distanceM}m`,
    `  Online Duration:     ${Math.floor(seconds / 3600)}h ${Math.floor((seconds % 3600) / 60)}m ${seconds % 60}s`,
    '-'.repeat(42),
    '       Authpass Time          OfflineTime             Cause',
    isUp(onu)
      ? `   1   ${moment(onu.upAt)}    0000-00-00 00:00:00     `
      : `   1   ${moment(onu.upAt)}    ${moment(plant.clock())}     ${onu.lastDown === null ? '' : CAUSES[onu.lastDown][0]}`,
  ]
}

/** Of the OLT itself. */
function ofItself(line: string, plant: Plant): readonly string[] | null {
  if (line === 'show card')
    return [
      'Rack Shelf Slot CfgType RealType Port  HardVer SoftVer         Status',
      '-'.repeat(72),
      `1    1     ${SLOT}    GTGH    GTGHG    16    V1.0.0  V2.1.0          INSERVICE`,
      `1    1     ${MAIN_SLOT}   SCXN    SCXN     4     V1.0.0  V2.1.0          INSERVICE`,
    ]
  if (line !== 'show processor') return null
  return [
    'Rack Shelf Slot CPU(5s) CPU(1m) CPU(5m) PeakCPU PhyMem Memory',
    '-'.repeat(72),
    ...[SLOT, MAIN_SLOT].map((slot) => `1    1     ${String(slot).padEnd(4)} ${load(plant, 9)}%      ${load(plant, 9)}%      10%     30%     1024   41%`),
  ]
}

export const zteC300: Family = {
  id: 'zte-c300',
  isEpon: false,
  userPrompt: 'Username:',
  passwordPrompt: 'Password:',
  refusal: '%Error 20208: No username or bad password',
  full: '%Error 20115: Too many users',
  enable: null,
  prompt: (place) => `${HOST}${zteMode(place)}#`,
  goes: (line, place, plant) => (line.startsWith('conf') && place.length === 2 ? [...place, 'config'] : zteGoes(line, place, plant)),
  leaves: /^exit$/,
  cannot: '%Code 60102-GPONSRV : Operation failed.',
  writes: zteWrites,
  unknown: "%Error 20200: Invalid input detected at '^' marker.",
  pager: { text: ' --More--', wipe: `\r${' '.repeat(9)}\r`, rows: 22, off: /^terminal length 0$/ },
  logLine: '%GPON-4-SIMULATED: something has happened',
  answers: (line, _place, plant) => {
    if (line === 'show gpon onu state')
      return [
        'OnuIndex               Admin State  OMCC State   O7 State     Phase State',
        RULE,
        ...plant.onus.map(
          (onu) =>
            `${name(onu).padEnd(22)} ${(onu.isEnabled ? 'enable' : 'disable').padEnd(12)} ${(isUp(onu) ? 'enable' : 'disable').padEnd(12)} ${(isUp(onu) ? 'operation' : 'unknown').padEnd(12)} ${phase(onu)}`,
        ),
        `ONU Number: ${plant.onus.filter(isUp).length}/${plant.onus.length}`,
      ]
    const [, what, pon] = /^show (pon power onu-rx|gpon onu baseinfo) gpon-olt_1\/2\/(\d+)$/.exec(line) ?? []
    if (what === undefined) return listed(line, plant) ?? ofOne(line, plant) ?? ofItself(line, plant)
    const onus = plant.on(Number(pon))
    if (onus.length === 0) return ['%Error 20203: No related information to show.']
    if (what.startsWith('pon'))
      return [
        'Onu                 Rx power',
        RULE,
        ...onus.map((onu) => {
          const { rx } = lightOf(plant, onu)
          return `${name(onu).padEnd(20)}${rx === null ? 'N/A' : `${fixed(rx, '', 3)}(dbm)`}`
        }),
      ]
    return [
      'OnuIndex                Type                 Mode    AuthInfo            State',
      RULE,
      ...onus.map((onu) => `${name(onu).padEnd(23)} ${onu.profile.padEnd(20)} sn      SN:${onu.serial}     ready`),
    ]
  },
  rows: (plant) => {
    const at = (column: string, onu: Onu, tail = ''): string => `1.3.6.1.4.1.3902.1012.${column}.${ifIndexOf(onu.pon)}.${onu.id}${tail}`
    const sixteen = (value: number | null): number => (value === null ? 65_535 : Math.round((value + 30) / 0.002) & 0xffff)
    return plant.onus
      .flatMap((onu): Row[] => [
        row(at('3.28.1.1.1', onu), () => text(onu.profile)),
        row(at('3.28.1.1.3', onu), () => text(onu.description)),
        row(at('3.28.1.1.5', onu), () => serialBytes(onu.serial)),
        row(at('3.28.1.1.17', onu), () => (onu.isEnabled ? 1 : 2)),
        row(at('3.28.2.1.4', onu), () => PHASES[phase(onu)]),
        row(at('3.28.2.1.7', onu), () => (onu.lastDown === null ? 0 : CAUSES[onu.lastDown][1])),
        row(at('3.50.12.1.1.10', onu, '.1'), () => sixteen(lightOf(plant, onu).rx)),
        row(at('3.50.12.1.1.14', onu, '.1'), () => sixteen(lightOf(plant, onu).tx)),
        row(at('3.11.4.1.2', onu), () => onu.distanceM),
      ])
      .concat(
        plant.unregistered().map((one, index) => row(`1.3.6.1.4.1.3902.1012.3.13.3.1.2.${ifIndexOf(one.pon)}.${index + 1}`, () => serialBytes(one.serial))),
      )
  },
  ownRows: (plant) => [
    ...systemRows(plant, { descr: 'C300 Version V2.1.0 Software, simulated', name: HOST }),
    ...[SLOT, MAIN_SLOT].flatMap((slot) => [
      row(`1.3.6.1.4.1.3902.1015.2.1.1.3.1.9.1.1.${slot}`, () => load(plant, 9)),
      row(`1.3.6.1.4.1.3902.1015.2.1.1.3.1.11.1.1.${slot}`, () => 41),
    ]),
    ...interfaceRows(plant, [
      uplink(
        plant,
        { index: 0x10_00_00_00 + 19 * 2 ** 16 + 2 ** 8, descr: 'xgei_1/19/1', name: 'xgei_1/19/1', alias: 'to the core', mbps: 10_000 },
        { isInUse: true },
      ),
      uplink(plant, { index: 0x10_00_00_00 + 19 * 2 ** 16 + 2 ** 9, descr: 'xgei_1/19/2', name: 'xgei_1/19/2', mbps: 10_000 }, { isInUse: false }),
      ...Array.from({ length: plant.pons }, (_none, index) =>
        ponInterface(plant, index + 1, {
          index: ifIndexOf(index + 1),
          descr: `gpon-olt_1/${SLOT}/${index + 1}`,
          name: `gpon-olt_1/${SLOT}/${index + 1}`,
          type: GPON,
          mbps: 2488,
        }),
      ),
    ]),
  ],
}
