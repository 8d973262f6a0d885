import type { Tx } from '../../../platform/db/tx.ts'
import { hasCutForMoney } from './promise-store.ts'
import { liftCuts } from './lift.ts'

/**
 * Gives a client's lines back that would no longer be cut; what everything that changes his debt does last. One probe where nothing is cut, which is nearly always.
 * Repeatable. The caller holds the client's money lock. Returns how many lines lost the reason *billing*.
 */
export async function restoreIfSettled(tx: Tx, clientId: bigint): Promise<number> {
  return (await hasCutForMoney(tx, clientId)) ? await liftCuts(tx, [clientId]) : 0
}
