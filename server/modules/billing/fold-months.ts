import type { Tx } from '../../platform/db/tx.ts'
import { foldMoves, forgetFolds, lockFold, sealedUntil, selectWrongMonths } from './month-store.ts'
import type { WrongMonth } from './month-store.ts'

/**
 * Folds the documents of sealed hours into the sums of the billing months. Repeatable: up to date, it writes nothing.
 * Returns whether anything was folded.
 */
export async function foldMonths(tx: Tx): Promise<boolean> {
  const until = await sealedUntil(tx)
  if (until === null) return false
  const from = await lockFold(tx)
  if (from !== null && Temporal.Instant.compare(from, until) >= 0) return false
  await foldMoves(tx, { from, until })
  return true
}

/** Works the months' sums out anew where they are not those of their documents; returns which were wrong. Repeatable. */
export async function rebuildMonths(tx: Tx): Promise<WrongMonth[]> {
  await lockFold(tx)
  const wrong = await selectWrongMonths(tx)
  if (wrong.length === 0) return []
  await forgetFolds(tx)
  await foldMonths(tx)
  return wrong
}
