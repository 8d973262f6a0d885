import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '../../platform/db/schema.gen.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import { BUILTIN_ROLES } from './roles.ts'

export interface Role {
  readonly id: bigint
  readonly key: string
  readonly name: string
  readonly permissions: readonly string[]
  readonly granted: readonly string[]
  readonly denied: readonly string[]
  readonly is_builtin: boolean
  readonly version: number
  readonly users: number
}

/**
 * Brings the built-in roles up to what this program ships; what the company granted or denied beside stays.
 * Run at every start; writes only where something differs.
 */
export async function syncBuiltinRoles(db: Kysely<DB>): Promise<void> {
  const shipped = JSON.stringify(BUILTIN_ROLES)
  await sql`
    insert into roles (key, name, permissions, is_builtin)
    select role->>'key', role->>'name', array(select jsonb_array_elements_text(role->'permissions')), true from jsonb_array_elements(${shipped}::jsonb) as role
    on conflict (key) do update set name = excluded.name, permissions = excluded.permissions, is_builtin = true
      where (roles.name, roles.permissions, roles.is_builtin) is distinct from (excluded.name, excluded.permissions, true)
  `.execute(db)
}

const columns = sql`id, key, name, permissions, granted, denied, is_builtin, version, (select count(*)::int from users where role_id = roles.id) as users`

export async function selectRoles(conn: Conn): Promise<Role[]> {
  const { rows } = await sql<Role>`select ${columns} from roles order by is_builtin desc, id limit 500`.execute(conn.db)
  return rows
}

export async function selectRole(conn: Conn, by: { id: bigint } | { key: string }): Promise<Role | undefined> {
  const { rows } = await sql<Role>`select ${columns} from roles where ${'id' in by ? sql`id = ${by.id}` : sql`key = ${by.key}`}`.execute(conn.db)
  return rows[0]
}

export async function lockRole(tx: Tx, id: bigint): Promise<Role | undefined> {
  await sql`select id from roles where id = ${id} for update`.execute(tx.db)
  return selectRole(tx, { id })
}

export async function insertRole(tx: Tx, { key, name, permissions }: { key: string; name: string; permissions: readonly string[] }): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`insert into roles (key, name, permissions) values (${key}, ${name}, ${permissions}::text[]) returning id`.execute(
    tx.db,
  )
  return (rows[0] as { id: bigint }).id
}

export async function updateRolePermissions(
  tx: Tx,
  id: bigint,
  { permissions, granted, denied }: { permissions: readonly string[]; granted: readonly string[]; denied: readonly string[] },
): Promise<void> {
  await sql`
    update roles set permissions = ${permissions}::text[], granted = ${granted}::text[], denied = ${denied}::text[], version = version + 1 where id = ${id}
  `.execute(tx.db)
}

export async function updateRoleName(tx: Tx, id: bigint, name: string): Promise<void> {
  await sql`update roles set name = ${name}, version = version + 1 where id = ${id}`.execute(tx.db)
}

export async function deleteRole(tx: Tx, id: bigint): Promise<void> {
  await sql`delete from roles where id = ${id} and not is_builtin`.execute(tx.db)
}
