import { Conflict, NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { storeFile } from '../../../platform/files.ts'
import type { CleanFile } from '../../../platform/uploads.ts'
import { recordEvent } from '../../audit/index.ts'
import { lockClient, updatePhoto } from '../store.ts'
import { insertDocument, selectDocument, selectDocuments, updateRemoved } from './store.ts'
import type { ClientDocument, DocumentKind } from './store.ts'

const MAX_DOCUMENTS = 200

export interface AddDocument {
  readonly clientId: bigint
  readonly kind: DocumentKind
  readonly title: string
  readonly fileName: string
  /** Checked and re-encoded already. */
  readonly file: CleanFile
}

/** Keeps a document with a client. Not repeatable: each call keeps another. @throws NotFound 404, Conflict 409 `too_many_documents`. */
export async function addDocument(tx: Tx, { clientId, kind, title, fileName, file }: AddDocument): Promise<ClientDocument> {
  const client = await lockClient(tx, tx.actor.scope, clientId)
  if (client === undefined) throw NotFound.of('client', clientId)
  if ((await selectDocuments(tx, clientId)).length >= MAX_DOCUMENTS)
    throw new Conflict('too_many_documents', `A client has at most ${MAX_DOCUMENTS} documents; remove one first`)
  const stored = await storeFile(
    tx,
    { kind: 'client_document', name: withExtension(fileName, file.extension), contentType: file.contentType, clientId },
    file.bytes,
  )
  const added = await insertDocument(tx, { clientId, fileId: stored.id, kind, title })
  await recordEvent(tx, 'client.document_added', {
    subjectType: 'client',
    subjectId: clientId,
    clientId,
    after: { document_id: added.id, kind, title, name: stored.name, size_bytes: stored.size_bytes },
  })
  return added
}

/** Takes a document out of sight; its bytes stay until retention removes them. Repeatable only as 404. @throws NotFound 404. */
export async function removeDocument(tx: Tx, { clientId, documentId }: { clientId: bigint; documentId: bigint }): Promise<void> {
  const client = await lockClient(tx, tx.actor.scope, clientId)
  const found = client === undefined ? undefined : await selectDocument(tx, clientId, documentId)
  if (found === undefined) throw NotFound.of('document', documentId)
  await updateRemoved(tx, documentId)
  await recordEvent(tx, 'client.document_removed', {
    subjectType: 'client',
    subjectId: clientId,
    clientId,
    before: { document_id: documentId, kind: found.kind, title: found.title, name: found.name },
  })
}

/** Sets the photo of a client, or takes it away with null. @throws NotFound 404. */
export async function setPhoto(tx: Tx, { clientId, file }: { clientId: bigint; file: CleanFile | null }): Promise<void> {
  const client = await lockClient(tx, tx.actor.scope, clientId)
  if (client === undefined) throw NotFound.of('client', clientId)
  if (file === null && client.photo_file_id === null) return
  const stored =
    file === null
      ? null
      : await storeFile(tx, { kind: 'client_photo', name: `${client.code}.${file.extension}`, contentType: file.contentType, clientId }, file.bytes)
  await updatePhoto(tx, clientId, stored?.id ?? null)
  await recordEvent(tx, file === null ? 'client.photo_removed' : 'client.photo_set', { subjectType: 'client', subjectId: clientId, clientId })
}

/** The name says what the bytes are now, not what they were. */
const withExtension = (name: string, extension: string): string => `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 150) || 'document'}.${extension}`
