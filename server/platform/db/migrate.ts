import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import type { DatabaseError } from 'pg'
import { splitStatements } from './statements.ts'

export const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'migrations')

/** A migration that cannot be applied; the message names the file and the statement. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed'
}

interface Migration {
  readonly name: string
  readonly text: string
  readonly sha256: string
  readonly isTransactional: boolean
}

// Any number will do, as long as every version of the program takes the same one.
const LOCK = 727_465_001

/** The files of the folder in the order they are applied. */
export function readMigrations(folder = MIGRATIONS): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2}-\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex'), isTransactional: !/^--\s*no-transaction\s*$/m.test(text) }
    })
}

export interface MigrateOptions {
  readonly folder?: string
  /** How long a statement waits for a lock that the running program holds. */
  readonly lockTimeoutMs?: number
  readonly say?: (text: string) => void
}

/**
 * Applies the migrations that are missing, in order, each in its own transaction; a second call applies nothing. Several processes may
 * call it at once: one works, the others wait. Takes the direct URL, because a pooler cannot hold the lock.
 * @throws MigrationFailed naming file and statement, or the applied file that was changed afterwards
 */
export async function migrate(directUrl: string, { folder, lockTimeoutMs = 10_000, say }: MigrateOptions = {}): Promise<string[]> {
  const migrations = readMigrations(folder)
  const client = new Client({ connectionString: directUrl, application_name: 'lastmile migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`set lock_timeout = ${Math.trunc(lockTimeoutMs)}`)
    const applied = await appliedMigrations(client)
    const pending = migrations.filter((migration) => {
      const before = applied.get(migration.name)
      if (before !== undefined && before !== migration.sha256) {
        throw new MigrationFailed(`${migration.name} was changed after it had been applied. Restore the file and put the change into a new migration.`)
      }
      return before === undefined
    })
    for (const migration of pending) {
      say?.(`Applying ${migration.name}`)
      await apply(client, migration)
    }
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** Names of migrations this program knows and the database lacks; web and worker refuse to start while there are any. */
export async function pendingMigrations(directUrl: string, folder?: string): Promise<string[]> {
  const client = new Client({ connectionString: directUrl, application_name: 'lastmile migrate' })
  await client.connect()
  try {
    const { rows } = await client.query<{ exists: boolean }>("select to_regclass('schema_migrations') is not null as exists")
    const applied = rows[0]?.exists === true ? await appliedMigrations(client) : new Map<string, string>()
    return readMigrations(folder).flatMap(({ name }) => (applied.has(name) ? [] : [name]))
  } finally {
    await client.end()
  }
}

async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows: found } = await client.query<{ exists: boolean }>("select to_regclass('schema_migrations') is not null as exists")
  if (found[0]?.exists !== true) {
    await client.query(`create table schema_migrations (
      name text collate "C" primary key, sha256 text not null, applied_at timestamptz not null default now(), duration_ms int not null)`)
  }
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations')
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]))
}

async function apply(client: Client, { name, text, sha256, isTransactional }: Migration): Promise<void> {
  const started = performance.now()
  if (isTransactional) await client.query('begin')
  try {
    for (const statement of splitStatements(text)) {
      try {
        await client.query(statement.text)
      } catch (error) {
        throw describe(name, statement, error as DatabaseError)
      }
    }
    const record = 'insert into schema_migrations (name, sha256, duration_ms) values ($1, $2, $3)'
    await client.query(record, [name, sha256, Math.round(performance.now() - started)])
    if (isTransactional) await client.query('commit')
  } catch (error) {
    if (isTransactional) await client.query('rollback')
    throw error
  }
}

function describe(name: string, statement: { text: string; line: number }, error: DatabaseError): MigrationFailed {
  const before = statement.text.slice(0, Number(error.position ?? 1) - 1)
  const line = statement.line + before.split('\n').length - 1
  const shown = statement.text.length > 600 ? `${statement.text.slice(0, 600)} ...` : statement.text
  const advice = error.code === '55P03' ? '\nAnother session holds a lock on the table; run the migration again when it is done.' : ''
  return new MigrationFailed(`${name}, line ${line}: ${error.message}${error.detail === undefined ? '' : ` (${error.detail})`}${advice}\n${shown}`, {
    cause: error,
  })
}
