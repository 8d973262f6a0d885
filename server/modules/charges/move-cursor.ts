import { Conflict } from '../../kernel/errors.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { updateCursor } from './store.ts'

/**
 * Moves the cursor of a charge from where the caller saw it. Two writers cannot both bill the same days: the second finds the cursor moved.
 * @throws Conflict 409 `billed_meanwhile`.
 */
export async function moveCursor(tx: Tx, chargeId: bigint, expected: PlainDate, until: PlainDate): Promise<void> {
  if (await updateCursor(tx, chargeId, expected, until)) return
  throw new Conflict('billed_meanwhile', `Charge ${chargeId} is no longer billed until ${expected}: somebody billed it meanwhile; load it again`)
}
