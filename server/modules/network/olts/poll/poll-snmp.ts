import type { SnmpSession } from '../../transport/index.ts'
import { KINDS } from '../snmp/family.ts'
import type { Kind, SnmpFamily, SnmpTable } from '../snmp/family.ts'
import { observationOf } from './observation.ts'
import type { OnuObservation, PollResult } from './observation.ts'
import type { ReadOptions } from './outcome.ts'
import { disagreements, walkTables } from './walk-tables.ts'
import type { WalkedColumn } from './walk-tables.ts'

export interface SnmpPollOptions extends ReadOptions {
  /** Only this of every ONU; all of it, and what the OLT says of itself, where it is not said. */
  readonly what?: Kind
}

/**
 * Asks an OLT once for every ONU, by SNMP: one walk at a time. A walk may end as if it had come to its end and be short all the same, so a
 * list is believed only when its columns tell of the same ONUs, and when no PON says that it has more. @throws DeviceTimedOut, DeviceUnreachable
 * where nothing was answered at all.
 */
export async function pollSnmp(family: SnmpFamily, session: SnmpSession, { pons, clock, deadlineMs, what }: SnmpPollOptions): Promise<PollResult> {
  const began = performance.now()
  const at = clock.now()
  const deadline = AbortSignal.timeout(deadlineMs)
  const { readings, columns, problems } = await walkTables(session, family.tables, wanted(what), { maxRepetitions: family.maxRepetitions, pons, deadline })
  const doubts: string[] = []
  const lists = columns.filter(({ table }) => table.isList === true)
  doubts.push(...disagreements(lists))
  const isOptics = what === 'optics'
  // Where no list is asked, what is asked tells who is there.
  const telling = !isOptics && lists.length > 0 ? lists : columns.filter(({ table }) => table.of === 'onu')
  if (telling.every(({ indices }) => indices.size === 0)) doubts.push(isOptics ? 'no light came' : 'no list of ONUs came')
  const { onus, pons: ports, system } = readings.readings
  const observations = onus.flatMap((onu) => observationOf(onu) ?? [])
  const found = countByPon(observations)
  if (!isOptics) {
    for (const { pon, onus: count } of ports) {
      const came = found.get(String(pon)) ?? 0
      if (typeof count === 'number' && count > came && (pons === null || pons.includes(String(pon))))
        doubts.push(`PON ${String(pon)} says that it has ${count} ONUs, and ${came} came`)
    }
  }
  const isSure = doubts.length === 0
  const isWhole = (some: (column: WalkedColumn) => boolean): boolean => columns.filter(some).every((column) => column.isWhole)
  const kinds = Object.fromEntries(
    KINDS.filter((kind) => what === undefined || kind === what).map((kind) => {
      const tells = columns.filter((column) => tellsOf(column.table, Number(column.column), kind))
      return [
        kind,
        tells.some(({ indices }) => indices.size > 0) && tells.every((column) => column.isWhole) && (kind === 'optics' && !isOptics ? true : isSure),
      ]
    }),
  )
  return {
    source: 'snmp',
    at,
    ms: performance.now() - began,
    complete: what === undefined ? isSure && isWhole(({ table }) => table.isList === true) : kinds[what] === true,
    kinds,
    pons: [...found.keys()],
    observations,
    system,
    problems: [...problems, ...doubts],
  }
}

const tellsOf = ({ tells }: SnmpTable, column: number, kind: Kind): boolean => tells?.[kind]?.includes(column) === true

/** Everything, or what tells one thing; how many ONUs a PON says it has is cheap, and can refute any list. */
const wanted =
  (what: Kind | undefined) =>
  (table: SnmpTable, column: number): boolean => {
    if (table.of === 'unregistered' || table.of === 'part') return false
    if (what === undefined) return true
    return table.of === 'pon' ? what !== 'optics' && table.counts?.includes(column) === true : tellsOf(table, column, what)
  }

function countByPon(observations: readonly OnuObservation[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { pon } of observations) counts.set(pon, (counts.get(pon) ?? 0) + 1)
  return counts
}
