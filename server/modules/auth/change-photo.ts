import type { Tx } from '../../platform/db/tx.ts'
import { storeFile } from '../../platform/files.ts'
import type { CleanFile } from '../../platform/uploads.ts'
import { recordEvent } from '../audit/index.ts'
import { updatePhoto } from './user-store.ts'

/** Sets the acting person's own photo, or takes it away with null. */
export async function changeOwnPhoto(tx: Tx, file: CleanFile | null): Promise<void> {
  const userId = tx.actor.userId as bigint
  const stored =
    file === null ? null : await storeFile(tx, { kind: 'staff_photo', name: `${tx.actor.name}.${file.extension}`, contentType: file.contentType }, file.bytes)
  await updatePhoto(tx, userId, stored?.id ?? null)
  await recordEvent(tx, file === null ? 'user.photo_removed' : 'user.photo_set', { subjectType: 'user', subjectId: userId })
}
