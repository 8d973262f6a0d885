import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createCluster, createDatabase, DATABASE, ownPassword } from './cluster.ts'
import { claimDataFolder } from './data-folder.ts'
import { adopt, launch } from './launch.ts'
import type { Place } from './place.ts'
import { findPlace } from './place.ts'
import type { Address } from './postmaster.ts'
import { answers, isPostmasterOf, readPostmasterFile, signal, stopServer, urlOf } from './postmaster.ts'

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
    const options = { say, isDurable }
    const address = (await adopt(place, password)) ?? (await launch(place, password, options))
    await createDatabase(address.url('postgres'))
    const supervisor = supervise(address, place, async () => await launch(place, password, { ...options, port: address.port }), say)
    return {
      url: address.url(DATABASE),
      pid: address.pid,
      isAdopted: address.isAdopted,
      async stop() {
        await stopServer(place, await supervisor.end())
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

const WATCH_MS = 1000

/** Starts the server again when it is gone, e.g. killed for want of memory, and takes it along when this process ends. */
function supervise(first: Address, place: Place, relaunch: () => Promise<Address>, say: (text: string) => void): { end(): Promise<number> } {
  let { pid } = first
  let relaunching: Promise<void> | null = null
  const killOnExit = (): void => signal(pid, 'SIGINT')
  process.once('exit', killOnExit)
  const look = async (): Promise<void> => {
    if (isPostmasterOf(pid, place.pgdata)) return
    say('The database server is gone; starting it again ...')
    try {
      pid = (await relaunch()).pid
      say('The database server runs again.')
    } catch (error) {
      say((error as Error).message)
    }
  }
  const timer = setInterval(() => {
    relaunching ??= look().finally(() => {
      relaunching = null
    })
  }, WATCH_MS)
  timer.unref()
  return {
    async end() {
      clearInterval(timer)
      await relaunching
      process.off('exit', killOnExit)
      return pid
    },
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
