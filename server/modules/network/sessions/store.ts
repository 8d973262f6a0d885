import { isIP } from 'node:net'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import { parseMac } from '../../../kernel/mac.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn } from '../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

export const SOURCES = ['radius', 'poll'] as const
export type SessionSource = (typeof SOURCES)[number]

/** A PPP session, live (`ended_at` null) or ended. Bytes: `upload` from the subscriber, `download` to him. */
export interface PppSession {
  readonly id: bigint
  readonly router_id: bigint
  readonly router_name: string
  /** Null: nobody's login. */
  readonly subscription_id: bigint | null
  readonly client_id: bigint | null
  readonly client_code: string | null
  readonly client_name: string | null
  readonly source: SessionSource
  readonly login: string
  readonly acct_session_id: string
  readonly address: string | null
  readonly ipv6_prefix: string | null
  readonly caller_id: string
  readonly nas_port: string
  readonly service: string
  readonly started_at: Temporal.Instant
  /** When it was last heard of. */
  readonly updated_at: Temporal.Instant
  readonly ended_at: Temporal.Instant | null
  readonly terminate_cause: string | null
  readonly upload_bytes: bigint
  readonly download_bytes: bigint
}

const shared = sql`p.id, p.router_id, r.name as router_name, p.subscription_id, s.client_id, c.code as client_code, c.name as client_name, p.source, p.login,
  p.acct_session_id, host(p.address) as address, p.ipv6_prefix::text as ipv6_prefix, p.caller_id, p.nas_port, p.service, p.started_at, p.upload_bytes, p.download_bytes`
const whose = sql`join routers r on r.id = p.router_id left join subscriptions s on s.id = p.subscription_id left join clients c on c.id = s.client_id`
const live = sql`select ${shared}, p.updated_at, null::timestamptz as ended_at, null as terminate_cause from ppp_sessions p ${whose}`
const closed = sql`select ${shared}, p.ended_at as updated_at, p.ended_at, p.terminate_cause from ppp_sessions_closed p ${whose}`

/** A session is its client's; nobody's is the branch's of the router, and no reseller's. */
export function sessionsIn(scope: Scope): RawBuilder<unknown> {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'reseller') return scopeCondition(scope, 'c')
  return sql`case when p.subscription_id is null then r.branch_id = any(${scope.branchIds.map(String)}::bigint[]) else ${scopeCondition(scope, 'c')} end`
}

export interface SessionFilter {
  readonly routerId?: bigint | undefined
  readonly login?: string | undefined
  readonly address?: string | undefined
  /** Of the client, or of the router where it is nobody's. */
  readonly branchId?: bigint | undefined
  readonly areaId?: bigint | undefined
  /** An address, a MAC address, or the beginning of a login. */
  readonly q?: string | undefined
}

function filtered(scope: Scope, { routerId, login, address, branchId, areaId, q }: SessionFilter): RawBuilder<unknown>[] {
  const where = [sessionsIn(scope)]
  if (branchId !== undefined) where.push(sql`coalesce(c.branch_id, r.branch_id) = ${branchId}`)
  if (areaId !== undefined) where.push(sql`c.area_id = ${areaId}`)
  if (q !== undefined) where.push(searched(q))
  if (routerId !== undefined) where.push(sql`p.router_id = ${routerId}`)
  if (login !== undefined) where.push(sql`p.login = ${login}`)
  if (address !== undefined) where.push(sql`p.address = ${address}::inet`)
  return where
}

function searched(q: string): RawBuilder<unknown> {
  if (isIP(q) !== 0) return sql`p.address = ${q}::inet`
  const mac = parseMac(q)
  return mac === null ? sql`p.login like ${`${q.replace(/[\\%_]/g, '\\$&')}%`}` : sql`p.caller_id = ${mac}`
}

/** Live sessions, the newest first; `limit + 1` rows. */
export async function selectLive(
  { db }: Db,
  scope: Scope,
  filter: SessionFilter,
  { limit, after }: { limit: number; after: { id: bigint } | undefined },
): Promise<PppSession[]> {
  const where = filtered(scope, filter)
  if (after !== undefined) where.push(sql`p.id < ${after.id}`)
  return (await sql<PppSession>`${live} where ${sql.join(where, sql` and `)} order by p.id desc limit ${limit + 1}`.execute(db)).rows
}

type ClosedPage = { limit: number; after: { ended_at: Temporal.Instant; id: bigint } | undefined }

/** Ended sessions, the last ended first; `limit + 1` rows. */
export async function selectClosed({ db }: Db, scope: Scope, filter: SessionFilter, { limit, after }: ClosedPage): Promise<PppSession[]> {
  const where = filtered(scope, filter)
  if (after !== undefined) where.push(sql`(p.ended_at, p.id) < (${after.ended_at}, ${after.id})`)
  return (await sql<PppSession>`${closed} where ${sql.join(where, sql` and `)} order by p.ended_at desc, p.id desc limit ${limit + 1}`.execute(db)).rows
}

/** What a line has open now, the newest first. */
export async function selectLiveOfLine({ db }: Db, scope: Scope, subscriptionId: bigint): Promise<PppSession[]> {
  const { rows } = await sql<PppSession>`
    ${live} where p.subscription_id = ${subscriptionId} and ${sessionsIn(scope)} order by p.id desc limit 50`.execute(db)
  return rows
}

/** The ended sessions of a line, the last first; `limit + 1` rows. */
export async function selectClosedOfLine({ db }: Db, scope: Scope, subscriptionId: bigint, { limit, after }: ClosedPage): Promise<PppSession[]> {
  const before = after === undefined ? sql`true` : sql`(p.ended_at, p.id) < (${after.ended_at}, ${after.id})`
  const { rows } = await sql<PppSession>`
    ${closed} where p.subscription_id = ${subscriptionId} and ${sessionsIn(scope)} and ${before} order by p.ended_at desc, p.id desc limit ${limit + 1}`.execute(
    db,
  )
  return rows
}

export async function selectIsLineInScope({ db }: Db, scope: Scope, subscriptionId: bigint): Promise<boolean> {
  const { rows } = await sql<{ id: bigint }>`
    select s.id from subscriptions s join clients c on c.id = s.client_id where s.id = ${subscriptionId} and ${scopeCondition(scope, 'c')}`.execute(db)
  return rows.length > 0
}
