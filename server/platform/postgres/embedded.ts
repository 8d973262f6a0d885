import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { commandLine, isAlive } from '../process.ts'
import { claimDataFolder } from './data-folder.ts'
import type { Place } from './place.ts'
import { findPlace } from './place.ts'
import { serverSettings } from './tuning.ts'

export interface EmbeddedPostgres {
  /** Address of the program's database on it. */
  readonly url: string
  /** Process number of the server. */
  readonly pid: number
  /** True when the server was still running from a process that had been killed. */
  readonly isAdopted: boolean
  /** Stops the server (waiting for its open statements to be rolled back) and frees the data folder. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataDir: string
  readonly say: (text: string) => void
  /** False only in tests: nothing is forced to disk. */
  readonly isDurable?: boolean
}

const OWNER = 'lastmile'
const DATABASE = 'lastmile'
const SOCKET = '.s.PGSQL.5432'
// sun_path of unix(7) is 108 bytes with its closing zero.
const MAX_SOCKET_PATH = 107

/**
 * Starts the PostgreSQL that comes with the program on `<dataDir>/postgres`, creating it at the first start, or adopts the one that a
 * killed process left running there. @throws DataFolderInUse when another living Lastmile holds the folder.
 */
export async function startEmbedded({ dataDir, say, isDurable = true }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const release = claimDataFolder(dataDir)
  try {
    const place = findPlace(dataDir, say)
    const password = ownPassword(dataDir)
    if (!existsSync(join(place.pgdata, 'PG_VERSION'))) await createCluster(place, password, { say, isDurable })
    const address = (await adopt(place, password)) ?? (await launch(place, password, { say, isDurable }))
    await createDatabase(address.url('postgres'))
    const killOnExit = (): void => signal(address.pid, 'SIGINT')
    process.once('exit', killOnExit)
    return {
      url: address.url(DATABASE),
      pid: address.pid,
      isAdopted: address.isAdopted,
      async stop() {
        process.off('exit', killOnExit)
        await stopServer(place, address.pid)
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/**
 * Address of the embedded server that another Lastmile runs on this data folder, for commands typed beside a running program;
 * null when none runs.
 */
export async function findRunning(dataDir: string): Promise<string | null> {
  if (!existsSync(join(dataDir, 'lastmile.lock'))) return null
  const place = findPlace(dataDir, () => {})
  const left = readPostmasterFile(place)
  if (left === null || !left.isReady || !isPostmasterOf(left.pid, place.pgdata)) return null
  const url = urlOf(place, ownPassword(dataDir), left.port)
  return (await answers(url(DATABASE))) ? url(DATABASE) : null
}

interface Address {
  readonly pid: number
  readonly isAdopted: boolean
  url(database: string): string
}

/** Used only where the server must listen on TCP; made once. */
function ownPassword(dataDir: string): string {
  const file = join(dataDir, 'postgres-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

async function createCluster({ native, pgdata, user }: Place, password: string, { say, isDurable }: { say: (text: string) => void; isDurable: boolean }): Promise<void> {
  say(`Creating the database in ${pgdata} ...`)
  // Made under another name: an interrupted initdb leaves something that looks like a cluster and is none.
  const half = `${pgdata}.new`
  const passwordFile = `${pgdata}.pw`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user !== null) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid)
  const args = ['-D', half, '-U', OWNER, '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-ctype=C']
  args.push('--locale=C', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...(isDurable ? ['--data-checksums'] : ['--no-sync']))
  const result = spawnSync(program(native, 'initdb'), args, { ...identity(user), encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) {
    throw new Error(`initdb could not create the database in ${pgdata}: ${result.error?.message ?? ''}${result.stderr}`)
  }
  renameSync(half, pgdata)
}

/** A server that outlived its Lastmile is taken over; one that is just stopping is waited for. */
async function adopt(place: Place, password: string): Promise<Address | null> {
  for (;;) {
    const left = readPostmasterFile(place)
    if (left === null) return null
    if (!isPostmasterOf(left.pid, place.pgdata)) {
      // The number now belongs to some other process; PostgreSQL itself would take that for a running server.
      rmSync(join(place.pgdata, 'postmaster.pid'), { force: true })
      return null
    }
    const url = urlOf(place, password, left.port)
    if (left.isReady && (await answers(url('postgres')))) return { pid: left.pid, isAdopted: true, url }
    await sleep(100)
  }
}

interface PostmasterFile {
  readonly pid: number
  /** Null: it listens on the socket in its own folder. */
  readonly port: number | null
  readonly isReady: boolean
}

/** Lines of postmaster.pid: pid, data folder, start, port, socket folder, listen address, shared memory, state. */
function readPostmasterFile({ pgdata }: Place): PostmasterFile | null {
  let lines: string[]
  try {
    lines = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const listens = (lines[5] ?? '').trim()
  return { pid: Number(lines[0]), port: listens === '' ? null : Number(lines[3]), isReady: (lines[7] ?? '').trim() === 'ready' }
}

function isPostmasterOf(pid: number, pgdata: string): boolean {
  return isAlive(pid) && (commandLine(pid)?.includes(pgdata) ?? false)
}

async function launch(place: Place, password: string, { say, isDurable }: { say: (text: string) => void; isDurable: boolean }): Promise<Address> {
  const { native, pgdata, user } = place
  const hasSocket = process.platform !== 'win32' && Buffer.byteLength(join(pgdata, SOCKET)) <= MAX_SOCKET_PATH
  const port = hasSocket ? null : await freePort()
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
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`PostgreSQL ended at once; its words:\n${readFileSync(startLog, 'utf8').trim()}`)
    if (readPostmasterFile(place)?.isReady === true && (await answers(url('postgres')))) return { pid: child.pid as number, isAdopted: false, url }
    if (waited > 0 && waited % 5000 === 0) say('PostgreSQL is still starting (after a crash it first replays its log) ...')
  }
}

const urlOf =
  ({ pgdata }: Place, password: string, port: number | null) =>
  (database: string): string =>
    port === null
      ? `postgresql://${OWNER}@localhost/${database}?host=${encodeURIComponent(pgdata)}`
      : `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false // Starting up or shutting down; the caller tries again.
  } finally {
    await client.end().catch(() => {}) // A client that never connected has nothing to end.
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

async function stopServer({ native, pgdata, user }: Place, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(program(native, 'pg_ctl'), ['stop', '-D', pgdata, '-m', 'fast', '-w'], identity(user))
    return
  }
  const isRunning = (): boolean => isPostmasterOf(pid, pgdata)
  // SIGINT is PostgreSQL's "fast" stop: open transactions are rolled back, everything is written. SIGQUIT leaves it to recovery.
  for (const [name, seconds] of [['SIGINT', 30], ['SIGQUIT', 5]] as const) {
    signal(pid, name)
    for (let tries = 0; tries < seconds * 50; tries += 1) {
      if (!isRunning()) return
      await sleep(20)
    }
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Already gone, which is what was wanted.
  }
}

const program = (native: string, name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

const identity = (user: Place['user']): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } => ({
  cwd: '/',
  env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
})

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
