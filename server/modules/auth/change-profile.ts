import type { Locale } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { updateProfile } from './user-store.ts'

/** Changes the acting person's own language and look. Not audited: it concerns nobody else. */
export async function changeProfile(tx: Tx, change: { locale?: Locale | undefined; theme?: 'auto' | 'light' | 'dark' | undefined }): Promise<void> {
  await updateProfile(tx, tx.actor.userId as bigint, change)
}
