import { Conflict } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { updateMustRedialOf } from './network-store.ts'
import { tellRouters } from './tell-routers.ts'

/**
 * Has the session of a line ended at its router; the box dials again, if it may. Repeatable: who is offline already stays so.
 * @throws Conflict 409 `not_on_a_router` where no router carries the line.
 */
export async function endSession(tx: Tx, subscriptionId: bigint): Promise<{ login: string }> {
  const line = await updateMustRedialOf(tx, subscriptionId)
  if (line === undefined) throw new Conflict('not_on_a_router', 'No router carries this line, so there is no session to end')
  await tellRouters(tx, [subscriptionId])
  await recordEvent(tx, 'access.session_ended', { subjectType: 'subscription', subjectId: subscriptionId, clientId: line.client_id })
  return { login: line.login }
}
