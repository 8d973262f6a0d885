import { fixed, isUp, lightOf } from '../plant.ts'
import type { Onu } from '../plant.ts'
import { row, text } from '../snmp/agent.ts'
import type { Row } from '../snmp/agent.ts'
import type { Family } from './family.ts'

const HOST = 'SIMZXAN'
const SLOT = 2
const RULE = '-'.repeat(76)
const phase = (onu: Onu): string => (isUp(onu) ? 'working' : onu.down === 'los' ? 'LOS' : onu.down === 'dying_gasp' ? 'DyingGasp' : 'OffLine')
const PHASES: Readonly<Record<string, number>> = { LOS: 1, working: 3, DyingGasp: 4, OffLine: 6 }
const name = (onu: Onu): string => `gpon-onu_1/${SLOT}/${onu.pon}:${onu.id}`

export const zteC300: Family = {
  id: 'zte-c300',
  isEpon: false,
  userPrompt: 'Username:',
  passwordPrompt: 'Password:',
  refusal: '%Error 20208: No username or bad password',
  full: '%Error 20115: Too many users',
  enable: null,
  prompt: (place) => `${HOST}${place.length === 3 ? '(config)' : ''}#`,
  goes: (line, place) => (line.startsWith('conf') && place.length === 2 ? [...place, 'config'] : null),
  leaves: /^exit$/,
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
    if (what === undefined) return null
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
      ...onus.map((onu) => `${name(onu).padEnd(23)} ${onu.model.padEnd(20)} sn      SN:${onu.serial}     ready`),
    ]
  },
  rows: (plant) => {
    const at = (column: string, onu: Onu, tail = ''): string =>
      `1.3.6.1.4.1.3902.1012.${column}.${0x10_00_00_00 + SLOT * 2 ** 16 + onu.pon * 2 ** 8}.${onu.id}${tail}`
    const sixteen = (value: number | null): number => (value === null ? 65_535 : Math.round((value + 30) / 0.002) & 0xffff)
    return plant.onus
      .flatMap((onu): Row[] => [
        row(at('3.28.1.1.1', onu), () => text(onu.model)),
        row(at('3.28.1.1.3', onu), () => text(onu.description)),
        row(at('3.28.1.1.5', onu), () => Buffer.concat([Buffer.from(onu.serial.slice(0, 4)), Buffer.from(onu.serial.slice(4), 'hex')])),
        row(at('3.28.1.1.17', onu), () => (onu.isEnabled ? 1 : 2)),
        row(at('3.28.2.1.4', onu), () => PHASES[phase(onu)] ?? 6),
        row(at('3.28.2.1.7', onu), () => (onu.down === 'los' ? 1 : onu.down === 'dying_gasp' ? 9 : 0)),
        row(at('3.50.12.1.1.10', onu, '.1'), () => sixteen(lightOf(plant, onu).rx)),
        row(at('3.50.12.1.1.14', onu, '.1'), () => sixteen(lightOf(plant, onu).tx)),
        row(at('3.11.4.1.2', onu), () => onu.distanceM),
      ])
      .concat(row('1.3.6.1.2.1.1.1.0', () => text('C300 Version V2.1.0 Software, simulated')))
  },
}
