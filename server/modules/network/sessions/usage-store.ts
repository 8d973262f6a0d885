import { sql } from 'kysely'
import type { Conn } from '../../../platform/db/tx.ts'

export const USAGE_STEPS = ['hour', 'day', 'month'] as const
export type UsageStep = (typeof USAGE_STEPS)[number]

export interface Usage {
  /** The beginning of the hour, or of the day or month in the company's zone. */
  readonly starts_at: Temporal.Instant
  readonly upload_bytes: bigint
  readonly download_bytes: bigint
}

/** What a line used, from one instant to before another; only steps in which it used anything. The caller has looked at the scope. */
export async function selectUsage(
  { db, company }: Pick<Conn, 'db' | 'company'>,
  subscriptionId: bigint,
  { step, from, to }: { step: UsageStep; from: Temporal.Instant; to: Temporal.Instant },
): Promise<Usage[]> {
  const { rows } = await sql<Usage>`
    select date_trunc(${step}, hour, ${company.zone}) as starts_at, sum(upload_bytes)::bigint as upload_bytes, sum(download_bytes)::bigint as download_bytes
    from (
      select hour, upload_bytes, download_bytes from usage_hours where subscription_id = ${subscriptionId}
      union all select hour, upload_bytes, download_bytes from counted_lately(${subscriptionId}) where upload_bytes > 0 or download_bytes > 0
    ) used where hour >= hour_of(${from}) and hour < ${to}
    group by 1 order by 1`.execute(db)
  return rows
}

/** Moves at most `limit` rows of what was counted to the hours of lines, and its samples to those of traffic; answers how many there were. */
export async function foldUsage({ db }: Pick<Conn, 'db'>, limit: number): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`select fold_usage(${limit}) as n`.execute(db)
  return Number(rows[0]?.n)
}
