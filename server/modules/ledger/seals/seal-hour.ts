import type { Instant } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { becomeSealer, countRows, firstRowAfter, insertSeal, lastSeal, olderTransactionLives, waitForWriters } from './seal-store.ts'
import type { Book } from './seal-store.ts'

/** An hour is sealed this long after its end, so that a request which read the clock just before it has begun its transaction. */
const MARGIN_MINUTES = 2

export type Sealing =
  /** One more seal; there may be others to make. */
  | { readonly outcome: 'sealed'; readonly until: Instant; readonly rowCount: bigint }
  /** A transaction from that hour still lives; later. */
  | { readonly outcome: 'waiting'; readonly until: Instant }
  | { readonly outcome: 'up_to_date' }

/** Rows came in while their hour was being sealed; the next attempt covers them. */
export class HourStillMoving extends Error {
  override readonly name = 'HourStillMoving'
}

/**
 * Seals the next hour of a book that holds rows, together with the empty hours before it; behind the last row, all empty full hours
 * at once. In the same transaction the sealed postings are folded into account_days. Repeatable: up to date, it writes nothing.
 * Must be the only statement of its transaction: at its end it keeps every writer of the book out for a moment.
 * @throws HourStillMoving; 55P03 where a writer takes longer than that moment.
 */
export async function sealHour(tx: Tx, book: Book): Promise<Sealing> {
  await becomeSealer(tx)
  const bound = startOfHour(tx.now.subtract({ minutes: MARGIN_MINUTES }))
  const last = await lastSeal(tx, book)
  if (last !== null && Temporal.Instant.compare(last.sealedUntil, bound) >= 0) return { outcome: 'up_to_date' }
  const first = await firstRowAfter(tx, book, { from: last?.sealedUntil ?? null, until: bound })
  const until = first === null ? bound : startOfHour(first).add({ hours: 1 })
  const from = last?.sealedUntil ?? startOfHour(first ?? bound.subtract({ hours: 1 }))
  if (await olderTransactionLives(tx, until)) return { outcome: 'waiting', until }
  const rowCount = await insertSeal(tx, book, { from, until, previous: last?.hash ?? null })
  await waitForWriters(tx)
  if ((await countRows(tx, book, { from, until })) !== rowCount) throw new HourStillMoving(`Rows were recorded before ${until} while it was being sealed`)
  return { outcome: 'sealed', until, rowCount }
}

const startOfHour = (instant: Instant): Instant => instant.round({ smallestUnit: 'hour', roundingMode: 'floor' })
