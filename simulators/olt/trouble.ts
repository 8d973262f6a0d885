import type { Plant } from './plant.ts'

/** `simulate cut-fibre 3`, `simulate fail-power 3`, `simulate restore`: what happens out in the street, brought about from the OLT's own command line. */
const ORDER = /^simulate\s+(cut-fibre|fail-power|restore)(?:\s+(\d{1,3}))?$/i
/** Homes with a battery stay on. */
const BATTERY_EVERY = 9

/** What the OLT says to it; null where the line is none of these. */
export function troubleOf(line: string, plant: Plant): string | null {
  const [, order, number] = ORDER.exec(line.trim()) ?? []
  if (order === undefined) return null
  if (order.toLowerCase() === 'restore') {
    plant.restore()
    return 'Fibres are whole again and power is back.'
  }
  const pon = Number(number)
  if (number === undefined || pon < 1 || pon > plant.pons) return `Say which PON: 1 to ${plant.pons}`
  if (order.toLowerCase() === 'cut-fibre') {
    plant.cutFibre(pon)
    return `The fibre of PON ${pon} is cut.`
  }
  plant.failPower((onu) => onu.pon === pon && onu.id % BATTERY_EVERY !== 0)
  return `The mains have failed along PON ${pon}.`
}
