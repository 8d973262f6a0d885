import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSetupNeeded } from '../modules/auth/index.ts'
import type { Command, CommandEnv } from './command.ts'
import { BadUsage } from './command.ts'
import { runAllInOne } from './start.ts'

/** Beside the demo's data, readable by its owner only, so that the next start can print it again. */
const loginsFile = (dataDir: string): string => join(dataDir, 'demo-logins.txt')

export const command: Command = {
  name: 'demo',
  summary: 'everything in one process with the demo company, in a data folder of its own (data-demo)',
  usage: 'demo [--clients 2000] [--months 14]',
  async run(args, env) {
    const { clients, months } = sizes(args)
    const dataDir = process.env.DATA_DIR === undefined ? `${env.config.dataDir}-demo` : env.config.dataDir
    const own: CommandEnv = { ...env, config: { ...env.config, dataDir } }
    await runAllInOne(own, {
      prepare: async (database, network) => {
        if (!(await isSetupNeeded(database.db))) return
        const { setUpDemoCompany } = await import('../demo/build-demo.ts')
        env.say(`Making the demo company: ${clients} clients and ${months} months of history. This takes a few minutes, once.`)
        const logins = await setUpDemoCompany(database, { clients, months, network, say: env.say })
        const width = Math.max(...logins.map(({ username }) => username.length))
        writeFileSync(
          loginsFile(dataDir),
          `${logins.map(({ username, password, role }) => `${username.padEnd(width)}  ${password}  (${role})`).join('\n')}\n`,
          { mode: 0o600 },
        )
      },
      greet: async () => {
        const file = loginsFile(dataDir)
        if (existsSync(file)) env.out(`\nLog-ins of the demo company:\n\n${readFileSync(file, 'utf8')}`)
        await Promise.resolve()
      },
    })
  },
}

function sizes(args: readonly string[]): { clients: number; months: number } {
  const wanted = { clients: 2000, months: 14 }
  for (let n = 0; n < args.length; n += 2) {
    const value = Number(args[n + 1])
    const known = args[n] === '--clients' || args[n] === '--months'
    if (!known || !Number.isInteger(value) || value < 1) throw new BadUsage('demo takes --clients n and --months n')
    if (args[n] === '--clients') wanted.clients = value
    else wanted.months = value
  }
  return wanted
}
