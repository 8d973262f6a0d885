import type { Locale } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { insertMessage } from './store.ts'

export interface Notice {
  readonly clientId?: bigint | null
  /** A member of staff instead of a client. */
  readonly userId?: bigint | null
  /** One message ever per key, e.g. `invoice-issued:4711`. */
  readonly dedupeKey: string
  /** Ids and figures the template needs; never a secret. */
  readonly payload?: Readonly<Record<string, unknown>>
  readonly locale?: Locale
  readonly notBefore?: Temporal.Instant
}

/**
 * Puts one message into the outbox of this transaction; it is sent after the commit by a job.
 * Repeatable: a second call with the same key writes nothing. Answers whether a message was written.
 */
export async function notify(tx: Tx, kind: string, notice: Notice): Promise<boolean> {
  return insertMessage(tx.db, {
    createdAt: tx.now,
    dedupeKey: notice.dedupeKey,
    kind,
    clientId: notice.clientId ?? null,
    userId: notice.userId ?? null,
    locale: notice.locale ?? tx.company.locale,
    payload: JSON.stringify(notice.payload ?? {}, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
    notBefore: notice.notBefore ?? tx.now,
  })
}

/** The same message as the SQL function `queue_message` takes it, for a composed statement. */
export const messageJson = (tx: Tx, kind: string, notice: Notice): Record<string, unknown> => ({
  created_at: tx.now.toString(),
  dedupe_key: notice.dedupeKey,
  kind,
  client_id: notice.clientId?.toString() ?? null,
  user_id: notice.userId?.toString() ?? null,
  locale: notice.locale ?? tx.company.locale,
  payload: notice.payload ?? {},
  not_before: (notice.notBefore ?? tx.now).toString(),
})
