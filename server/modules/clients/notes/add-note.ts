import { NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { lockClient, selectClient } from '../store.ts'
import { insertNote, lockNote, updatePinned } from './store.ts'
import type { ClientNote } from './store.ts'

/** Writes a note on a client; notes are never changed, so they stand in the timeline as they were written. @throws NotFound 404. */
export async function addNote(tx: Tx, { clientId, body, isPinned = false }: { clientId: bigint; body: string; isPinned?: boolean }): Promise<ClientNote> {
  if ((await selectClient(tx, tx.actor.scope, clientId)) === undefined) throw NotFound.of('client', clientId)
  const note = await insertNote(tx, { clientId, body, isPinned })
  // Without the client: the note itself stands in his timeline.
  await recordEvent(tx, 'client_note.added', { subjectType: 'client_note', subjectId: note.id, after: { client: clientId, body, is_pinned: isPinned } })
  return note
}

/** Pins a note to the top of the client's page, or lets it go. Repeatable. @throws NotFound 404. */
export async function pinNote(tx: Tx, { clientId, noteId, isPinned }: { clientId: bigint; noteId: bigint; isPinned: boolean }): Promise<ClientNote> {
  const client = await lockClient(tx, tx.actor.scope, clientId)
  const note = client === undefined ? undefined : await lockNote(tx, clientId, noteId)
  if (note === undefined) throw NotFound.of('note', noteId)
  if (note.is_pinned === isPinned) return note
  await updatePinned(tx, noteId, isPinned)
  await recordEvent(tx, isPinned ? 'client_note.pinned' : 'client_note.unpinned', {
    subjectType: 'client_note',
    subjectId: noteId,
    after: { client: clientId },
  })
  return { ...note, is_pinned: isPinned }
}
