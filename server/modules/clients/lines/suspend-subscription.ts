import { Conflict, NotFound } from '../../../kernel/errors.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { addReason, clearReason, readReasons } from '../../access/index.ts'
import type { AccessReason } from '../../access/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { WrongState } from './errors.ts'
import type { Subscription } from './line.ts'
import { lockLine, selectLine } from './store.ts'

/** What a person may suspend for and restores again; the rest is set by billing, pauses and leaving. */
export const STAFF_REASONS = ['manual', 'abuse', 'kyc'] as const
/** For unpaid bills a person may be quicker than the reminders; it then ends by the payment, as theirs does. */
export const SUSPEND_REASONS = [...STAFF_REASONS, 'billing'] as const
export type StaffReason = (typeof STAFF_REASONS)[number]

export interface SuspendSubscription {
  readonly subscriptionId: bigint
  readonly reason: (typeof SUSPEND_REASONS)[number]
  readonly note: string
  /** The first day on which it no longer holds; null = until somebody restores the line. */
  readonly until?: PlainDate | null
}

/**
 * Takes the service of a line away for a reason of the staff's, or for unpaid bills. Repeatable: the same reason again only updates its note and end.
 * @throws NotFound 404, WrongState 409 for a line that is pending or left.
 */
export async function suspendSubscription(tx: Tx, { subscriptionId, reason, note, until = null }: SuspendSubscription): Promise<Subscription> {
  const line = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  if (line.state === 'pending') throw WrongState.of(line.state, 'there is no service to suspend yet')
  if (line.state === 'left') throw WrongState.of(line.state, 'it has no service any more')
  const before = (await readReasons(tx, [subscriptionId])).find((found) => found.reason === reason)
  if (before !== undefined && before.note === note && String(before.until) === String(until)) return line
  await addReason(tx, subscriptionId, reason, { note, until })
  const after = (await selectLine(tx, tx.actor.scope, subscriptionId)) as Subscription
  await recordEvent(tx, 'subscription.suspended', {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId: line.client_id,
    before: { state: line.state },
    after: { state: after.state, reason, note, until },
  })
  return after
}

/**
 * Takes the staff's reasons from a line, or one named reason; service comes back when none is left. A named *billing* reason gives
 * service back in spite of the debt until the next reminder run finds it again. Repeatable where nothing is named.
 * @throws NotFound 404, WrongState 409, Conflict 409 `not_suspended_for_that`.
 */
export async function restoreSubscription(
  tx: Tx,
  { subscriptionId, reason }: { subscriptionId: bigint; reason?: StaffReason | 'billing' | undefined },
): Promise<Subscription> {
  const line = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  if (line.state === 'left') throw WrongState.of(line.state, 'reopen it instead')
  const present = (await readReasons(tx, [subscriptionId])).map((found) => found.reason)
  if (reason !== undefined && !present.includes(reason))
    throw new Conflict('not_suspended_for_that', `This line is not suspended for ${reason}`, { reasons: present })
  const wanted: readonly AccessReason[] = reason === undefined ? STAFF_REASONS.filter((candidate) => present.includes(candidate)) : [reason]
  if (wanted.length === 0) {
    if (present.length > 0)
      throw new Conflict(
        'suspended_otherwise',
        `This line has no service because of: ${present.join(', ')}; that ends by a payment, a renewal or the end of the pause`,
        { reasons: present },
      )
    return line
  }
  for (const one of wanted) await clearReason(tx, subscriptionId, one)
  const after = (await selectLine(tx, tx.actor.scope, subscriptionId)) as Subscription
  await recordEvent(tx, 'subscription.restored', {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId: line.client_id,
    before: { state: line.state, reasons: present },
    after: { state: after.state, reasons: present.filter((found) => !wanted.includes(found)) },
  })
  return after
}
