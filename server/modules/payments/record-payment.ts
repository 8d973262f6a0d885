import { Conflict } from '../../kernel/errors.ts'
import { subtract } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { eventJson } from '#modules/audit/index.ts'
import { allocationEntry, refreshExpiryOf } from '#modules/billing/index.ts'
import { ACCOUNT, credit, debit, entriesJson, seriesJson } from '#modules/ledger/index.ts'
import type { EntryDraft, Posting } from '#modules/ledger/index.ts'
import { messageJson } from '#modules/notifications/index.ts'
import type { Method } from './payment.ts'
import { documentPayment, readReceiptCode, settlePayment, writePayment } from './payment-store.ts'
import type { RecordedPayment } from './payment-store.ts'
import type { PlannedAllocation } from './plan-allocation.ts'

export interface NewPayment {
  readonly id: bigint
  readonly clientId: bigint | null
  readonly branchId: bigint | null
  readonly resellerId: bigint | null
  readonly wallet: { readonly id: bigint; readonly code: string } | null
  readonly method: Method
  /** What the client is credited with: the money received and its rounding. */
  readonly amount: Minor
  readonly rounding: Minor
  readonly trxId: string | null
  readonly source: string
  readonly sourceRef: string | null
  readonly valueOn: PlainDate
  readonly note: string
  readonly allocations: readonly PlannedAllocation[]
  readonly locale?: 'en' | 'bn' | undefined
}

/**
 * Writes a payment with all that belongs to it: receipt number, allocations, balances, entries, audit row and notice; in one statement where nothing
 * follows from it. `beforeNumber` is what follows from the money and does not need the receipt, because others wait for the number.
 * @throws Conflict `trx_already_used` 409 naming the earlier receipt; `wallet_limit`, `month_closed` 409 by constraint.
 */
export async function recordPayment(tx: Tx, payment: NewPayment, beforeNumber?: () => Promise<void>): Promise<{ receiptCode: string | null }> {
  const { id, clientId, branchId, resellerId, wallet, method, amount, trxId, allocations } = payment
  const parts = {
    today: tx.today.toString(),
    payment: {
      id: id.toString(),
      client_id: clientId?.toString() ?? null,
      branch_id: branchId?.toString() ?? null,
      reseller_id: resellerId?.toString() ?? null,
      wallet_id: wallet?.id.toString() ?? null,
      gateway_id: null,
      method,
      amount_minor: amount.toString(),
      rounding_minor: payment.rounding.toString(),
      source: payment.source,
      source_ref: payment.sourceRef,
      trx_id: trxId,
      value_on: payment.valueOn.toString(),
      recorded_at: tx.now.toString(),
      received_by: tx.actor.userId?.toString() ?? null,
      note: payment.note,
    },
    // A wallet numbers its own receipts, so that cashiers do not wait for one another; what moves no money has no receipt.
    ...(wallet === null ? {} : { series: seriesJson(tx, 'receipt', tx.today, { key: `wallet:${wallet.id}`, code: wallet.code }) }),
    ...(allocations.length === 0
      ? {}
      : {
          allocations: allocations.map(({ invoice, amount: part }) => ({
            id: invoice.allocationId.toString(),
            invoice_id: invoice.invoiceId.toString(),
            amount_minor: part.toString(),
          })),
        }),
    entries: entriesJson(entriesOf(tx, payment)),
    audit: eventJson(tx, 'payment.taken', {
      subjectType: 'payment',
      subjectId: id,
      clientId,
      branchId,
      resellerId,
      after: {
        method,
        amount_minor: amount,
        rounding_minor: payment.rounding,
        wallet_id: wallet?.id ?? null,
        trx_id: trxId,
        value_on: payment.valueOn,
        source: payment.source,
        allocated_to: allocations.map(({ invoice, amount: part }) => ({ invoice: invoice.code, amount_minor: part })),
      },
    }),
    ...(clientId === null || wallet === null
      ? {}
      : {
          notice: messageJson(tx, 'payment-received', {
            clientId,
            dedupeKey: `payment-received:${id}`,
            payload: { payment_id: id, amount_minor: amount, method },
            ...(payment.locale === undefined ? {} : { locale: payment.locale }),
          }),
        }),
  }
  // Invoices of a month never carry prepaid cover, which spares the busiest path a query.
  const covering = allocations.filter(({ invoice }) => invoice.kind !== 'month').map(({ invoice }) => invoice.invoiceId)
  const { receipt, earlierPaymentId } = await (covering.length === 0 && beforeNumber === undefined ? writePayment(tx, parts) : inHalves())
  if (earlierPaymentId !== null) throw trxAlreadyUsed(trxId, { paymentId: earlierPaymentId, receiptCode: await readReceiptCode(tx, earlierPaymentId) })
  return { receiptCode: receipt }

  async function inHalves(): Promise<RecordedPayment> {
    await settlePayment(tx, parts)
    await refreshExpiryOf(tx, covering)
    await beforeNumber?.()
    return await documentPayment(tx, parts)
  }
}

export const trxAlreadyUsed = (trxId: string | null, earlier: { paymentId: bigint; receiptCode: string | null }): Conflict =>
  new Conflict('trx_already_used', `TrxID ${trxId} was already used for receipt ${earlier.receiptCode ?? earlier.paymentId}; look at that payment first`, {
    payment_id: earlier.paymentId,
    receipt_code: earlier.receiptCode,
  })

function entriesOf(tx: Tx, payment: NewPayment): EntryDraft[] {
  const { id, clientId, branchId, amount, rounding, allocations } = payment
  const own: EntryDraft = {
    kind: 'payment',
    documentKind: 'payment',
    documentId: id,
    bookedOn: tx.today,
    postings: [
      from(payment, subtract(amount, rounding)),
      debit(ACCOUNT.rounding, rounding, { branchId }),
      clientId === null ? credit(ACCOUNT.suspense, amount, { branchId }) : credit(ACCOUNT.clientCredit, amount, { clientId, branchId }),
    ],
  }
  if (clientId === null) return [own]
  return [
    own,
    ...allocations.map(({ invoice, amount: part }) => allocationEntry(tx, clientId, { id: invoice.allocationId, branchId: invoice.branchId, amount: part })),
  ]
}

/** Where the money comes from: a wallet; for credit of other books their equity; for an offset the client's own deposit. */
function from({ method, wallet, clientId, branchId }: NewPayment, received: Minor): Posting {
  if (method === 'opening') return debit(ACCOUNT.openingEquity, received, { branchId })
  if (method === 'deposit') return debit(ACCOUNT.depositsHeld, received, { clientId, branchId })
  return debit(ACCOUNT.wallets, received, { walletId: wallet?.id ?? null, branchId })
}
