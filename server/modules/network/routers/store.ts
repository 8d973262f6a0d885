import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { Router, RouterFacts } from './router.ts'

type Db = Pick<Conn, 'db'>

const columns = sql`r.id, r.branch_id, (select name from branches where id = r.branch_id) as branch_name, r.name, r.host, r.port, r.is_tls, r.tls_fingerprint, r.username,
  r.password_sealed is not null as has_password, r.suspend_by, r.suspend_target, r.address_pool, host(r.local_address) as local_address, r.commands_per_second,
  r.max_change_percent, r.is_frozen, r.frozen_reason, r.frozen_at, r.is_active, r.version`

/** A router is its branch's; a reseller has none and sees those of the branch he is in. */
function routersIn(scope: Scope): RawBuilder<unknown> {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'branches') return sql`r.branch_id = any(${scope.branchIds.map(String)}::bigint[])`
  return sql`r.branch_id = (select branch_id from resellers where id = ${scope.resellerId})`
}

/** How a router stands, the worst first: what a person has decided, then what was seen. */
export const ROUTER_STATES = ['inactive', 'frozen', 'held', 'failing', 'never_seen', 'working'] as const
export type RouterState = (typeof ROUTER_STATES)[number]

const stateOf = sql`case when not r.is_active then 'inactive' when r.is_frozen then 'frozen' when h.held_kind is not null then 'held'
  when h.error_kind is not null then 'failing' when h.seen_at is null then 'never_seen' else 'working' end`

export interface RouterFilter {
  readonly branchId?: bigint | undefined
  readonly isActive?: boolean | undefined
  readonly state?: RouterState | undefined
  readonly q?: string | undefined
}

/** By name; `limit + 1` rows. */
export async function selectRouters(
  { db }: Db,
  scope: Scope,
  { branchId, isActive, state, q }: RouterFilter,
  { limit, after }: { limit: number; after?: { name: string; id: bigint } | undefined },
): Promise<Router[]> {
  const where = [routersIn(scope)]
  if (branchId !== undefined) where.push(sql`r.branch_id = ${branchId}`)
  if (isActive !== undefined) where.push(sql`r.is_active = ${isActive}`)
  if (state !== undefined) where.push(sql`(select ${stateOf} from router_health h where h.router_id = r.id) = ${state}`)
  if (q !== undefined) where.push(sql`(r.name ilike ${`%${q.replace(/[\\%_]/g, '\\$&')}%`} or r.host like ${`${q.replace(/[\\%_]/g, '\\$&')}%`})`)
  if (after !== undefined) where.push(sql`(lower(r.name) collate "C", r.id) > (${after.name}, ${after.id})`)
  const { rows } = await sql<Router>`
    select ${columns} from routers r where ${sql.join(where, sql` and `)} order by lower(r.name) collate "C", r.id limit ${limit + 1}`.execute(db)
  return rows
}

export async function selectRouter({ db }: Db, scope: Scope, id: bigint): Promise<Router | undefined> {
  return (await sql<Router>`select ${columns} from routers r where r.id = ${id} and ${routersIn(scope)}`.execute(db)).rows[0]
}

export async function lockRouter(tx: Tx, id: bigint): Promise<Router | undefined> {
  return (await sql<Router>`select ${columns} from routers r where r.id = ${id} and ${routersIn(tx.actor.scope)} for update of r`.execute(tx.db)).rows[0]
}

export async function selectSealedPassword({ db }: Db, id: bigint): Promise<Buffer | null> {
  return (await sql<{ sealed: Buffer | null }>`select password_sealed as sealed from routers where id = ${id}`.execute(db)).rows[0]?.sealed ?? null
}

export async function insertRouter(tx: Tx, facts: RouterFacts): Promise<Router> {
  const { rows } = await sql<Router>`
    insert into routers as r (branch_id, name, host, port, is_tls, tls_fingerprint, username, suspend_by, suspend_target, address_pool, local_address, commands_per_second,
      max_change_percent, is_active, created_at, updated_at)
    values (${facts.branch_id}, ${facts.name}, ${facts.host}, ${facts.port}, ${facts.is_tls}, ${facts.tls_fingerprint}, ${facts.username}, ${facts.suspend_by},
      ${facts.suspend_target}, ${facts.address_pool}, ${facts.local_address}::inet, ${facts.commands_per_second}, ${facts.max_change_percent}, ${facts.is_active}, ${tx.now}, ${tx.now})
    returning ${columns}`.execute(tx.db)
  return rows[0] as Router
}

export async function updateRouter(tx: Tx, id: bigint, facts: RouterFacts): Promise<Router> {
  const { rows } = await sql<Router>`
    update routers r set branch_id = ${facts.branch_id}, name = ${facts.name}, host = ${facts.host}, port = ${facts.port}, is_tls = ${facts.is_tls},
      tls_fingerprint = ${facts.tls_fingerprint}, username = ${facts.username}, suspend_by = ${facts.suspend_by}, suspend_target = ${facts.suspend_target},
      address_pool = ${facts.address_pool}, local_address = ${facts.local_address}::inet, commands_per_second = ${facts.commands_per_second},
      max_change_percent = ${facts.max_change_percent}, is_active = ${facts.is_active}, updated_at = ${tx.now}, version = version + 1
    where r.id = ${id} returning ${columns}`.execute(tx.db)
  return rows[0] as Router
}

export async function updatePassword(tx: Tx, id: bigint, sealed: Buffer): Promise<void> {
  await sql`update routers set password_sealed = ${sealed}, updated_at = ${tx.now}, version = version + 1 where id = ${id}`.execute(tx.db)
}

export async function updateFrozen(tx: Tx, id: bigint, frozen: { reason: string } | null): Promise<void> {
  await sql`
    update routers set is_frozen = ${frozen !== null}, frozen_reason = ${frozen?.reason ?? ''}, frozen_by = ${frozen === null ? null : tx.actor.userId},
      frozen_at = ${frozen === null ? null : tx.now}, updated_at = ${tx.now}, version = version + 1
    where id = ${id}`.execute(tx.db)
}

/** Those that are worked with, whoever asks: for jobs. */
export async function selectActiveRouters({ db }: Db): Promise<bigint[]> {
  return (await sql<{ id: bigint }>`select id from routers where is_active and not is_frozen order by id`.execute(db)).rows.map(({ id }) => id)
}

export async function selectBranchesOf({ db }: Db, ids: readonly bigint[]): Promise<{ id: bigint; branch_id: bigint }[]> {
  return (await sql<{ id: bigint; branch_id: bigint }>`select id, branch_id from routers where id = any(${ids.map(String)}::bigint[])`.execute(db)).rows
}
