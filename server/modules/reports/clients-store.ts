import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

/** How many clients there are in each state, and in all. */
export interface ClientFigures {
  readonly all: bigint
  readonly pending: bigint
  readonly active: bigint
  readonly suspended: bigint
  readonly expired: bigint
  /** All their lines have left. */
  readonly left: bigint
  /** They never had a line. */
  readonly none: bigint
}

/**
 * Clients by state as the list of clients understands its filter, so that each number is the length of the list behind it: a client with
 * lines in two states counts in both, and once in `all`. One walk along an index that is in the order of the clients.
 */
export async function selectClientFigures(conn: Conn, scope: Scope): Promise<ClientFigures> {
  const of = (state: string) => sql`count(distinct l.client_id) filter (where l.state = ${sql.lit(state)})`
  const { rows } = await sql<ClientFigures>`
    select count(distinct l.client_id) as "all", ${of('pending')} as pending, ${of('active')} as active, ${of('suspended')} as suspended, ${of('expired')} as expired,
      ${of('left')} as "left", ${of('none')} as none
    from client_list l where not l.is_deleted and ${scopeCondition(scope, 'l')}`.execute(conn.db)
  return rows[0] as ClientFigures
}

export interface MonthMoves {
  readonly month: PlainDate
  readonly joined: bigint
  readonly left: bigint
}

/**
 * Clients who joined and clients who left, month by month of `[from, to]`. Somebody left when none of his lines is live any more, on the
 * day of the last one; who came back has not left.
 */
export async function selectMoves(conn: Conn, scope: Scope, { from, to }: { from: PlainDate; to: PlainDate }): Promise<MonthMoves[]> {
  const { rows } = await sql<MonthMoves>`
    with joined as (
      select date_trunc('month', l.joined_on::timestamp)::date as month, count(distinct l.client_id) as clients
      from client_list l where l.joined_on between ${from} and ${to} and not l.is_deleted and ${scopeCondition(scope, 'l')} group by 1
    ), gone as (
      select date_trunc('month', g.left_on::timestamp)::date as month, count(*) as clients
      from (
        select s.client_id, max(s.left_on) as left_on from subscriptions s
        where s.left_on >= ${from} and s.state = 'left' group by s.client_id
      ) g join clients c on c.id = g.client_id
      where g.left_on <= ${to} and c.deleted_at is null and ${scopeCondition(scope, 'c')}
        and not exists (select 1 from subscriptions o where o.client_id = g.client_id and o.state <> 'left')
      group by 1
    )
    select m::date as month, coalesce(j.clients, 0) as joined, coalesce(g.clients, 0) as "left"
    from generate_series(date_trunc('month', ${from}::timestamp), ${to}::timestamp, interval '1 month') m
    left join joined j on j.month = m::date left join gone g on g.month = m::date order by m limit 100`.execute(conn.db)
  return rows
}
