import { sql } from 'kysely'
import type { Instant } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

/** An OLT that answers but does not let us in is no outage; its own page says what to do. */
const SILENT = sql`array['silent', 'refused', 'no_route', 'unknown_host', 'closed']`
/** Failures in a row after which an OLT counts as not answering. */
const FAILURES = 2

const isSilent = sql`coalesce(o.is_active and h.error_kind = any(${SILENT}), false)`
/** One that a person has ended is not opened again before the OLT has answered. */
const isToldSilent = sql`exists (
  select from incidents i where i.olt_id = o.id and i.kind = 'olt_unreachable'
    and (i.ended_at is null or (i.closed_by is not null and i.ended_at >= coalesce(h.seen_at, '-infinity'))))`
const hasOpen = (kind: 'olt_unreachable' | null) => sql`exists (
  select from incidents i where i.olt_id = o.id and i.ended_at is null and (${kind}::text is null or i.kind = ${kind}))`

/** OLTs of which something is new since the last look. */
export async function selectOltsToLookAt({ db }: Pick<Conn, 'db'>): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select o.id from olts o join olt_health h on h.olt_id = o.id left join olt_polls p on p.olt_id = o.id and p.kind = 'status' left join incident_looks l on l.olt_id = o.id
    where (o.is_active and p.began_at is distinct from l.polled_at) or (${isSilent} and h.failures >= ${FAILURES} and not ${isToldSilent})
      or (not ${isSilent} and ${hasOpen('olt_unreachable')}) or (not o.is_active and ${hasOpen(null)})
    order by o.id`.execute(db)
  return rows.map(({ id }) => id)
}

export interface OltStanding {
  readonly branch_id: bigint
  readonly is_active: boolean
  /** The last status poll, and whether it is proven to be whole. */
  readonly began_at: Instant | null
  readonly is_complete: boolean | null
  readonly is_silent: boolean
  readonly is_newly_silent: boolean
  readonly seen_at: Instant | null
  readonly failed_at: Instant | null
  /** The status poll that was judged last. */
  readonly polled_at: Instant | null
}

/** One look at an OLT at a time. Undefined where there is no such OLT. */
export async function lockLook(tx: Tx, oltId: bigint): Promise<OltStanding | undefined> {
  await sql`insert into incident_looks (olt_id) select id from olts where id = ${oltId} on conflict do nothing`.execute(tx.db)
  await sql`select from incident_looks where olt_id = ${oltId} for update`.execute(tx.db)
  const { rows } = await sql<OltStanding>`
    select o.branch_id, o.is_active, p.began_at, p.is_complete, ${isSilent} as is_silent, ${isSilent} and h.failures >= ${FAILURES} and not ${isToldSilent} as is_newly_silent,
      h.seen_at, h.failed_at, l.polled_at
    from olts o join olt_health h on h.olt_id = o.id join incident_looks l on l.olt_id = o.id left join olt_polls p on p.olt_id = o.id and p.kind = 'status'
    where o.id = ${oltId}`.execute(tx.db)
  return rows[0]
}

export async function updateLook(tx: Tx, oltId: bigint, polledAt: Instant | null): Promise<void> {
  await sql`update incident_looks set polled_at = ${polledAt}::timestamptz, looked_at = ${tx.now} where olt_id = ${oltId}`.execute(tx.db)
}

/** Who is back is no longer away; why the others are away may be told better by now. */
export async function followAway(tx: Tx, oltId: bigint, at: Instant): Promise<void> {
  await sql`
    update incident_onus r set up_at = case when o.since >= r.down_at then o.since else greatest(${at}::timestamptz, r.down_at) end
    from incidents i, onus o where i.olt_id = ${oltId} and r.incident_id = i.id and r.up_at is null and o.id = r.onu_id and o.is_present and o.state = 'online'`.execute(
    tx.db,
  )
}

/** So long afterwards an ONU is still followed; a look comes every few minutes. */
const FOLLOWED_HOURS = 24

/** Rows without a name that were found to be a known device are that device's. It is away under one incident at a time: its own goes on, that of its place ends. Repeatable. */
export async function followAbsorbed(tx: Tx, oltId: bigint): Promise<void> {
  const { rows } = await sql<{ nameless_id: bigint; onu_id: bigint; at: Instant }>`
    select nameless_id, onu_id, at from onu_absorptions where olt_id = ${oltId} and at >= ${tx.now.subtract({ hours: FOLLOWED_HOURS })} order by nameless_id`.execute(
    tx.db,
  )
  const ofOlt = sql`r.incident_id in (select id from incidents where olt_id = ${oltId})`
  for (const { nameless_id, onu_id, at } of rows) {
    await sql`
      update incident_onus r set up_at = greatest(${at}::timestamptz, r.down_at) where ${ofOlt} and r.onu_id = ${nameless_id} and r.up_at is null
        and exists (select from incident_onus own where own.onu_id = ${onu_id} and own.up_at is null)`.execute(tx.db)
    await sql`
      update incident_onus r set onu_id = ${onu_id} where ${ofOlt} and r.onu_id = ${nameless_id}
        and not exists (select from incident_onus own where own.incident_id = r.incident_id and own.onu_id = ${onu_id} and own.down_at = r.down_at)`.execute(
      tx.db,
    )
    await sql`delete from incident_onus r where ${ofOlt} and r.onu_id = ${nameless_id}`.execute(tx.db)
  }
}

export interface StandingOnu {
  readonly id: bigint
  readonly pon: string
  readonly onu_index: number
  readonly state: string
  readonly cause: string | null
  readonly since: Instant
  readonly was_online: boolean
  readonly box_ids: readonly bigint[]
  readonly area_id: bigint | null
  readonly is_told: boolean
}

/** Whether there is anything to judge: somebody has gone away lately and is under no incident yet. */
export async function selectHasDrops(tx: Tx, oltId: bigint, windowStart: Instant): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from onus o where o.olt_id = ${oltId} and o.is_present and o.state in ('offline', 'los', 'power_off') and o.since >= ${windowStart}
        and not exists (select from incident_onus r where r.onu_id = o.id and r.up_at is null)
    ) as found`.execute(tx.db)
  return rows[0]?.found === true
}

