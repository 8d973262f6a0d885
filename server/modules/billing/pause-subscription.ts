import { NotFound } from '../../kernel/errors.ts'
import type { Minor } from '../../kernel/money.ts'
import { ZERO } from '../../kernel/money.ts'
import { isBefore } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { addPause, endPause } from '#modules/clients/index.ts'
import { creditBack } from './credit-back.ts'
import { liveLine } from './issue-renewal.ts'
import { settledPauses } from './segments.ts'
import { chargesOfSubscription, clientOfSubscription } from './subscription-store.ts'
import { lockBillingTerms } from './terms-store.ts'
import type { BilledSubscription, Pause } from './terms.ts'

export interface PauseSubscription {
  readonly subscriptionId: bigint
  readonly from: PlainDate
  /** First day of service again; null = until resumed. */
  readonly to: PlainDate | null
  readonly kind: Pause['kind']
  readonly reason: string
}

export interface Paused {
  readonly clientId: bigint
  /** Given back for days that were billed already. */
  readonly credited: Minor
}

/**
 * Pauses a line. Days not billed yet are left out of later bills; days already billed are credited once the pause has an end (billing rule 11).
 * @throws NotFound 404; Conflict `subscription_left`, `already_paused` 409.
 */
export async function pauseSubscription(tx: Tx, { subscriptionId, from, to, kind, reason }: PauseSubscription): Promise<Paused> {
  const { clientId, subscription } = await lockedLine(tx, subscriptionId)
  await addPause(tx, { subscriptionId, startsOn: from, endsOn: to, kind, reason })
  return { clientId, credited: to === null ? ZERO : await creditPaused(tx, { clientId, subscription, pause: { startsOn: from, endsOn: to, kind } }) }
}

/** Ends the open pause on a day (the first day of service again) and credits what of it was already billed. @throws Conflict `not_paused` 409. */
export async function resumeSubscription(
  tx: Tx,
  { subscriptionId, on, kind = 'vacation' }: { subscriptionId: bigint; on: PlainDate; kind?: Pause['kind'] },
): Promise<Paused> {
  const { clientId, subscription } = await lockedLine(tx, subscriptionId)
  const pause = await endPause(tx, { subscriptionId, kind, endsOn: on })
  // A pause that ends on its first day never was one.
  if (pause === null) return { clientId, credited: ZERO }
  return { clientId, credited: await creditPaused(tx, { clientId, subscription, pause: { startsOn: pause.startsOn, endsOn: on, kind } }) }
}

async function lockedLine(tx: Tx, subscriptionId: bigint): Promise<{ clientId: bigint; subscription: BilledSubscription }> {
  const clientId = await clientOfSubscription(tx, subscriptionId)
  const terms = clientId === null ? null : await lockBillingTerms(tx, clientId, tx.today)
  if (!terms || clientId === null) throw NotFound.of('subscription', subscriptionId)
  return { clientId, subscription: liveLine(terms, subscriptionId).subscription }
}

interface CreditPaused {
  readonly clientId: bigint
  readonly subscription: BilledSubscription
  readonly pause: { readonly startsOn: PlainDate; readonly endsOn: PlainDate; readonly kind: Pause['kind'] }
}

/** Credits the billed days of a pause that now has an end, for every recurring charge of the line. */
export async function creditPaused(tx: Tx, { clientId, subscription, pause }: CreditPaused): Promise<Minor> {
  const { policy, id } = subscription
  if (pause.kind === 'vacation' ? policy.chargeWhilePaused : policy.chargeWhileSuspended) return ZERO
  const charges = (await chargesOfSubscription(tx, id)).filter(
    (charge) => charge.kind === 'recurring' && (charge.endsOn === null || isBefore(pause.startsOn, charge.endsOn)),
  )
  const others = settledPauses(subscription).filter((other) => !(other.startsOn.equals(pause.startsOn) && other.kind === pause.kind))
  return await creditBack(tx, {
    clientId,
    chargeIds: charges.map((charge) => charge.id),
    from: pause.startsOn,
    to: pause.endsOn,
    kind: 'pause',
    reason: 'pause',
    notCharged: others,
  })
}
