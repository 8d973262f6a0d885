import { NotFound } from '../../kernel/errors.ts'
import { add, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { isBefore, later } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { endCharge } from '#modules/charges/index.ts'
import { endPause, markLeft } from '#modules/clients/index.ts'
import { notify } from '#modules/notifications/index.ts'
import { creditBack } from './credit-back.ts'
import { assemble } from './invoice.ts'
import { finalizeInvoice } from './issue-invoice.ts'
import type { IssuedInvoice } from './issue-invoice.ts'
import { liveLine } from './issue-renewal.ts'
import { creditPaused } from './pause-subscription.ts'
import { segmentsUntil, settledPauses } from './segments.ts'
import { refreshExpiry } from './refresh-expiry.ts'
import { chargesOfSubscription, clientOfSubscription } from './subscription-store.ts'
import { lockBillingTerms } from './terms-store.ts'
import type { BilledSubscription, BillingTerms } from './terms.ts'

export interface Leave {
  readonly subscriptionId: bigint
  /** The first day without service. */
  readonly on: PlainDate
  readonly reason: string
}

export interface Left {
  readonly clientId: bigint
  readonly credited: Minor
  /** The final bill. */
  readonly billed: Minor
  readonly finalInvoiceId: bigint | null
}

/**
 * Ends a line for good: unused billed days are credited, unbilled days and one-time charges up to the day make the final bill, the line is marked left
 * (billing rule 42). The deposit is offset by the caller in payments when the client's last line leaves.
 * @throws NotFound 404; Conflict `subscription_left` 409.
 */
export async function leave(tx: Tx, { subscriptionId, on, reason }: Leave): Promise<Left> {
  const clientId = await clientOfSubscription(tx, subscriptionId)
  const before = clientId === null ? null : await lockBillingTerms(tx, clientId, tx.today)
  if (!before || clientId === null) throw NotFound.of('subscription', subscriptionId)
  const { subscription } = liveLine(before, subscriptionId)
  let credited = await closePauses(tx, clientId, subscription, on)
  // Also what is billed to its own end already: days of it after the leaving are given back too.
  const charges = (await chargesOfSubscription(tx, subscriptionId)).filter((charge) => charge.kind === 'recurring')
  const recurring = charges.filter((charge) => charge.endsOn === null || isBefore(on, charge.endsOn))
  for (const charge of recurring) await endCharge(tx, charge.id, later(on, charge.startsOn))
  credited = add(
    credited,
    await creditBack(tx, {
      clientId,
      chargeIds: recurring.map((charge) => charge.id),
      from: on,
      to: null,
      kind: 'left',
      reason: 'left',
      notCharged: settledPauses(subscription),
    }),
  )
  const final = await finalBill(tx, clientId, subscriptionId, on)
  const finalInvoiceId = final?.invoiceId ?? null
  // Days that were given for nothing end with the line as well, though no credit note says so.
  if (subscription.billingMode === 'prepaid') await refreshExpiry(tx, [subscriptionId])
  await markLeft(tx, { subscriptionId, on, reason })
  await recordEvent(tx, 'subscription.left', {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId,
    before: { state: subscription.state },
    after: {
      state: 'left',
      left_on: on.toString(),
      reason,
      credited_minor: Number(credited),
      final_invoice_id: finalInvoiceId === null ? null : Number(finalInvoiceId),
    },
  })
  await notify(tx, 'subscription-left', {
    clientId,
    dedupeKey: `subscription-left:${subscriptionId}:${tx.now}`,
    payload: { subscription_id: subscriptionId, left_on: on.toString() },
  })
  return { clientId, credited, billed: final?.computed.total ?? ZERO, finalInvoiceId }
}

async function closePauses(tx: Tx, clientId: bigint, subscription: BilledSubscription, on: PlainDate): Promise<Minor> {
  let credited = ZERO
  for (const pause of subscription.pauses.filter((candidate) => candidate.endsOn === null)) {
    const ended = await endPause(tx, { subscriptionId: subscription.id, kind: pause.kind, endsOn: on })
    if (ended) credited = add(credited, await creditPaused(tx, { clientId, subscription, pause: { startsOn: pause.startsOn, endsOn: on, kind: pause.kind } }))
  }
  return credited
}

/** Unbilled days up to the day and one-time charges up to and including it, of the line and of the client himself. */
async function finalBill(tx: Tx, clientId: bigint, subscriptionId: bigint, on: PlainDate): Promise<IssuedInvoice | null> {
  const terms = await lockBillingTerms(tx, clientId, tx.today)
  if (!terms) throw NotFound.of('client', clientId)
  return await finalizeInvoice(tx, terms, assemble(terms, finalSegments(terms, subscriptionId, on)), { issuedOn: tx.today, kind: 'final' })
}

function finalSegments(terms: BillingTerms, subscriptionId: bigint, on: PlainDate) {
  const subscription = terms.subscriptions.get(subscriptionId) ?? null
  return terms.charges.flatMap((charge) => {
    if (charge.kind === 'one_time') {
      if (charge.subscriptionId !== null && charge.subscriptionId !== subscriptionId) return []
      return segmentsUntil(charge, null, on.add({ days: 1 })).map((segment) => ({ charge, segment }))
    }
    if (charge.subscriptionId !== subscriptionId || subscription?.billingMode === 'prepaid' || subscription?.state === 'pending') return []
    return segmentsUntil(charge, subscription, on).map((segment) => ({ charge, segment }))
  })
}
