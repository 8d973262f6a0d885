import { randomBytes } from 'node:crypto'
import type { Conn } from '../../../platform/db/tx.ts'
import { releaseLease, renewLease, takeLease, wantLease } from './lease-store.ts'
import type { Lease } from './lease-store.ts'

type Db = Pick<Conn, 'db'>

const LEASE_MS = 15_000
const RENEW_MS = 5000
const POLL_MS = 100
/** How often who waits says so. */
const WANT_EVERY_MS = 2000

/** This process. */
const owner = `${process.pid}-${randomBytes(4).toString('hex')}`

/** Waits for a device that others may be working on, and says to them that somebody waits. Null: its time ran out. */
export async function waitForLease(db: Db, deviceId: string, patienceMs: number): Promise<Lease | null> {
  for (let waited = 0; ; waited += POLL_MS) {
    const lease = await takeLease(db, { deviceId, owner, ms: LEASE_MS })
    if (lease !== null) return lease
    if (waited % WANT_EVERY_MS === 0) await wantLease(db, deviceId)
    if (waited >= patienceMs) return null
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

export interface Holding {
  /** Another has it by now: nothing may be said to the device any more. */
  readonly onLost: () => void
  /** Whether another process waits for the device; told at each renewal. */
  readonly onWanted: (isWanted: boolean) => void
}

/** Keeps a lease alive until the answered function gives it back. */
export function holdLease(db: Db, lease: Lease, { onLost, onWanted }: Holding): () => Promise<void> {
  const timer = setInterval(() => {
    renewLease(db, lease, LEASE_MS).then(
      ({ isOurs, isWanted }) => {
        onWanted(isWanted)
        if (!isOurs) onLost()
      },
      () => {}, // The database is away; the lease runs out by itself if it stays so.
    )
  }, RENEW_MS).unref()
  return async () => {
    clearInterval(timer)
    await releaseLease(db, lease).catch(() => {}) // Then it runs out.
  }
}
