import type { Tx } from '../../platform/db/tx.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { recordEvent } from '../audit/index.ts'
import { readRouter, reconcileRouter } from '../network/routers/index.ts'
import { updateMayAdopt } from './sync-store.ts'

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
