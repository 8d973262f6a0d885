import { Conflict, NotFound } from '../../kernel/errors.ts'
import { negate, subtract } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { drawPayment, recomputeLateFees, takeBackFromPayment } from '#modules/billing/index.ts'
import { ACCOUNT, postEntry, readPostings } from '#modules/ledger/index.ts'
import { notify } from '#modules/notifications/index.ts'
import { insertMovement } from './deposit-store.ts'
import type { PaymentRow } from './payment.ts'
import { freeTrx, insertReversal, lockPayment } from './payment-store.ts'

export const REVERSAL_KINDS = ['mistake', 'bounced', 'chargeback'] as const
export type ReversalKind = (typeof REVERSAL_KINDS)[number]

export interface ReversePayment {
  readonly paymentId: bigint
  readonly kind: ReversalKind
  readonly reason: string
}

/**
 * Takes a payment back whole: its allocations newest first (with prepaid cover they paid for), then what it was credit of, then its money
 * out of the wallet. A payment taken by mistake gives its TrxID back, so that it can be entered right.
 * @throws NotFound 404; Conflict `payment_already_reversed`, `payment_refunded`, `wallet_limit` 409.
 */
export async function reversePayment(tx: Tx, { paymentId, kind, reason }: ReversePayment): Promise<{ reversalId: bigint }> {
  const payment = await lockPayment(tx, paymentId)
  if (!payment) throw NotFound.of('payment', paymentId)
  if (payment.isReversed) throw new Conflict('payment_already_reversed', `Payment ${payment.receiptCode ?? paymentId} was reversed before`)
  if (payment.refunded > 0n)
    throw new Conflict('payment_refunded', `A part of ${payment.receiptCode ?? paymentId} was refunded; what is left can only be refunded`)
  const { clientId } = payment
  if (clientId !== null) {
    await takeBackFromPayment(tx, clientId, paymentId, subtract(payment.amount, payment.remaining), 'reversal')
    await drawPayment(tx, paymentId, payment.amount)
    await recomputeLateFees(tx, clientId)
  }
  const reversalId = await insertReversal(tx, { paymentId, kind, reason })
  await postReversal(tx, payment, reversalId, reason)
  if (kind === 'mistake') await freeTrx(tx, paymentId)
  if (payment.method === 'deposit' && clientId !== null)
    await insertMovement(tx, { clientId, kind: 'restored', amount: payment.amount, walletId: null, paymentId, reason })
  await recordEvent(tx, 'payment.reversed', {
    subjectType: 'payment',
    subjectId: paymentId,
    clientId,
    branchId: payment.branchId,
    resellerId: payment.resellerId,
    before: { receipt_code: payment.receiptCode, amount_minor: payment.amount, allocated_minor: subtract(payment.amount, payment.remaining) },
    after: { reversal: kind, reason },
  })
  if (clientId !== null && payment.walletId !== null)
    await notify(tx, 'payment-reversed', {
      clientId,
      dedupeKey: `payment-reversed:${paymentId}`,
      payload: { payment_id: paymentId, receipt_code: payment.receiptCode, amount_minor: payment.amount, kind },
    })
  return { reversalId }
}

/** The payment's own postings backwards; money that was unknown first and matched later leaves the client's credit, not suspense. */
async function postReversal(tx: Tx, payment: PaymentRow, reversalId: bigint, reason: string): Promise<void> {
  const { entryId, postings } = await readPostings(tx, 'payment', payment.id)
  const { clientId } = payment
  await postEntry(tx, {
    kind: 'payment_reversal',
    documentKind: 'payment_reversal',
    documentId: reversalId,
    bookedOn: tx.today,
    reversesId: entryId,
    memo: reason,
    postings: postings.map((posting) => ({
      ...posting,
      amount: negate(posting.amount),
      ...(posting.accountId === ACCOUNT.suspense && clientId !== null ? { accountId: ACCOUNT.clientCredit, clientId } : {}),
    })),
  })
}
