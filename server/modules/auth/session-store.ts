import { sql } from 'kysely'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export interface SessionRow {
  readonly id: bigint
  readonly created_at: Temporal.Instant
  readonly last_seen_at: Temporal.Instant
  readonly expires_at: Temporal.Instant
  readonly ip: string | null
  readonly user_agent: string | null
}

export async function insertSession(
  tx: Tx,
  session: { tokenHash: Buffer; userId: bigint; expiresAt: Temporal.Instant; ip: string | null; userAgent: string | null },
): Promise<void> {
  await sql`
    insert into staff_sessions (token_hash, user_id, created_at, last_seen_at, expires_at, reauthenticated_at, ip, user_agent)
    values (${session.tokenHash}, ${session.userId}, ${tx.now}, ${tx.now}, ${session.expiresAt}, ${tx.now}, ${session.ip}::inet, ${session.userAgent})
  `.execute(tx.db)
}

/** The sessions of a person that still work, newest first. */
export async function selectLiveSessions(conn: Conn, userId: bigint, now: Temporal.Instant): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, created_at, last_seen_at, expires_at, host(ip) as ip, user_agent from staff_sessions
     where user_id = ${userId} and revoked_at is null and expires_at > ${now} order by created_at desc, id desc limit 200
  `.execute(conn.db)
  return rows
}

/** Ends one session of a person; false where it is not his or already over. */
export async function revokeSession(tx: Tx, { userId, sessionId }: { userId: bigint; sessionId: bigint }): Promise<boolean> {
  const { rows } =
    await sql`update staff_sessions set revoked_at = ${tx.now} where user_id = ${userId} and id = ${sessionId} and revoked_at is null returning id`.execute(
      tx.db,
    )
  return rows.length === 1
}

/** Ends all sessions of a person, but for one that is kept; answers how many. */
export async function revokeSessions(tx: Tx, userId: bigint, keep: Buffer | null = null): Promise<number> {
  const { rows } = await sql`
    update staff_sessions set revoked_at = ${tx.now} where user_id = ${userId} and revoked_at is null and (${keep}::bytea is null or token_hash <> ${keep}::bytea) returning id
  `.execute(tx.db)
  return rows.length
}

/** Ends all sessions of everybody who has a role, because what the role allows has changed. */
export async function revokeSessionsOfRole(tx: Tx, roleId: bigint, keep: Buffer | null): Promise<void> {
  await sql`
    update staff_sessions set revoked_at = ${tx.now}
     where user_id in (select id from users where role_id = ${roleId}) and revoked_at is null and (${keep}::bytea is null or token_hash <> ${keep}::bytea)
  `.execute(tx.db)
}

/** Gives a session a new secret, keeping its age and limits. */
export async function replaceSecret(tx: Tx, { from, to, reauthenticated }: { from: Buffer; to: Buffer; reauthenticated: boolean }): Promise<void> {
  await sql`
    update staff_sessions set token_hash = ${to}, reauthenticated_at = case when ${reauthenticated} then ${tx.now}::timestamptz else reauthenticated_at end where token_hash = ${from}
  `.execute(tx.db)
}

export async function deleteOldSessions(db: Conn['db'], before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`delete from staff_sessions where expires_at < ${before} or revoked_at < ${before} returning id`.execute(db)
  return rows.length
}

export async function deleteOldLinks(db: Conn['db'], before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`delete from password_reset_links where expires_at < ${before} returning user_id`.execute(db)
  return rows.length
}
