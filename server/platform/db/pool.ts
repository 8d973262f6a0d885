import { Kysely, sql } from 'kysely'
import { Pool } from 'pg'
import type { Clock } from '../../kernel/clock.ts'
import { openSender } from '../jobs/queue.ts'
import { companyReader } from './company.ts'
import { connectionPool, postgresDialect } from './driver.ts'
import type { ConnectionPool } from './driver.ts'
import { listen } from './listen.ts'
import type { DB } from './schema.gen.ts'
import type { Database } from './tx.ts'
import { customTypes } from './types.ts'
import { hasWall, walledDatabase } from './wall.ts'

export interface DatabaseAddress {
  /** Where the program's statements go; may be a pooler in transaction mode. */
  readonly url: string
  /** The server itself, for LISTEN, migrations, jobs and bulk work; the same as `url` where there is no pooler. */
  readonly directUrl?: string | undefined
  readonly replicaUrl?: string | undefined
}

export interface PoolSizes {
  readonly main: number
  readonly direct: number
  readonly replica: number
}

// One process needs few connections: a core runs one statement at a time. With ~100 on the server this leaves room for four processes.
const DEFAULT_SIZES: PoolSizes = { main: 12, direct: 8, replica: 6 }

/** Opens the pools; connections are made on demand. @throws when the server does not answer or is older than PostgreSQL 15. */
export async function openDatabase(address: DatabaseAddress, clock: Clock, sizes: PoolSizes = DEFAULT_SIZES): Promise<Database> {
  const directUrl = address.directUrl ?? address.url
  // Behind a pooler another connection of the server may answer each transaction; it knows nothing of what was prepared on this one.
  const isPooled = directUrl !== address.url
  const main = openPool(address.url, sizes.main, { keepsStatements: !isPooled })
  const db = over(main)
  const direct = over(openPool(directUrl, sizes.direct, { keepsStatements: true }))
  const replica = address.replicaUrl === undefined ? db : over(openPool(address.replicaUrl, sizes.replica, { keepsStatements: !isPooled }))
  const pools = new Set([db, direct, replica])
  const notifications = listen(directUrl)
  const sender = openSender(directUrl)
  const close = async (): Promise<void> => {
    await sender.close()
    await notifications.close()
    await Promise.all([...pools].map(async (pool) => await pool.destroy()))
  }
  try {
    await refuseOldServer(db)
    const scoped = (await hasWall(db)) ? walledDatabase(main, db) : () => db
    return { db, scoped, direct, replica, directUrl, clock, sender, notifications, ...companyReader(db, notifications), close }
  } catch (error) {
    await close()
    throw error
  }
}

const over = (pool: ConnectionPool): Kysely<DB> => new Kysely<DB>({ dialect: postgresDialect(pool) })

function openPool(connectionString: string, max: number, { keepsStatements }: { keepsStatements: boolean }): ConnectionPool {
  const pool = new Pool({
    connectionString,
    max,
    types: customTypes,
    pipeline: true,
    application_name: 'lastmile',
    idleTimeoutMillis: 30_000,
    // Also how long a caller waits for a free connection before it is told that the database is overloaded.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // A connection that breaks fails its own statement; without these listeners the same error would end the process as well.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    // A server with a compiler spends longer on compiling the month's large statements than on running them.
    if (keepsStatements) client.query('set jit = off').catch(() => {})
  })
  return connectionPool(pool, { keepsStatements })
}

async function refuseOldServer(db: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db)
  const version = Math.trunc(Number(rows[0]?.server_version_num) / 10_000)
  if (version < 15) throw new Error(`This PostgreSQL is version ${version}; Lastmile needs version 15 or newer`)
}
