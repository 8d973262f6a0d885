import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Locale } from '../../kernel/actor.ts'
import type { DB } from '../../platform/db/schema.gen.ts'
import { sessionIdleMinutes } from './settings.ts'

/** Everything a request needs to know about who sent it, in one row. */
export interface IdentityRow {
  readonly user_id: bigint
  readonly username: string
  readonly role: string
  readonly permissions: readonly string[]
  readonly granted: readonly string[]
  readonly denied: readonly string[]
  readonly user_grants: readonly string[]
  readonly user_denials: readonly string[]
  readonly scope_kind: 'company' | 'branches' | 'reseller'
  readonly reseller_id: bigint | null
  readonly branch_ids: readonly bigint[]
  readonly locale: Locale
  readonly must_change_password: boolean
}

export interface SessionIdentityRow extends IdentityRow {
  readonly session_id: bigint
  readonly reauthenticated_at: Temporal.Instant
}

export interface TokenIdentityRow extends IdentityRow {
  readonly token_id: bigint
  readonly scopes: readonly string[]
}

type WireIdentity = Omit<IdentityRow, 'user_id' | 'reseller_id' | 'branch_ids'> & { user_id: number; reseller_id: number | null; branch_ids: number[] }

/** What the SQL functions of identities answer, in the program's types. */
const toRow = (wire: WireIdentity): IdentityRow => ({
  ...wire,
  user_id: BigInt(wire.user_id),
  reseller_id: wire.reseller_id === null ? null : BigInt(wire.reseller_id),
  branch_ids: wire.branch_ids.map((id) => BigInt(id)),
})

/** A live session's person, and the session marked as seen (once a minute at most). */
export async function selectSessionIdentity(db: Kysely<DB>, tokenHash: Buffer, now: Temporal.Instant): Promise<SessionIdentityRow | undefined> {
  const { rows } = await sql<{ found: (WireIdentity & { session_id: number; reauthenticated_at: string }) | null }>`
    select session_identity(${tokenHash}, ${now}, ${sessionIdleMinutes.key}, ${sessionIdleMinutes.default}::int) as found`.execute(db)
  const found = rows[0]?.found
  return found ? { ...toRow(found), session_id: BigInt(found.session_id), reauthenticated_at: Temporal.Instant.from(found.reauthenticated_at) } : undefined
}

/** A live token's person, and the token marked as used (once a minute at most). */
export async function selectTokenIdentity(db: Kysely<DB>, tokenHash: Buffer, now: Temporal.Instant): Promise<TokenIdentityRow | undefined> {
  const { rows } = await sql<{
    found: (WireIdentity & { token_id: number; scopes: string[] }) | null
  }>`select token_identity(${tokenHash}, ${now}) as found`.execute(db)
  const found = rows[0]?.found
  return found ? { ...toRow(found), token_id: BigInt(found.token_id), scopes: found.scopes } : undefined
}

/** A person who may work, for what he asked for and a job does later. */
export async function selectUserIdentity(db: Kysely<DB>, userId: bigint): Promise<IdentityRow | undefined> {
  const { rows } = await sql<{ found: WireIdentity | null }>`select person_identity(${userId}) as found`.execute(db)
  const found = rows[0]?.found
  return found ? toRow(found) : undefined
}
