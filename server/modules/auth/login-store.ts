import { sql } from 'kysely'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export interface LoginUser {
  readonly id: bigint
  readonly username: string
  readonly password_hash: string | null
  readonly status: 'active' | 'disabled'
}

export async function selectLoginUser(conn: Conn, username: string): Promise<LoginUser | undefined> {
  const { rows } = await sql<LoginUser>`select id, username, password_hash, status from users where lower(username) = lower(${username})`.execute(conn.db)
  return rows[0]
}

export async function selectLoginUserById(conn: Conn, userId: bigint): Promise<LoginUser | undefined> {
  const { rows } = await sql<LoginUser>`select id, username, password_hash, status from users where id = ${userId}`.execute(conn.db)
  return rows[0]
}

export interface FailureCounts {
  /** Failures of this name from this address, and when the last was. */
  readonly here: number
  readonly last_here: Temporal.Instant | null
  /** Failures of this name from anywhere. */
  readonly account: number
  /** Failures of any name from this address. */
  readonly address: number
  /** Whether this name has ever logged in from this address. */
  readonly is_known_address: boolean
}

/** One attempt at a time for a name and an address, so that a hundred parallel guesses are counted one by one. */
export async function lockAttempts(tx: Tx, username: string, ip: string | null): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`login:${username}`}, 0)), pg_advisory_xact_lock(hashtextextended(${`login-ip:${ip ?? ''}`}, 0))`.execute(
    tx.db,
  )
}

export async function countFailures(tx: Tx, { username, ip, since }: { username: string; ip: string | null; since: Temporal.Instant }): Promise<FailureCounts> {
  const { rows } = await sql<FailureCounts>`
    select
      (select count(*)::int from login_attempts where username = ${username} and ip is not distinct from ${ip}::inet and outcome = 'wrong' and at > ${since}) as here,
      (select max(at) from login_attempts where username = ${username} and ip is not distinct from ${ip}::inet and outcome = 'wrong' and at > ${since}) as last_here,
      (select count(*)::int from login_attempts where username = ${username} and outcome = 'wrong' and at > ${since}) as account,
      (select count(*)::int from login_attempts where ip is not distinct from ${ip}::inet and outcome = 'wrong' and at > ${since}) as address,
      exists (select from login_attempts where username = ${username} and ip is not distinct from ${ip}::inet and outcome = 'ok' and at > ${since.subtract({ hours: 24 * 90 })}) as is_known_address
  `.execute(tx.db)
  return rows[0] as FailureCounts
}

export interface NewAttempt {
  readonly username: string
  readonly ip: string | null
  readonly userAgent: string | null
  readonly outcome: 'ok' | 'wrong' | 'limited' | 'disabled'
}

export async function insertAttempt(tx: Tx, { username, ip, userAgent, outcome }: NewAttempt): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into login_attempts (at, username, user_id, ip, user_agent, outcome)
    values (${tx.now}, ${username}, (select id from users where lower(username) = ${username}), ${ip}::inet, ${userAgent}, ${outcome}) returning id
  `.execute(tx.db)
  return (rows[0] as { id: bigint }).id
}

export async function markAttempt(tx: Tx, { id, at, outcome }: { id: bigint; at: Temporal.Instant; outcome: 'ok' | 'disabled' }): Promise<void> {
  await sql`update login_attempts set outcome = ${outcome} where at = ${at} and id = ${id}`.execute(tx.db)
}

export async function markLoggedIn(tx: Tx, userId: bigint, ip: string | null): Promise<void> {
  await sql`update users set last_login_at = ${tx.now}, last_login_ip = ${ip}::inet where id = ${userId}`.execute(tx.db)
}

/** Stores a password's hash; `chosen` = by the person himself just now, false = the same password hashed better. */
export async function updatePasswordHash(tx: Tx, { userId, hash, chosen }: { userId: bigint; hash: string; chosen: boolean }): Promise<void> {
  await sql`
    update users set password_hash = ${hash},
      password_changed_at = case when ${chosen} then ${tx.now}::timestamptz else password_changed_at end,
      must_change_password = case when ${chosen} then false else must_change_password end
     where id = ${userId}
  `.execute(tx.db)
}

export interface LoginAttempt {
  readonly at: Temporal.Instant
  readonly id: bigint
  readonly username: string
  readonly ip: string | null
  readonly user_agent: string | null
  readonly outcome: string
}

export async function selectAttempts(
  conn: Conn,
  { userId, limit, after }: { userId: bigint; limit: number; after: { at: Temporal.Instant; id: bigint } | undefined },
): Promise<LoginAttempt[]> {
  const { rows } = await sql<LoginAttempt>`
    select at, id, username, host(ip) as ip, user_agent, outcome from login_attempts
     where user_id = ${userId} and (${after?.at ?? null}::timestamptz is null or (at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::bigint))
     order by at desc, id desc limit ${limit + 1}
  `.execute(conn.db)
  return rows
}
