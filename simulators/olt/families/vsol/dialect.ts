import { moment } from '../../plant.ts'
import type { Plant } from '../../plant.ts'
import { row, text } from '../../snmp/agent.ts'
import type { Row } from '../../snmp/agent.ts'
import { interfaceRows, load, OTHER, ponInterface, runsFor, systemRows, uplink } from '../../snmp/interfaces.ts'
import type { Place } from '../family.ts'
import { ponOf } from './place.ts'
import { vsolWrites } from './writes.ts'

export const HOST = 'sim-olt'
const ESC = '\u001b'
const modeOf = (place: Place): string => (place.length === 3 ? '(config)' : place.length === 4 ? `(config-pon-${place[3]})` : '')

/** Columns are placed by CR and cursor moves. */
export const placed = (...cells: readonly (readonly [column: number, text: string])[]): string =>
  cells.map(([column, cell], index) => (index === 0 ? cell : `\r${ESC}[${column}C${cell}`)).join('')

export const common = (kind: 'gpon' | 'epon') => ({
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
  cannot: 'Error: operation failed.',
  writes: vsolWrites,
  pager: { text: ' --More-- \0', wipe: `${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}`, rows: 20, off: /^terminal length 0$/i },
  logLine: '2031/01/02 03:04:05  an ONU has said something',
})

const moduleOf = (plant: Plant, pon: number) => ({ celsius: 38 + pon + (plant.tick % 3), volt: 3.27, milliampere: 30.15, dbm: 6.5 + (pon % 4) / 10 })

/** What both lines say of themselves. */
export function ofItself(line: string, place: Place, plant: Plant, kind: 'G' | 'D'): readonly string[] | null {
  if (/^show version$/i.test(line))
    return [
      '  Olt Serial Number:           V0000000001',
      `  Olt Device Model:            V1600${kind}-SIM`,
      '  Hardware Version:            V1.0',
      '  Software Version:            V9.9.9S',
    ]
  if (/^show sys cpu-usage$/i.test(line)) return [`CPU usage: ${load(plant, 10)}%`]
  if (/^show sys mem$/i.test(line)) return ['Memory usage: 34%']
  if (/^show sys running-time$/i.test(line)) {
    const seconds = runsFor(plant)
    return [
      `System running time: ${Math.floor(seconds / 86_400)} days ${Math.floor((seconds % 86_400) / 3600)} hours ${Math.floor((seconds % 3600) / 60)} minutes`,
    ]
  }
  if (/^show (?:time|clock)$/i.test(line)) return [moment(plant.clock(), '/')]
  const pon = ponOf(place)
  if (pon === null || !/^show pon optical transceiver$/i.test(line)) return null
  const { celsius, volt, milliampere, dbm } = moduleOf(plant, pon)
  return [
    `Temperature:\t${celsius.toFixed(3)} C`,
    `Voltage:\t${volt.toFixed(3)} V`,
    `TxBias:\t\t${milliampere.toFixed(3)} mA`,
    `TxPower:\t${dbm.toFixed(3)} dBm`,
  ]
}

export function system(plant: Plant, kind: 'GPON' | 'EPON'): Row[] {
  const pons = Array.from({ length: plant.pons }, (_none, index) => index + 1)
  const base = '1.3.6.1.4.1.37950.1.1.5.10'
  return [
    ...systemRows(plant, { descr: kind === 'GPON' ? 'V1600G-SIM' : 'V1600D-SIM', name: HOST }),
    row(`${base}.12.3.0`, () => load(plant, 10)),
    row(`${base}.12.4.0`, () => 34),
    row(`${base}.12.5.4.0`, () => text('V9.9.9S')),
    row(`${base}.12.5.9.0`, () => 41),
    ...pons.flatMap((pon) => [
      row(`${base}.13.1.1.1.${pon}`, () => pon),
      row(`${base}.13.1.1.2.${pon}`, () => text(`${moduleOf(plant, pon).celsius.toFixed(2)} .C`)),
      row(`${base}.13.1.1.3.${pon}`, () => text(`${moduleOf(plant, pon).volt.toFixed(2)} V`)),
      row(`${base}.13.1.1.4.${pon}`, () => text(`${moduleOf(plant, pon).milliampere.toFixed(2)} mA`)),
      row(`${base}.13.1.1.5.${pon}`, () => text(`${moduleOf(plant, pon).dbm.toFixed(2)} dbm`)),
    ]),
    ...interfaceRows(plant, [
      uplink(plant, { index: 1, descr: 'GE0/1 Uplink', name: 'GE0/1', alias: 'Uplink', mbps: 10_000 }, { isInUse: true }),
      uplink(plant, { index: 2, descr: 'GE0/2', name: 'GE0/2', mbps: 1000 }, { isInUse: false }),
      ...pons.map((pon) =>
        ponInterface(plant, pon, { index: 2 + pon, descr: `${kind}0/${pon}`, name: `${kind}0/${pon}`, type: OTHER, mbps: kind === 'GPON' ? 2500 : 1250 }),
      ),
    ]),
  ]
}
