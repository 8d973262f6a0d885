import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { isWaiting } from './network-store.ts'

/** The lines one router carries, as far as they are in somebody's reach. */
export interface RouterLines {
  readonly router_id: bigint
  readonly lines: number
  readonly with_service: number
  /** With a session that was last reported open. */
  readonly online: number
  readonly waiting: number
  /** Of those that wait, the ones whose router has said no, or that stand in each other's way: they do not come right by themselves. */
  readonly stuck: number
  readonly waiting_since: Temporal.Instant | null
}

/** Lines by router, in the order of their ids. */
export async function countLines({ db }: Pick<Conn, 'db'>, scope: Scope): Promise<RouterLines[]> {
  const { rows } = await sql<RouterLines>`
    select s.router_id, count(*) filter (where s.state <> 'left')::int as lines, count(*) filter (where a.desired_on)::int as with_service,
      count(*) filter (where exists (select from ppp_sessions p where p.subscription_id = s.id))::int as online,
      count(*) filter (where ${isWaiting})::int as waiting, count(*) filter (where ${isWaiting} and a.last_error is not null)::int as stuck,
      min(case when a.revision = a.applied_revision then coalesce(a.observed_at, a.changed_at) else a.changed_at end) filter (where ${isWaiting}) as waiting_since
    from subscriptions s join access a on a.subscription_id = s.id join clients c on c.id = s.client_id
    where s.router_id is not null and s.connection_kind = 'pppoe' and s.pppoe_login is not null and (s.state <> 'left' or ${isWaiting})
      and ${scopeCondition(scope, 'c')}
    group by s.router_id order by s.router_id`.execute(db)
  return rows
}
