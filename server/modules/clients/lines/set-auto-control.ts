import { Invalid, NotFound } from '../../../kernel/errors.ts'
import { isBefore } from '../../../kernel/time.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { clearReason } from '../../access/index.ts'
import { recordEvent } from '../../audit/index.ts'
import type { Subscription } from './line.ts'
import { endUncontrolled, lockLine, selectLine, updateAutoControl } from './store.ts'

export interface SetAutoControl {
  readonly subscriptionId: bigint
  /** False: bills and cover no longer take the service of this line. */
  readonly isOn: boolean
  /** The last day it is off; null = until somebody turns it on. */
  readonly until?: PlainDate | null
  readonly reason?: string
}

/**
 * Takes a line out of automatic control, or puts it back, with the reason and last day. Off: what it is cut for by itself ends at once. Repeatable.
 * @throws NotFound 404, Invalid 422 for a day that has passed.
 */
export async function setAutoControl(tx: Tx, { subscriptionId, isOn, until = null, reason = '' }: SetAutoControl): Promise<Subscription> {
  const line = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  if (until !== null && isBefore(until, tx.today))
    throw new Invalid('The last day has already passed', { errors: [{ field: 'until', message: 'Expected today or later' }] })
  const before = { auto_control: line.auto_control, until: line.auto_control_until, reason: line.auto_control_reason }
  const after = { auto_control: isOn, until: isOn ? null : until, reason: isOn ? '' : reason }
  if (before.auto_control === after.auto_control && String(before.until) === String(after.until) && before.reason === after.reason) return line
  await updateAutoControl(tx, subscriptionId, { isOn, until: after.until, reason: after.reason })
  if (!isOn) for (const cut of ['billing', 'expired'] as const) await clearReason(tx, subscriptionId, cut)
  await recordEvent(tx, `subscription.auto_control_${isOn ? 'on' : 'off'}`, {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId: line.client_id,
    before,
    after,
  })
  return (await selectLine(tx, tx.actor.scope, subscriptionId)) as Subscription
}

/** Puts lines back whose last day out of automatic control has passed, as a job does every hour. Repeatable. Returns how many. */
export async function endAutoControlOff(tx: Tx): Promise<number> {
  const ended = await endUncontrolled(tx)
  for (const { id, client_id } of ended)
    await recordEvent(tx, 'subscription.auto_control_ended', { subjectType: 'subscription', subjectId: id, clientId: client_id })
  return ended.length
}
