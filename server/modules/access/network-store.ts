import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Conn, Tx } from '../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

/** How a secret was last seen to stand; enough to tell a person what the network does for the line. */
export interface ObservedAccess {
  readonly name: string
  readonly is_disabled: boolean
  readonly profile: string
  readonly remote_address: string | null
}

export interface WantedRow {
  readonly subscription_id: bigint
  readonly revision: bigint
  readonly applied_revision: bigint
  readonly login: string
  readonly sealed: Buffer | null
  readonly profile: string
  readonly static_ip: string | null
  readonly desired_on: boolean
  readonly is_left: boolean
  readonly observed: ObservedAccess | null
  readonly last_error: string | null
  readonly must_redial: boolean
  readonly may_adopt: boolean
  /** See the column's migration; in base64. */
  readonly right_as: string | null
}

/** A line is this router's to carry when it dials by PPPoE; what has left is looked at until it was seen to be off. */
const carried = sql`s.connection_kind = 'pppoe' and s.pppoe_login is not null and (s.state <> 'left' or a.revision <> a.applied_revision)`
/** The router does not say what is wanted: it was not told yet, or was found to say something else that cannot be put right. */
export const isWaiting = sql`(a.revision <> a.applied_revision or a.last_error is not null)`
const pending = sql`(a.revision <> a.applied_revision or a.must_redial)`

/** Everything that is wanted of a router; or only those lines. */
export async function selectWanted({ db }: Db, routerId: bigint, subscriptionIds: readonly bigint[] | null): Promise<WantedRow[]> {
  return await selectRows({ db }, routerId, subscriptionIds === null ? sql`true` : sql`s.id = any(${subscriptionIds.map(String)}::bigint[])`)
}

async function selectRows({ db }: Db, routerId: bigint, only: RawBuilder<unknown>): Promise<WantedRow[]> {
  const { rows } = await sql<WantedRow>`
    select a.subscription_id, a.revision, a.applied_revision, s.pppoe_login as login, s.pppoe_password_sealed as sealed, a.profile, host(a.static_ip) as static_ip,
      a.desired_on, s.state = 'left' as is_left, a.observed, a.last_error, a.must_redial, a.may_adopt, encode(a.right_as, 'base64') as right_as
    from subscriptions s join access a on a.subscription_id = s.id
    where s.router_id = ${routerId} and ${carried} and ${only} order by s.id`.execute(db)
  return rows
}

/** Last found to be as wanted, with service, and nothing was asked of it since: its secret reads as `right_as` says, or the router was changed. */
const settled = sql`(a.desired_on and a.right_as is not null and a.revision = a.applied_revision and a.last_error is null and not a.must_redial and not a.may_adopt and s.state <> 'left')`

export interface SettledRow {
  readonly profile: string
  readonly lines: number
  /** Of the first 48 bits of each `right_as`, as whole numbers. */
  readonly sum: string
}

/** The settled lines of a router in sum, and the others one by one; what changes between the two reads does not add up, and is looked at. */
export async function selectOpen({ db }: Db, routerId: bigint): Promise<{ open: WantedRow[]; settled: SettledRow[] }> {
  const [open, { rows }] = await Promise.all([
    selectRows({ db }, routerId, sql`not ${settled}`),
    sql<SettledRow>`
    select a.profile, count(*)::int as lines, sum(('x' || encode(substr(a.right_as, 1, 6), 'hex'))::bit(48)::bigint)::text as sum
    from subscriptions s join access a on a.subscription_id = s.id where s.router_id = ${routerId} and ${carried} and ${settled} group by a.profile`.execute(
      db,
    ),
  ])
  return { open, settled: rows }
}

/** Lines that a router has not been told of yet, the longest waiting first; at most `limit`. */
export async function selectPending({ db }: Db, routerId: bigint, limit: number): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select s.id from access a join subscriptions s on s.id = a.subscription_id
    where ${pending} and s.router_id = ${routerId} and ${carried} order by a.changed_at, s.id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Of lines, those whose wish is still the one with this revision. */
