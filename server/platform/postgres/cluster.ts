import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Place } from './place.ts'

export const OWNER = 'lastmile'
export const DATABASE = 'lastmile'

/** Used only where the server must listen on TCP; made once. */
export function ownPassword(dataDir: string): string {
  const file = join(dataDir, 'postgres-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

export async function createCluster(
  { native, pgdata, user }: Place,
  password: string,
  { say, isDurable }: { say: (text: string) => void; isDurable: boolean },
): Promise<void> {
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

export async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

export const program = (native: string, name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

export const identity = (user: Place['user']): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } => ({
  cwd: '/',
  env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
})
