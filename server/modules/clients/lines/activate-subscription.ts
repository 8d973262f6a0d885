import { Invalid, NotFound } from '../../../kernel/errors.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { isBefore } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { setDesiredAccess } from '../../access/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { openCharge } from '../../charges/index.ts'
import { WrongState } from './errors.ts'
import type { Subscription } from './line.ts'
import { lockLine, selectLine, updateActivated } from './store.ts'
import { startTermsBy } from './terms-store.ts'

/**
 * Puts a pending line into service: its package is charged from that day, and the network may let it in. Repeatable: a line that is
 * already in use stays as it is. @throws NotFound 404, WrongState 409 for a line that was left, Invalid 422 for a day in the future.
 */
export async function activateSubscription(tx: Tx, { subscriptionId, on = tx.today }: { subscriptionId: bigint; on?: PlainDate }): Promise<Subscription> {
  const line = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  if (line.state === 'left') throw WrongState.of(line.state, 'reopen it instead')
  if (line.activated_on !== null) return line
  if (isBefore(tx.today, on))
    throw new Invalid('A line is activated today or, belatedly, on an earlier day', { errors: [{ field: 'on', message: 'Expected today or earlier' }] })
  await startTermsBy(tx, subscriptionId, on)
  await updateActivated(tx, subscriptionId, on)
  await openCharge(tx, { clientId: line.client_id, subscriptionId, kind: 'recurring', item: 'package', startsOn: on, reason: 'activated' })
  await setDesiredAccess(tx, subscriptionId)
  const after = (await selectLine(tx, tx.actor.scope, subscriptionId)) as Subscription
  await recordEvent(tx, 'subscription.activated', {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId: line.client_id,
    before: { state: line.state },
    after: { state: after.state, activated_on: on },
  })
  return after
}
