import { sql } from 'kysely'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

export interface SavedView {
  readonly id: bigint
  readonly user_id: bigint | null
  readonly entity: string
  readonly name: string
  readonly filter: Readonly<Record<string, string>>
}

const columns = sql.raw('id, user_id, entity, name, filter')

/** A person's own views and those of everybody. */
export async function selectViews(conn: Pick<Conn, 'db'>, userId: bigint | null, entity: string): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select ${columns} from saved_views where entity = ${entity} and (user_id is null or user_id = ${userId}::bigint) order by user_id nulls first, name, id limit 500`.execute(
    conn.db,
  )
  return rows
}

export async function insertView(
  tx: Tx,
  { userId, entity, name, filter }: { userId: bigint | null; entity: string; name: string; filter: Readonly<Record<string, string>> },
): Promise<SavedView> {
  const { rows } = await sql<SavedView>`
    insert into saved_views (user_id, entity, name, filter, created_at) values (${userId}, ${entity}, ${name}, ${JSON.stringify(filter)}::jsonb, ${tx.now}) returning ${columns}`.execute(
    tx.db,
  )
  return rows[0] as SavedView
}

export async function lockView(tx: Tx, viewId: bigint): Promise<SavedView | undefined> {
  const { rows } = await sql<SavedView>`select ${columns} from saved_views where id = ${viewId} for update`.execute(tx.db)
  return rows[0]
}

export async function deleteView(tx: Tx, viewId: bigint): Promise<void> {
  await sql`delete from saved_views where id = ${viewId}`.execute(tx.db)
}
