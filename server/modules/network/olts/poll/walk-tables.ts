import type { SnmpSession, Walked } from '../../transport/index.ts'
import type { SnmpTable } from '../snmp/family.ts'
import { WalkReadings } from '../snmp/read-walk.ts'

/** So many columns in a row without an answer, and the OLT is left alone. */
const MOST_UNANSWERED = 2

export interface WalkOptions {
  readonly maxRepetitions: number
  /** Only these, asked one after the other where the index lets it; null: whole tables. */
  readonly pons: readonly string[] | null
  readonly deadline: AbortSignal
}

/** One column of one table, as it was walked. */
export interface WalkedColumn {
  readonly table: SnmpTable
  readonly column: string
  readonly root: string
  /** The walk came to its end. */
  readonly isWhole: boolean
  /** The rows it had. */
  readonly indices: ReadonlySet<string>
}

export interface TablesWalked {
  readonly readings: WalkReadings
  readonly columns: readonly WalkedColumn[]
  readonly problems: readonly string[]
}

/** Walks columns one after the other, one walk at a time. @throws DeviceTimedOut, DeviceUnreachable where nothing was answered at all. */
export async function walkTables(
  session: SnmpSession,
  tables: readonly SnmpTable[],
  wants: (table: SnmpTable, column: number) => boolean,
  { maxRepetitions, pons, deadline }: WalkOptions,
): Promise<TablesWalked> {
  const readings = new WalkReadings()
  const columns: WalkedColumn[] = []
  const problems: string[] = []
  let unanswered = 0
  let heard = 0
  for (const [root, users] of byRoot(tables, wants)) {
    const [first] = users
    if (first === undefined) continue
    if (unanswered >= MOST_UNANSWERED) {
      columns.push(...users.map((user) => ({ ...user, root, isWhole: false, indices: new Set<string>() })))
      continue
    }
    const indices = new Set<string>()
    const walked = await walkParts(session, first.table, root, pons, { maxRepetitions, deadline }, (rows) => {
      for (const { oid, value } of rows) {
        const index = oid.slice(root.length + 1)
        indices.add(index)
        for (const { table, column } of users) readings.add(table, column, index, value)
      }
    })
    heard += indices.size
    // Who does not answer at all, or no longer, is not asked for every column.
    if (walked.error !== null && heard === 0) throw walked.error
    unanswered = walked.error === null ? 0 : unanswered + 1
    if (!walked.complete) problems.push(`${root}: ${walked.problem ?? 'it is not all'}`)
    columns.push(...users.map((user) => ({ ...user, root, isWhole: walked.complete, indices })))
  }
  return { readings, columns, problems }
}

/** A list whose columns do not tell of the same ONUs is not all. */
export function disagreements(lists: readonly WalkedColumn[], what = 'ONUs'): string[] {
  const seen = lists.filter(({ indices }) => indices.size > 0)
  const fullest = seen.reduce<ReadonlySet<string>>((most, { indices }) => (indices.size > most.size ? indices : most), new Set())
  return seen
    .filter(({ indices }) => indices.size !== fullest.size || [...indices].some((index) => !fullest.has(index)))
    .map(({ root, indices }) => `${root}: it tells of ${indices.size} ${what} and another column of ${fullest.size}`)
}

/** Each column once, though two tables may read it. */
function byRoot(tables: readonly SnmpTable[], wants: (table: SnmpTable, column: number) => boolean): Map<string, { table: SnmpTable; column: string }[]> {
  const roots = new Map<string, { table: SnmpTable; column: string }[]>()
  for (const table of tables) {
    for (const column of Object.keys(table.columns)) {
      if (!wants(table, Number(column))) continue
      const root = `${table.root}.${column}`
      const users = roots.get(root)
      if (users === undefined) roots.set(root, [{ table, column }])
      else users.push({ table, column })
    }
  }
  return roots
}

/** The whole column, or the part of each PON. */
async function walkParts(
  session: SnmpSession,
  table: SnmpTable,
  root: string,
  pons: readonly string[] | null,
  options: Parameters<SnmpSession['walk']>[1],
  take: (rows: Walked['rows']) => void,
): Promise<Omit<Walked, 'rows'>> {
  const { prefixOf } = table
  const parts = pons === null || prefixOf === undefined ? [root] : pons.flatMap((pon) => (prefixOf(pon) === null ? [] : [`${root}.${prefixOf(pon)}`]))
  for (const part of parts) {
    const walked = await session.walk(part, options)
    take(walked.rows)
    if (!walked.complete) return walked
  }
  return { complete: true, problem: null, error: null }
}
