import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from '../platform/db/migrate.ts'
import { installQueue } from '../platform/jobs/queue.ts'
import { startEmbedded } from '../platform/postgres/embedded.ts'

export const PREFIX = 'lastmile_test_'

/** The one server of a test run: the one of DATABASE_URL, else an own one in the temp folder, gone afterwards. */
export async function startTestServer(say: (text: string) => void): Promise<{ url: string; stop(): Promise<void> }> {
  const external = process.env.DATABASE_DIRECT_URL ?? process.env.DATABASE_URL
  if (external !== undefined && external !== '') return { url: external, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-test-'))
  // As root the server runs under another account, which has to pass through here to its own folder.
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ dataDir: folder, say, isDurable: false })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Names the databases of one run; begins with the hour, so that a later run can tell what a killed one left behind. */
export const nameRun = (): string => `${hoursNow()}_${randomBytes(4).toString('hex')}`

const hoursNow = (): number => Math.floor(Temporal.Now.instant().epochMilliseconds / 3_600_000)

/** The migrated database that the tests' databases of this run are copied from. */
export async function makeTemplate(serverUrl: string, run: string): Promise<string> {
  const template = `${PREFIX}${run}_template`
  await onServer(serverUrl, async (client) => await client.query(`create database ${template} template template0 encoding 'UTF8'`))
  await migrate(withDatabase(serverUrl, template))
  await installQueue(withDatabase(serverUrl, template))
  return template
}

/** Databases dropped at a time: each waits for a checkpoint, and those that wait together share one. */
const AT_A_TIME = 8

/** Removes the databases of this run, and those of runs that were killed a day ago or earlier. */
export async function dropTestDatabases(serverUrl: string, run: string): Promise<void> {
  const isOver = (name: string): boolean => name.startsWith(`${PREFIX}${run}_`) || Number(name.slice(PREFIX.length).split('_')[0]) < hoursNow() - 24
  const left = await onServer(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [PREFIX])
    return rows.map(({ datname }) => datname).filter(isOver)
  })
  const drop = async (client: Client): Promise<void> => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) await client.query(`drop database if exists "${name}" with (force)`)
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, () => onServer(serverUrl, drop)))
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
