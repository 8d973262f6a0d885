import type { PlainDate } from '../../kernel/time.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { INVARIANTS } from './invariants.ts'
import { readSums } from './sums.sql.ts'

export interface RunDoctor {
  readonly today: PlainDate
  readonly now: Instant
  /** Only these invariants, e.g. `['D1', 'D2']`; all where not said. */
  readonly only?: readonly string[]
  /** `recent` verifies the seals of the last two days and of half an older month, another half each day; `all` every seal. */
  readonly seals?: 'all' | 'recent'
  /** Looks at every row of every table, whatever the fingerprints say. Takes several times as long. */
  readonly isExact?: boolean
  readonly signal?: AbortSignal
  /** Told about each invariant as it is done. */
  readonly onResult?: (result: CheckResult) => void
}

export interface CheckResult {
  readonly id: string
  readonly title: { readonly en: string; readonly bn: string }
  readonly severity: 'error' | 'warning'
  readonly ok: boolean
  /** The offending rows, the first hundred of them. */
  readonly rows: readonly Record<string, unknown>[]
  readonly ms: number
}

export interface DoctorReport {
  /** What reading the fingerprints took, for all invariants together. */
  readonly sumsMs: number
  /** False where an invariant of severity `error` found anything. */
  readonly ok: boolean
  readonly results: readonly CheckResult[]
}

/**
 * Checks the invariants. First one pass over the database takes fingerprints of what must agree; then each invariant whose fingerprints differ, or
 * that has none, looks at the rows by one statement of its own. Writes nothing. @throws RangeError for an invariant nobody knows.
 */
export async function runDoctor(
  { db }: Pick<Conn, 'db'>,
  { today, now, only, seals = 'recent', isExact = false, signal, onResult }: RunDoctor,
): Promise<DoctorReport> {
  const unknown = only?.find((id) => !INVARIANTS.some((invariant) => invariant.id === id))
  if (unknown !== undefined) throw new RangeError(`There is no invariant ${unknown}`)
  const startedAt = performance.now()
  const sums = isExact ? null : await readSums({ db })
  const sumsMs = Math.round(performance.now() - startedAt)
  const results: CheckResult[] = []
  for (const { id, title, severity, suspects, find } of INVARIANTS) {
    if (only !== undefined && !only.includes(id)) continue
    signal?.throwIfAborted()
    const from = performance.now()
    const isClear = sums !== null && suspects !== undefined && !suspects(sums)
    const rows = isClear ? [] : (await find({ today, now, seals, sums }).execute(db)).rows
    const result = { id, title, severity, ok: rows.length === 0, rows, ms: Math.round(performance.now() - from) }
    results.push(result)
    onResult?.(result)
  }
  return { ok: results.every(({ ok, severity }) => ok || severity === 'warning'), results, sumsMs }
}
