import type { Command } from './command.ts'
import { runService } from './service.ts'
import { startWeb } from '../processes/running.ts'

export const command: Command = {
  name: 'web',
  summary: 'only the web server, any number beside each other; needs DATABASE_URL',
  async run(_args, env) {
    await runService(env, async (database, stopping) => {
      const { app, url } = await startWeb(env.config, database, env.log)
      stopping.add('the web server', async () => await app.close())
      env.log.info({ url }, 'The web server answers')
    })
  },
}
