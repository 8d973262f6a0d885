import { parseArgs } from 'node:util'
import { AppError } from '../kernel/errors.ts'
import { DeviceNotTrusted, DeviceRejected, DeviceTimedOut, DeviceUnreachable } from '../kernel/device-errors.ts'
import { connectRouter, parseFingerprint, printable } from '../modules/network/routers/index.ts'
import type { Row } from '../modules/network/routers/index.ts'
import type { Command, CommandEnv } from './command.ts'
import { BadUsage, CommandFailed } from './command.ts'

/** 2 means "the router said no" here, so a wrong argument has the code that sysexits.h gives it. */
const EXIT = { trap: 2, connection: 3, timeout: 4, usage: 64 } as const
const PORTS = { plain: 8728, tls: 8729 } as const
const CONNECT_TIMEOUT_MS = 10_000

interface Arguments {
  readonly host: string
  readonly port: number
  readonly tls: { readonly fingerprint: string | null } | null
  readonly user: string
  readonly isJson: boolean
  readonly timeoutMs: number
  readonly words: readonly [string, ...string[]]
}

export const command: Command = {
  name: 'router',
  summary: 'runs one command on a MikroTik router and prints its rows; exit code 0 done, 2 the router refused, 3 no connection, 4 no answer in time',
  usage:
    'router exec --address HOST[:PORT] [--tls [--fingerprint SHA256]] --user NAME --password-stdin [--timeout SECONDS] [--json] COMMAND [WORD...]\n' +
    'router exec --address 10.0.0.1 --user admin --password-stdin /ppp/secret/print ?name=anis =.proplist=name,profile < password.txt',
  async run(args, env) {
    const given = readArguments(args)
    try {
      await execute(given, await env.secret(), env)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      env.say(printable(error.message))
      throw new CommandFailed(error.message, exitCodeOf(error))
    }
  },
}

async function execute({ words, isJson, ...access }: Arguments, password: string, { out }: CommandEnv): Promise<void> {
  const connection = await connectRouter({ ...access, password, connectTimeoutMs: Math.min(CONNECT_TIMEOUT_MS, access.timeoutMs) })
  const print = isJson ? jsonPrinter(out) : textPrinter(out)
  try {
    const running = connection.start(words, { onRow: print.row })
    // The router is told as well; a ping without a count would go on there.
    const onInterrupt = (): void => running.cancel()
    process.once('SIGINT', onInterrupt)
    const { ret, isCancelled } = await running.ended.finally(() => process.off('SIGINT', onInterrupt))
    if (ret !== null) print.row(new Map([['ret', ret]]))
    if (isCancelled) throw new CommandFailed('Interrupted', 130)
  } finally {
    print.end()
    await connection.close()
  }
}

function exitCodeOf(error: AppError): number {
  if (error instanceof DeviceTimedOut) return EXIT.timeout
  if (error instanceof DeviceUnreachable || error instanceof DeviceNotTrusted) return EXIT.connection
  return error instanceof DeviceRejected ? EXIT.trap : 1
}

interface Printer {
  readonly row: (row: Row) => void
  readonly end: () => void
}

/** One JSON array, a row on each line, so that it can be read while it grows. */
function jsonPrinter(out: (line: string) => void): Printer {
  let last: string | null = null
  out('[')
  return {
    row: (row) => {
      if (last !== null) out(`${last},`)
      last = JSON.stringify(Object.fromEntries([...row].map(([name, value]) => [printable(name), printable(value)])))
    },
    end: () => {
      if (last !== null) out(last)
      out(']')
    },
  }
}

/** One line for each row; what a terminal might obey is spelled out. */
function textPrinter(out: (line: string) => void): Printer {
  const shown = (value: string): string =>
    /^[^\s"\\\p{C}]+$/u.test(value) ? value : JSON.stringify(value).replaceAll(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, escaped)
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return { row: (row) => out([...row].map(([name, value]) => `${printable(name)}=${shown(printable(value))}`).join('  ')), end: () => {} }
}

function readArguments([verb, ...args]: readonly string[]): Arguments {
  const wrong = (message: string): BadUsage => new BadUsage(message, EXIT.usage)
  if (verb !== 'exec') throw wrong(verb === undefined ? 'router wants a verb: exec' : `router knows no "${verb}"; it knows exec`)
  const { values, positionals } = parse(args, wrong)
  const [name, ...words] = positionals
  if (values.address === undefined) throw wrong('Name the router with --address HOST:PORT')
  if (values.user === undefined) throw wrong('Name the user with --user')
  if (values['password-stdin'] !== true) throw wrong('The password is read from standard input: give --password-stdin')
  if (values.fingerprint !== undefined && values.tls !== true) throw wrong('--fingerprint pins the certificate of a TLS connection; give --tls too')
  if (values.fingerprint !== undefined && parseFingerprint(values.fingerprint) === null)
    throw wrong('A SHA-256 fingerprint is 64 hexadecimal digits, with or without colons')
  if (name === undefined) throw wrong('Give a command such as /system/resource/print')
  if (!/^(\/[a-z0-9-]+)+$/.test(name)) throw wrong(`"${name}" is no command of the API; write it with slashes, e.g. /ppp/active/print`)
  const odd = words.find((word) => !/^[=?]/.test(word))
  if (odd !== undefined) throw wrong(`"${odd}" is no word of the API; an argument is =name=value, a filter ?name=value`)
  const seconds = Number(values.timeout ?? 30)
  if (!(seconds > 0 && seconds <= 3600)) throw wrong('--timeout is in seconds, above 0 and up to 3600')
  const isTls = values.tls === true
  return {
    ...readAddress(values.address, isTls ? PORTS.tls : PORTS.plain, wrong),
    tls: isTls ? { fingerprint: values.fingerprint ?? null } : null,
    user: values.user,
    isJson: values.json ?? false,
    timeoutMs: seconds * 1000,
    words: [name, ...words],
  }
}

function parse(args: readonly string[], wrong: (message: string) => BadUsage) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        address: { type: 'string' },
        tls: { type: 'boolean' },
        fingerprint: { type: 'string' },
        user: { type: 'string' },
        'password-stdin': { type: 'boolean' },
        timeout: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw wrong((error as Error).message)
  }
}

/** `10.0.0.1`, `router.example:8728`, `[2001:db8::1]:8728`, `2001:db8::1`. */
function readAddress(text: string, usualPort: number, wrong: (message: string) => BadUsage): { host: string; port: number } {
  const found = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text) ?? /^([^:\s]+)(?::(\d{1,5}))?$/.exec(text) ?? /^([0-9a-f:.]+)$/i.exec(text)
  const [, host = '', port = String(usualPort)] = found ?? []
  if (host === '' || Number(port) < 1 || Number(port) > 65_535) throw wrong(`"${text}" is no address; write HOST:PORT`)
  return { host, port: Number(port) }
}
