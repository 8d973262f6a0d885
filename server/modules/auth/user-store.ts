import { sql } from 'kysely'
import type { Locale, Scope } from '../../kernel/actor.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export interface User {
  readonly id: bigint
  readonly username: string
  readonly full_name: string
  readonly email: string
  readonly phone: string
  readonly role_id: bigint
  readonly role: string
  readonly scope_kind: 'company' | 'branches' | 'reseller'
  readonly reseller_id: bigint | null
  readonly branch_ids: bigint[]
  readonly status: 'active' | 'disabled'
  readonly has_password: boolean
  readonly must_change_password: boolean
  readonly locale: Locale
  readonly theme: 'auto' | 'light' | 'dark'
  readonly grants: string[]
  readonly denials: string[]
  readonly photo_file_id: bigint | null
  readonly created_at: Temporal.Instant
  readonly last_login_at: Temporal.Instant | null
  readonly last_login_ip: string | null
  readonly version: number
}

const columns = sql`
  u.id, u.username, u.full_name, u.email, u.phone, u.role_id, r.key as role, u.scope_kind, u.reseller_id,
  array(select b.branch_id from user_branches b where b.user_id = u.id order by b.branch_id) as branch_ids,
  u.status, u.password_hash is not null as has_password, u.must_change_password, u.locale, u.theme,
  array(select p.permission from user_permissions p where p.user_id = u.id and p.effect = 'grant' order by 1) as grants,
  array(select p.permission from user_permissions p where p.user_id = u.id and p.effect = 'deny' order by 1) as denials,
  u.photo_file_id, u.created_at, u.last_login_at, host(u.last_login_ip) as last_login_ip, u.version`

/** Whose accounts lie inside a scope: all of a person's branches must, so that nobody reaches past his own walls. */
function inScope(scope: Scope) {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'reseller') return sql`u.reseller_id = ${scope.resellerId}`
  const mine = sql`${scope.branchIds}::bigint[]`
  return sql`(
    (u.scope_kind = 'branches' and exists (select from user_branches b where b.user_id = u.id)
      and not exists (select from user_branches b where b.user_id = u.id and b.branch_id <> all(${mine})))
    or (u.scope_kind = 'reseller' and exists (select from resellers s where s.id = u.reseller_id and s.branch_id = any(${mine}))))`
}

export interface UserFilter {
  readonly search?: string | undefined
  readonly role?: string | undefined
  readonly status?: string | undefined
}

