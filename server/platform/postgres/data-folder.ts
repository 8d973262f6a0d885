import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, startMark } from '../process.ts'

/** A second Lastmile on the same data folder would run every job twice and fight over the database. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'
  constructor(dataDir: string, pid: number) {
    super(
      `The data folder ${dataDir} is in use by another Lastmile (process ${pid}). Stop that one first, or give this one its own folder, e.g. DATA_DIR=./data-two PORT=8081 npm start`,
    )
  }
}

/** Takes the data folder for this process; a folder left by a killed process is taken over. @throws DataFolderInUse */
export function claimDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const lock = join(dataDir, 'lastmile.lock')
  const mine = `${process.pid} ${startMark(process.pid) ?? ''}\n`
  for (;;) {
    try {
      put(lock, mine)
      return () => {
        if (readOrNull(lock) === mine) rmSync(lock, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw notWritable(dataDir, error)
    }
    const held = readOrNull(lock)
    if (held === null) continue
    const [pid = '0', mark = ''] = held.trim().split(' ')
    if (isAlive(Number(pid)) && Number(pid) > 0 && (mark === '' || startMark(Number(pid)) === mark)) throw new DataFolderInUse(dataDir, Number(pid))
    takeAway(lock, held, dataDir)
  }
}

/** The lock appears with its words in it: one that is empty for a moment would be taken for a dead process's. @throws EEXIST */
function put(lock: string, mine: string): void {
  const written = `${lock}.${process.pid}.new`
  writeFileSync(written, mine, { mode: 0o644 })
  try {
    linkSync(written, lock)
  } finally {
    rmSync(written, { force: true })
  }
}

/** Moves the dead process's lock aside. Two starters may both have read it; the second one would move the first one's new lock. */
function takeAway(lock: string, expected: string, dataDir: string): void {
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    return // The other starter was faster; the next round reads his lock.
  }
  const moved = readOrNull(aside)
  if (moved === expected) return rmSync(aside, { force: true })
  renameSync(aside, lock)
  throw new DataFolderInUse(dataDir, Number(moved?.split(' ')[0]))
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const notWritable = (dataDir: string, cause: unknown): Error =>
  new Error(`The data folder ${dataDir} cannot be written by this user (${(cause as Error).message}); start as its owner or set DATA_DIR`, { cause })
