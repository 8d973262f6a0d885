import { sql } from 'kysely'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

export const DOCUMENT_KINDS = ['nid_front', 'nid_back', 'photo', 'contract', 'other'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export interface ClientDocument {
  readonly id: bigint
  readonly client_id: bigint
  readonly file_id: bigint
  readonly kind: DocumentKind
  readonly title: string
  readonly name: string
  readonly content_type: string
  readonly size_bytes: bigint
  readonly created_by: bigint | null
  readonly created_at: Temporal.Instant
}

// The caller has made sure that the client lies in the person's scope.
const columns = sql.raw('d.id, d.client_id, d.file_id, d.kind, d.title, f.name, f.content_type, f.size_bytes, d.created_by, d.created_at')

export async function insertDocument(
  tx: Tx,
  { clientId, fileId, kind, title }: { clientId: bigint; fileId: bigint; kind: DocumentKind; title: string },
): Promise<ClientDocument> {
  const { rows } = await sql<ClientDocument>`
    with d as (insert into client_documents (client_id, file_id, kind, title, created_by, created_at)
      values (${clientId}, ${fileId}, ${kind}, ${title}, ${tx.actor.userId}, ${tx.now}) returning *)
    select ${columns} from d join files f on f.id = d.file_id`.execute(tx.db)
  return rows[0] as ClientDocument
}

export async function selectDocuments(conn: Pick<Conn, 'db'>, clientId: bigint): Promise<ClientDocument[]> {
  const { rows } = await sql<ClientDocument>`
    select ${columns} from client_documents d join files f on f.id = d.file_id where d.client_id = ${clientId} and d.removed_at is null order by d.id limit 200`.execute(
    conn.db,
  )
  return rows
}

export async function selectDocument(conn: Pick<Conn, 'db'>, clientId: bigint, documentId: bigint): Promise<ClientDocument | undefined> {
  const { rows } = await sql<ClientDocument>`
    select ${columns} from client_documents d join files f on f.id = d.file_id where d.id = ${documentId} and d.client_id = ${clientId} and d.removed_at is null`.execute(
    conn.db,
  )
  return rows[0]
}

export async function updateRemoved(tx: Tx, documentId: bigint): Promise<void> {
  await sql`update client_documents set removed_at = ${tx.now} where id = ${documentId}`.execute(tx.db)
}
