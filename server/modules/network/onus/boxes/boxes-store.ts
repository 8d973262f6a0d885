import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../../../kernel/actor.ts'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'
import type { Box, BoxFacts } from './box.ts'

type Db = Pick<Conn, 'db'>

const columns = sql`b.id, b.branch_id, (select name from branches where id = b.branch_id) as branch_name, b.area_id, (select name from areas where id = b.area_id) as area_name,
  b.parent_id, (select name from boxes p where p.id = b.parent_id) as parent_name, b.olt_id, (select name from olts where id = b.olt_id) as olt_name, b.pon, b.name, b.kind, b.ports,
  b.latitude, b.longitude, b.note, b.version, (select count(*)::int from onus where box_id = b.id and is_present) as onus,
  (select count(*)::int from onus where box_id = b.id and is_present and state = 'online') as online`

function boxesIn(scope: Scope): RawBuilder<unknown> {
  if (scope.kind === 'company') return sql`true`
  return scope.kind === 'branches' ? sql`b.branch_id = any(${scope.branchIds.map(String)}::bigint[])` : sql`false`
}

export async function selectBoxes(
  { db }: Db,
  scope: Scope,
  filter: { oltId?: bigint | undefined; pon?: string | undefined; areaId?: bigint | undefined; q?: string | undefined },
  { limit, after }: { limit: number; after?: { name: string; id: bigint } | undefined },
): Promise<Box[]> {
  const where = [boxesIn(scope)]
  if (filter.oltId !== undefined) where.push(sql`b.olt_id = ${filter.oltId}`)
  if (filter.pon !== undefined) where.push(sql`b.pon = ${filter.pon}`)
  if (filter.areaId !== undefined) where.push(sql`b.area_id = ${filter.areaId}`)
  if (filter.q !== undefined) where.push(sql`b.name ilike ${`%${filter.q.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (after !== undefined) where.push(sql`(lower(b.name) collate "C", b.id) > (${after.name}, ${after.id})`)
  const { rows } = await sql<Box>`
    select ${columns} from boxes b where ${sql.join(where, sql` and `)} order by lower(b.name) collate "C", b.id limit ${limit + 1}`.execute(db)
  return rows
}

export async function selectBox({ db }: Db, scope: Scope, id: bigint): Promise<Box | undefined> {
  return (await sql<Box>`select ${columns} from boxes b where b.id = ${id} and ${boxesIn(scope)}`.execute(db)).rows[0]
}

export async function lockBox(tx: Tx, id: bigint): Promise<Box | undefined> {
  return (await sql<Box>`select ${columns} from boxes b where b.id = ${id} and ${boxesIn(tx.actor.scope)} for update of b`.execute(tx.db)).rows[0]
}

export async function insertBox(tx: Tx, f: BoxFacts): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into boxes (branch_id, area_id, parent_id, olt_id, pon, name, kind, ports, latitude, longitude, note, created_at, updated_at)
    values (${f.branch_id}, ${f.area_id}, ${f.parent_id}, ${f.olt_id}, ${f.pon}, ${f.name}, ${f.kind}, ${f.ports}, ${f.latitude}, ${f.longitude}, ${f.note}, ${tx.now}, ${tx.now})
    returning id`.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

export async function updateBox(tx: Tx, id: bigint, f: BoxFacts): Promise<void> {
  await sql`
    update boxes set branch_id = ${f.branch_id}, area_id = ${f.area_id}, parent_id = ${f.parent_id}, olt_id = ${f.olt_id}, pon = ${f.pon}, name = ${f.name}, kind = ${f.kind},
      ports = ${f.ports}, latitude = ${f.latitude}, longitude = ${f.longitude}, note = ${f.note}, updated_at = ${tx.now}, version = version + 1
    where id = ${id}`.execute(tx.db)
}

export async function deleteBox(tx: Tx, id: bigint): Promise<void> {
  await sql`delete from boxes where id = ${id}`.execute(tx.db)
}

/** Whether a box hangs, over any number of others, on another one. */
export async function hangsOn({ db }: Db, id: bigint, above: bigint): Promise<boolean> {
  const { rows } = await sql`
    with recursive up as (select id, parent_id from boxes where id = ${id} union select b.id, b.parent_id from boxes b join up on b.id = up.parent_id)
    select 1 from up where id = ${above}`.execute(db)
  return rows.length > 0
}

/** Whether anything is said to be on a box. */
export async function isInUse({ db }: Db, id: bigint): Promise<boolean> {
  const { rows } = await sql`select 1 where exists (select from onus where box_id = ${id}) or exists (select from boxes where parent_id = ${id})`.execute(db)
  return rows.length > 0
}
