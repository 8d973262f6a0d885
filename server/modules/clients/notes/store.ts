import { sql } from 'kysely'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

export interface ClientNote {
  readonly id: bigint
  readonly client_id: bigint
  readonly body: string
  readonly is_pinned: boolean
  readonly created_by: bigint | null
  readonly author: string | null
  readonly created_at: Temporal.Instant
}

const columns = sql.raw(
  'n.id, n.client_id, n.body, n.is_pinned, n.created_by, (select full_name from users u where u.id = n.created_by) as author, n.created_at',
)

// The caller has made sure that the client lies in the person's scope.
export async function insertNote(tx: Tx, { clientId, body, isPinned }: { clientId: bigint; body: string; isPinned: boolean }): Promise<ClientNote> {
  const { rows } = await sql<ClientNote>`
    insert into client_notes as n (client_id, body, is_pinned, created_by, created_at) values (${clientId}, ${body}, ${isPinned}, ${tx.actor.userId}, ${tx.now}) returning ${columns}`.execute(
    tx.db,
  )
  return rows[0] as ClientNote
}

/** Newest first; `limit + 1` rows. */
export async function selectNotes(conn: Pick<Conn, 'db'>, clientId: bigint, page: { limit: number; before?: bigint | undefined }): Promise<ClientNote[]> {
  const { rows } = await sql<ClientNote>`
    select ${columns} from client_notes n where n.client_id = ${clientId} and ${page.before === undefined ? sql`true` : sql`n.id < ${page.before}`} order by n.id desc limit ${page.limit + 1}`.execute(
    conn.db,
  )
  return rows
}

/** Notes strictly before a place of the timeline; `limit + 1` rows. */
export async function selectNotesBefore(
  conn: Pick<Conn, 'db'>,
  clientId: bigint,
  { limit, after }: { limit: number; after: { at: Temporal.Instant; id: bigint } | undefined },
): Promise<ClientNote[]> {
  const place = after === undefined ? sql`true` : sql`(n.created_at, n.id) < (${after.at}, ${after.id})`
  const { rows } = await sql<ClientNote>`
    select ${columns} from client_notes n where n.client_id = ${clientId} and ${place} order by n.created_at desc, n.id desc limit ${limit + 1}`.execute(
    conn.db,
  )
  return rows
}

export async function lockNote(tx: Tx, clientId: bigint, noteId: bigint): Promise<ClientNote | undefined> {
  const { rows } = await sql<ClientNote>`select ${columns} from client_notes n where n.id = ${noteId} and n.client_id = ${clientId} for update`.execute(tx.db)
  return rows[0]
}

export async function updatePinned(tx: Tx, noteId: bigint, isPinned: boolean): Promise<void> {
  await sql`update client_notes set is_pinned = ${isPinned} where id = ${noteId}`.execute(tx.db)
}
