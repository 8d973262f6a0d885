import { fixed, isUp, lightOf } from '../plant.ts'
import type { Onu, Plant } from '../plant.ts'
import { counter, row, text } from '../snmp/agent.ts'
import type { Row } from '../snmp/agent.ts'
import type { Family, Place } from './family.ts'

const HOST = 'sim-olt'
const ESC = '\u001b'
const modeOf = (place: Place): string => (place.length === 3 ? '(config)' : place.length === 4 ? `(config-pon-${place[3]})` : '')
const ponOf = (place: Place): number | null => (place.length === 4 ? Number((place[3] ?? '').split('/')[1]) : null)

/** Columns are placed by CR and cursor moves. */
const placed = (...cells: readonly (readonly [column: number, text: string])[]): string =>
  cells.map(([column, cell], index) => (index === 0 ? cell : `\r${ESC}[${column}C${cell}`)).join('')

const common = (kind: 'gpon' | 'epon') => ({
  userPrompt: 'Login: ',
  passwordPrompt: 'Password: ',
  refusal: 'Bad password, access refused',
  full: 'Too many users, try later',
  enable: { passwordPrompt: 'Password: ' },
  prompt: (place: Place): string => `${HOST}${modeOf(place)}${place.length === 1 ? '>' : '#'} `,
  goes: (line: string, place: Place, plant: Plant): Place | 'refused' | null => {
    if (place.length === 2 && /^conf/i.test(line)) return [...place, 'config']
    const found = new RegExp(`^interface ${kind} 0/(\\d+)$`, 'i').exec(line)
    if (place.length !== 3 || found === null) return null
    return Number(found[1]) >= 1 && Number(found[1]) <= plant.pons ? [...place, `0/${found[1]}`] : 'refused'
  },
  leaves: /^(?:exit|quit)$/i,
  unknown: '% Unknown command.',
  pager: { text: ' --More-- \0', wipe: `${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}`, rows: 20, off: /^terminal length 0$/i },
  logLine: '2031/01/02 03:04:05  an ONU has said something',
})

const GPON_WORDS = (onu: Onu): string => (isUp(onu) ? 'working' : !onu.isEnabled ? 'deactivated' : onu.down === 'los' ? 'los' : 'dyingGasp')
const GPON_NUMBERS = { working: 3, deactivated: 7, los: 1, dyingGasp: 4 } as const

export const vsolGpon: Family = {
  ...common('gpon'),
  id: 'vsol-gpon',
  isEpon: false,
  answers: (line, place, plant) => {
    const pon = ponOf(place)
    if (/^show version$/i.test(line))
      return [
        '  Olt Serial Number:           V0000000001',
        '  Olt Device Model:            V1600G-SIM',
        '  Hardware Version:            V1.0',
        '  Software Version:            V9.9.9S',
      ]
    if (pon === null) return null
    const onus = plant.on(pon)
    if (/^show pon info$/i.test(line)) return ['pon :          enable', 'pon fec :      disable', 'pon tx status: enable']
    if (/^show onu state$/i.test(line))
      return [
        placed([0, 'OnuIndex'], [12, 'Admin State'], [27, 'OMCC State'], [41, 'Phase State'], [56, 'Serial Number']),
        '-'.repeat(70),
        ...onus.map((onu) =>
          placed(
            [0, `GPON0/${pon}:${onu.id}`],
            [12, onu.isEnabled ? 'enable' : 'disable'],
            [27, isUp(onu) ? 'enable' : 'disable'],
            [41, GPON_WORDS(onu)],
            [56, onu.serial],
          ),
        ),
        `pon: ${pon} total: ${onus.length} working: ${onus.filter(isUp).length}`,
      ]
    if (/^show onu info$/i.test(line))
      return [
        'Onuindex   Model                Profile                Mode    AuthInfo',
        '-'.repeat(90),
        ...onus.map((onu) => `GPON0/${pon}:${String(onu.id).padEnd(3)} ${onu.model.padEnd(20)} default                sn      ${onu.serial}`),
      ]
    if (/^show pon onu all rx-power$/i.test(line))
      return ['Onu         ONU_Rx', '-'.repeat(36), ...onus.map((onu) => `${String(onu.id).padEnd(12)}${fixed(lightOf(plant, onu).rx, 'N/A')}`)]
    if (/^show onu auto-find$/i.test(line)) return ['Error:']
    return null
  },
  rows: (plant) => {
    const onus = '1.3.6.1.4.1.37950.1.1.6.1.1'
    const at = (column: string, onu: Onu): string => `${onus}.${column}.${onu.pon}.${onu.id}`
    return plant.onus
      .flatMap((onu): Row[] => [
        row(at('1.1.5', onu), () => GPON_NUMBERS[GPON_WORDS(onu) as keyof typeof GPON_NUMBERS]),
        row(at('1.1.10', onu), () => text(onu.down === null ? '' : GPON_WORDS(onu))),
        row(at('2.1.5', onu), () => text(onu.serial)),
        row(at('2.1.6', onu), () => text(onu.model)),
        row(at('3.1.3', onu), () => (isUp(onu) ? text('42.50') : null)),
        row(at('3.1.4', onu), () => (isUp(onu) ? text('3.28') : null)),
        row(at('3.1.5', onu), () => (isUp(onu) ? text('11.20') : null)),
        row(at('3.1.6', onu), () => textOrNothing(lightOf(plant, onu).tx)),
        row(at('3.1.7', onu), () => textOrNothing(lightOf(plant, onu).rx)),
      ])
      .concat(
        Array.from({ length: plant.pons }, (_none, index) => index + 1).flatMap((pon) => [
          row(`${onus}.18.1.2.${pon}`, () => plant.on(pon).length),
          row(`${onus}.18.1.3.${pon}`, () => plant.on(pon).filter(isUp).length),
        ]),
        system(plant),
      )
  },
}

