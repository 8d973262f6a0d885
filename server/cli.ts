import { existsSync } from 'node:fs'
import { AppError } from './kernel/errors.ts'
import { BadConfig, readConfig } from './config.ts'
import { BadUsage, CommandFailed, environment } from './commands/command.ts'
import { helpOf } from './commands/help.ts'
import { commands } from './commands/list.ts'
import { DataFolderInUse } from './platform/postgres/data-folder.ts'
import { MigrationFailed } from './platform/db/migrate.ts'
import { WrongSecretKey } from './platform/secrets/index.ts'

// lastmile <command> [arguments]: the one entry of every process of the program.
const [name = 'help', ...args] = process.argv.slice(2)
const services = new Set(['web', 'worker'])

// Whoever reads what is printed may have read enough (`... | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await main()

async function main(): Promise<number> {
  const wanted = name === '--help' || name === '-h' ? 'help' : name
  const help = helpOf(commands)
  const load = wanted === 'help' ? async () => await Promise.resolve({ command: help }) : commands[wanted]
  if (load === undefined) return complain(`There is no command "${wanted}"; "npm run lastmile -- help" lists them`, 2)
  try {
    if (existsSync('.env')) process.loadEnvFile('.env')
    const isHelp = args.includes('--help') || args.includes('-h')
    const command = isHelp ? help : (await load()).command
    await command.run(isHelp ? [wanted] : args, environment(readConfig(process.env), { isService: services.has(wanted) }))
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommandFailed) return error.exitCode
    if (error instanceof BadUsage) return complain(`${error.message}\nUsage: npm run lastmile -- help ${wanted}`, error.exitCode)
    return complain(isExpected(error) ? error.message : String((error as Error)?.stack ?? error), 1)
  }
}

/** Errors whose message says what to do; the stack of anything else is wanted. */
function isExpected(error: unknown): error is Error {
  const kinds = [AppError, BadConfig, DataFolderInUse, MigrationFailed, WrongSecretKey]
  return kinds.some((kind) => error instanceof kind) || (error instanceof Error && error.constructor === Error && !('syscall' in error))
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}