export async function selectUnchanged({ db }: Db, routerId: bigint, revisions: ReadonlyMap<bigint, bigint>): Promise<bigint[]> {
  const given = JSON.stringify([...revisions].map(([id, revision]) => ({ id: id.toString(), revision: revision.toString() })))
  const { rows } = await sql<{ id: bigint }>`
    select a.subscription_id as id from jsonb_to_recordset(${given}::jsonb) as g (id bigint, revision bigint)
      join access a on a.subscription_id = g.id and a.revision = g.revision join subscriptions s on s.id = g.id and s.router_id = ${routerId}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function updateMustRedial({ db }: Db, subscriptionIds: readonly bigint[]): Promise<void> {
  await sql`update access set must_redial = true where subscription_id = any(${subscriptionIds.map(String)}::bigint[]) and not must_redial`.execute(db)
}

/** The session of a line must end, also where nothing else changes; undefined where no router carries it. */
export async function updateMustRedialOf(tx: Tx, subscriptionId: bigint): Promise<{ login: string; client_id: bigint } | undefined> {
  const { rows } = await sql<{ login: string; client_id: bigint }>`
    update access a set must_redial = true from subscriptions s
    where s.id = a.subscription_id and s.id = ${subscriptionId} and s.router_id is not null and ${carried}
    returning s.pppoe_login as login, s.client_id`.execute(tx.db)
  return rows[0]
}

export interface Outcome {
  readonly subscription_id: bigint
  /** Of the wish that this became of; a newer one stays open. */
  readonly revision: bigint
  readonly is_applied: boolean
  readonly observed: ObservedAccess | null
  readonly last_error: string | null
  /** No session from before the change is left. */
  readonly is_redialled: boolean
  readonly right_as: string | null
}

/** Under the device's lease only; see `requireLease`. */
export async function updateOutcomes(tx: Tx, outcomes: readonly Outcome[]): Promise<void> {
  const given = JSON.stringify(
    outcomes.map(({ subscription_id, revision, ...rest }) => ({ ...rest, id: subscription_id.toString(), revision: revision.toString() })),
  )
  await sql`
    update access a set observed = g.observed, observed_at = ${tx.now}, last_error = g.last_error,
      applied_revision = case when g.is_applied then greatest(a.applied_revision, g.revision) else a.applied_revision end,
      applied_hash = case when g.is_applied and a.revision = g.revision then a.hash else a.applied_hash end,
      must_redial = a.must_redial and not (g.is_redialled and a.revision = g.revision),
      may_adopt = a.may_adopt and not g.is_applied, right_as = decode(g.right_as, 'base64')
    from jsonb_to_recordset(${given}::jsonb)
      as g (id bigint, revision bigint, is_applied boolean, observed jsonb, last_error text, is_redialled boolean, right_as text)
    where a.subscription_id = g.id`.execute(tx.db)
}

/** Of lines whose router is not told by secrets, none is missed on it. Under the device's lease only. */
export async function forgetObserved(tx: Tx, routerId: bigint): Promise<void> {
  await sql`
    update access a set observed = null, right_as = null, may_adopt = false from subscriptions s
    where s.id = a.subscription_id and s.router_id = ${routerId} and (a.observed is not null or a.right_as is not null or a.may_adopt)`.execute(tx.db)
}

/** The speeds that packages of these profiles have today, for profiles that have to be made. */
export async function selectSpeeds({ db }: Db, profiles: readonly string[]): Promise<{ profile: string; download_kbps: number; upload_kbps: number }[]> {
  const { rows } = await sql<{ profile: string; download_kbps: number; upload_kbps: number }>`
    select distinct on (router_profile) router_profile as profile, download_kbps, upload_kbps from package_versions
    where router_profile = any(${profiles as string[]}::text[]) order by router_profile, starts_on desc, id desc`.execute(db)
  return rows
}

/** The routers of lines that are worked with now, and those with RADIUS where they are online; a change is told to each of them. */
export async function selectRoutersOf(tx: Tx, subscriptionIds: readonly bigint[]): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select r.id from routers r
    where r.is_active and not r.is_frozen and r.id in (
      select s.router_id from subscriptions s where s.id = any(${subscriptionIds.map(String)}::bigint[])
      union select p.router_id from ppp_sessions p join radius_routers x on x.router_id = p.router_id
        where p.subscription_id = any(${subscriptionIds.map(String)}::bigint[]))
    order by r.id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Moves the wish on although state, profile and address are the same: what a device is told has changed otherwise. */
export async function touchLines(tx: Tx, subscriptionIds: readonly bigint[], { hasMoved }: { hasMoved: boolean }): Promise<void> {
  await sql`
    update access set revision = revision + 1, changed_at = ${tx.now}, observed = case when ${hasMoved} then null else observed end,
      may_adopt = may_adopt and not ${hasMoved}, last_error = null
    where subscription_id = any(${subscriptionIds.map(String)}::bigint[])`.execute(tx.db)
}

/** Routers with lines that wait and that may be spoken to; what was refused, or held, waits for the hourly comparison. */
export async function selectRoutersToTell({ db }: Db, now: Temporal.Instant): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select distinct r.id from access a join subscriptions s on s.id = a.subscription_id
      join routers r on r.id = s.router_id and r.is_active and not r.is_frozen join router_health h on h.router_id = r.id
      left join radius_routers x on x.router_id = r.id
    where ${pending} and ${carried} and a.changed_at < ${now}::timestamptz - interval '20 seconds' and (a.last_error is null or a.last_error = 'session_stays') and (x.router_id is not null or h.retry_at is null or h.retry_at <= ${now})
    order by r.id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * After the sessions of a router with RADIUS were made to follow: its lines that wait are in step unless a session still differs; of those the
 * failed and the held ones keep why. A wish that came meanwhile is compared with what is live now, so it stays open where it has to.
 */
export async function updateFollowed(tx: Tx, routerId: bigint, { failed, isHeld }: { failed: readonly bigint[]; isHeld: boolean }): Promise<void> {
  await sql`
    update access a set observed_at = ${tx.now}, observed = null, must_redial = false, may_adopt = false,
      applied_revision = case when q.drifts then a.applied_revision else a.revision end,
      applied_hash = case when q.drifts then a.applied_hash else a.hash end,
      last_error = case when not q.drifts then null when a.subscription_id = any(${failed.map(String)}::bigint[]) then 'session_stays'
        when ${isHeld} and not a.desired_on then 'held' end
    from subscriptions s cross join lateral (select radius_drifts(s.id, ${tx.now}) as drifts) q
    where s.id = a.subscription_id and s.router_id = ${routerId} and ${pending} and ${carried}`.execute(tx.db)
}
