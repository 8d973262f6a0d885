import { pendingMigrations } from '../platform/db/migrate.ts'
import type { Database } from '../platform/db/tx.ts'
import { openDatabaseServer } from '../processes/database-server.ts'
import { openProcess } from '../processes/running.ts'
import { stopOnSignal } from '../processes/stopping.ts'
import type { Stopping } from '../processes/stopping.ts'
import type { CommandEnv } from './command.ts'

/** A process beside others: it migrates nothing, refuses a database that is behind, and runs until a signal ends it. */
export async function runService({ config, log, say }: CommandEnv, begin: (database: Database, stopping: Stopping) => Promise<void>): Promise<void> {
  if (config.database.url === null) throw new Error('This process shares a database with others: set DATABASE_URL (npm start alone needs none)')
  const stopping = stopOnSignal((text) => log.info(text))
  try {
    const server = await openDatabaseServer(config, say)
    const pending = await pendingMigrations(server.address.directUrl ?? server.address.url)
    if (pending.length > 0) throw new Error(`The database lacks ${pending.length} migrations (${pending[0]} ...); run first: npm run lastmile -- migrate`)
    const database = await openProcess(config, server)
    stopping.add('the database connections', database.close)
    await begin(database, stopping)
    await stopping.ended
  } catch (error) {
    await stopping.run()
    throw error
  }
}
