import type { Tx } from '../../platform/db/tx.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { recordEvent } from '../audit/index.ts'
import { readRouter, reconcileRouter } from '../network/routers/index.ts'
import { updateMayAdopt, updateMayAdoptLines } from './sync-store.ts'

/**
 * Says of secrets that stand in the way of lines with their names that they are those lines'; the next comparison signs them and makes them
 * say what is wanted. Without `logins`, all of the router. Repeatable. Returns how many. @throws NotFound 404.
 */
export async function adoptSecrets(tx: Tx, routerId: bigint, logins: readonly string[] | null): Promise<number> {
  const router = await readRouter(tx, tx.actor.scope, routerId)
  const adopted = await updateMayAdopt(tx, routerId, logins)
  if (adopted.length === 0) return 0
  await recordEvent(tx, 'router.secrets_adopted', {
    subjectType: 'router',
    subjectId: routerId,
    branchId: router.branch_id,
    after: { names: adopted.map(({ login }) => login), subscriptions: adopted.map(({ subscription_id }) => subscription_id) },
  })
  await enqueue(tx, reconcileRouter, { router_id: routerId })
  return adopted.length
}

/**
 * Says the same of lines a router is only now given, as when it is imported: what stands there under their names is theirs. The router is
 * compared as a whole. Repeatable. @throws NotFound 404.
 */
export async function allowAdoption(tx: Tx, routerId: bigint, subscriptionIds: readonly bigint[]): Promise<void> {
  if (subscriptionIds.length === 0) return
  await readRouter(tx, tx.actor.scope, routerId)
  await updateMayAdoptLines(tx, routerId, subscriptionIds)
  await enqueue(tx, reconcileRouter, { router_id: routerId })
}
