import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

/** What is open of the bills that fell due in one span of days. */
export interface DueBucket {
  /** Days since the due day: null and null = not yet due. */
  readonly from_days: number | null
  readonly to_days: number | null
  readonly invoices: bigint
  readonly open_minor: Minor
}

/**
 * What clients owe by how long it has been due. A client's bills are seen by whoever sees the client now, as everywhere. Only open bills
 * are read, from an index that holds just them.
 */
export async function selectDues(conn: Conn, scope: Scope, today: PlainDate): Promise<DueBucket[]> {
  const mine = scope.kind === 'company' ? sql`true` : sql`b.client_id in (select l.client_id from client_list l where ${scopeCondition(scope, 'l')})`
  const { rows } = await sql<DueBucket>`
    select k.from_days, k.to_days, coalesce(sum(d.invoices), 0)::bigint as invoices, coalesce(sum(d.open_minor), 0)::bigint as open_minor
    from (values (1, null::int, null::int), (2, 1, 30), (3, 31, 60), (4, 61, 90), (5, 91, null)) k (place, from_days, to_days)
    left join (
      select ${today}::date - b.due_on as days, count(*) as invoices, sum(b.open_minor) as open_minor
      from invoice_balances b where b.open_minor > 0 and ${mine} group by b.due_on
    ) d on case when k.from_days is null then d.days <= 0 else d.days >= k.from_days and (k.to_days is null or d.days <= k.to_days) end
    group by k.place, k.from_days, k.to_days order by k.place`.execute(conn.db)
  return rows
}
