import type { Instant } from '../../../kernel/time.ts'
import { businessDay } from '../../../kernel/time.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { HOUR_SECONDS } from './sample.ts'
import { foldDay, packPart, selectUnfolded } from './samples-store.ts'

const RING_HOURS = 4
/** What is on its way when an hour ends is waited for. */
const GRACE_SECONDS = 60
/** A day that a worker could not fold for longer than this stays in hours. */
const FOLD_BACK_DAYS = 7

/**
 * Packs the hours that are over and folds the days that are; each in a transaction of its own, so a run that is ended anywhere has lost
 * nothing. Repeatable. Answers how many hours of lines were packed.
 */
export async function packSamples(conn: Pick<Conn, 'db'>, now: Instant, signal?: AbortSignal): Promise<bigint> {
  const settled = now.subtract({ seconds: GRACE_SECONDS })
  const current = Math.floor(settled.epochMilliseconds / 1000 / HOUR_SECONDS)
  let packed = 0n
  // The hour that is filled now, and in its first minute the one before, are left alone.
  for (let hour = current - RING_HOURS + 2; hour < current; hour += 1) {
    signal?.throwIfAborted()
    packed += await packPart(conn, hour % RING_HOURS)
  }
  for (const day of await selectUnfolded(conn, businessDay(settled, 'UTC'), FOLD_BACK_DAYS)) {
    signal?.throwIfAborted()
    await foldDay(conn, day, now)
  }
  return packed
}
