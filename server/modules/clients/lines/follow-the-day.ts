import type { Tx } from '../../../platform/db/tx.ts'
import { updatePackagesInForce } from './store.ts'
import { selectLinesOnOtherPackage } from './terms-store.ts'

/** Lists lines under the package that their terms name today, where midnight has changed it. Repeatable. Returns how many it moved. */
export async function followTerms(tx: Tx, limit = 5000): Promise<number> {
  const due = await selectLinesOnOtherPackage(tx, tx.today, limit)
  if (due.length > 0) await updatePackagesInForce(tx, due)
  return due.length
}