/** The ONUs of an OLT as its last status poll left them. */
export async function selectStanding(tx: Tx, oltId: bigint, windowStart: Instant): Promise<StandingOnu[]> {
  const { rows } = await sql<StandingOnu>`
    with recursive up as (
      select b.id as box_id, array[b.id] as ids, b.parent_id, b.area_id from boxes b where b.id in (select box_id from onus where olt_id = ${oltId} and is_present)
      union all
      select u.box_id, u.ids || b.id, b.parent_id, coalesce(u.area_id, b.area_id) from up u join boxes b on b.id = u.parent_id where b.id <> all(u.ids) and cardinality(u.ids) < 8
    ), places as (select distinct on (box_id) box_id, ids, area_id from up order by box_id, cardinality(ids) desc)
    select o.id, o.pon, o.onu_index, o.state, o.cause, o.since, coalesce(p.ids, '{}') as box_ids, coalesce(p.area_id, c.area_id) as area_id,
      o.state <> 'online' and o.since >= ${windowStart} and exists (
        select from onu_events e where e.onu_id = o.id and e.at = o.since and e.kind = 'state' and e.was = 'online') as was_online,
      exists (select from incident_onus r where r.onu_id = o.id and r.up_at is null) as is_told
    from onus o left join places p on p.box_id = o.box_id left join onu_links k on k.onu_id = o.id and k.until is null
      left join subscriptions s on s.id = k.subscription_id left join clients c on c.id = s.client_id
    where o.olt_id = ${oltId} and o.is_present order by o.id`.execute(tx.db)
  return rows
}
