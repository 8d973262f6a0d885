import { Conflict, Invalid, NotFound } from '../../kernel/errors.ts'
import { subtract } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { drawPayment, recomputeLateFees, takeBackFromPayment } from '#modules/billing/index.ts'
import { ACCOUNT, credit, debit, postEntry, readWallet, takeNumber } from '#modules/ledger/index.ts'
import { notify } from '#modules/notifications/index.ts'
import { checkGivingWallet } from './choose-wallet.ts'
import { normaliseTrx } from './payment.ts'
import { insertRefund, lockPayment, nextRefundId } from './payment-store.ts'

export interface RefundPayment {
  readonly paymentId: bigint
  readonly amount: Minor
  /** Where the money comes from; the wallet it went into where not said. */
  readonly walletId?: bigint | null
  /** Take allocations back, newest first, where less is unallocated than is refunded. */
  readonly unallocate?: boolean
  readonly trxId?: string | null
  readonly reason: string
}

/**
 * Gives money back, with a number of its own: at most what of the payment pays nothing. A drawer gives no more than it holds.
 * @throws NotFound 404; Conflict `more_than_remaining`, `payment_already_reversed`, `wallet_closed`, `wallet_limit` 409.
 */
export async function refundPayment(
  tx: Tx,
  { paymentId, amount, walletId = null, unallocate = false, trxId, reason }: RefundPayment,
): Promise<{ refundId: bigint; code: string }> {
  const payment = await lockPayment(tx, paymentId)
  if (!payment) throw NotFound.of('payment', paymentId)
  const { clientId, branchId, resellerId } = payment
  const named = payment.receiptCode ?? `${paymentId}`
  if (payment.isReversed) throw new Conflict('payment_already_reversed', `Payment ${named} was reversed; there is nothing to give back`)
  if (clientId === null) throw new Conflict('payment_in_suspense', `Nobody knows yet whose money ${named} is; match it to a client, or reverse it`)
  if (amount > payment.remaining) {
    const missing = subtract(amount, payment.remaining)
    if (!unallocate)
      throw new Conflict('more_than_remaining', `Of ${named} ${payment.remaining} is unallocated; refund at most that, or take allocations back`, {
        remaining_minor: payment.remaining,
      })
    const freed = await takeBackFromPayment(tx, clientId, paymentId, missing, 'refund')
    if (freed < missing)
      throw new Conflict('more_than_remaining', `Of ${named} ${payment.remaining + freed} is left; refund at most that`, {
        remaining_minor: payment.remaining + freed,
      })
  }
  const from = walletId ?? payment.walletId
  if (from === null)
    throw new Invalid('Say which wallet the money comes from', { errors: [{ field: 'wallet_id', message: 'Needed: this payment went into no wallet' }] })
  const wallet = checkGivingWallet(await readWallet(tx, from), tx.actor)
  await drawPayment(tx, paymentId, amount)
  await recomputeLateFees(tx, clientId)
  const refundId = await nextRefundId(tx)
  await postEntry(tx, {
    kind: 'refund',
    documentKind: 'refund',
    documentId: refundId,
    bookedOn: tx.today,
    memo: reason,
    postings: [debit(ACCOUNT.clientCredit, amount, { clientId, branchId }), credit(ACCOUNT.wallets, amount, { walletId: wallet.id, branchId })],
  })
  const number = await takeNumber(tx, 'refund', tx.today)
  await insertRefund(tx, refundId, { clientId, paymentId, walletId: wallet.id, number, amount, trxId: normaliseTrx(trxId), reason })
  await recordEvent(tx, 'payment.refunded', {
    subjectType: 'payment',
    subjectId: paymentId,
    clientId,
    branchId,
    resellerId,
    after: { refund: number.code, amount_minor: amount, wallet_id: wallet.id, reason },
  })
  await notify(tx, 'payment-refunded', {
    clientId,
    dedupeKey: `payment-refunded:${refundId}`,
    payload: { refund_id: refundId, code: number.code, amount_minor: amount },
  })
  return { refundId, code: number.code }
}
