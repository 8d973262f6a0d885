import { openDatabaseServer, prepareDatabase } from '../processes/database-server.ts'
import { openDemoNetwork } from '../demo/network/demo-network.ts'
import type { DemoNetwork } from '../demo/network/demo-network.ts'
import type { Database } from '../platform/db/tx.ts'
import { openProcess, startJobs, startWeb } from '../processes/running.ts'
import { stopOnSignal } from '../processes/stopping.ts'
import { buildWebOnce } from '../processes/web-build.ts'
import type { Command, CommandEnv } from './command.ts'
import { BadUsage } from './command.ts'

export interface StartOptions {
  /** After the database is ready and before anything is served. */
  readonly prepare?: (database: Database, network: DemoNetwork) => Promise<void>
  /** Once the program answers; what is said to the person who started it. */
  readonly greet?: (database: Database, url: string) => Promise<void>
}

/** Everything in one process: database, migrations, web app, HTTP and jobs, until a signal ends it. */
export async function runAllInOne(env: CommandEnv, { prepare, greet = greetFirstVisit }: StartOptions = {}): Promise<void> {
  const { config, say, log } = env
  const stopping = stopOnSignal(say)
  try {
    await stopping.during(async () => {
      const server = await openDatabaseServer(config, say)
      stopping.add('the database server', server.stop)
      const applied = await prepareDatabase(server, () => {})
      if (applied.length > 0) say(`Database brought up to date (${applied.length} ${applied.length === 1 ? 'step' : 'steps'}).`)
      const database = await openProcess(config, server)
      stopping.add('the database connections', database.close)
      const network = await openDemoNetwork({ database, dataDir: config.dataDir, log })
      stopping.add('the demo’s routers', network.stop)
      await prepare?.(database, network)
      if (config.buildsWeb) await buildWebOnce(say)
      const { app, url } = await startWeb(config, database, log)
      stopping.add('the web server', async () => await app.close())
      const worker = await startJobs(database, log)
      stopping.add('the jobs', async () => await worker.stop())
      await greet(database, url)
      say(`Lastmile is running: ${url}   (Ctrl-C stops it; data in ${config.dataDir})`)
    })
    await stopping.ended
    say('Stopped.')
  } catch (error) {
    await stopping.run()
    throw error
  }
}

/** Until a company exists, whoever reads this terminal may create it. The token stands after the #, so that no server's log has it. */
async function greetFirstVisit(database: Database, url: string): Promise<void> {
  const { issueSetupToken } = await import('../modules/auth/index.ts')
  const token = await issueSetupToken(database)
  if (token === null) return
  process.stderr.write(`\nNo company has been set up yet. Open this page to do it; the address works once:\n\n    ${url}/setup#${token}\n\n`)
}

export const command: Command = {
  name: 'start',
  summary: 'everything in one process: database, web server and jobs',
  async run(args, env) {
    if (args.length > 0) throw new BadUsage('start takes no arguments; it is configured by the environment (help config)')
    await runAllInOne(env)
  },
}
