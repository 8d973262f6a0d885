import { companyScope } from '../../kernel/actor.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { selectEvents } from './store.ts'
import type { AuditEvent, EventPosition } from './store.ts'

/**
 * What happened to one client, newest first; `limit + 1` rows at most. Writes nothing.
 * The caller has already made sure that the client lies in the reader's scope: a client moved from another branch keeps its history.
 */
export async function readTimeline(conn: Conn, clientId: bigint, page: { limit: number; after: EventPosition | undefined }): Promise<AuditEvent[]> {
  return selectEvents(conn, companyScope, { clientId }, page)
}
