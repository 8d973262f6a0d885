import { sql } from 'kysely'
import { kept } from '../db/kept.ts'
import type { Conn, Tx } from '../db/tx.ts'

/** Claims the key for this transaction; a second claim waits for the first to end and is refused if that one committed. */
export async function claimKey(tx: Tx, { actor, key, hash }: { actor: string; key: string; hash: Buffer }): Promise<boolean> {
  const { rows } = await sql`${kept}
    insert into idempotency_keys (actor, key, request_hash, created_at) values (${actor}, ${key}, ${hash}, ${tx.now})
    on conflict do nothing returning key
  `.execute(tx.db)
  return rows.length === 1
}

export async function readAnswer(tx: Tx, { actor, key }: { actor: string; key: string }) {
  const { rows } = await sql<{ request_hash: Buffer; status: number; response: unknown }>`
    select request_hash, status, response from idempotency_keys where actor = ${actor} and key = ${key}
  `.execute(tx.db)
  return rows[0]
}

export async function storeAnswer(tx: Tx, { actor, key }: { actor: string; key: string }, { status, json }: { status: number; json: unknown }): Promise<void> {
  await sql`${kept} update idempotency_keys set status = ${status}, response = ${JSON.stringify(json ?? null)}::jsonb where actor = ${actor} and key = ${key}`.execute(
    tx.db,
  )
}

export async function deleteOldKeys(db: Tx['db'] | Conn['db'], before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`delete from idempotency_keys where created_at < ${before} returning key`.execute(db)
  return rows.length
}
