import type { Reading } from '../parse/reading.ts'
import type { SnmpFamily, Varbind } from './family.ts'

export interface SnmpReadings {
  readonly onus: readonly Reading[]
  readonly pons: readonly Reading[]
  readonly system: Reading
}

/** Reads what was walked, in any order. Values nobody asked for are passed over. Pure and total. */
export function readWalk({ tables }: SnmpFamily, varbinds: Iterable<Varbind>): SnmpReadings {
  const found = { onu: new Map<string, Reading>(), pon: new Map<string, Reading>(), system: new Map<string, Reading>() }
  const roots = tables.map((table) => ({ table, prefix: `${table.root}.` }))
  for (const { oid, value } of varbinds) {
    for (const { table, prefix } of roots) {
      if (!oid.startsWith(prefix)) continue
      const behind = oid.slice(prefix.length).split('.')
      const [column = '', ...index] = behind
      const read = table.columns[column]
      if (read === undefined) continue
      const at = table.index(index.map(Number))
      if (at === null) continue
      const rows = found[table.of]
      rows.set(at.key, { ...rows.get(at.key), ...at.says, ...read(value) })
    }
  }
  const placed = ({ pon = null }: Reading): boolean => pon !== null
  return { onus: [...found.onu.values()].filter(placed), pons: [...found.pon.values()].filter(placed), system: found.system.get('') ?? {} }
}
