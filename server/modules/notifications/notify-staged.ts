import type { RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import { insertMessages } from './store.ts'

/**
 * The set-based form of `notify`: one message per row of a query of `client_id, dedupe_key, locale, payload`.
 * Repeatable: rows whose key is known write nothing.
 */
export async function notifyStaged(tx: Tx, kind: string, messages: RawBuilder<unknown>): Promise<void> {
  await insertMessages(tx, kind, messages)
}
