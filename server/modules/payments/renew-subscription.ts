import { Conflict, NotFound } from '../../kernel/errors.ts'
import { toMinor } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { applyCredit, issueRenewal, restoreIfSettled } from '#modules/billing/index.ts'
import { insertRenewal } from './payment-store.ts'
import { takePayment } from './take-payment.ts'
import type { TakenPayment, TakePayment } from './take-payment.ts'

export interface RenewSubscription extends Omit<TakePayment, 'clientId' | 'allocations' | 'amount'> {
  readonly subscriptionId: bigint
  readonly cycles: number
  /** What was handed over; exactly what the renewal costs where not said. */
  readonly amount?: Minor
  /** Whose money it is, where the caller knows; the line must be his. */
  readonly clientId?: bigint
}

export interface Renewed {
  readonly payment: TakenPayment
  readonly invoiceId: bigint | null
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
}

/**
 * Renews a prepaid line by n cycles and takes the payment for it: payment, invoice and allocation in one transaction, keyed by the payment.
 * The payment pays the renewal first, then credit is applied. Money that falls short leaves the invoice open, and cover begins when it is paid.
 * @throws as takePayment; NotFound 404; Conflict `not_prepaid`, `subscription_left`, `nothing_to_bill` 409.
 */
export async function renewSubscription(tx: Tx, { subscriptionId, cycles, amount, clientId: payer, ...money }: RenewSubscription): Promise<Renewed> {
  const renewal = await issueRenewal(tx, { subscriptionId, cycles, paidOn: money.valueOn ?? tx.today })
  const { clientId, invoiceId, startsOn, endsOn } = renewal
  if (payer !== undefined && payer !== clientId) throw NotFound.of('line of this client', subscriptionId)
  if (amount === undefined && invoiceId === null) throw new Conflict('nothing_to_bill', 'This renewal costs nothing; there is nothing to pay')
  const payment = await takePayment(tx, {
    ...money,
    clientId,
    amount: amount ?? toMinor(renewal.total),
    allocations: invoiceId === null ? [] : [{ invoiceId }],
  })
  if (invoiceId !== null) await insertRenewal(tx, { paymentId: payment.paymentId, subscriptionId, invoiceId, cycles, startsOn, endsOn })
  await applyCredit(tx, { clientId, reason: 'finalize' })
  const restored = await restoreIfSettled(tx, clientId)
  await recordEvent(tx, 'subscription.renewed', {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId,
    after: { payment_id: payment.paymentId, invoice_id: invoiceId, cycles, from_on: startsOn, until_on: endsOn },
  })
  return { payment: { ...payment, restored: payment.restored + restored }, invoiceId, startsOn, endsOn }
}
