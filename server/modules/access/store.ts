import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { AccessReason, SubscriptionState } from './access.ts'

const list = (ids: readonly bigint[]): string[] => ids.map(String)

/** Locks lines in id order. Everything that changes reasons takes this lock before it projects, so the last one sees all reasons. */
export async function lockLines(tx: Tx, subscriptionIds: readonly bigint[]): Promise<void> {
  await sql`select 1 from subscriptions where id = any(${list(subscriptionIds)}::bigint[]) order by id for update`.execute(tx.db)
}

export async function upsertReasons(
  tx: Tx,
  subscriptionIds: readonly bigint[],
  reason: AccessReason,
  { note, until }: { note: string; until: PlainDate | null },
): Promise<bigint[]> {
  const { rows } = await sql<{ subscription_id: bigint }>`
    insert into access_reasons as r (subscription_id, reason, since, recorded_by, until, note)
    select id, ${reason}, ${tx.now}, ${tx.actor.userId}, ${until}::date, ${note} from subscriptions where id = any(${list(subscriptionIds)}::bigint[]) order by id
    on conflict (subscription_id, reason) do update set until = excluded.until, note = excluded.note
      where r.until is distinct from excluded.until or r.note <> excluded.note
    returning subscription_id`.execute(tx.db)
  return rows.map(({ subscription_id }) => subscription_id)
}

export async function deleteReasons(tx: Tx, subscriptionIds: readonly bigint[], reason: AccessReason): Promise<bigint[]> {
  const { rows } = await sql<{ subscription_id: bigint }>`
    delete from access_reasons where subscription_id = any(${list(subscriptionIds)}::bigint[]) and reason = ${reason} returning subscription_id`.execute(tx.db)
  return rows.map(({ subscription_id }) => subscription_id)
}

/** One probe where there is nothing to clear, which is nearly every payment. */
export async function deleteReasonsOfClient(tx: Tx, clientId: bigint, reason: AccessReason): Promise<bigint[]> {
  const { rows } = await sql<{ subscription_id: bigint }>`
    delete from access_reasons r using subscriptions s
    where s.client_id = ${clientId} and r.subscription_id = s.id and r.reason = ${reason} returning r.subscription_id`.execute(tx.db)
  return rows.map(({ subscription_id }) => subscription_id)
}

/** Reasons whose last day has passed; `until` is the first day they no longer hold. */
export async function deleteEndedReasons(tx: Tx, limit: number): Promise<{ subscription_id: bigint; client_id: bigint; reason: AccessReason }[]> {
  const { rows } = await sql<{ subscription_id: bigint; client_id: bigint; reason: AccessReason }>`
    with ended as (select subscription_id, reason from access_reasons where until <= ${tx.today} order by subscription_id, reason limit ${limit} for update skip locked)
    delete from access_reasons r using ended e, subscriptions s
    where r.subscription_id = e.subscription_id and r.reason = e.reason and s.id = r.subscription_id
    returning r.subscription_id, s.client_id, r.reason`.execute(tx.db)
  return rows
}

export interface ProjectedLine {
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly before: SubscriptionState
  readonly state: SubscriptionState
  readonly desired_on: boolean
  readonly is_access_changed: boolean
}

/**
 * Recomputes state and desired access of lines from their facts and writes what differs; the revision moves only with the hash or the speeds.
 * A line that was never activated gets its row at once, switched off. Returns the lines of which anything changed.
 */
