import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { commandLine, isAlive } from '../process.ts'
import { identity, OWNER, program } from './cluster.ts'
import type { Place } from './place.ts'

/** A server that runs, and how it is reached. */
export interface Address {
  readonly pid: number
  /** Null: it listens on the socket in its own folder. */
  readonly port: number | null
  readonly isAdopted: boolean
  url(database: string): string
}

export interface PostmasterFile {
  readonly pid: number
  /** Null: it listens on the socket in its own folder. */
  readonly port: number | null
  readonly isReady: boolean
}

/** Lines of postmaster.pid: pid, data folder, start, port, socket folder, listen address, shared memory, state. */
export function readPostmasterFile({ pgdata }: Place): PostmasterFile | null {
  let lines: string[]
  try {
    lines = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const listens = (lines[5] ?? '').trim()
  return { pid: Number(lines[0]), port: listens === '' ? null : Number(lines[3]), isReady: (lines[7] ?? '').trim() === 'ready' }
}

/**
 * The number in the file now belongs to some other process, which PostgreSQL would take for a running server. It ignores the number of
 * its own parent, so ours goes there; the rest of the file stays, because by it PostgreSQL finds out whether old backends still live.
 */
export function disownPostmasterFile({ pgdata }: Place): void {
  const file = join(pgdata, 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))
}

export function isPostmasterOf(pid: number, pgdata: string): boolean {
  return isAlive(pid) && (commandLine(pid)?.includes(pgdata) ?? false)
}

export const urlOf =
  ({ pgdata }: Place, password: string, port: number | null) =>
  (database: string): string =>
    port === null
      ? `postgresql://${OWNER}@localhost/${database}?host=${encodeURIComponent(pgdata)}`
      : `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`

export async function answers(url: string): Promise<boolean> {
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

export async function stopServer({ native, pgdata, user }: Place, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(program(native, 'pg_ctl'), ['stop', '-D', pgdata, '-m', 'fast', '-w'], identity(user))
    return
  }
  const isRunning = (): boolean => isPostmasterOf(pid, pgdata)
  // SIGINT is PostgreSQL's "fast" stop: open transactions are rolled back, everything is written. SIGQUIT leaves it to recovery.
  for (const [name, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 5],
  ] as const) {
    signal(pid, name)
    for (let tries = 0; tries < seconds * 50; tries += 1) {
      if (!isRunning()) return
      await sleep(20)
    }
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Already gone, which is what was wanted.
  }
}
