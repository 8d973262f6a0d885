import { Conflict, NotFound } from '../../kernel/errors.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assemble } from './invoice.ts'
import { finalizeInvoice } from './issue-invoice.ts'
import { refreshExpiry } from './refresh-expiry.ts'
import { planRenewal } from './renewal.ts'
import { clientOfSubscription } from './subscription-store.ts'
import { lockBillingTerms } from './terms-store.ts'
import type { BilledCharge, BilledSubscription, BillingTerms } from './terms.ts'

export interface IssueRenewal {
  readonly subscriptionId: bigint
  readonly cycles: number
  /** The business day of the payment. */
  readonly paidOn: PlainDate
}

export interface IssuedRenewal {
  readonly clientId: bigint
  readonly invoiceId: bigint | null
  readonly total: bigint
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
}

/**
 * Bills n cycles of a prepaid line as one invoice with a line per cycle; the caller's payment then pays it in the same transaction.
 * Credit is left alone: the payment pays this invoice first. Not repeatable: keyed by the payment in `subscription_renewals`.
 * @throws NotFound 404; Conflict `not_prepaid`, `subscription_left` 409.
 */
export async function issueRenewal(tx: Tx, { subscriptionId, cycles, paidOn }: IssueRenewal): Promise<IssuedRenewal> {
  const clientId = await clientOfSubscription(tx, subscriptionId)
  if (clientId === null) throw NotFound.of('subscription', subscriptionId)
  const terms = await lockBillingTerms(tx, clientId, tx.today)
  if (!terms) throw NotFound.of('client', clientId)
  const { subscription, packageCharge } = liveLine(terms, subscriptionId)
  if (subscription.billingMode !== 'prepaid') throw new Conflict('not_prepaid', 'Only a prepaid line is renewed; a postpaid one is billed by the month')
  const charges = terms.charges.filter((charge) => charge.subscriptionId === subscriptionId)
  const plan = planRenewal({ subscription, charges, packageCharge, expiresOn: subscription.expiresOn, paidOn, cycles })
  const computed = assemble(terms, plan.segments)
  const issued = await finalizeInvoice(
    tx,
    terms,
    { ...computed, free: [...plan.givenUp, ...computed.free] },
    { issuedOn: tx.today, kind: 'renewal', keepCredit: true },
  )
  // Cycles that are free of charge cover at once; the others when they are paid.
  if (computed.free.length > 0) await refreshExpiry(tx, [subscriptionId])
  return { clientId, invoiceId: issued?.invoiceId ?? null, total: computed.total, startsOn: plan.startsOn, endsOn: plan.endsOn }
}

/** The line and its one open package charge. @throws NotFound, Conflict `subscription_left`. */
export function liveLine(terms: BillingTerms, subscriptionId: bigint): { subscription: BilledSubscription; packageCharge: BilledCharge } {
  const subscription = terms.subscriptions.get(subscriptionId)
  if (!subscription) throw NotFound.of('subscription', subscriptionId)
  if (subscription.state === 'left') throw new Conflict('subscription_left', 'This line has left; reopen it first')
  const packageCharge = terms.charges.find((charge) => charge.subscriptionId === subscriptionId && charge.item === 'package' && charge.endsOn === null)
  if (!packageCharge) throw new Conflict('no_package_charge', 'This line has no open package charge; activate it with a package first')
  return { subscription, packageCharge }
}
