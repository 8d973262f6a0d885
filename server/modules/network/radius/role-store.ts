import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Conn } from '../../../platform/db/tx.ts'

const ROLE = 'lastmile_radius'
/** What the role of FreeRADIUS may call; it has no right on any table. */
const FUNCTIONS = ['radius_client', 'radius_log_in', 'radius_account', 'radius_refused']

/** Whether the role was made, and how many connections it has now. */
export async function readServer({ db }: Pick<Conn, 'db'>): Promise<{ is_set_up: boolean; connections: number }> {
  const { rows } = await sql<{ is_set_up: boolean; connections: number }>`
    select exists (select from pg_roles r where r.rolname = q.name) as is_set_up,
      (select count(*)::int from pg_stat_activity a where a.usename = q.name and a.datname = current_database()) as connections
    from (select left(${`${ROLE}_`} || current_database(), 63) as name) q`.execute(db)
  return rows[0] as { is_set_up: boolean; connections: number }
}

/**
 * Makes the role with which FreeRADIUS comes to this database, or gives it a new password; one role for each database of a server. The
 * connection must be allowed to make roles. Returns its name and password.
 */
export async function makeRole({ db }: Pick<Conn, 'db'>): Promise<{ user: string; password: string }> {
  const { rows } = await sql<{ database: string }>`select current_database() as database`.execute(db)
  const database = rows[0]?.database as string
  const user = `${ROLE}_${database}`.slice(0, 63)
  const password = randomBytes(24).toString('base64url')
  const exists = (await sql`select from pg_roles where rolname = ${user}`.execute(db)).rows.length > 0
  const verb = sql.raw(exists ? 'alter' : 'create')
  await sql`${verb} role ${sql.id(user)} login nosuperuser nocreatedb nocreaterole noinherit password ${sql.lit(scramVerifier(password))}`.execute(db)
  await sql`grant connect on database ${sql.id(database)} to ${sql.id(user)}`.execute(db)
  await sql`grant usage on schema public to ${sql.id(user)}`.execute(db)
  for (const name of FUNCTIONS) await sql`grant execute on function ${sql.id(name)} to ${sql.id(user)}`.execute(db)
  return { user, password }
}

/** What the server keeps of a password (RFC 5803); sent in its place, so that the password stands in no statement and no log. */
function scramVerifier(password: string): string {
  const rounds = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const keyOf = (name: string): Buffer => createHmac('sha256', salted).update(name).digest()
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyOf('Server Key').toString('base64')}`
}
