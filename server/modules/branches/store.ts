import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export interface Branch {
  readonly id: bigint
  readonly code: string
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly is_active: boolean
}

export interface Reseller {
  readonly id: bigint
  readonly code: string
  readonly name: string
  readonly phone: string
  readonly parent_id: bigint | null
  readonly branch_id: bigint
  readonly is_active: boolean
}

export const CONNECTIONS = ['open', 'planned', 'closed'] as const

export interface Area {
  readonly id: bigint
  readonly parent_id: bigint | null
  readonly branch_id: bigint | null
  readonly name: string
  readonly colour: string
  readonly polygon: [number, number][] | null
  readonly is_active: boolean
  /** Whether somebody new can be connected there. */
  readonly connections: (typeof CONNECTIONS)[number]
}

export interface Page {
  readonly limit: number
  readonly after: { readonly id: bigint } | undefined
}

const past = (after: Page['after']) => (after === undefined ? sql`true` : sql`id > ${after.id}`)

function branchesIn(scope: Scope) {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'branches') return sql`id = any(${scope.branchIds}::bigint[])`
  return sql`id = (select branch_id from resellers where id = ${scope.resellerId})`
}

function resellersIn(scope: Scope) {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'branches') return sql`branch_id = any(${scope.branchIds}::bigint[])`
  return sql`(id = ${scope.resellerId} or parent_id = ${scope.resellerId})`
}

/** An area without a branch belongs to everybody. */
export function areasIn(scope: Scope) {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'branches') return sql`(branch_id is null or branch_id = any(${scope.branchIds}::bigint[]))`
  return sql`(branch_id is null or branch_id = (select branch_id from resellers where id = ${scope.resellerId}))`
}

const branchColumns = sql`id, code, name, phone, address, is_active`
const resellerColumns = sql`id, code, name, phone, parent_id, branch_id, is_active`
const areaColumns = sql`id, parent_id, branch_id, name, colour, polygon, is_active, connections`

export async function selectBranches(conn: Conn, scope: Scope, { limit, after }: Page): Promise<Branch[]> {
  return (
    await sql<Branch>`select ${branchColumns} from branches where ${branchesIn(scope)} and ${past(after)} order by id limit ${limit + 1}`.execute(conn.db)
  ).rows
}

export async function lockBranch(tx: Tx, id: bigint): Promise<Branch | undefined> {
  return (await sql<Branch>`select ${branchColumns} from branches where id = ${id} and ${branchesIn(tx.actor.scope)} for update`.execute(tx.db)).rows[0]
}

export async function insertBranch(tx: Tx, { code, name, phone, address }: Omit<Branch, 'id' | 'is_active'>): Promise<Branch> {
  const { rows } = await sql<Branch>`
    insert into branches (code, name, phone, address, created_at) values (${code}, ${name}, ${phone}, ${address}, ${tx.now}) returning ${branchColumns}
  `.execute(tx.db)
  return rows[0] as Branch
}

export async function updateBranch(tx: Tx, { id, code, name, phone, address, is_active }: Branch): Promise<void> {
  await sql`update branches set code = ${code}, name = ${name}, phone = ${phone}, address = ${address}, is_active = ${is_active} where id = ${id}`.execute(
    tx.db,
  )
}

export async function selectResellers(conn: Conn, scope: Scope, { limit, after }: Page): Promise<Reseller[]> {
  return (
    await sql<Reseller>`select ${resellerColumns} from resellers where ${resellersIn(scope)} and ${past(after)} order by id limit ${limit + 1}`.execute(conn.db)
  ).rows
}

export async function lockReseller(tx: Tx, id: bigint): Promise<Reseller | undefined> {
  return (await sql<Reseller>`select ${resellerColumns} from resellers where id = ${id} and ${resellersIn(tx.actor.scope)} for update`.execute(tx.db)).rows[0]
}

export async function insertReseller(tx: Tx, { code, name, phone, parent_id, branch_id }: Omit<Reseller, 'id' | 'is_active'>): Promise<Reseller> {
  const { rows } = await sql<Reseller>`
    insert into resellers (code, name, phone, parent_id, branch_id, created_at) values (${code}, ${name}, ${phone}, ${parent_id}, ${branch_id}, ${tx.now}) returning ${resellerColumns}
  `.execute(tx.db)
  return rows[0] as Reseller
}

export async function updateReseller(tx: Tx, { id, code, name, phone, parent_id, branch_id, is_active }: Reseller): Promise<void> {
  await sql`
    update resellers set code = ${code}, name = ${name}, phone = ${phone}, parent_id = ${parent_id}, branch_id = ${branch_id}, is_active = ${is_active} where id = ${id}
  `.execute(tx.db)
}

/** Whether `ancestor` lies above `id` in the tree of a table, or is it; the tree is locked against a second move at the same time. */
export async function isBelow(tx: Tx, table: 'resellers' | 'areas', { id, ancestor }: { id: bigint; ancestor: bigint }): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tree:${table}`}, 0))`.execute(tx.db)
  const { rows } = await sql<{ found: boolean }>`
    with recursive line as (
      select id, parent_id from ${sql.table(table)} where id = ${id}
      union select up.id, up.parent_id from ${sql.table(table)} up join line on up.id = line.parent_id
    )
    select exists (select from line where id = ${ancestor}) as found
  `.execute(tx.db)
  return rows[0]?.found === true
}

export async function selectAreas(conn: Conn, scope: Scope, { limit, after }: Page): Promise<Area[]> {
  return (await sql<Area>`select ${areaColumns} from areas where ${areasIn(scope)} and ${past(after)} order by id limit ${limit + 1}`.execute(conn.db)).rows
}

export async function lockArea(tx: Tx, id: bigint): Promise<Area | undefined> {
  return (await sql<Area>`select ${areaColumns} from areas where id = ${id} and ${areasIn(tx.actor.scope)} for update`.execute(tx.db)).rows[0]
}

const ring = (polygon: Area['polygon']): string | null => (polygon === null ? null : JSON.stringify(polygon))

export async function insertArea(tx: Tx, { parent_id, branch_id, name, colour, polygon, connections }: Omit<Area, 'id' | 'is_active'>): Promise<Area> {
  const { rows } = await sql<Area>`
    insert into areas (parent_id, branch_id, name, colour, polygon, connections, created_at)
    values (${parent_id}, ${branch_id}, ${name}, ${colour}, ${ring(polygon)}::jsonb, ${connections}, ${tx.now}) returning ${areaColumns}
  `.execute(tx.db)
  return rows[0] as Area
}

export async function updateArea(tx: Tx, { id, parent_id, branch_id, name, colour, polygon, is_active, connections }: Area): Promise<void> {
  await sql`
    update areas set parent_id = ${parent_id}, branch_id = ${branch_id}, name = ${name}, colour = ${colour}, polygon = ${ring(polygon)}::jsonb, is_active = ${is_active},
      connections = ${connections} where id = ${id}
  `.execute(tx.db)
}
