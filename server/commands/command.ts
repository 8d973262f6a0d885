import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Config } from '../config.ts'
import type { Database } from '../platform/db/tx.ts'
import { createLog } from '../platform/log.ts'
import type { Logger } from '../platform/log.ts'
import { joinDatabaseServer, prepareDatabase } from '../processes/database-server.ts'
import { openProcess } from '../processes/running.ts'

/** One command of the program; each is a file of this folder and a line in list.ts. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What follows `lastmile` on the command line, e.g. `user create <name> [--role admin]`; several lines where there are several forms. */
  readonly usage?: string
  run(args: readonly string[], env: CommandEnv): Promise<void>
}

export interface CommandEnv {
  readonly config: Config
  /** A line of the command's result, on standard output. */
  out(line: string): void
  /** A remark about what is going on, on standard error. */
  say(text: string): void
  /** The first line of standard input: how a secret is given, for arguments can be seen by everybody on the machine. */
  secret(): Promise<string>
  readonly log: Logger
}

/** The arguments of a command were wrong: the message and its usage are shown, the exit code is 2 where the command gives that no other meaning. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage'
  readonly exitCode: number

  constructor(message: string, exitCode = 2) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The command ran and its finding is "no"; what was found is already printed, the exit code is 1 or the command's own. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/**
 * Runs `work` on the database: the one of a Lastmile that is running on the same data folder, else one started for this command.
 * The database is migrated first.
 */
export async function withDatabase<T>({ config, say }: CommandEnv, work: (database: Database) => Promise<T>): Promise<T> {
  const server = await joinDatabaseServer(config, say)
  try {
    await prepareDatabase(server, say)
    const database = await openProcess(config, server)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    await server.stop()
  }
}

export function environment(config: Config, { isService }: { isService: boolean }): CommandEnv {
  return {
    config,
    out: (line) => void process.stdout.write(`${line}\n`),
    say: (text) => void process.stderr.write(`${text}\n`),
    secret: async () => {
      try {
        for await (const line of createInterface({ input: process.stdin, terminal: false })) return line
        return ''
      } finally {
        // Whoever holds the other end open does not keep the process.
        process.stdin.destroy()
      }
    },
    // Separate web and worker processes run under something that collects their output; the all-in-one keeps its own files.
    log: createLog({ level: config.logLevel, folder: isService ? null : join(config.dataDir, 'logs') }),
  }
}
