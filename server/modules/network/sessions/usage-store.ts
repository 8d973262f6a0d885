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
    from usage_hours where subscription_id = ${subscriptionId} and hour >= date_trunc('hour', ${from}::timestamptz, 'UTC') and hour < ${to}
    group by 1 order by 1`.execute(db)
  return rows
}
