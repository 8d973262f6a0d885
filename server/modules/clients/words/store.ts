import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

/** What clients are counted by, and its column in `client_list`. */
const COLUMN_OF = { package: 'package_id', branch: 'branch_id', area: 'area_id', reseller: 'reseller_id' } as const
export type CountedBy = keyof typeof COLUMN_OF
export const COUNTED_BY = Object.keys(COLUMN_OF) as CountedBy[]

export interface Count {
  readonly id: bigint
  readonly clients: number
  /** All but those that left. */
  readonly lines: number
  readonly active_lines: number
}

/** How many clients each package, branch, area or reseller has; read from one index, for pages that are rarely opened. */
export async function countClientsBy(conn: Db, scope: Scope, by: CountedBy): Promise<Count[]> {
  const column = sql.ref(`l.${COLUMN_OF[by]}`)
  const { rows } = await sql<Count>`
    select ${column} as id, count(distinct l.client_id)::int as clients, count(*) filter (where l.state not in ('left', 'none'))::int as lines,
      count(*) filter (where l.state = 'active')::int as active_lines
      from client_list l where not l.is_deleted and ${column} is not null and ${scopeCondition(scope, 'l')} group by 1 order by 1 limit 10000`.execute(conn.db)
  return rows
}

export interface TagCount {
  readonly name: string
  readonly clients: number
}

/** Every tag by name, with how many clients the person sees carry it. */
export async function selectTagCounts(conn: Db, scope: Scope): Promise<TagCount[]> {
  const { rows } = await sql<TagCount>`
    select t.name, coalesce(u.clients, 0)::int as clients from client_tags t
      left join (select tag, count(distinct l.client_id) as clients from client_list l cross join unnest(l.tags) tag
        where not l.is_deleted and ${scopeCondition(scope, 'l')} group by tag) u on u.tag = t.name
     order by t.name limit 2000`.execute(conn.db)
  return rows
}

export interface DistrictCount {
  readonly district: string
  readonly upazila: string
  readonly clients: number
}

export async function selectDistrictCounts(conn: Db, scope: Scope): Promise<DistrictCount[]> {
  const { rows } = await sql<DistrictCount>`
    select c.district, c.upazila, count(*)::int as clients from clients c
     where c.district <> '' and c.deleted_at is null and ${scopeCondition(scope, 'c')} group by c.district, c.upazila order by c.district, c.upazila limit 5000`.execute(
    conn.db,
  )
  return rows
}

export async function insertTag(tx: Tx, name: string): Promise<boolean> {
  const { rows } = await sql`insert into client_tags (name, created_at) values (${name}, ${tx.now}) on conflict do nothing returning name`.execute(tx.db)
  return rows.length === 1
}

export async function lockTag(tx: Tx, name: string): Promise<boolean> {
  const { rows } = await sql`select name from client_tags where name = ${name} for update`.execute(tx.db)
  return rows.length === 1
}

export async function deleteTag(tx: Tx, name: string): Promise<void> {
  await sql`delete from client_tags where name = ${name}`.execute(tx.db)
}

/** Kept filters go on finding what they found. */
export async function renameTagInViews(tx: Tx, from: string, to: string): Promise<void> {
  await sql`update saved_views set filter = jsonb_set(filter, '{tag}', to_jsonb(${to}::text)) where entity = 'clients' and filter->>'tag' = ${from}`.execute(
    tx.db,
  )
}

/** Clients with the tag, deleted ones too; at most `limit + 1`. */
export async function selectTagged(tx: Tx, name: string, limit: number): Promise<bigint[]> {
  const { rows } = await sql<{ client_id: bigint }>`
    select distinct client_id from client_list where tags @> array[${name}]::text[] order by client_id limit ${limit + 1}`.execute(tx.db)
  return rows.map(({ client_id }) => client_id)
}

/** Puts `to` where `from` stands, or nothing for null; a client who has both keeps one. */
export async function replaceTag(tx: Tx, clientIds: readonly bigint[], from: string, to: string | null): Promise<void> {
  const tags =
    to === null
      ? sql`array_remove(tags, ${from}::text)`
      : sql`case when tags @> array[${to}]::text[] then array_remove(tags, ${from}::text) else array_replace(tags, ${from}::text, ${to}::text) end`
  await updateInOrder(tx, clientIds, sql`tags = ${tags}`)
}

/** Clients written with that district, and upazila where one is given, deleted ones too; at most `limit + 1`. */
export async function selectInDistrict(tx: Tx, { district, upazila }: { district: string; upazila: string | null }, limit: number): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select id from clients where district = ${district} and district <> '' and ${upazila === null ? sql`true` : sql`upazila = ${upazila}`} order by id limit ${limit + 1}`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}

export async function updateDistrict(tx: Tx, clientIds: readonly bigint[], to: { district: string } | { upazila: string }): Promise<void> {
  await updateInOrder(tx, clientIds, 'district' in to ? sql`district = ${to.district}` : sql`upazila = ${to.upazila}`)
}

async function updateInOrder(tx: Tx, clientIds: readonly bigint[], change: RawBuilder<unknown>): Promise<void> {
  await sql`
    with locked as (select id from clients where id = any(${clientIds.map(String)}::bigint[]) order by id for update)
    update clients c set ${change}, updated_at = ${tx.now}, version = version + 1 from locked where c.id = locked.id`.execute(tx.db)
}
