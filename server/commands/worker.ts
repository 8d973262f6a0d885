import type { Command } from './command.ts'
import { runService } from './service.ts'
import { openDemoNetwork } from '../demo/network/demo-network.ts'
import { startJobs } from '../processes/running.ts'

export const command: Command = {
  name: 'worker',
  summary: 'only the background jobs, any number beside each other; needs DATABASE_URL',
  async run(_args, env) {
    await runService(env, async (database, stopping) => {
      const network = await openDemoNetwork({ database, dataDir: env.config.dataDir, log: env.log })
      stopping.add('the demo’s routers', network.stop)
      const worker = await startJobs(database, env.log)
      stopping.add('the jobs', async () => await worker.stop())
      env.log.info('The worker takes jobs')
    })
  },
}
