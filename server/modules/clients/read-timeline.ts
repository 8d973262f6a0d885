import type { Conn } from '../../platform/db/tx.ts'
import { readTimeline as readEvents } from '../audit/index.ts'
import type { AuditEvent } from '../audit/index.ts'
import { selectNotesBefore } from './notes/store.ts'
import type { ClientNote } from './notes/store.ts'

export type TimelineItem =
  | { readonly kind: 'event'; readonly at: Temporal.Instant; readonly id: bigint; readonly event: AuditEvent }
  | { readonly kind: 'note'; readonly at: Temporal.Instant; readonly id: bigint; readonly note: ClientNote }

export interface TimelinePosition {
  readonly kind: 'event' | 'note'
  readonly at: Temporal.Instant
  readonly id: bigint
}

/**
 * What happened to a client and what was written about him, newest first; `limit + 1` items at most. At the same instant events come
 * before notes. The caller has made sure that the client lies in the person's scope.
 */
export async function readTimeline(
  conn: Conn,
  clientId: bigint,
  { limit, after }: { limit: number; after: TimelinePosition | undefined },
): Promise<TimelineItem[]> {
  // Events before a note lie strictly before its instant; notes before an event may share it.
  const eventPlace = after === undefined ? undefined : after.kind === 'event' ? after : { at: after.at, id: 0n }
  const notePlace = after === undefined ? {} : after.kind === 'note' ? { at: after.at, id: after.id } : { at: after.at }
  const [events, notes] = await Promise.all([
    readEvents(conn, clientId, { limit, after: eventPlace }),
    selectNotesBefore(conn, clientId, { limit, ...notePlace }),
  ])
  const items: TimelineItem[] = [
    ...events.map((event) => ({ kind: 'event' as const, at: event.at, id: event.id, event })),
    ...notes.map((note) => ({ kind: 'note' as const, at: note.created_at, id: note.id, note })),
  ]
  return items.sort(newestFirst).slice(0, limit + 1)
}

const newestFirst = (a: TimelineItem, b: TimelineItem): number =>
  Temporal.Instant.compare(b.at, a.at) || (a.kind === b.kind ? (a.id > b.id ? -1 : 1) : a.kind === 'event' ? -1 : 1)
