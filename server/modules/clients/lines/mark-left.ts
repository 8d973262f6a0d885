import { NotFound } from '../../../kernel/errors.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { isBefore } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { addReason, clearReason, REASONS, setDesiredAccess } from '../../access/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { openCharge } from '../../charges/index.ts'
import { WrongState } from './errors.ts'
import type { Subscription } from './line.ts'
import { lockLine, selectLine, updateActivated, updateLeft } from './store.ts'

/**
 * Marks a line as left and takes its service away; the final bill is billing's, which calls this. Repeatable: a line already left stays
 * as it is. @throws NotFound 404.
 */
export async function markLeft(tx: Tx, { subscriptionId, on, reason }: { subscriptionId: bigint; on: PlainDate; reason: string }): Promise<Subscription> {
  const line = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  if (line.state === 'left') return line
  await updateLeft(tx, subscriptionId, { on, reason })
  await addReason(tx, subscriptionId, 'left', { note: reason })
  return (await selectLine(tx, tx.actor.scope, subscriptionId)) as Subscription
}

/**
 * Takes a line that was left into use again: history stays, old reasons are forgotten, and its package is charged anew from that day.
 * @throws NotFound 404; WrongState 409 unless it was left; Conflict 409 `pppoe_login_taken` or `static_ip_taken` where somebody has it now.
 */
export async function reopenSubscription(tx: Tx, { subscriptionId, on = tx.today }: { subscriptionId: bigint; on?: PlainDate }): Promise<Subscription> {
  const line = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  if (line.state !== 'left') throw WrongState.of(line.state, 'only a line that was left is reopened')
  const startsOn = line.left_on !== null && isBefore(on, line.left_on) ? line.left_on : on
  await updateLeft(tx, subscriptionId, null)
  if (line.activated_on === null) await updateActivated(tx, subscriptionId, startsOn)
  for (const reason of REASONS) await clearReason(tx, subscriptionId, reason)
  await setDesiredAccess(tx, subscriptionId)
  await openCharge(tx, { clientId: line.client_id, subscriptionId, kind: 'recurring', item: 'package', startsOn, reason: 'reopened' })
  const after = (await selectLine(tx, tx.actor.scope, subscriptionId)) as Subscription
  await recordEvent(tx, 'subscription.reopened', {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId: line.client_id,
    before: { state: line.state, left_on: line.left_on },
    after: { state: after.state, from: startsOn },
  })
  return after
}