/** By name; `limit + 1` rows tell whether there is another page. */
export async function selectUsers(
  conn: Conn,
  scope: Scope,
  filter: UserFilter,
  { limit, after }: { limit: number; after: { username: string } | undefined },
): Promise<User[]> {
  const where = [inScope(scope)]
  if (filter.search !== undefined && filter.search !== '') {
    const pattern = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`
    where.push(sql`(u.username ilike ${pattern} or u.full_name ilike ${pattern} or u.phone like ${pattern})`)
  }
  if (filter.role !== undefined) where.push(sql`r.key = ${filter.role}`)
  if (filter.status !== undefined) where.push(sql`u.status = ${filter.status}`)
  if (after !== undefined) where.push(sql`u.username > ${after.username}`)
  const { rows } = await sql<User>`
    select ${columns} from users u join roles r on r.id = u.role_id where ${sql.join(where, sql` and `)} order by u.username limit ${limit + 1}
  `.execute(conn.db)
  return rows
}

export async function selectUser(conn: Conn, scope: Scope, id: bigint): Promise<User | undefined> {
  const { rows } = await sql<User>`select ${columns} from users u join roles r on r.id = u.role_id where u.id = ${id} and ${inScope(scope)}`.execute(conn.db)
  return rows[0]
}

/** The person, locked until the transaction ends, so that two changes follow one another. */
export async function lockUser(tx: Tx, scope: Scope, id: bigint): Promise<User | undefined> {
  await sql`select id from users where id = ${id} for update`.execute(tx.db)
  return selectUser(tx, scope, id)
}

export interface NewUser {
  readonly username: string
  readonly fullName: string
  readonly email: string
  readonly phone: string
  readonly roleId: bigint
  readonly scopeKind: User['scope_kind']
  readonly resellerId: bigint | null
  readonly locale: Locale
}

export async function insertUser(tx: Tx, user: NewUser): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into users (username, full_name, email, phone, role_id, scope_kind, reseller_id, locale, created_at)
    values (${user.username}, ${user.fullName}, ${user.email}, ${user.phone}, ${user.roleId}, ${user.scopeKind}, ${user.resellerId}, ${user.locale}, ${tx.now}) returning id
  `.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

export interface UserChange {
  readonly fullName: string
  readonly email: string
  readonly phone: string
  readonly roleId: bigint
  readonly scopeKind: User['scope_kind']
  readonly resellerId: bigint | null
  readonly locale: Locale
  readonly theme: User['theme']
}

export async function updateUser(tx: Tx, id: bigint, change: UserChange): Promise<void> {
  await sql`
    update users set full_name = ${change.fullName}, email = ${change.email}, phone = ${change.phone}, role_id = ${change.roleId}, scope_kind = ${change.scopeKind},
      reseller_id = ${change.resellerId}, locale = ${change.locale}, theme = ${change.theme}, version = version + 1
     where id = ${id}
  `.execute(tx.db)
}

/** What a person changes of his own account without anybody's leave. */
export async function updateProfile(tx: Tx, id: bigint, { locale, theme }: { locale?: Locale | undefined; theme?: User['theme'] | undefined }): Promise<void> {
  await sql`update users set locale = coalesce(${locale ?? null}::text, locale), theme = coalesce(${theme ?? null}::text, theme) where id = ${id}`.execute(
    tx.db,
  )
}

export async function updatePhoto(tx: Tx, id: bigint, fileId: bigint | null): Promise<void> {
  await sql`update users set photo_file_id = ${fileId} where id = ${id}`.execute(tx.db)
}

export async function updateStatus(tx: Tx, id: bigint, status: User['status']): Promise<void> {
  await sql`update users set status = ${status}, version = version + 1 where id = ${id}`.execute(tx.db)
}

export async function replaceBranches(tx: Tx, id: bigint, branchIds: readonly bigint[]): Promise<void> {
  await sql`delete from user_branches where user_id = ${id} and branch_id <> all(${branchIds}::bigint[])`.execute(tx.db)
  await sql`insert into user_branches (user_id, branch_id) select ${id}::bigint, unnest(${branchIds}::bigint[]) on conflict do nothing`.execute(tx.db)
}

export async function replacePermissions(tx: Tx, id: bigint, { grants, denials }: { grants: readonly string[]; denials: readonly string[] }): Promise<void> {
  await sql`delete from user_permissions where user_id = ${id}`.execute(tx.db)
  await sql`
    insert into user_permissions (user_id, permission, effect)
    select ${id}::bigint, permission, 'grant' from unnest(${grants}::text[]) as permission union all select ${id}::bigint, permission, 'deny' from unnest(${denials}::text[]) as permission
  `.execute(tx.db)
  await sql`update users set version = version + 1 where id = ${id}`.execute(tx.db)
}

/** Whether an active administrator of the whole company remains without this person; locks them, so that two cannot leave at once. */
export async function hasOtherAdmin(tx: Tx, without: bigint): Promise<boolean> {
  const { rows } = await sql<{ id: bigint }>`
    select u.id from users u where u.status = 'active' and u.scope_kind = 'company' and u.role_id = (select id from roles where key = 'admin') order by u.id for update
  `.execute(tx.db)
  return rows.some(({ id }) => id !== without)
}

/** As {@link hasOtherAdmin} for a screen: locks nobody. */
export async function isLastAdmin(conn: Conn, id: bigint): Promise<boolean> {
  const { rows } = await sql<{ only: boolean }>`
    select count(*) = 1 and bool_and(u.id = ${id}) as only from users u
     where u.status = 'active' and u.scope_kind = 'company' and u.role_id = (select id from roles where key = 'admin')`.execute(conn.db)
  return rows[0]?.only === true
}

export async function countUsers(conn: Conn): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from users`.execute(conn.db)
  return rows[0]?.n ?? 0
}
