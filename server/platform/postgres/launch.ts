import { spawn } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../process.ts'
import { identity, program } from './cluster.ts'
import type { Place } from './place.ts'
import type { Address } from './postmaster.ts'
import { answers, disownPostmasterFile, isPostmasterOf, readPostmasterFile, urlOf } from './postmaster.ts'
import { serverSettings } from './tuning.ts'

const SOCKET = '.s.PGSQL.5432'
// sun_path of unix(7) is 108 bytes with its closing zero.
const MAX_SOCKET_PATH = 107

/** A server that outlived its Lastmile is taken over; one that is just stopping is waited for. */
export async function adopt(place: Place, password: string): Promise<Address | null> {
  for (;;) {
    const left = readPostmasterFile(place)
    if (left === null) return null
    if (!isPostmasterOf(left.pid, place.pgdata)) {
      if (isAlive(left.pid)) disownPostmasterFile(place)
      return null
    }
    const url = urlOf(place, password, left.port)
    if (left.isReady && (await answers(url('postgres')))) return { pid: left.pid, port: left.port, isAdopted: true, url }
    await sleep(100)
  }
}

// After the server was killed, its backends need a moment to notice; until then a new server refuses to start.
const CRASH_TRIES = 40

interface LaunchOptions {
  readonly say: (text: string) => void
  readonly isDurable: boolean
  /** A server that is started again keeps the port that others know. */
  readonly port?: number | null
}

/** Starts the server and waits until it answers. @throws with the server's own words when it does not start */
export async function launch(place: Place, password: string, options: LaunchOptions): Promise<Address> {
  const hasCrashed = existsSync(join(place.pgdata, 'postmaster.pid'))
  for (let tries = 1; ; tries += 1) {
    const started = await launchOnce(place, password, options)
    if (typeof started !== 'string') return started
    if (!hasCrashed || tries === CRASH_TRIES) throw new Error(`PostgreSQL ended at once; its words:\n${started}`)
    await sleep(250)
  }
}

/** One try; the server's last words when it ends instead of answering. */
async function launchOnce(place: Place, password: string, { say, isDurable, port: known = null }: LaunchOptions): Promise<Address | string> {
  const { native, pgdata, user } = place
  const hasSocket = process.platform !== 'win32' && Buffer.byteLength(join(pgdata, SOCKET)) <= MAX_SOCKET_PATH
  const port = hasSocket ? null : (known ?? (await freePort()))
  // The socket lies in the data folder, which only the server's user and root can enter, so it needs no password.
  const rule = hasSocket ? 'local all all trust' : 'host all all 127.0.0.1/32 scram-sha-256'
  const rules = join(pgdata, 'pg_hba.conf')
  writeFileSync(rules, `${rule}\n`)
  chmodSync(rules, 0o600)
  if (user !== null) chownSync(rules, user.uid, user.gid)
  const where = hasSocket
    ? { listen_addresses: '', port: '5432', unix_socket_directories: pgdata, unix_socket_permissions: '0700' }
    : { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' }
  const settings = Object.entries({ ...serverSettings({ isDurable }), ...where }).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const startLog = `${pgdata}-start.log`
  const log = openSync(startLog, 'w', 0o600)
  // Its own session: Ctrl-C in the terminal must reach Lastmile, which stops the server after its own work.
  const child = spawn(program(native, 'postgres'), ['-D', pgdata, ...settings], { ...identity(user), detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  const failure = new Promise<Error>((done) => child.once('error', done))
  child.unref()
  const url = urlOf(place, password, port)
  for (let waited = 0; ; waited += 50) {
    const failed = await Promise.race([failure, sleep(50)])
    if (failed instanceof Error) throw new Error(`PostgreSQL could not be started: ${failed.message}`)
    if (child.exitCode !== null || child.signalCode !== null) return lastWords(startLog, join(pgdata, 'log'))
    if (readPostmasterFile(place)?.isReady === true && (await answers(url('postgres')))) return { pid: child.pid as number, port, isAdopted: false, url }
    if (waited > 0 && waited % 5000 === 0) say('PostgreSQL is still starting (after a crash it first replays its log) ...')
  }
}

/** Before its log collector runs the server writes to the first file, afterwards to the newest of the folder. */
function lastWords(startLog: string, folder: string): string {
  const logs = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  const newest = logs.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
  const lines = [startLog, ...(newest === undefined ? [] : [newest])].flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(-6))
  return lines.join('\n')
}

/** Between finding and using it another process may take the port; PostgreSQL then says so and the start is repeated by hand. */
async function freePort(): Promise<number> {
  return await new Promise((done, refuse) => {
    const server = createServer().once('error', refuse)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
