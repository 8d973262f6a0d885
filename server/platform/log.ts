import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import type { WriteStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import type { DestinationStream, Logger as PinoLogger } from 'pino'

export type Logger = PinoLogger

// Names of fields that may carry a secret, wherever they turn up one or two levels deep.
const SECRETS = ['password', 'secret', 'token', 'authorization', 'cookie', 'pppoe_password', 'nid', 'api_key', 'otp', 'pin']
const redacted = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
const KEEP_DAYS = 14

export interface LogOptions {
  readonly level: string
  /** A folder: one file a day, kept for two weeks, and warnings also on the screen. Null: JSON lines on standard output. */
  readonly folder: string | null
}

/** The application's log: JSON lines with UTC times, in which secrets are struck out. */
export function createLog({ level, folder }: LogOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redacted, censor: '[hidden]' },
  }
  if (folder === null) return pino(options, pino.destination({ dest: 1, sync: true }))
  return pino(options, dailyFile(folder))
}

function dailyFile(folder: string): DestinationStream {
  let day = ''
  let file: WriteStream | null = null
  return {
    write(line: string) {
      const today = Temporal.Now.plainDateISO('UTC').toString()
      if (today !== day) {
        day = today
        file?.end()
        // The folder is made at the first line, and only it is private: others must be able to pass through its parents.
        mkdirSync(dirname(folder), { recursive: true })
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        file = createWriteStream(join(folder, `lastmile-${today}.log`), { flags: 'a', mode: 0o600 })
        // A full disk must not end the program; the screen still shows what is wrong.
        file.on('error', (error) => process.stderr.write(`The log cannot be written: ${error.message}\n`))
        removeOld(folder, today)
      }
      file?.write(line)
      const screen = forScreen(line)
      if (screen !== null) process.stderr.write(screen)
    },
  }
}

function removeOld(folder: string, today: string): void {
  const oldest = Temporal.PlainDate.from(today).subtract({ days: KEEP_DAYS }).toString()
  for (const name of readdirSync(folder)) {
    const day = /^lastmile-(\d{4}-\d{2}-\d{2})\.log$/.exec(name)?.[1]
    if (day !== undefined && day < oldest) rmSync(join(folder, name), { force: true })
  }
}

/** Warnings and worse as one readable line. */
function forScreen(line: string): string | null {
  const { level, msg, err } = JSON.parse(line) as { level: string; msg?: string; err?: { message?: string } }
  if (level !== 'warn' && level !== 'error' && level !== 'fatal') return null
  const cause = err?.message === undefined || err.message === msg ? '' : `: ${err.message}`
  return `${level === 'warn' ? 'warning' : 'error'}: ${msg ?? ''}${cause}\n`
}
