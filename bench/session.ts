import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { syncBuiltinRoles } from '#modules/auth/index.ts'
import type { Database } from '#platform/db/tx.ts'

/** A logged-in administrator, made in the database; returns the cookie. */
export async function session(database: Database): Promise<string> {
  await syncBuiltinRoles(database.db)
  const now = database.clock.now()
  const { rows } = await sql<{ id: bigint }>`
    insert into users (username, full_name, role_id, scope_kind, created_at) select 'bench', 'Bench', id, 'company', ${now} from roles where key = 'admin' returning id`.execute(
    database.db,
  )
  const secret = randomBytes(32).toString('base64url')
  await sql`
    insert into staff_sessions (token_hash, user_id, created_at, last_seen_at, expires_at, reauthenticated_at)
    values (${createHash('sha256').update(secret).digest()}, ${rows[0]?.id ?? 0n}, ${now}, ${now}, ${now.add({ hours: 48 })}, ${now})`.execute(database.db)
  return `sid=${secret}`
}