export async function projectLines(tx: Tx, subscriptionIds: readonly bigint[]): Promise<ProjectedLine[]> {
  const { rows } = await sql<ProjectedLine>`
    with facts as materialized (
      select s.id, s.client_id, s.state as before, s.static_ip, subscription_state(s.left_on, s.activated_on, q.reasons) as state,
        q.reasons, coalesce(v.router_profile, '') as profile, v.download_kbps, v.upload_kbps
      from subscriptions s
      cross join lateral (select coalesce(array_agg(r.reason), '{}') as reasons from access_reasons r where r.subscription_id = s.id) q
      left join lateral (
        select p.router_profile, p.download_kbps, p.upload_kbps from subscription_terms t join package_versions p on p.id = t.package_version_id
        where t.subscription_id = s.id and t.starts_on <= ${tx.today} order by t.starts_on desc limit 1) v on true
      where s.id = any(${list(subscriptionIds)}::bigint[])
    ), wanted as materialized (
      select f.*, service_on(f.state, f.reasons) as is_on, access_hash(service_on(f.state, f.reasons), f.profile, f.static_ip) as hash from facts f
    ), states as (
      update subscriptions s set state = w.state, updated_at = ${tx.now} from wanted w where s.id = w.id and s.state <> w.state returning s.id
    ), rows as (
      insert into access as a (subscription_id, desired_on, profile, static_ip, hash, changed_at, download_kbps, upload_kbps)
      select id, is_on, profile, static_ip, hash, ${tx.now}, download_kbps, upload_kbps from wanted order by id
      on conflict (subscription_id) do update set desired_on = excluded.desired_on, profile = excluded.profile, static_ip = excluded.static_ip,
        hash = excluded.hash, revision = a.revision + 1, changed_at = excluded.changed_at, last_error = null,
        download_kbps = excluded.download_kbps, upload_kbps = excluded.upload_kbps
        where a.hash <> excluded.hash or (a.download_kbps, a.upload_kbps) is distinct from (excluded.download_kbps, excluded.upload_kbps)
      returning a.subscription_id
    )
    select w.id as subscription_id, w.client_id, w.before, w.state, w.is_on as desired_on, r.subscription_id is not null as is_access_changed
    from wanted w left join states s on s.id = w.id left join rows r on r.subscription_id = w.id
    where s.id is not null or r.subscription_id is not null order by w.id`.execute(tx.db)
  return rows
}

// A day on which the job did not run is made up for within this many days.
const LOOK_BACK_DAYS = 31

/** Lines whose terms began lately with another profile or speed than the one desired: a package change agreed for that day. */
export async function selectLinesDue(conn: Pick<Conn, 'db'>, day: PlainDate, limit: number): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select t.subscription_id as id from subscription_terms t
      join package_versions v on v.id = t.package_version_id
      join access a on a.subscription_id = t.subscription_id
    where t.starts_on > ${day}::date - ${LOOK_BACK_DAYS}::int and t.starts_on <= ${day} and (t.ends_on is null or t.ends_on > ${day})
      and (a.profile <> v.router_profile or (a.download_kbps, a.upload_kbps) is distinct from (v.download_kbps, v.upload_kbps))
    order by t.subscription_id limit ${limit}`.execute(conn.db)
  return rows.map(({ id }) => id)
}

export interface LineAccess {
  readonly subscription_id: bigint
  readonly desired_on: boolean
  readonly profile: string
  readonly static_ip: string | null
  readonly revision: bigint
  readonly applied_revision: bigint
  readonly observed_at: Temporal.Instant | null
  readonly last_error: string | null
  readonly changed_at: Temporal.Instant
}

export interface LineReason {
  readonly subscription_id: bigint
  readonly reason: AccessReason
  readonly since: Temporal.Instant
  readonly until: PlainDate | null
  readonly note: string
  readonly recorded_by: bigint | null
}

export async function selectAccess(conn: Pick<Conn, 'db'>, subscriptionIds: readonly bigint[]): Promise<LineAccess[]> {
  const { rows } = await sql<LineAccess>`
    select subscription_id, desired_on, profile, host(static_ip) as static_ip, revision, applied_revision, observed_at, last_error, changed_at
    from access where subscription_id = any(${list(subscriptionIds)}::bigint[]) order by subscription_id`.execute(conn.db)
  return rows
}

export async function selectReasons(conn: Pick<Conn, 'db'>, subscriptionIds: readonly bigint[]): Promise<LineReason[]> {
  const { rows } = await sql<LineReason>`
    select subscription_id, reason, since, until, note, recorded_by
    from access_reasons where subscription_id = any(${list(subscriptionIds)}::bigint[]) order by subscription_id, since, reason`.execute(conn.db)
  return rows
}
