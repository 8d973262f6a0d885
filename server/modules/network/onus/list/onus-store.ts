import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/time.ts'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'
import { oltsIn } from '../../olts/index.ts'
import type { Olt } from '../../olts/index.ts'
import type { Light } from '../light.ts'
import { ONU_STATES } from '../onu.ts'
import type { OnuState } from '../onu.ts'

type Db = Pick<Conn, 'db'>

/** So many turns between online and away within a day are no accident. */
export const FLAPS_A_DAY = 4

export interface Onu {
  readonly id: bigint
  readonly serial: string | null
  readonly raw_serial: string | null
  readonly mac: string | null
  readonly model: string
  readonly description: string
  readonly olt_id: bigint
  readonly olt_name: string
  readonly branch_id: bigint
  readonly branch_name: string
  readonly olt: Pick<Olt, 'is_active' | 'is_writable' | 'cli' | 'profile'>
  readonly pon: string
  readonly onu_index: number
  readonly is_present: boolean
  readonly state: OnuState
  readonly raw_state: string | null
  readonly cause: string | null
  readonly raw_cause: string | null
  readonly since: Instant
  readonly rx_centi_dbm: number | null
  readonly olt_rx_centi_dbm: number | null
  readonly tx_centi_dbm: number | null
  readonly temperature_c: number | null
  readonly voltage_v: number | null
  readonly bias_ma: number | null
  readonly distance_m: number | null
  readonly measured_at: Instant | null
  readonly light: Light
  readonly light_since: Instant | null
  readonly box_id: bigint | null
  readonly box_name: string | null
  readonly box_port: number | null
  readonly first_seen_at: Instant
  readonly version: number
  /** Of the line it carries; null where none is linked. */
  readonly subscription_id: bigint | null
  readonly pppoe_login: string | null
  readonly client_id: bigint | null
  readonly client_code: string | null
  readonly client_name: string | null
  /** Of the last whole look at states. */
  readonly seen_at: Instant | null
}

const columns = sql`n.id, n.serial, n.raw_serial, n.mac, n.model, n.description, n.olt_id, o.name as olt_name, o.branch_id, (select name from branches where id = o.branch_id) as branch_name,
  jsonb_build_object('is_active', o.is_active, 'is_writable', o.is_writable, 'cli', o.cli, 'profile', o.profile) as olt, n.pon, n.onu_index, n.is_present, n.state, n.raw_state, n.cause, n.raw_cause, n.since, n.rx_centi_dbm, n.olt_rx_centi_dbm, n.tx_centi_dbm, n.temperature_c, n.voltage_v, n.bias_ma,
  n.distance_m, n.measured_at, n.light, n.light_since, n.box_id, b.name as box_name, n.box_port, n.first_seen_at, n.version, l.subscription_id, s.pppoe_login, s.client_id,
  c.code as client_code, c.name as client_name, (select completed_at from olt_polls where olt_id = n.olt_id and kind = 'status') as seen_at`
const whose = sql`join olts o on o.id = n.olt_id left join boxes b on b.id = n.box_id left join onu_links l on l.onu_id = n.id and l.until is null
  left join subscriptions s on s.id = l.subscription_id left join clients c on c.id = s.client_id`

export async function selectOnu({ db }: Db, scope: Scope, id: bigint): Promise<Onu | undefined> {
  return (await sql<Onu>`select ${columns} from onus n ${whose} where n.id = ${id} and ${oltsIn(scope)}`.execute(db)).rows[0]
}

/** The ONU a line is carried by. */
export async function selectOnuOfLine({ db }: Db, scope: Scope, subscriptionId: bigint): Promise<Onu | undefined> {
  return (await sql<Onu>`select ${columns} from onus n ${whose} where l.subscription_id = ${subscriptionId} and ${oltsIn(scope)}`.execute(db)).rows[0]
}

/** Those whose serial, MAC or description holds what was typed, whole serials and MACs first. */
export async function findOnus({ db }: Db, scope: Scope, text: string, limit: number): Promise<(Onu & { is_exact: boolean })[]> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Onu & { is_exact: boolean }>`
    select ${columns}, coalesce(lower(n.serial) = ${text}, false) or coalesce(lower(n.mac) = ${text}, false) as is_exact from onus n ${whose}
    where n.search like ${like} and ${oltsIn(scope)} order by is_exact desc, n.is_present desc, n.id limit ${limit}`.execute(db)
  return rows
}

export async function lockOnu(tx: Tx, id: bigint): Promise<Onu | undefined> {
  return (await sql<Onu>`select ${columns} from onus n ${whose} where n.id = ${id} and ${oltsIn(tx.actor.scope)} for update of n`.execute(tx.db)).rows[0]
}

