import type { Tx } from '../../platform/db/tx.ts'
import { clearReasonOfClient } from '#modules/access/index.ts'
import { readArrears } from './payment-store.ts'

/** Ends a cut for unpaid bills when nothing overdue is open any more. Repeatable. Returns how many lines lost the reason. */
export async function restoreIfSettled(tx: Tx, clientId: bigint): Promise<number> {
  const { isCut, isOverdue } = await readArrears(tx, clientId, tx.today)
  return isCut && !isOverdue ? await clearReasonOfClient(tx, clientId, 'billing') : 0
}
