import type { Cell, Reading } from '../parse/reading.ts'
import type { SnmpFamily, SnmpTable, SnmpValue, Varbind } from './family.ts'

export interface SnmpReadings {
  readonly onus: readonly Reading[]
  readonly pons: readonly Reading[]
  readonly unregistered: readonly Reading[]
  /** The standard tables' ports, which no family lists. */
  readonly interfaces: readonly Reading[]
  readonly system: Reading
  /** Its boards and its box, where the family tells of them. */
  readonly parts: readonly Reading[]
}

type Row = Record<string, Cell>

/** Readings as they grow, value by value, in any order. */
export class WalkReadings {
  readonly #rows: Record<SnmpTable['of'], Map<string, Row>> = {
    onu: new Map(),
    pon: new Map(),
    unregistered: new Map(),
    interface: new Map(),
    system: new Map(),
    part: new Map(),
  }
  /** The row each index of a table belongs to, so that an index is read once and not in every column. */
  readonly #places = new Map<SnmpTable, Map<string, Row | null>>()

  /** @param index the numbers behind the column, dotted. */
  add(table: SnmpTable, column: string, index: string, value: SnmpValue): void {
    const read = table.columns[column]
    const row = read === undefined ? null : this.#rowAt(table, index)
    if (read !== undefined && row !== null) Object.assign(row, read(value))
  }

  get readings(): SnmpReadings {
    const placed = (of: SnmpTable['of']): Reading[] => [...this.#rows[of].values()].filter(({ pon = null }) => pon !== null)
    return {
      onus: placed('onu'),
      pons: placed('pon'),
      unregistered: placed('unregistered'),
      interfaces: [...this.#rows.interface.values()],
      system: withMemory(this.#rows.system.get('') ?? {}),
      parts: [...this.#rows.part.values()],
    }
  }

  #rowAt(table: SnmpTable, index: string): Row | null {
    let places = this.#places.get(table)
    if (places === undefined) this.#places.set(table, (places = new Map()))
    const known = places.get(index)
    if (known !== undefined) return known
    const at = table.index(numbersOf(index))
    const row = at === null ? null : (this.#rows[table.of].get(at.key) ?? { ...at.says })
    if (at !== null && row !== null) this.#rows[table.of].set(at.key, Object.assign(row, at.says))
    places.set(index, row)
    return row
  }
}

/** Some say how much memory they have and how much is free, and not how full it is. */
function withMemory(system: Reading): Reading {
  const { memoryMegabytes: all, freeMegabytes: free } = system
  if (typeof all !== 'number' || typeof free !== 'number' || all <= 0 || free < 0 || free > all) return system
  return { memoryPercent: Math.round(((all - free) / all) * 100), ...system }
}

const numbersOf = (dotted: string): number[] => (dotted === '' ? [] : dotted.split('.').map(Number))

/** Reads what was walked, in any order. Values nobody asked for are passed over. Pure and total. */
export function readWalk({ tables }: SnmpFamily, varbinds: Iterable<Varbind>): SnmpReadings {
  const readings = new WalkReadings()
  const roots = tables.map((table) => ({ table, prefix: `${table.root}.` }))
  for (const { oid, value } of varbinds) {
    for (const { table, prefix } of roots) {
      if (!oid.startsWith(prefix)) continue
      const dot = oid.indexOf('.', prefix.length)
      readings.add(table, oid.slice(prefix.length, dot < 0 ? undefined : dot), dot < 0 ? '' : oid.slice(dot + 1), value)
    }
  }
  return readings.readings
}
