import type { Tx } from '../../platform/db/tx.ts'
import { projectAndTell } from './tell-routers.ts'
import { lockLines } from './store.ts'
import type { ProjectedLine } from './store.ts'

/**
 * Makes state and desired access of lines say what their facts say. Repeatable: called a hundred times it changes nothing more, and the
 * revision moves only when a device would have to be told something else. Returns the lines of which anything changed.
 */
export async function setDesiredAccess(tx: Tx, subscriptionIds: bigint | readonly bigint[]): Promise<ProjectedLine[]> {
  const ids = typeof subscriptionIds === 'bigint' ? [subscriptionIds] : subscriptionIds
  if (ids.length === 0) return []
  await lockLines(tx, ids)
  return projectAndTell(tx, ids)
}
