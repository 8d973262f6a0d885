import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'

export interface NewMessage {
  readonly createdAt: Temporal.Instant
  readonly dedupeKey: string
  readonly kind: string
  readonly clientId: bigint | null
  readonly userId: bigint | null
  readonly locale: string
  readonly payload: string
  readonly notBefore: Temporal.Instant
}

/** Key and message in one statement: the message is written only where the key is new. */
export async function insertMessage(db: Tx['db'], message: NewMessage): Promise<boolean> {
  const { rows } = await sql<{ id: bigint }>`
    with fresh as (
      insert into message_keys (dedupe_key, created_at) values (${message.dedupeKey}, ${message.createdAt})
      on conflict do nothing returning dedupe_key
    )
    insert into outbox_messages (created_at, dedupe_key, kind, client_id, user_id, locale, payload, not_before)
    select ${message.createdAt}::timestamptz, dedupe_key, ${message.kind}, ${message.clientId}::bigint, ${message.userId}::bigint, ${message.locale},
           ${message.payload}::jsonb, ${message.notBefore}::timestamptz
      from fresh
    returning id
  `.execute(db)
  return rows.length === 1
}

/** Messages of a query of `client_id, dedupe_key, locale, payload`; keys first, so that a known key writes nothing. */
export async function insertMessages(tx: Tx, kind: string, messages: RawBuilder<unknown>): Promise<void> {
  await sql`
    with wanted as materialized (${messages}), fresh as (
      insert into message_keys (dedupe_key, created_at) select dedupe_key, ${tx.now}::timestamptz from wanted on conflict do nothing returning dedupe_key
    )
    insert into outbox_messages (created_at, dedupe_key, kind, client_id, locale, payload, not_before)
    select ${tx.now}::timestamptz, w.dedupe_key, ${kind}, w.client_id, w.locale, w.payload, ${tx.now}::timestamptz
    from wanted w join fresh f on f.dedupe_key = w.dedupe_key`.execute(tx.db)
}
