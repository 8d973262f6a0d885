import { sql } from 'kysely'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

/** A live session that is not what its line wants. */
export interface Drift {
  readonly session_id: bigint
  readonly subscription_id: bigint
  readonly login: string
  readonly acct_session_id: string
  readonly address: string | null
  /** What it was given; null where nobody knows. */
  readonly given: string | null
  /** What it should be given: `off`, or what needs a new session and what does not, with a dash between. */
  readonly wanted: string
  readonly rate: string
  readonly list: string
  /** Whether service is taken away, or changed under him who has it. */
  readonly is_harm: boolean
}

const wanted = sql`radius_policy(s.state = 'left', a.desired_on, a.static_ip, a.upload_kbps, a.download_kbps, r.suspend_by, r.suspend_target, r.address_pool)`
const differs = sql`radius_differs(p.policy, w.policy)`
const joined = sql`
  ppp_sessions p join subscriptions s on s.id = p.subscription_id join access a on a.subscription_id = s.id join routers r on r.id = p.router_id
    cross join lateral (select ${wanted} as policy) w`

// Those that were told to end a moment ago are waited for.
const isTold = (now: Temporal.Instant) =>
  sql`exists (select from radius_commands c where c.at > ${now}::timestamptz - interval '1 minute' and c.session_id = p.id and c.outcome = 'done' and c.kind <> 'change')`

/** Live sessions of a router that are not what is wanted, after a session; at most `limit`. */
export async function selectDrift(
  { db }: Db,
  routerId: bigint,
  { now, after, limit }: { now: Temporal.Instant; after: bigint; limit: number },
): Promise<Drift[]> {
  const { rows } = await sql<Drift>`
    select p.id as session_id, s.id as subscription_id, p.login, p.acct_session_id, host(p.address) as address, p.policy as given, w.policy as wanted, t.rate, t.list,
      not a.desired_on as is_harm
    from ${joined}
      cross join lateral radius_terms(s.state = 'left', a.desired_on, a.static_ip, a.upload_kbps, a.download_kbps, r.suspend_by, r.suspend_target, r.address_pool) t
    where p.router_id = ${routerId} and p.id > ${after} and ${differs} and not ${isTold(now)}
    order by p.id limit ${limit}`.execute(db)
  return rows
}

/** How many sessions a router has, and of how many service would be taken away. */
export async function countHarm({ db }: Db, routerId: bigint, now: Temporal.Instant): Promise<{ live: number; harm: number }> {
  const { rows } = await sql<{ live: bigint; harm: bigint }>`
    select (select count(*) from ppp_sessions where router_id = ${routerId}) as live,
      (select count(*) from ${joined} where p.router_id = ${routerId} and not a.desired_on and ${differs} and not ${isTold(now)}) as harm`.execute(db)
  return { live: Number(rows[0]?.live), harm: Number(rows[0]?.harm) }
}

/** Of a router's live sessions, how many would be changed where they are and how many ended. */
export async function countSessions({ db }: Db, routerId: bigint, now: Temporal.Instant): Promise<{ live: number; to_change: number; to_end: number }> {
  const isChange = sql`p.policy is not null and w.policy <> 'off' and split_part(p.policy, '-', 1) = split_part(w.policy, '-', 1)`
  const { rows } = await sql<{ live: number; to_change: number; to_end: number }>`
    select (select count(*) from ppp_sessions where router_id = ${routerId})::int as live,
      count(*) filter (where ${isChange})::int as to_change, count(*) filter (where not (${isChange}))::int as to_end
    from ${joined} where p.router_id = ${routerId} and ${differs} and not ${isTold(now)}`.execute(db)
  return rows[0] as { live: number; to_change: number; to_end: number }
}

/** Of a session, what it should be given now; undefined where it is no longer live or says so already. */
export async function selectStillDrifts({ db }: Db, sessionId: bigint): Promise<string | undefined> {
  return (await sql<{ policy: string }>`select w.policy from ${joined} where p.id = ${sessionId} and ${differs}`.execute(db)).rows[0]?.policy
}

export const COMMANDS = ['change', 'disconnect', 'kick'] as const
export const OUTCOMES = ['done', 'refused', 'no_session', 'no_answer', 'unreachable'] as const

export interface CommandDone {
  readonly routerId: bigint
  readonly subscriptionId: bigint
  readonly sessionId: bigint
  readonly login: string
  readonly kind: (typeof COMMANDS)[number]
  readonly outcome: (typeof OUTCOMES)[number]
  readonly errorCause: number | null
}

export async function insertCommand(tx: Tx, done: CommandDone): Promise<void> {
  await sql`
    insert into radius_commands (at, router_id, subscription_id, session_id, login, kind, outcome, error_cause)
    values (${tx.now}, ${done.routerId}, ${done.subscriptionId}, ${done.sessionId}, ${done.login}, ${done.kind}, ${done.outcome}, ${done.errorCause})`.execute(
    tx.db,
  )
}

export interface CommandRow {
  readonly id: bigint
  readonly at: Temporal.Instant
  readonly router_id: bigint
  readonly router_name: string
  readonly login: string
  readonly kind: (typeof COMMANDS)[number]
  readonly outcome: (typeof OUTCOMES)[number]
  readonly error_cause: number | null
}

/** What was said to routers about sessions of a line, the last first; `limit + 1` rows. The caller has looked at the scope. */
export async function selectCommands(
  { db }: Db,
  subscriptionId: bigint,
  { limit, after }: { limit: number; after: { at: Temporal.Instant; id: bigint } | undefined },
): Promise<CommandRow[]> {
  const { rows } = await sql<CommandRow>`
    select c.id, c.at, c.router_id, r.name as router_name, c.login, c.kind, c.outcome, c.error_cause from radius_commands c join routers r on r.id = c.router_id
    where c.subscription_id = ${subscriptionId} and ${after === undefined ? sql`true` : sql`(c.at, c.id) < (${after.at}, ${after.id})`}
    order by c.at desc, c.id desc limit ${limit + 1}`.execute(db)
  return rows
}
