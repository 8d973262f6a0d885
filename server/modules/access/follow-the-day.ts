import type { Tx } from '../../platform/db/tx.ts'
import { setDesiredAccess } from './set-desired-access.ts'
import { selectLinesDue } from './store.ts'

/**
 * Projects the lines whose new terms have begun by the mere passing of a day; at most `limit`.
 * Repeatable: a line that already says what it should is not due. Returns how many lines it looked at.
 */
export async function followTheDay(tx: Tx, limit = 5000): Promise<number> {
  const due = await selectLinesDue(tx, tx.today, limit)
  await setDesiredAccess(tx, due)
  return due.length
}
