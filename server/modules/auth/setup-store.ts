import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '../../platform/db/schema.gen.ts'
import type { Tx } from '../../platform/db/tx.ts'

export async function isSetupNeeded(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select exists (select from setup_state where completed_at is not null) or exists (select from users) as done
  `.execute(db)
  return rows[0]?.done !== true
}

export async function storeSetupToken(db: Kysely<DB>, hash: Buffer, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into setup_state (token_hash, issued_at) values (${hash}, ${now})
    on conflict (only_row) do update set token_hash = excluded.token_hash, issued_at = excluded.issued_at where setup_state.completed_at is null
  `.execute(db)
}

/** The set-up row, locked, so that of two people at the page only one succeeds. */
export async function lockSetup(tx: Tx): Promise<{ token_hash: Buffer | null; completed_at: Temporal.Instant | null } | undefined> {
  const { rows } = await sql<{
    token_hash: Buffer | null
    completed_at: Temporal.Instant | null
  }>`select token_hash, completed_at from setup_state for update`.execute(tx.db)
  return rows[0]
}

export async function completeSetup(tx: Tx): Promise<void> {
  await sql`
    insert into setup_state (completed_at) values (${tx.now}) on conflict (only_row) do update set completed_at = excluded.completed_at, token_hash = null
  `.execute(tx.db)
}
