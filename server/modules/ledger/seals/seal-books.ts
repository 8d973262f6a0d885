import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '../../../kernel/actor.ts'
import { isPgError } from '../../../platform/http/constraints.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Database } from '../../../platform/db/tx.ts'
import { HourStillMoving, sealHour } from './seal-hour.ts'
import type { Sealing } from './seal-hour.ts'
import { BOOKS } from './seal-store.ts'
import type { Book } from './seal-store.ts'

export interface SealBooks {
  readonly actor: Actor
  readonly signal?: AbortSignal
  /** How often an hour that is still being written is tried before it is left to the next call. */
  readonly patience?: number
  readonly pauseMs?: number
}

export interface Sealed {
  readonly book: Book
  readonly seals: number
  readonly rows: bigint
  /** False: an hour is left for the next call because somebody still writes in it. */
  readonly isUpToDate: boolean
}

/** Seals every full past hour of the journal and of the audit, each in a transaction of its own. Repeatable; stops early and goes on where it stopped. */
export async function sealBooks(database: Database, options: SealBooks): Promise<Sealed[]> {
  const done: Sealed[] = []
  for (const book of BOOKS) done.push(await sealBook(database, book, options))
  return done
}

async function sealBook(database: Database, book: Book, { actor, signal, patience = 20, pauseMs = 3000 }: SealBooks): Promise<Sealed> {
  let seals = 0
  let rows = 0n
  for (let tries = 0; tries < patience; ) {
    signal?.throwIfAborted()
    const sealing = await attempt(database, book, actor)
    if (sealing?.outcome === 'up_to_date') return { book, seals, rows, isUpToDate: true }
    if (sealing?.outcome === 'sealed') {
      seals += 1
      rows += sealing.rowCount
      tries = 0
      continue
    }
    tries += 1
    if (tries < patience) await sleep(pauseMs, undefined, signal === undefined ? {} : { signal })
  }
  return { book, seals, rows, isUpToDate: false }
}

/** Null where writers were in the way. */
async function attempt(database: Database, book: Book, actor: Actor): Promise<Sealing | null> {
  try {
    return await inTransaction(database, { actor, direct: true }, async (tx) => await sealHour(tx, book))
  } catch (error) {
    if (error instanceof HourStillMoving || (isPgError(error) && error.code === '55P03')) return null
    throw error
  }
}
