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

/** Arrays are aggregated by the plan's index look-ups; the row is found by primary key or unique key only. */
const identityColumns = sql`
  u.id as user_id, u.username, r.key as role, r.permissions, r.granted, r.denied,
  array(select p.permission from user_permissions p where p.user_id = u.id and p.effect = 'grant') as user_grants,
  array(select p.permission from user_permissions p where p.user_id = u.id and p.effect = 'deny') as user_denials,
  u.scope_kind, u.reseller_id,
  array(select b.branch_id from user_branches b where b.user_id = u.id order by b.branch_id) as branch_ids,
  u.locale, u.must_change_password`

/** A live session's person, and the session marked as seen (once a minute at most). */
export async function selectSessionIdentity(db: Kysely<DB>, tokenHash: Buffer, now: Temporal.Instant): Promise<SessionIdentityRow | undefined> {
  const { rows } = await sql<SessionIdentityRow>`
    with live as (
      select * from staff_sessions
       where token_hash = ${tokenHash} and revoked_at is null and expires_at > ${now}::timestamptz
         and last_seen_at > ${now}::timestamptz - make_interval(mins => coalesce((select (value #>> '{}')::int from settings where key = ${sessionIdleMinutes.key}), ${sessionIdleMinutes.default}::int))
    ), seen as (
      update staff_sessions set last_seen_at = ${now}
       where token_hash in (select token_hash from live where last_seen_at < ${now}::timestamptz - interval '1 minute')
    )
    select ${identityColumns}, live.id as session_id, live.reauthenticated_at
      from live join users u on u.id = live.user_id join roles r on r.id = u.role_id
     where u.status = 'active'
  `.execute(db)
  return rows[0]
}

/** A live token's person, and the token marked as used (once a minute at most). */
export async function selectTokenIdentity(db: Kysely<DB>, tokenHash: Buffer, now: Temporal.Instant): Promise<TokenIdentityRow | undefined> {
  const { rows } = await sql<TokenIdentityRow>`
    with live as (
      select * from api_tokens where token_hash = ${tokenHash} and revoked_at is null and (expires_at is null or expires_at > ${now}::timestamptz)
    ), used as (
      update api_tokens set last_used_at = ${now}
       where id in (select id from live where last_used_at is null or last_used_at < ${now}::timestamptz - interval '1 minute')
    )
    select ${identityColumns}, live.id as token_id, live.scopes
      from live join users u on u.id = live.user_id join roles r on r.id = u.role_id
     where u.status = 'active'
  `.execute(db)
  return rows[0]
}

/** A person who may work, for what he asked for and a job does later. */
export async function selectUserIdentity(db: Kysely<DB>, userId: bigint): Promise<IdentityRow | undefined> {
  const { rows } = await sql<IdentityRow>`select ${identityColumns} from users u join roles r on r.id = u.role_id where u.id = ${userId} and u.status = 'active'`.execute(db)
  return rows[0]
}