export const ONU_SORTS = ['place', 'light', 'longest_away', 'newest'] as const
export type OnuSort = (typeof ONU_SORTS)[number]
export const ONU_STANDINGS = [...ONU_STATES, 'away'] as const

export interface OnuFilter {
  readonly oltId?: bigint | undefined
  readonly pon?: string | undefined
  readonly branchId?: bigint | undefined
  readonly boxId?: bigint | undefined
  readonly subscriptionId?: bigint | undefined
  readonly state?: (typeof ONU_STANDINGS)[number] | undefined
  readonly light?: Light | undefined
  readonly rxBelowDbm?: number | undefined
  readonly awayBefore?: Instant | undefined
  readonly isLinked?: boolean | undefined
  readonly isFlapping?: boolean | undefined
  readonly isPresent?: boolean | undefined
  readonly q?: string | undefined
}

const isAway = sql`n.state in ('offline', 'los', 'power_off')`

function conditions(scope: Scope, filter: OnuFilter, dayAgo: Instant): RawBuilder<unknown>[] {
  const where = [oltsIn(scope), sql`n.is_present = ${filter.isPresent ?? true}`]
  if (filter.oltId !== undefined) where.push(sql`n.olt_id = ${filter.oltId}`)
  if (filter.pon !== undefined) where.push(sql`n.pon = ${filter.pon}`)
  if (filter.branchId !== undefined) where.push(sql`o.branch_id = ${filter.branchId}`)
  if (filter.boxId !== undefined) where.push(sql`n.box_id = ${filter.boxId}`)
  if (filter.subscriptionId !== undefined) where.push(sql`l.subscription_id = ${filter.subscriptionId}`)
  if (filter.state === 'away') where.push(isAway)
  else if (filter.state !== undefined) where.push(sql`n.state = ${filter.state}`)
  if (filter.light !== undefined) where.push(sql`n.light = ${filter.light}`)
  if (filter.rxBelowDbm !== undefined) where.push(sql`n.rx_centi_dbm < ${Math.round(filter.rxBelowDbm * 100)}::int`)
  if (filter.awayBefore !== undefined) where.push(sql`${isAway} and n.since < ${filter.awayBefore}`)
  if (filter.isLinked !== undefined) where.push(filter.isLinked ? sql`l.id is not null` : sql`l.id is null`)
  if (filter.isFlapping === true)
    where.push(sql`n.id in (select onu_id from onu_events where at >= ${dayAgo} and kind = 'state' and (was = 'online' or is_now = 'online')
      group by onu_id having count(*) >= ${FLAPS_A_DAY})`)
  if (filter.q !== undefined) {
    const like = `%${filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    where.push(sql`(n.search like ${like} or lower(s.pppoe_login) like ${like} or c.code ilike ${like} or c.name ilike ${like})`)
  }
  return where
}

export interface OnuCursor {
  readonly key: string
  readonly id: bigint
}

/** `limit + 1` rows with the key each is sorted by; `dayAgo` is a day before now. */
export async function selectOnus(
  { db }: Db,
  scope: Scope,
  filter: OnuFilter,
  { sort, limit, after, dayAgo }: { sort: OnuSort; limit: number; after?: OnuCursor | undefined; dayAgo: Instant },
): Promise<(Onu & { sort_key: string })[]> {
  const where = conditions(scope, filter, dayAgo)
  const key = sortKey(sort)
  if (sort === 'light') where.push(sql`n.rx_centi_dbm is not null`)
  if (sort === 'longest_away') where.push(isAway)
  if (after !== undefined) where.push(sql`(${key}, n.id) > (${after.key}, ${after.id})`)
  const { rows } = await sql<Onu & { sort_key: string }>`
    select ${columns}, ${key} as sort_key from onus n ${whose} where ${sql.join(where, sql` and `)} order by ${key}, n.id limit ${limit + 1}`.execute(db)
  return rows
}

/** Text that sorts as the value does. */
function sortKey(sort: OnuSort): RawBuilder<unknown> {
  if (sort === 'light') return sql`to_char(n.rx_centi_dbm + 100000, 'FM000000') collate "C"`
  if (sort === 'longest_away') return sql`to_char(extract(epoch from n.since) * 1000, 'FM00000000000000') collate "C"`
  if (sort === 'newest') return sql`to_char(99999999999999 - extract(epoch from n.first_seen_at) * 1000, 'FM00000000000000') collate "C"`
  return sql`(lower(o.name) || ' ' || pon_order(n.pon) || ' ' || lpad(n.onu_index::text, 6, '0')) collate "C"`
}

export interface OnuCounts {
  readonly total: number
  readonly online: number
  readonly los: number
  readonly power_off: number
  readonly offline: number
  readonly disabled: number
  readonly unknown: number
  readonly weak: number
  readonly critical: number
  readonly unlinked: number
}

const counts = sql`count(*)::int as total, count(*) filter (where n.state = 'online')::int as online, count(*) filter (where n.state = 'los')::int as los,
  count(*) filter (where n.state = 'power_off')::int as power_off, count(*) filter (where n.state = 'offline')::int as offline,
  count(*) filter (where n.state = 'disabled')::int as disabled, count(*) filter (where n.state = 'unknown')::int as unknown,
  count(*) filter (where n.light = 'weak')::int as weak, count(*) filter (where n.light = 'critical')::int as critical,
  count(*) filter (where not exists (select from onu_links l where l.onu_id = n.id and l.until is null))::int as unlinked`

export async function countOnus({ db }: Db, scope: Scope): Promise<OnuCounts> {
  const { rows } = await sql<OnuCounts>`select ${counts} from onus n join olts o on o.id = n.olt_id where n.is_present and ${oltsIn(scope)}`.execute(db)
  return rows[0] as OnuCounts
}

export async function countOnusByOlt({ db }: Db, oltIds: readonly bigint[]): Promise<ReadonlyMap<bigint, OnuCounts>> {
  const { rows } = await sql<OnuCounts & { olt_id: bigint }>`
    select n.olt_id, ${counts} from onus n where n.is_present and n.olt_id = any(${oltIds.map(String)}::bigint[]) group by n.olt_id`.execute(db)
  return new Map(rows.map((row) => [row.olt_id, row]))
}

export interface PonPort extends OnuCounts {
  readonly pon: string
  readonly description: string
  readonly is_up: boolean | null
  readonly tx_centi_dbm: number | null
  readonly temperature_c: number | null
  readonly unregistered: number
  readonly mean_rx_centi_dbm: number | null
  readonly lowest_rx_centi_dbm: number | null
}

/** The PONs of an OLT in the order people count them, with how their ONUs are. */
export async function selectPonPorts({ db }: Db, oltId: bigint): Promise<PonPort[]> {
  const { rows } = await sql<PonPort>`
    with of_onus as (
      select n.pon, ${counts}, round(avg(n.rx_centi_dbm) filter (where n.state = 'online'))::int as mean_rx_centi_dbm,
        min(n.rx_centi_dbm) filter (where n.state = 'online')::int as lowest_rx_centi_dbm
      from onus n where n.olt_id = ${oltId} and n.is_present group by n.pon
    ), waiting as (
      select pon, count(*)::int as n from unregistered_onus where olt_id = ${oltId} and pon <> '' group by pon
    ), ports as (
      select name as pon, description, is_up, tx_centi_dbm, temperature_c from olt_interfaces where olt_id = ${oltId} and kind = 'pon' and name ~ '^[0-9]+(/[0-9]+)+$'
    )
    select pon, coalesce(p.description, '') as description, p.is_up, p.tx_centi_dbm, p.temperature_c, coalesce(w.n, 0) as unregistered, coalesce(u.total, 0) as total,
      coalesce(u.online, 0) as online, coalesce(u.los, 0) as los, coalesce(u.power_off, 0) as power_off, coalesce(u.offline, 0) as offline, coalesce(u.disabled, 0) as disabled,
      coalesce(u.unknown, 0) as unknown, coalesce(u.weak, 0) as weak, coalesce(u.critical, 0) as critical, coalesce(u.unlinked, 0) as unlinked, u.mean_rx_centi_dbm,
      u.lowest_rx_centi_dbm
    from of_onus u full join waiting w using (pon) full join ports p using (pon) order by pon_order(pon) collate "C", pon`.execute(db)
  return rows
}

export async function updateOnu(tx: Tx, id: bigint, { boxId, boxPort }: { boxId: bigint | null; boxPort: number | null }): Promise<void> {
  await sql`update onus set box_id = ${boxId}, box_port = ${boxPort}, version = version + 1 where id = ${id}`.execute(tx.db)
}

/** The branches of the OLTs of ONUs, whoever asks: for what open pages hear. */
export async function selectBranchesOf({ db }: Db, ids: readonly bigint[]): Promise<{ id: bigint; branch_id: bigint }[]> {
  const { rows } = await sql<{ id: bigint; branch_id: bigint }>`
    select n.id, o.branch_id from onus n join olts o on o.id = n.olt_id where n.id = any(${ids.map(String)}::bigint[])`.execute(db)
  return rows
}
