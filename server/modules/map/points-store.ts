import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { oltsIn } from '../network/olts/index.ts'
import type { Light } from '../network/onus/index.ts'
import type { Bounds } from './grid.ts'

type Db = Pick<Conn, 'db'>

export const KINDS = ['olt', 'box', 'client'] as const
export type Kind = (typeof KINDS)[number]

/** How something on the map is, in one word for every kind. */
export const STATES = ['online', 'partly', 'offline', 'suspended', 'pending', 'left', 'unknown'] as const
export type PointState = (typeof STATES)[number]

export interface PointFilter {
  readonly bounds: Bounds
  readonly branchId?: bigint | undefined
  readonly areaId?: bigint | undefined
  /** Only what is offline. */
  readonly isOffline: boolean
  readonly seesFibre: boolean
}

export interface Point {
  readonly id: bigint
  readonly name: string
  /** A client's code; what a box is; null for an OLT. */
  readonly code: string | null
  readonly latitude: number
  readonly longitude: number
  readonly state: PointState
  readonly since: Instant | null
  readonly onus: number | null
  readonly online: number | null
  readonly onu_id: bigint | null
  readonly onu_state: 'online' | 'offline' | 'los' | 'power_off' | 'disabled' | 'unknown' | null
  readonly light: Light | null
  readonly rx_dbm: number | null
}

export interface Cell {
  readonly latitude: number
  readonly longitude: number
  readonly count: number
  readonly offline: number
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

const AWAY = sql`('offline', 'los', 'power_off')`
const within = (alias: string, { south, west, north, east }: Bounds): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`${of('latitude')} between ${south} and ${north} and ${of('longitude')} between ${west} and ${east}`
}
const both = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(parts, sql` and `)

/** An active line that nobody uses: no session where one is to be expected, or its ONU away. */
const isDown = sql`l.state = 'active' and not exists (select from ppp_sessions p where p.subscription_id = l.subscription_id)
  and ((l.connection_kind = 'pppoe' and l.router_id is not null)
    or exists (select from onu_links k join onus u on u.id = k.onu_id where k.subscription_id = l.subscription_id and k.until is null and u.is_present and u.state in ${AWAY}))`

/** What of a kind lies in the bounds, and which of it is offline. */
interface Source {
  readonly from: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
  readonly isOffline: RawBuilder<unknown>
  /** All ids of what is offline, wherever it stands: quicker than asking of each, where nearly everything is asked of. */
  readonly offlineIds?: RawBuilder<unknown>
}

function clientSource(scope: Scope, { bounds, branchId, areaId }: PointFilter): Source {
  const where = [within('p', bounds), sql`p.longitude is not null and p.deleted_at is null`, scopeCondition(scope, 'p')]
  if (branchId !== undefined) where.push(sql`p.branch_id = ${branchId}`)
  if (areaId !== undefined) where.push(sql`p.area_id = ${areaId}`)
  return {
    from: sql`clients p`,
    where: both(where),
    isOffline: sql`exists (select from client_list l where l.client_id = p.id and ${isDown})`,
    offlineIds: sql`select distinct l.client_id as id from client_list l where ${isDown}`,
  }
}

function boxSource(scope: Scope, { bounds, branchId, areaId }: PointFilter): Source {
  const where = [within('p', bounds), branchesIn(scope, 'p')]
  if (branchId !== undefined) where.push(sql`p.branch_id = ${branchId}`)
  if (areaId !== undefined) where.push(sql`p.area_id = ${areaId}`)
  const onus = (state: RawBuilder<unknown>) => sql`exists (select from onus u where u.box_id = p.id and u.is_present and ${state})`
  return { from: sql`boxes p`, where: both(where), isOffline: sql`${onus(sql`true`)} and not ${onus(sql`u.state = 'online'`)}` }
}

/** An OLT has no area. */
function oltSource(scope: Scope, { bounds, branchId, areaId }: PointFilter): Source {
  const where = [within('p', bounds), branchesIn(scope, 'p'), areaId === undefined ? sql`true` : sql`false`]
  if (branchId !== undefined) where.push(sql`p.branch_id = ${branchId}`)
  return {
    from: sql`olts p`,
    where: both(where),
    isOffline: sql`p.is_active and exists (select from olt_health h where h.olt_id = p.id and h.error_kind is not null)`,
  }
}

/** As OLTs and boxes are seen: by their branch, and by no reseller. */
const branchesIn = (scope: Scope, alias: string): RawBuilder<unknown> => (scope.kind === 'reseller' ? sql`false` : scopeCondition(scope, alias))

const SOURCES = { client: clientSource, box: boxSource, olt: oltSource } as const
const whereOf = ({ where, isOffline }: Source, filter: PointFilter) => (filter.isOffline ? both([where, isOffline]) : where)

/** Whether a kind has more than so many in the bounds. */
export async function hasMore({ db }: Db, scope: Scope, kind: Kind, filter: PointFilter, limit: number): Promise<boolean> {
  const source = SOURCES[kind](scope, filter)
  const { rows } = await sql`select 1 from ${source.from} where ${whereOf(source, filter)} limit 1 offset ${limit}`.execute(db)
  return rows.length > 0
}

/**
 * How many there are in each cell of a grid with steps of so many degrees. Those offline are counted apart, so that all of them are counted from an
 * index alone. `isMany`: the bounds hold a good part of the company, and one pass over all its lines costs less than asking of each client.
 */
