import { isUp } from '../plant.ts'
import type { Plant } from '../plant.ts'
import { counter, gauge, octets, row, text } from './agent.ts'
import type { Row } from './agent.ts'

/** A line of IF-MIB. */
export interface Interface {
  readonly index: number
  readonly descr: string
  readonly name: string
  readonly alias?: string
  readonly type: number
  readonly mbps: number
  readonly isUp: () => boolean
  /** What goes down to the clients just now, in bytes a second. */
  readonly bytesPerSecond: () => number
}

export const ETHERNET = 6
export const GPON = 250
export const OTHER = 1

const PER_ONU = 120_000
const IF = '1.3.6.1.2.1.2.2.1'
const IFX = '1.3.6.1.2.1.31.1.1.1'

/** A PON is up while anybody is on it. */
export const ponInterface = (
  plant: Plant,
  pon: number,
  said: Pick<Interface, 'index' | 'descr' | 'name' | 'type' | 'mbps'> & { alias?: string },
): Interface => ({
  ...said,
  isUp: () => plant.on(pon).some(isUp),
  bytesPerSecond: () => plant.on(pon).filter(isUp).length * PER_ONU,
})

export const uplink = (
  plant: Plant,
  said: Pick<Interface, 'index' | 'descr' | 'name' | 'mbps'> & { alias?: string },
  { isInUse }: { isInUse: boolean },
): Interface => ({ ...said, type: ETHERNET, isUp: () => isInUse, bytesPerSecond: () => (isInUse ? plant.onus.filter(isUp).length * PER_ONU : 0) })

/** IF-MIB as far as it is asked for: name, kind, state, speed and bytes. Counters only grow, also where the traffic changes. */
export const interfaceRows = (plant: Plant, interfaces: readonly Interface[]): Row[] =>
  interfaces.flatMap(({ index, descr, name, alias, type, mbps, isUp: isPortUp, bytesPerSecond }) => {
    const counted = { at: plant.clock().epochMilliseconds, down: 0 }
    const down = (): number => {
      const now = plant.clock().epochMilliseconds
      counted.down += Math.max(0, (now - counted.at) / 1000) * bytesPerSecond()
      counted.at = now
      return Math.floor(counted.down)
    }
    const isPon = type !== ETHERNET
    return [
      row(`${IF}.2.${index}`, () => text(descr)),
      row(`${IF}.3.${index}`, () => type),
      row(`${IF}.7.${index}`, () => 1),
      row(`${IF}.8.${index}`, () => (isPortUp() ? 1 : 2)),
      row(`${IFX}.1.${index}`, () => text(name)),
      row(`${IFX}.6.${index}`, () => octets(isPon ? Math.floor(down() / 8) : down())),
      row(`${IFX}.10.${index}`, () => octets(isPon ? down() : Math.floor(down() / 8))),
      row(`${IFX}.15.${index}`, () => gauge(mbps)),
      row(`${IFX}.18.${index}`, () => text(alias ?? '')),
    ]
  })

/** sysDescr and sysUpTime in hundredths of a second, and the maker's number. */
export const systemRows = (plant: Plant, { descr, name }: { descr: string; name: string }): Row[] => [
  row('1.3.6.1.2.1.1.1.0', () => text(descr)),
  row('1.3.6.1.2.1.1.3.0', () => counter(Math.floor((plant.clock().epochMilliseconds - plant.began.epochMilliseconds) / 10) + UP_BEFORE)),
  row('1.3.6.1.2.1.1.5.0', () => text(name)),
]

/** It ran for a day before anybody looked. */
const UP_BEFORE = 8_640_000
/** How long it runs, in seconds. */
export const runsFor = (plant: Plant): number => Math.floor((plant.clock().epochMilliseconds - plant.began.epochMilliseconds) / 1000) + UP_BEFORE / 100
/** What a processor has to do, in per cent; it moves a little. */
export const load = (plant: Plant, least: number): number => least + ((plant.tick * 7) % 9)
