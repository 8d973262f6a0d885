import type { Tx } from '../../platform/db/tx.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { refreshCredentials } from '../network/radius/index.ts'
import { reconcileRouter } from '../network/routers/index.ts'
import { applyAccess } from './job-definitions.ts'
import { selectRoutersOf, touchLines } from './network-store.ts'
import { lockLines, projectLines } from './store.ts'
import type { ProjectedLine } from './store.ts'

/** Projects lines that are locked, and has their routers told of what changed for the network. */
export async function projectAndTell(tx: Tx, subscriptionIds: readonly bigint[]): Promise<ProjectedLine[]> {
  const changed = await projectLines(tx, subscriptionIds)
  await tellRouters(
    tx,
    changed.filter(({ is_access_changed }) => is_access_changed).map(({ subscription_id }) => subscription_id),
  )
  return changed
}

/** Has the routers of these lines told, once this transaction has committed. */
export async function tellRouters(tx: Tx, subscriptionIds: readonly bigint[]): Promise<void> {
  if (subscriptionIds.length === 0) return
  await refreshCredentials(tx, subscriptionIds)
  for (const routerId of await selectRoutersOf(tx, subscriptionIds)) await enqueue(tx, applyAccess, { router_id: routerId })
}

/**
 * What a device is told of a line has changed though state, profile and address are the same: its login, its password, or where it is.
 * `left` is the router that carried it and no longer does; that one is compared as a whole and lets go of it.
 */
export async function touchAccess(tx: Tx, subscriptionId: bigint, { left }: { left: bigint | null }): Promise<void> {
  await lockLines(tx, [subscriptionId])
  await touchLines(tx, [subscriptionId], { hasMoved: left !== null })
  await tellRouters(tx, [subscriptionId])
  if (left !== null) await enqueue(tx, reconcileRouter, { router_id: left })
}
