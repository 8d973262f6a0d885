import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { DoctorReport } from './run-doctor.ts'

export const OCCASIONS = ['nightly', 'request', 'month_close', 'command'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** One invariant's outcome as it is kept. */
export interface KeptResult {
  readonly id: string
  readonly ok: boolean
  readonly severity: 'error' | 'warning'
  readonly ms: number
  readonly title: { readonly en: string; readonly bn: string }
  readonly rows: readonly Record<string, unknown>[]
}

export interface KeptReport {
  readonly id: bigint
  readonly started_at: Instant
  readonly finished_at: Instant
  readonly occasion: Occasion
  readonly requested_by: bigint | null
  readonly is_ok: boolean
  readonly results: readonly KeptResult[]
}

const KEPT_ROWS = 20

/** Offending rows as JSON has them: ids and money as numbers, days and instants as text. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)))

export async function insertReport(
  tx: Tx,
  {
    startedAt,
    finishedAt,
    occasion,
    requestedBy,
    report,
  }: { startedAt: Instant; finishedAt: Instant; occasion: Occasion; requestedBy: bigint | null; report: DoctorReport },
): Promise<bigint> {
  const results = plain(report.results.map((result) => ({ ...result, rows: result.rows.slice(0, KEPT_ROWS) })))
  const { rows } = await sql<{ id: bigint }>`
    insert into doctor_results (started_at, finished_at, occasion, requested_by, is_ok, results)
    values (${startedAt}, ${finishedAt}, ${occasion}, ${requestedBy}, ${report.ok}, ${JSON.stringify(results)}::jsonb) returning id`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('the results of a self-check were not kept')
  return row.id
}

/** Newest first; `limit + 1` rows. */
export async function selectReports(conn: Conn, { limit, before }: { limit: number; before?: bigint | undefined }): Promise<KeptReport[]> {
  const { rows } = await sql<KeptReport>`
    select id, started_at, finished_at, occasion, requested_by, is_ok, results from doctor_results
    where ${before ?? null}::bigint is null or id < ${before ?? null}::bigint order by id desc limit ${limit + 1}`.execute(conn.db)
  return rows
}

/** Green results are forgotten after a while; red ones are kept for good. */
export async function deleteOldReports(tx: Tx, before: Instant): Promise<void> {
  await sql`delete from doctor_results where is_ok and finished_at < ${before}`.execute(tx.db)
}
