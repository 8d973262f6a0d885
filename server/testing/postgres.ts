import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate, readMigrations } from '../platform/db/migrate.ts'
import { startEmbedded } from '../platform/postgres/embedded.ts'

export const PREFIX = 'lastmile_test_'

/** The one server of a test run: the one of DATABASE_URL, else an own one in the temp folder, gone afterwards. */
export async function startTestServer(say: (text: string) => void): Promise<{ url: string; stop(): Promise<void> }> {
  const external = process.env.DATABASE_DIRECT_URL ?? process.env.DATABASE_URL
  if (external !== undefined && external !== '') return { url: external, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-test-'))
  const server = await startEmbedded({ dataDir: folder, say, isDurable: false })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The migrated database that the tests' databases are copied from; made once for each state of the migrations. */
export async function makeTemplate(serverUrl: string): Promise<string> {
  const state = createHash('sha256')
  for (const { name, sha256 } of readMigrations()) state.update(`${name} ${sha256}\n`)
  const template = `${PREFIX}template_${state.digest('hex').slice(0, 12)}`
  await onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock(727465002)')
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database where datname like $1 || '%'", [`${PREFIX}template_`])
    if (rows.some(({ datname }) => datname === template)) return
    const half = `${PREFIX}half_${randomBytes(4).toString('hex')}`
    await client.query(`create database ${half} template template0 encoding 'UTF8'`)
    try {
      await migrate(withDatabase(serverUrl, half))
      await client.query(`alter database ${half} rename to ${template}`)
    } catch (error) {
      await client.query(`drop database ${half} with (force)`)
      throw error
    }
  })
  return template
}

/** Removes what runs of this program left on a server that outlives them; the templates stay for the next run. */
export async function dropTestDatabases(serverUrl: string, run: string): Promise<void> {
  await onServer(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database where datname like $1 || '%'", [`${PREFIX}${run}_`])
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  })
}

export async function onServer<T>(serverUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl, application_name: 'lastmile test' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
