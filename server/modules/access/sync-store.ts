import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import { isWaiting } from './network-store.ts'
import type { ObservedAccess } from './network-store.ts'

type Db = Pick<Conn, 'db'>

/** A line as the network has it and should have it. */
export interface LineSync {
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly login: string | null
  readonly connection_kind: string
  readonly router_id: bigint | null
  readonly router_name: string | null
  readonly is_router_active: boolean | null
  readonly is_router_frozen: boolean | null
  readonly retry_at: Temporal.Instant | null
  readonly router_error: string | null
  readonly reconciled_at: Temporal.Instant | null
  readonly desired_on: boolean
  readonly profile: string
  readonly static_ip: string | null
  readonly is_applied: boolean
  /** Since when it is as it is: when the wish changed, or when the router was found to differ without one. */
  readonly since: Temporal.Instant
  readonly observed: ObservedAccess | null
  readonly observed_at: Temporal.Instant | null
  readonly last_error: string | null
}

const since = sql`case when a.revision = a.applied_revision then coalesce(a.observed_at, a.changed_at) else a.changed_at end`

const selection = sql`
  select a.subscription_id, s.client_id, c.code as client_code, c.name as client_name, s.pppoe_login as login, s.connection_kind, s.router_id, r.name as router_name,
    r.is_active as is_router_active, r.is_frozen as is_router_frozen, h.retry_at, h.error as router_error, h.reconciled_at, a.desired_on, a.profile,
    host(a.static_ip) as static_ip, not ${isWaiting} as is_applied, ${since} as since, a.observed, a.observed_at, a.last_error
  from access a join subscriptions s on s.id = a.subscription_id join clients c on c.id = s.client_id
    left join routers r on r.id = s.router_id left join router_health h on h.router_id = r.id`

export async function selectLineSync({ db }: Db, scope: Scope, subscriptionId: bigint): Promise<LineSync | undefined> {
  return (await sql<LineSync>`${selection} where a.subscription_id = ${subscriptionId} and ${scopeCondition(scope, 'c')}`.execute(db)).rows[0]
}

/** Lines whose router does not yet do what is wanted, the longest waiting first; `limit + 1` rows. */
export async function selectWaiting(
  { db }: Db,
  scope: Scope,
  { routerId }: { routerId: bigint | undefined },
  { limit, after }: { limit: number; after: { since: Temporal.Instant; id: bigint } | undefined },
): Promise<LineSync[]> {
  const where = [isWaiting, sql`s.router_id is not null and s.connection_kind = 'pppoe' and s.pppoe_login is not null`, scopeCondition(scope, 'c')]
  if (routerId !== undefined) where.push(sql`s.router_id = ${routerId}`)
  if (after !== undefined) where.push(sql`(${since}, a.subscription_id) > (${after.since}, ${after.id})`)
  const { rows } = await sql<LineSync>`${selection} where ${sql.join(where, sql` and `)} order by ${since}, a.subscription_id limit ${limit + 1}`.execute(db)
  return rows
}

/** These lines of a router may take over a secret of their name, also where none is known to stand in their way yet. */
export async function updateMayAdoptLines(tx: Tx, routerId: bigint, subscriptionIds: readonly bigint[]): Promise<void> {
  await sql`
    update access a set may_adopt = true from subscriptions s
    where s.id = a.subscription_id and s.router_id = ${routerId} and a.subscription_id = any(${subscriptionIds.map(String)}::bigint[]) and not a.may_adopt`.execute(
    tx.db,
  )
}

/** Lines of a router whose name a secret without a mark has: all of them, or those that are named. */
export async function updateMayAdopt(tx: Tx, routerId: bigint, logins: readonly string[] | null): Promise<{ subscription_id: bigint; login: string }[]> {
  const { rows } = await sql<{ subscription_id: bigint; login: string }>`
    update access a set may_adopt = true from subscriptions s
    where s.id = a.subscription_id and s.router_id = ${routerId} and a.last_error = 'foreign_same_name' and not a.may_adopt
      and ${logins === null ? sql`true` : sql`s.pppoe_login = any(${logins as string[]}::text[])`}
    returning a.subscription_id, s.pppoe_login as login`.execute(tx.db)
  return rows
}
