import { sql } from 'kysely'
import type { Scope } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { scopeCondition } from '../../../../platform/db/scope.ts'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

export const KICK_STATES = ['waiting', 'ended', 'already_gone', 'failed'] as const
export type KickState = (typeof KICK_STATES)[number]

/** A request to end one session, and what became of it. */
export interface Kick {
  readonly id: bigint
  readonly router_id: bigint
  readonly subscription_id: bigint | null
  readonly source: 'radius' | 'poll'
  readonly login: string
  readonly acct_session_id: string
  readonly requested_at: Instant
  readonly state: KickState
  readonly trouble: string | null
  readonly done_at: Instant | null
}

const columns = sql`k.id, k.router_id, k.subscription_id, k.source, k.login, k.acct_session_id, k.requested_at, k.state, k.trouble, k.done_at`

/** A session of a line is its client's; nobody's is the branch's of its router. `p` has both ids, `r` is the router, `c` the client. */
const inReach = (scope: Scope) =>
  scope.kind === 'company'
    ? sql`true`
    : scope.kind === 'reseller'
      ? scopeCondition(scope, 'c')
      : sql`coalesce(c.branch_id, r.branch_id) = any(${scope.branchIds.map(String)}::bigint[])`

export interface KickableSession {
  readonly router_id: bigint
  readonly router_name: string
  readonly host: string
  readonly is_frozen: boolean
  readonly branch_id: bigint
  readonly subscription_id: bigint | null
  readonly client_id: bigint | null
  readonly source: 'radius' | 'poll'
  readonly login: string
  readonly acct_session_id: string
}

export async function selectLiveSession(tx: Tx, id: bigint): Promise<KickableSession | undefined> {
  const { rows } = await sql<KickableSession>`
    select p.router_id, r.name as router_name, r.host, r.is_frozen, coalesce(c.branch_id, r.branch_id) as branch_id, p.subscription_id, s.client_id, p.source, p.login,
      p.acct_session_id
    from ppp_sessions p join routers r on r.id = p.router_id left join subscriptions s on s.id = p.subscription_id left join clients c on c.id = s.client_id
    where p.id = ${id} and ${inReach(tx.actor.scope)}`.execute(tx.db)
  return rows[0]
}

/** The one that waits already, where there is one. */
export async function insertKick(tx: Tx, session: KickableSession): Promise<{ kick: Kick; isNew: boolean }> {
  const { rows } = await sql<Kick>`
    insert into session_kicks as k (router_id, subscription_id, source, login, acct_session_id, requested_by, requested_at)
    values (${session.router_id}, ${session.subscription_id}, ${session.source}, ${session.login}, ${session.acct_session_id}, ${tx.actor.userId}, ${tx.now})
    on conflict (router_id, login, acct_session_id) where state = 'waiting' do nothing returning ${columns}`.execute(tx.db)
  if (rows[0] !== undefined) return { kick: rows[0], isNew: true }
  const { rows: waiting } = await sql<Kick>`
    select ${columns} from session_kicks k
    where k.router_id = ${session.router_id} and k.login = ${session.login} and k.acct_session_id = ${session.acct_session_id} order by k.id desc limit 1`.execute(
    tx.db,
  )
  return { kick: waiting[0] as Kick, isNew: false }
}

export async function selectKick({ db }: Db, scope: Scope, id: bigint): Promise<Kick | undefined> {
  const { rows } = await sql<Kick>`
    select ${columns} from session_kicks k join routers r on r.id = k.router_id
      left join subscriptions s on s.id = k.subscription_id left join clients c on c.id = s.client_id
    where k.id = ${id} and ${inReach(scope)}`.execute(db)
  return rows[0]
}

export async function updateDone(tx: Tx, id: bigint, { state, trouble }: { state: KickState; trouble: string | null }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update session_kicks set state = ${state}, trouble = ${trouble}, done_at = ${tx.now} where id = ${id} and state = 'waiting'`.execute(tx.db)
  return (numAffectedRows ?? 0n) > 0n
}

/** Whose branch each is, for who may hear of it. */
export async function selectBranchesOfKicks({ db }: Db, ids: readonly bigint[]): Promise<{ id: bigint; branch_id: bigint }[]> {
  const { rows } = await sql<{ id: bigint; branch_id: bigint }>`
    select k.id, coalesce(c.branch_id, r.branch_id) as branch_id from session_kicks k join routers r on r.id = k.router_id
      left join subscriptions s on s.id = k.subscription_id left join clients c on c.id = s.client_id
    where k.id = any(${ids.map(String)}::bigint[])`.execute(db)
  return rows
}

export async function deleteKicksBefore({ db }: Db, before: Instant): Promise<void> {
  await sql`delete from session_kicks where requested_at < ${before} and state <> 'waiting'`.execute(db)
}
