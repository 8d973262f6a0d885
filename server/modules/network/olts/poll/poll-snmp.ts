import type { Clock } from '../../../../kernel/clock.ts'
import type { SnmpRow, SnmpSession, Walked } from '../../transport/index.ts'
import type { SnmpFamily, SnmpTable } from '../snmp/family.ts'
import { readWalk } from '../snmp/read-walk.ts'
import { Gathering } from './observation.ts'
import type { PollResult } from './observation.ts'

/** So many columns in a row without an answer, and the OLT is left alone. */
const MOST_UNANSWERED = 2

export interface SnmpPollOptions {
  /** Only these, asked one after the other where the index lets it; null: whole tables. */
  readonly pons: readonly string[] | null
  readonly clock: Clock
  readonly deadlineMs: number
}

/**
 * Asks an OLT once for every ONU, by SNMP: one walk at a time. A walk may end as if it had come to its end and be short all the same, so a
 * list is believed only when its columns tell of the same ONUs, and when no PON says that it has more. @throws DeviceTimedOut, DeviceUnreachable
 * where nothing was answered at all.
 */
export async function pollSnmp(family: SnmpFamily, session: SnmpSession, { pons, clock, deadlineMs }: SnmpPollOptions): Promise<PollResult> {
  const began = performance.now()
  const at = clock.now()
  const deadline = AbortSignal.timeout(deadlineMs)
  const rows: SnmpRow[] = []
  const problems: string[] = []
  const lists: { root: string; indices: Set<string> }[] = []
  let complete = true
  let unanswered = 0

  for (const table of family.tables) {
    const seen: { column: string; indices: Set<string> }[] = []
    for (const column of Object.keys(table.columns)) {
      if (unanswered >= MOST_UNANSWERED) {
        complete &&= table.isList !== true
        continue
      }
      const root = `${table.root}.${column}`
      const walked = await walkParts(session, table, root, pons, { maxRepetitions: family.maxRepetitions, deadline })
      rows.push(...walked.rows)
      // Who does not answer at all, or no longer, is not asked for every column.
      if (walked.error !== null && rows.length === 0) throw walked.error
      unanswered = walked.error === null ? 0 : unanswered + 1
      if (!walked.complete) {
        problems.push(`${root}: ${walked.problem ?? 'it is not all'}`)
        complete &&= table.isList !== true
      }
      if (walked.rows.length > 0) seen.push({ column, indices: new Set(walked.rows.map(({ oid }) => oid.slice(root.length + 1))) })
    }
    if (table.isList !== true) continue
    lists.push(...seen.map(({ column, indices }) => ({ root: `${table.root}.${column}`, indices })))
  }
  const fullest = lists.reduce<Set<string>>((most, { indices }) => (indices.size > most.size ? indices : most), new Set())
  for (const { root, indices } of lists) {
    if (indices.size === fullest.size && [...indices].every((index) => fullest.has(index))) continue
    problems.push(`${root}: it tells of ${indices.size} ONUs and another column of ${fullest.size}`)
    complete = false
  }
  if (lists.length === 0) {
    problems.push('no list of ONUs came')
    complete = false
  }
  const { onus, pons: ports, system } = readWalk(family, rows)
  const gathering = new Gathering()
  gathering.add(onus, { isList: true })
  const observations = gathering.observations()
  for (const { pon, onus: count } of ports) {
    const found = observations.filter((onu) => onu.pon === pon).length
    if (typeof count !== 'number' || count <= found) continue
    problems.push(`PON ${String(pon)} says that it has ${count} ONUs, and ${found} came`)
    complete = false
  }
  return { source: 'snmp', at, ms: performance.now() - began, complete, pons: gathering.pons(), observations, system, problems }
}

/** The whole column, or the part of each PON. */
async function walkParts(
  session: SnmpSession,
  table: SnmpTable,
  root: string,
  pons: readonly string[] | null,
  options: Parameters<SnmpSession['walk']>[1],
): Promise<Walked> {
  const { prefixOf } = table
  const parts = pons === null || prefixOf === undefined ? [root] : pons.flatMap((pon) => (prefixOf(pon) === null ? [] : [`${root}.${prefixOf(pon)}`]))
  const rows: SnmpRow[] = []
  for (const part of parts) {
    const walked = await session.walk(part, options)
    rows.push(...walked.rows)
    if (!walked.complete) return { ...walked, rows }
  }
  return { rows, complete: true, problem: null, error: null }
}
