import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

/** What came in on one day by one method. */
export interface DayTaken {
  readonly day: PlainDate
  readonly method: string
  readonly payments: bigint
  readonly amount_minor: Minor
}

/** Whose takings: those a scope may see, or those of one person, wherever his clients belong. */
export type TakenBy = { readonly scope: Scope } | { readonly userId: bigint | null }

/** A payment belongs to the branch that took it; unknown money to that of its wallet. */
const within = (by: TakenBy): RawBuilder<unknown> => ('scope' in by ? scopeCondition(by.scope, 'p') : sql`p.received_by = ${by.userId}::bigint`)

/**
 * Money that came in, by the day it counts from and by method. Credit brought from other books and deposits that became credit are no money
 * that came in; a payment taken back never was. The index payments_taken has all of it in order; what was taken back is a handful of rows,
 * none of them of before the day its payment counts from.
 */
export async function selectTaken(conn: Conn, by: TakenBy, { from, to }: { from: PlainDate; to: PlainDate }): Promise<DayTaken[]> {
  const meant = sql`p.method not in ('opening', 'deposit') and p.value_on between ${from} and ${to} and ${within(by)}`
  const { rows } = await sql<DayTaken>`
    select x.day, x.method, sum(x.payments)::bigint as payments, sum(x.amount)::bigint as amount_minor
    from (
      select p.value_on as day, p.method, count(*) as payments, sum(p.amount_minor) as amount from payments p where ${meant} group by p.value_on, p.method
      union all
      select p.value_on, p.method, -count(*), -sum(p.amount_minor) from payment_reversals r join payments p on p.id = r.payment_id
      where r.booked_on >= ${from} and ${meant} group by p.value_on, p.method
    ) x group by x.day, x.method having sum(x.payments) > 0 order by x.day, x.method limit 1000`.execute(conn.db)
  return rows
}
