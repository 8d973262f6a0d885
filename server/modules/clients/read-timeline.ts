import type { Conn } from '../../platform/db/tx.ts'
import { readTimeline as readEvents } from '../audit/index.ts'
import type { AuditEvent } from '../audit/index.ts'
import { selectNotesBefore } from './notes/store.ts'
import type { ClientNote } from './notes/store.ts'

/** At the same instant what stands first here is the newer. */
export const TIMELINE_KINDS = ['bill', 'event', 'note'] as const

export type TimelineEvent = Pick<AuditEvent, 'action' | 'actor_kind' | 'actor_id' | 'actor_name' | 'subject_type' | 'subject_id' | 'before' | 'after'>

export interface TimelineItem {
  readonly kind: (typeof TIMELINE_KINDS)[number]
  readonly at: Temporal.Instant
  /** Of its kind. */
  readonly id: bigint
  readonly event: TimelineEvent | null
  readonly note: ClientNote | null
}

export type TimelinePosition = Pick<TimelineItem, 'kind' | 'at' | 'id'>

/**
 * What happened to many clients at once and left no event of each, told from the rows it left. Modules above this one bring theirs
 * through the composition root.
 */
export interface TimelineSource {
  readonly kind: Exclude<TimelineItem['kind'], 'event' | 'note'>
  /** Strictly before a place, newest first; `limit + 1` rows at most. The caller has made sure that the client lies in the person's scope. */
  read(conn: Conn, clientId: bigint, page: TimelinePage): Promise<readonly { id: bigint; at: Temporal.Instant; event: TimelineEvent }[]>
}

export interface TimelinePage {
  readonly limit: number
  readonly after: { readonly at: Temporal.Instant; readonly id: bigint } | undefined
}

/**
 * What happened to a client and what was written about him, newest first; `limit + 1` items at most. The caller has made sure that
 * the client lies in the person's scope.
 */
export async function readTimeline(
  conn: Conn,
  clientId: bigint,
  { limit, after, sources }: { limit: number; after: TimelinePosition | undefined; sources: readonly TimelineSource[] },
): Promise<TimelineItem[]> {
  const page = (kind: TimelineItem['kind']): TimelinePage => ({ limit, after: after && { at: after.at, id: lastIdBefore(after, kind) } })
  const [events, notes, ...others] = await Promise.all([
    readEvents(conn, clientId, page('event')),
    selectNotesBefore(conn, clientId, page('note')),
    ...sources.map(async ({ kind, read }) => (await read(conn, clientId, page(kind))).map((found): TimelineItem => ({ ...found, kind, note: null }))),
  ])
  const items: TimelineItem[] = [
    ...events.map((event) => ({ kind: 'event' as const, at: event.at, id: event.id, event, note: null })),
    ...notes.map((note) => ({ kind: 'note' as const, at: note.created_at, id: note.id, event: null, note })),
    ...others.flat(),
  ]
  return items.sort(newestFirst).slice(0, limit + 1)
}

const LARGEST_ID = 2n ** 63n - 1n
const placeOf = (kind: TimelineItem['kind']): number => TIMELINE_KINDS.indexOf(kind)

/** Of the instant of a place, kinds that are newer are told already, those that are older all to come. */
const lastIdBefore = ({ kind, id }: TimelinePosition, of: TimelineItem['kind']): bigint => (of === kind ? id : placeOf(of) < placeOf(kind) ? 0n : LARGEST_ID)

const newestFirst = (a: TimelineItem, b: TimelineItem): number =>
  Temporal.Instant.compare(b.at, a.at) || placeOf(a.kind) - placeOf(b.kind) || (a.id > b.id ? -1 : 1)