const textOrNothing = (value: number | null): Buffer | null => (value === null ? null : text(value.toFixed(2)))

const system = (plant: Plant): Row[] => [
  row('1.3.6.1.2.1.1.1.0', () => text('V1600-SIM')),
  row('1.3.6.1.2.1.1.3.0', () => counter(plant.tick)),
  row('1.3.6.1.4.1.37950.1.1.5.10.12.3.0', () => 12),
  row('1.3.6.1.4.1.37950.1.1.5.10.12.4.0', () => 34),
  row('1.3.6.1.4.1.37950.1.1.5.10.12.5.4.0', () => text('V9.9.9S')),
  row('1.3.6.1.4.1.37950.1.1.5.10.12.5.9.0', () => 41),
]

export const vsolEpon: Family = {
  ...common('epon'),
  id: 'vsol-epon',
  isEpon: true,
  answers: (line, place, plant) => {
    const pon = ponOf(place)
    if (pon === null) return null
    const onus = plant.on(pon)
    const reason = (onu: Onu): string => (onu.down === 'los' ? 'Wire Down' : onu.down === 'dying_gasp' ? 'Power Off' : 'N/A')
    if (/^show onu status all$/i.test(line))
      return onus.map((onu) =>
        [
          `EPON0/${pon}:${onu.id}`.padEnd(11),
          (isUp(onu) ? 'online' : 'offline').padEnd(9),
          onu.mac.padEnd(20),
          String(isUp(onu) ? onu.distanceM : 0).padEnd(12),
          String(isUp(onu) ? 1365 : 0).padEnd(7),
          '2031/06/01 08:08:13    ',
          '2031/06/01 08:07:32    ',
          reason(onu).padEnd(17),
          '6 19:16:07  ',
          onu.description,
        ].join(' '),
      )
    if (/^show onu auth-info$/i.test(line))
      return [
        'ONU-ID      LLID   Status    MAC  Address         RTT(TQ) Description',
        ...onus.map(
          (onu) => `EPON0/${pon}:${String(onu.id).padEnd(3)} ${String(onu.id).padEnd(6)} ${isUp(onu) ? 'online ' : 'offline'}   ${onu.mac}   672     N/A`,
        ),
      ]
    if (/^show onu opm-diag all$/i.test(line))
      return [
        'ONU-ID      Temperature(C)    Supply Voltage(V)   TX Bias Current(mA)   TX Power(dBm)   RX Power(dBm)',
        '------      --------------    -----------------   -------------------   -------------   -------------',
        ...onus.filter(isUp).map((onu) => {
          const { rx, tx } = lightOf(plant, onu)
          return `EPON0/${pon}:${String(onu.id).padEnd(3)} 42.96             3.24                15.65                 ${fixed(tx, '--').padEnd(16)}${fixed(rx, '--')}`
        }),
      ]
    return null
  },
  rows: (plant) => {
    const at = (column: string, onu: Onu): string => `1.3.6.1.4.1.37950.1.1.5.12.${column}.${onu.pon}.${onu.id}`
    const written = (value: number | null): Buffer | null => (value === null ? null : text(`${(10 ** (value / 10)).toFixed(2)} mW (${value.toFixed(2)} dBm)`))
    return plant.onus
      .flatMap((onu): Row[] => [
        row(at('1.25.1.4', onu), () => (isUp(onu) ? 1 : 0)),
        row(at('1.25.1.5', onu), () => text(onu.mac)),
        row(at('1.25.1.9', onu), () => text(onu.description)),
        row(at('1.25.1.15', onu), () => (onu.down === 'dying_gasp' ? 1 : 0)),
        row(at('1.25.1.17', onu), () => (isUp(onu) ? onu.distanceM : 0)),
        row(at('2.1.8.1.3', onu), () => (isUp(onu) ? text('30.67 C') : null)),
        row(at('2.1.8.1.4', onu), () => (isUp(onu) ? text('3.27 V') : null)),
        row(at('2.1.8.1.6', onu), () => written(lightOf(plant, onu).tx)),
        row(at('2.1.8.1.7', onu), () => written(lightOf(plant, onu).rx)),
      ])
      .concat(system(plant))
  },
}
