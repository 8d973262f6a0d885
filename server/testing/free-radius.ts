import { execFile, spawn, spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { installed, makeRole, radiusKey, writeConfig } from '../modules/network/radius/index.ts'
import type { TestDatabase } from './database.ts'
import { onServer } from './postgres.ts'

const BINARY = '/usr/sbin/freeradius'

/** Why FreeRADIUS cannot be tested here; null where it can. */
export function missingFreeRadius(): string | null {
  const version = spawnSync(BINARY, ['-v'], { encoding: 'utf8' })
  if (version.error !== undefined) return 'freeradius is not installed (apt-get install freeradius freeradius-postgresql freeradius-utils)'
  if (spawnSync('radclient', ['-v']).error !== undefined) return 'radclient is not installed (apt-get install freeradius-utils)'
  if (!existsSync(join(installed().libraries, 'rlm_sql_postgresql.so'))) return 'its PostgreSQL module is not installed (apt-get install freeradius-postgresql)'
  if (!/Version 3\./.test(version.stdout)) return `freeradius is not 3.x: ${version.stdout.split('\n')[0]}`
  return null
}

export interface Answer {
  /** Access-Accept, Access-Reject, Accounting-Response, CoA-ACK, ...; null = silence. */
  readonly code: string | null
  readonly attributes: Readonly<Record<string, string>>
}

export interface FreeRadius {
  readonly authPort: number
  readonly acctPort: number
  readonly folder: string
  readonly pid: number
  output(): string
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

export interface FreeRadiusOptions {
  readonly connectTo?: string
  /** A command that runs it in another network. */
  readonly within?: readonly string[]
  readonly listen?: { readonly address: string; readonly authPort: number; readonly acctPort: number }
  readonly networks?: readonly string[]
}

/** Starts FreeRADIUS with the configuration the program writes, on ports of its own; as its own process, not as the system's service. */
export async function startFreeRadius(
  database: TestDatabase,
  { connectTo = database.url, within = [], listen, networks = ['127.0.0.0/8'] }: FreeRadiusOptions = {},
): Promise<FreeRadius> {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-radius-'))
  chmodSync(folder, 0o700)
  const { host, port, database: name } = new Client({ connectionString: connectTo })
  const role = await makeRole(database)
  const key = await radiusKey(database)
  const at = listen ?? { address: '127.0.0.1', authPort: await freePort(), acctPort: await freePort() }
  writeConfig({
    folder,
    ...installed(),
    listen: at,
    networks,
    database: { host, port, name: name as string, ...role },
    key,
  })
  const server = await runFreeRadius(folder, ['-f', '-l', 'stdout'], within)
  return {
    ...server,
    authPort: at.authPort,
    acctPort: at.acctPort,
    async stop() {
      await server.stop()
      await onServer(database.url, async (client) => {
        await client.query(`drop owned by "${role.user}"`)
        await client.query(`drop role "${role.user}"`)
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * FreeRADIUS as a router that takes changes of sessions, written by others than our sender. Logins that begin with `gone` have no session (503), with
 * `stiff` may not be changed but ended (404), with `deaf` neither (501).
 */
export async function startNas({
  secret,
  isSigned,
}: {
  secret: string
  isSigned: boolean
}): Promise<{ port: number; output(): string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-nas-'))
  const port = await freePort()
  const { libraries, dictionaries } = installed()
  writeFileSync(join(folder, 'dictionary'), '')
  writeFileSync(
    join(folder, 'radiusd.conf'),
    `prefix = /usr
raddbdir = ${folder}
logdir = ${folder}
run_dir = ${folder}
libdir = ${libraries}
dictdir = ${dictionaries}
name = radiusd
log {
  destination = stdout
}
modules {
  always ok {
    rcode = ok
  }
  always reject {
    rcode = reject
  }
}
client here {
  ipaddr = 127.0.0.1
  secret = "${secret}"
  require_message_authenticator = ${isSigned ? 'yes' : 'no'}
}
server nas {
  listen {
    type = coa
    ipaddr = 127.0.0.1
    port = ${port}
  }
  recv-coa {
    if (&User-Name =~ /^gone/) {
      update reply {
        &Error-Cause := Session-Context-Not-Found
      }
      reject
    }
    elsif (&User-Name =~ /^deaf/) {
      update reply {
        &Error-Cause := Administratively-Prohibited
      }
      reject
    }
    elsif (&User-Name =~ /^stiff/ && &Mikrotik-Rate-Limit) {
      update reply {
        &Error-Cause := Invalid-Request
      }
      reject
    }
    else {
      ok
    }
  }
}
`,
  )
  const nas = await runFreeRadius(folder, ['-X'])
  return {
    port,
    output: nas.output,
    async stop() {
      await nas.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs FreeRADIUS on a folder of configuration until it is stopped. @throws with its output where it does not start */
export async function runFreeRadius(
  folder: string,
  mode: readonly string[] = ['-f', '-l', 'stdout'],
  within: readonly string[] = [],
): Promise<Pick<FreeRadius, 'folder' | 'pid' | 'output' | 'stop'>> {
  const [command, ...rest] = [...within, BINARY, ...mode, '-d', folder]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const ended = once(child, 'exit')
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      if (output.includes('Ready to process requests')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', () => reject(new Error(`FreeRADIUS did not start:\n${output}`)))
  })
  await ready
  return {
    folder,
    pid: child.pid as number,
    output: () => output,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

export interface AskOptions {
  readonly port: number
  readonly secret: string
  /** Of one try; radclient does not try again. */
  readonly timeoutSeconds?: number
  /** The address it is sent from. */
  readonly from?: string
}

/** One packet by radclient, the tool of FreeRADIUS. `attributes` are lines as it reads them. */
export async function ask(
  kind: 'auth' | 'acct' | 'coa' | 'disconnect',
  attributes: readonly string[],
  { port, secret, timeoutSeconds = 3, from }: AskOptions,
): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-ask-'))
  const file = join(folder, 'packet')
  const lines = from === undefined ? attributes : [...attributes, `Packet-Src-IP-Address = ${from}`]
  writeFileSync(file, `${lines.join('\n')}\n`)
  try {
    const text = await new Promise<string>((resolve) =>
      execFile('radclient', ['-x', '-r', '1', '-t', String(timeoutSeconds), '-f', file, `127.0.0.1:${port}`, kind, secret], (_error, stdout, stderr) =>
        resolve(`${stdout}\n${stderr}`),
      ),
    )
    return parse(text)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function parse(text: string): Answer {
  const [, received] = text.split(/^Received /m)
  if (received === undefined) return { code: null, attributes: {} }
  const attributes: Record<string, string> = {}
  for (const line of received.split('\n').slice(1)) {
    const found = /^\t([\w-]+) = (.*)$/.exec(line)
    if (found !== null) attributes[found[1] as string] = (found[2] as string).replace(/^"(.*)"$/, '$1')
  }
  return { code: received.split(' ')[0] as string, attributes }
}

/** A value as radclient reads it. */
export const said = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
