import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Config } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { makePartitions } from '../platform/db/partitions.ts'
import { openDatabase } from '../platform/db/pool.ts'
import type { Database } from '../platform/db/tx.ts'
import { hasWall } from '../platform/db/wall.ts'
import { openFiles } from '../platform/files.ts'
import type { App } from '../platform/http/app.ts'
import { startWorker } from '../platform/jobs/index.ts'
import type { Worker } from '../platform/jobs/index.ts'
import type { Logger } from '../platform/log.ts'
import { openSecrets } from '../platform/secrets/index.ts'
import type { DatabaseServer } from './database-server.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const WEB_ROOT = join(ROOT, 'web', 'dist')

/** The pools and the keys of this process. @throws WrongSecretKey */
export async function openProcess(config: Config, server: DatabaseServer): Promise<Database> {
  const database = await openDatabase(server.address, systemClock)
  try {
    await openSecrets(database.db, config)
    openFiles(config.dataDir)
    await makePartitions(database.direct)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Starts answering HTTP; returns the address people open. @throws when the port is taken */
export async function startWeb(config: Config, database: Database, log: Logger): Promise<{ app: App; url: string }> {
  const { buildApp } = await import('../app.ts')
  const { setUpHooks } = await import('../set-up-hooks.ts')
  if (!(await hasWall(database.db)))
    log.warn('The database user may not make roles, so row-level security does not stand behind the scope of branches (docs/decisions/0006)')
  const app = await buildApp({ database, config, hooks: { setUp: setUpHooks }, webRoot: WEB_ROOT, logger: log })
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await app.close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${config.port} on ${config.host} is taken by another program. Stop it, or choose another port: PORT=8081 npm start`, { cause: error })
  }
  const { port } = app.server.address() as { port: number }
  const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host
  return { app, url: config.publicUrl ?? `http://${host}:${port}` }
}

/**
 * Starts running the jobs of every module. A heap of 60 MB in use would otherwise grow to 310 MB before anything is swept: polls, imports and runs leave much
 * behind that was of use for a second (bench/olt-load.ts: 459 MB of memory without, below 300 MB with it).
 */
export async function startJobs(database: Database, log: Logger): Promise<Worker> {
  setFlagsFromString('--heap-growing-percent=50')
  const { allJobs } = await import('../app.ts')
  return await startWorker({ database, jobs: allJobs(), log })
}
