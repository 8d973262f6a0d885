import { sql } from 'kysely'
import { isBefore } from '../../kernel/time.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export interface ListedMonth {
  readonly month: PlainDate
  readonly closed_at: Instant | null
  readonly closed_by: bigint | null
  readonly closed_by_name: string | null
}

/** Months from the first entry (or the first one closed) to that of a day, newest first; the first `limit` of them before another. */
export async function selectMonths(conn: Conn, { upTo, before, limit }: { upTo: PlainDate; before: PlainDate | null; limit: number }): Promise<ListedMonth[]> {
  const { rows } = await sql<ListedMonth>`
    with bounds as (
      select date_trunc('month', least((select min(booked_on) from entries), (select min(month) from months), ${upTo}::date)::timestamp) as first,
        date_trunc('month', ${upTo}::date::timestamp) as last
    )
    select d.month::date as month, m.closed_at, m.closed_by, u.full_name as closed_by_name
    from bounds b cross join lateral generate_series(b.last, b.first, interval '-1 month') as d(month)
    left join months m on m.month = d.month::date left join users u on u.id = m.closed_by
    where ${before}::date is null or d.month::date < ${before}::date
    order by d.month desc limit ${limit + 1}`.execute(conn.db)
  return rows
}

export async function lockMonth(tx: Tx, firstDay: PlainDate): Promise<{ closedAt: Instant | null }> {
  const { rows } = await sql<{ closedAt: Instant | null }>`select closed_at as "closedAt" from months where month = ${firstDay} for update`.execute(tx.db)
  return rows[0] ?? { closedAt: null }
}

/**
 * Waits until everybody who is writing an entry has ended: he read the open months, and his entry must not land in one that is closed
 * meanwhile. For a moment only, so that a long run is not held up. @throws 55P03 (503, try again).
 */
export async function waitForOpenEntries(tx: Tx): Promise<void> {
  await sql`set local lock_timeout = '2s'`.execute(tx.db)
  await sql`lock table months in access exclusive mode`.execute(tx.db)
}

/**
 * Makes sure that a month long past has its part of the journal before something is booked in it: a company's first invoices may be older
 * than its installation. Months from the last one on always have theirs.
 */
export async function prepareMonth(tx: Tx, day: PlainDate): Promise<void> {
  if (!isBefore(day, tx.today.with({ day: 1 }).subtract({ months: 1 }))) return
  await sql`select make_month_partition('entries', ${day}::date), make_month_partition('postings', ${day}::date)`.execute(tx.db)
}
