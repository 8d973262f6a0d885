import type { Tx } from '../../platform/db/tx.ts'
import { eventJson } from './record-event.ts'
import type { EventFacts } from './record-event.ts'
import { insertEvents } from './store.ts'

export type BulkEvent = EventFacts & { readonly action: string }

/** {@link recordEvent} for many at once, in one statement and in their order: the same rows. */
export async function recordEvents(tx: Tx, events: readonly BulkEvent[]): Promise<void> {
  if (events.length === 0) return
  await insertEvents(
    tx.db,
    events.map(({ action, ...facts }) => eventJson(tx, action, facts)),
  )
}
