import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import { oltsIn } from '../network/olts/index.ts'
import type { Incident, IncidentKind, Place, Reason } from './incident.ts'

type Db = Pick<Conn, 'db'>

const columns = sql`i.id, i.kind, i.node, i.olt_id, o.name as olt_name, o.branch_id, b.name as branch_name, i.pon, i.box_id, x.name as box_name, i.area_id, a.name as area_name,
  i.began_at, i.found_at, i.ended_at, l.polled_at, i.closed_by, u.full_name as closed_by_name, i.close_reason, i.merged_into_id, i.onus_of, i.onus, i.onus_back, i.lines, i.clients,
  i.monthly_minor, i.text_en, i.text_bn, i.is_text_edited, i.is_public, i.note, i.version,
  (select count(*)::int from incident_credits k where k.incident_id = i.id and k.state = 'draft') as drafts`
const joined = sql`incidents i join olts o on o.id = i.olt_id join branches b on b.id = o.branch_id left join boxes x on x.id = i.box_id left join areas a on a.id = i.area_id
  left join incident_looks l on l.olt_id = i.olt_id left join users u on u.id = i.closed_by`

export const STATES = ['open', 'closed'] as const

export interface IncidentFilter {
  readonly state?: (typeof STATES)[number] | undefined
  readonly kind?: IncidentKind | undefined
  readonly oltId?: bigint | undefined
  readonly q?: string | undefined
}

/** Newest first; `limit + 1` rows. Those that have become a part of another are left out. */
export async function selectIncidents(
  { db }: Db,
  scope: Scope,
  { state, kind, oltId, q }: IncidentFilter,
  { limit, before }: { limit: number; before?: bigint | undefined },
): Promise<Incident[]> {
  const where: RawBuilder<unknown>[] = [oltsIn(scope), sql`i.merged_into_id is null`]
  if (state !== undefined) where.push(state === 'open' ? sql`i.ended_at is null` : sql`i.ended_at is not null`)
  if (kind !== undefined) where.push(sql`i.kind = ${kind}`)
  if (oltId !== undefined) where.push(sql`i.olt_id = ${oltId}`)
  if (q !== undefined) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    where.push(
      sql`(o.name ilike ${like} or i.pon ilike ${like} or x.name ilike ${like} or a.name ilike ${like} or i.note ilike ${like} or i.text_en ilike ${like} or i.text_bn ilike ${like})`,
    )
  }
  if (before !== undefined) where.push(sql`i.id < ${before}`)
  const { rows } = await sql<Incident>`select ${columns} from ${joined} where ${sql.join(where, sql` and `)} order by i.id desc limit ${limit + 1}`.execute(db)
  return rows
}

export async function selectIncident({ db }: Db, scope: Scope, id: bigint): Promise<Incident | undefined> {
  return (await sql<Incident>`select ${columns} from ${joined} where i.id = ${id} and ${oltsIn(scope)}`.execute(db)).rows[0]
}

export async function lockIncident(tx: Tx, id: bigint): Promise<Incident | undefined> {
  return (await sql<Incident>`select ${columns} from ${joined} where i.id = ${id} and ${oltsIn(tx.actor.scope)} for update of i`.execute(tx.db)).rows[0]
}

export interface IncidentText {
  readonly text_en: string
  readonly text_bn: string
  readonly is_public: boolean
  readonly note: string
}

export async function updateText(tx: Tx, id: bigint, { text_en, text_bn, is_public, note }: IncidentText): Promise<void> {
  await sql`
    update incidents set is_text_edited = is_text_edited or (text_en, text_bn) <> (${text_en}::text, ${text_bn}::text), text_en = ${text_en}, text_bn = ${text_bn},
      is_public = ${is_public}, note = ${note}, version = version + 1 where id = ${id}`.execute(tx.db)
}

export async function updateClosed(tx: Tx, id: bigint, reason: string): Promise<void> {
  await sql`
    update incidents set ended_at = ${tx.now}, closed_by = ${tx.actor.userId}, close_reason = ${reason}, version = version + 1 where id = ${id}`.execute(tx.db)
}

export interface IncidentOnu {
  readonly onu_id: bigint
  readonly serial: string | null
  readonly mac: string | null
  readonly pon: string
  readonly onu_index: number
  readonly reason: Reason
  readonly box_name: string | null
  readonly down_at: Instant
  readonly up_at: Instant | null
  readonly times: number
  readonly minutes: number
  readonly subscription_id: bigint | null
  readonly login: string | null
  readonly client_id: bigint | null
  readonly client_code: string | null
  readonly client_name: string | null
  readonly client_phone: string | null
  readonly area_name: string | null
}

/**
 * The ONUs of an incident with the clients in reach behind them, by ONU; `limit + 1` rows. `down_at` is when it first went, `up_at` when it was
 * last back (null: it is away), `minutes` what it was away in all.
 */