export async function selectCells(
  { db }: Db,
  scope: Scope,
  kind: Kind,
  filter: PointFilter,
  { step, limit, isMany }: { step: number; limit: number; isMany: boolean },
): Promise<Cell[]> {
  const source = SOURCES[kind](scope, filter)
  const cell = sql`floor(p.latitude / ${step}::double precision)::int as y, floor(p.longitude / ${step}::double precision)::int as x`
  const isAway = isMany && source.offlineIds !== undefined
  const away = isAway ? sql`away as materialized (${source.offlineIds}), ` : sql``
  const isOffline = isAway ? sql`p.id in (select id from away)` : source.isOffline
  const { rows } = await sql<Cell>`
    with ${away}every as (
      select ${cell}, count(*)::int as count, avg(p.latitude) as latitude, avg(p.longitude) as longitude,
        min(p.latitude) as south, min(p.longitude) as west, max(p.latitude) as north, max(p.longitude) as east
      from ${source.from} where ${filter.isOffline ? both([source.where, isOffline]) : source.where} group by 1, 2 order by 3 desc, 1, 2 limit ${limit}
    ), down as (select ${cell}, count(*)::int as count from ${source.from} where ${source.where} and ${isOffline} group by 1, 2)
    select e.latitude, e.longitude, e.south, e.west, e.north, e.east, e.count, coalesce(d.count, 0) as offline
    from every e left join down d on d.x = e.x and d.y = e.y order by e.y, e.x`.execute(db)
  return rows
}

export async function selectPoints(conn: Db, scope: Scope, kind: Kind, filter: PointFilter, limit: number): Promise<Point[]> {
  const source = SOURCES[kind](scope, filter)
  const chosen = sql`select p.id from ${source.from} where ${whereOf(source, filter)} order by p.id limit ${limit}`
  const read = { client: selectClients, box: selectBoxes, olt: selectOlts }[kind]
  return await read(conn, scope, chosen, filter)
}

const dbm = (rows: readonly (Omit<Point, 'rx_dbm'> & { rx_centi_dbm: number | null })[]): Point[] =>
  rows.map(({ rx_centi_dbm, ...point }) => ({ ...point, rx_dbm: rx_centi_dbm === null ? null : rx_centi_dbm / 100 }))

/** Each by the worst of his lines. */
async function selectClients({ db }: Db, scope: Scope, chosen: RawBuilder<unknown>, { seesFibre }: PointFilter): Promise<Point[]> {
  const seen = seesFibre ? oltsIn(scope, 'o') : sql`false`
  const { rows } = await sql<Omit<Point, 'rx_dbm'> & { rx_centi_dbm: number | null }>`
    select c.id, c.name, c.code, c.latitude, c.longitude, coalesce(line.state, 'left') as state, null::int as onus, null::int as online,
      case when line.is_seen then line.onu_id end as onu_id, case when line.is_seen then line.onu_state end as onu_state,
      case when line.is_seen then line.since end as since, case when line.is_seen then line.light end as light, case when line.is_seen then line.rx_centi_dbm end as rx_centi_dbm
    from clients c left join lateral (
      select f.state, u.id as onu_id, u.state as onu_state, u.since, u.light, u.rx_centi_dbm, exists (select from olts o where o.id = u.olt_id and ${seen}) as is_seen
      from client_list l
        left join onu_links k on k.subscription_id = l.subscription_id and k.until is null
        left join onus u on u.id = k.onu_id and u.is_present
        cross join lateral (select case
          when ${isDown} then 'offline'
          when l.state = 'active' and (u.state = 'online' or exists (select from ppp_sessions p where p.subscription_id = l.subscription_id)) then 'online'
          when l.state = 'active' then 'unknown'
          when l.state in ('suspended', 'expired') then 'suspended'
          when l.state = 'pending' then 'pending' else 'left' end as state) f
      where l.client_id = c.id
      order by array_position(array['offline', 'online', 'unknown', 'pending', 'suspended', 'left'], f.state), l.subscription_id limit 1) line on true
    where c.id in (${chosen}) order by c.id`.execute(db)
  return dbm(rows)
}

const counted = (column: 'box_id' | 'olt_id', of: string) => sql`
  cross join lateral (select count(*)::int as onus, count(*) filter (where u.state = 'online')::int as online
    from onus u where ${sql.ref(`u.${column}`)} = ${sql.ref(`${of}.id`)} and u.is_present) n`
const noOnu = sql`null::bigint as onu_id, null::text as onu_state, null::text as light, null::smallint as rx_centi_dbm`

async function selectBoxes({ db }: Db, _scope: Scope, chosen: RawBuilder<unknown>): Promise<Point[]> {
  const { rows } = await sql<Omit<Point, 'rx_dbm'> & { rx_centi_dbm: number | null }>`
    select b.id, b.name, b.kind as code, b.latitude, b.longitude, null::timestamptz as since, n.onus, n.online, ${noOnu},
      case when n.onus = 0 then 'unknown' when n.online = 0 then 'offline' when n.online * 2 <= n.onus then 'partly' else 'online' end as state
    from boxes b ${counted('box_id', 'b')} where b.id in (${chosen}) order by b.id`.execute(db)
  return dbm(rows)
}

async function selectOlts({ db }: Db, _scope: Scope, chosen: RawBuilder<unknown>): Promise<Point[]> {
  const { rows } = await sql<Omit<Point, 'rx_dbm'> & { rx_centi_dbm: number | null }>`
    select o.id, o.name, null::text as code, o.latitude, o.longitude, h.seen_at as since, n.onus, n.online, ${noOnu},
      case when not o.is_active then 'suspended' when h.error_kind is not null then 'offline' when h.seen_at is null then 'unknown' else 'online' end as state
    from olts o left join olt_health h on h.olt_id = o.id ${counted('olt_id', 'o')} where o.id in (${chosen}) order by o.id`.execute(db)
  return dbm(rows)
}
