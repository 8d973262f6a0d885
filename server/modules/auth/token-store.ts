import { sql } from 'kysely'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export interface ApiToken {
  readonly id: bigint
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly string[]
  readonly created_at: Temporal.Instant
  readonly expires_at: Temporal.Instant | null
  readonly last_used_at: Temporal.Instant | null
}

/** The tokens of a person that have not been revoked, newest first. */
export async function selectTokens(conn: Conn, userId: bigint): Promise<ApiToken[]> {
  const { rows } = await sql<ApiToken>`
    select id, name, prefix, scopes, created_at, expires_at, last_used_at from api_tokens where user_id = ${userId} and revoked_at is null order by id desc limit 200
  `.execute(conn.db)
  return rows
}

export async function insertToken(
  tx: Tx,
  token: { userId: bigint; name: string; hash: Buffer; prefix: string; scopes: readonly string[]; expiresAt: Temporal.Instant | null },
): Promise<ApiToken> {
  const { rows } = await sql<ApiToken>`
    insert into api_tokens (user_id, name, token_hash, prefix, scopes, expires_at, created_at)
    values (${token.userId}, ${token.name}, ${token.hash}, ${token.prefix}, ${token.scopes}::text[], ${token.expiresAt}, ${tx.now})
    returning id, name, prefix, scopes, created_at, expires_at, last_used_at
  `.execute(tx.db)
  return rows[0] as ApiToken
}

export async function revokeToken(tx: Tx, { userId, id }: { userId: bigint; id: bigint }): Promise<ApiToken | undefined> {
  const { rows } = await sql<ApiToken>`
    update api_tokens set revoked_at = ${tx.now} where user_id = ${userId} and id = ${id} and revoked_at is null
    returning id, name, prefix, scopes, created_at, expires_at, last_used_at
  `.execute(tx.db)
  return rows[0]
}

export async function insertResetLink(tx: Tx, link: { userId: bigint; hash: Buffer; expiresAt: Temporal.Instant }): Promise<void> {
  // Only the newest link of a person works.
  await sql`update password_reset_links set used_at = ${tx.now} where user_id = ${link.userId} and used_at is null`.execute(tx.db)
  await sql`
    insert into password_reset_links (token_hash, user_id, created_by, created_at, expires_at) values (${link.hash}, ${link.userId}, ${tx.actor.userId}, ${tx.now}, ${link.expiresAt})
  `.execute(tx.db)
}

export interface LinkOwner {
  readonly user_id: bigint
  readonly username: string
  readonly full_name: string
}

/** The person a link belongs to while it works: unused, in time, its person active. */
export async function selectLinkOwner(conn: Conn, hash: Buffer, now: Temporal.Instant): Promise<LinkOwner | undefined> {
  const { rows } = await sql<LinkOwner>`
    select u.id as user_id, u.username, u.full_name from password_reset_links l join users u on u.id = l.user_id
     where l.token_hash = ${hash} and l.used_at is null and l.expires_at > ${now} and u.status = 'active'
  `.execute(conn.db)
  return rows[0]
}

/** Uses a link up; false where somebody else was first. */
export async function consumeLink(tx: Tx, hash: Buffer): Promise<boolean> {
  const { rows } =
    await sql`update password_reset_links set used_at = ${tx.now} where token_hash = ${hash} and used_at is null and expires_at > ${tx.now} returning user_id`.execute(
      tx.db,
    )
  return rows.length === 1
}