export async function selectOnusOf(
  { db }: Db,
  scope: Scope,
  incidentId: bigint,
  { now, isAway }: { now: Instant; isAway?: boolean | undefined },
  { limit, after }: { limit: number; after?: bigint | undefined },
): Promise<IncidentOnu[]> {
  const { rows } = await sql<IncidentOnu>`
    with each as (
      select r.onu_id, (array_agg(r.pon order by r.down_at desc))[1] as pon, (array_agg(r.onu_index order by r.down_at desc))[1] as onu_index,
        (array_agg(r.reason order by r.down_at desc))[1] as reason, (array_agg(r.subscription_id order by r.down_at desc))[1] as subscription_id,
        min(r.down_at) as down_at, case when bool_or(r.up_at is null) then null else max(r.up_at) end as up_at, count(*)::int as times,
        ${minutesOf(now)} as minutes
      from incident_onus r where r.incident_id = ${incidentId} group by r.onu_id
    )
    select e.onu_id, o.serial, o.mac, e.pon, e.onu_index, e.reason, x.name as box_name, e.down_at, e.up_at, e.times, e.minutes, s.id as subscription_id, s.pppoe_login as login,
      c.id as client_id, c.code as client_code, c.name as client_name, c.phone as client_phone, a.name as area_name
    from each e left join onus o on o.id = e.onu_id left join boxes x on x.id = o.box_id left join subscriptions s on s.id = e.subscription_id
      left join clients c on c.id = s.client_id left join areas a on a.id = c.area_id
    where (e.subscription_id is null or (c.id is not null and ${scopeCondition(scope, 'c')})) and (${isAway ?? null}::boolean is null or (e.up_at is null) = ${isAway ?? null}::boolean)
      and e.onu_id > ${after ?? 0n}
    order by e.onu_id limit ${limit + 1}`.execute(db)
  return rows
}

/** Whole minutes over the rows of `incident_onus r` of a group; one that is away still is counted up to now. */
const minutesOf = (now: Instant) => sql`(sum(extract(epoch from greatest(coalesce(r.up_at, ${now}::timestamptz) - r.down_at, '0')))::bigint / 60)::int`

/** Minutes without service by client, over all incidents that began in a span of time. */
export async function selectOutageMinutes(
  { db }: Db,
  clientIds: readonly bigint[],
  { from, to, now }: { from: Instant; to: Instant; now: Instant },
): Promise<Map<bigint, number>> {
  const { rows } = await sql<{ client_id: bigint; minutes: number }>`
    select r.client_id, ${minutesOf(now)} as minutes from incident_onus r
    where r.client_id = any(${clientIds.map(String)}::bigint[]) and r.down_at >= ${from} and r.down_at < ${to} group by r.client_id`.execute(db)
  return new Map(rows.map(({ client_id, minutes }) => [client_id, minutes]))
}

export interface OpenIncidentOf {
  readonly onu_id: bigint
  readonly incident_id: bigint
  readonly kind: IncidentKind
  readonly node: Place['node']
  readonly pon: string | null
  readonly box_name: string | null
  readonly area_name: string | null
  readonly olt_name: string
  readonly began_at: Instant
  readonly onus: number
  readonly onus_back: number
  readonly down_at: Instant
}

/** Under which open incident ONUs are away: where there is one, they are no alarm of their own. */
export async function selectOpenIncidentOf({ db }: Db, onuIds: readonly bigint[]): Promise<Map<bigint, OpenIncidentOf>> {
  if (onuIds.length === 0) return new Map()
  const { rows } = await sql<OpenIncidentOf>`
    select r.onu_id, i.id as incident_id, i.kind, i.node, i.pon, x.name as box_name, a.name as area_name, o.name as olt_name, i.began_at, i.onus, i.onus_back, r.down_at
    from incident_onus r join incidents i on i.id = r.incident_id and i.ended_at is null join olts o on o.id = i.olt_id
      left join boxes x on x.id = i.box_id left join areas a on a.id = i.area_id
    where r.onu_id = any(${onuIds.map(String)}::bigint[]) and r.up_at is null`.execute(db)
  return new Map(rows.map((row) => [row.onu_id, row]))
}

export interface PublicIncident {
  readonly id: bigint
  readonly kind: IncidentKind
  readonly text_en: string
  readonly text_bn: string
  readonly began_at: Instant
  readonly client_ids: readonly bigint[]
}

/** Open incidents that clients are told of, newest first, each with the clients in reach whose line it has taken away. */
export async function selectPublicIncidents({ db }: Db, scope: Scope, { clientId }: { clientId?: bigint } = {}): Promise<PublicIncident[]> {
  const { rows } = await sql<PublicIncident>`
    select i.id, i.kind, i.text_en, i.text_bn, i.began_at, c.ids as client_ids from incidents i
      cross join lateral (
        select array_agg(distinct c.id order by c.id) as ids from incident_onus r join clients c on c.id = r.client_id
        where r.incident_id = i.id and r.up_at is null and ${scopeCondition(scope, 'c')} and (${clientId ?? null}::bigint is null or c.id = ${clientId ?? null}::bigint)) c
    where i.ended_at is null and i.is_public and c.ids is not null order by i.id desc limit 1000`.execute(db)
  return rows
}

/** Whoever asks: for what open pages hear. */
export async function selectBranches({ db }: Db, ids: readonly bigint[]): Promise<{ id: bigint; branch_id: bigint }[]> {
  return (
    await sql<{ id: bigint; branch_id: bigint }>`
      select i.id, o.branch_id from incidents i join olts o on o.id = i.olt_id where i.id = any(${ids.map(String)}::bigint[])`.execute(db)
  ).rows
}
