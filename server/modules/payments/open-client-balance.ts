import { Conflict, NotFound } from '../../kernel/errors.ts'
import { negate, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { issueOpeningInvoice, recomputeLateFees } from '#modules/billing/index.ts'
import { hasOpening } from './payment-list-store.ts'
import { lockPaymentFacts } from './payment-store.ts'
import { planAllocation } from './plan-allocation.ts'
import { recordPayment } from './record-payment.ts'
import { checkClient } from './take-payment.ts'

export interface OpenClientBalance {
  readonly clientId: bigint
  /** What the client owes (+) or has to the good (-) by the other books. */
  readonly amount: Minor
  readonly reason: string
  /** The day of the credit; today where not said. */
  readonly valueOn?: PlainDate
}

export interface OpenedBalance {
  readonly invoiceId: bigint | null
  readonly paymentId: bigint | null
}

/**
 * Brings a client's balance from other books: a debt becomes an invoice of kind `opening`, credit a payment of method `opening`, both
 * against opening equity. Once for each client.
 * @throws NotFound 404; Conflict `opening_balance_exists`, `month_closed` 409.
 */
export async function openClientBalance(tx: Tx, { clientId, amount, reason, valueOn = tx.today }: OpenClientBalance): Promise<OpenedBalance> {
  const facts = await lockPaymentFacts(tx, { clientId, walletId: null, method: 'opening', trxId: null, valueOn })
  checkClient(tx, clientId, facts)
  if (facts.client === null) throw NotFound.of('client', clientId)
  if (await hasOpening(tx, clientId))
    throw new Conflict('opening_balance_exists', `${facts.client.name} already has an opening balance; reverse or credit it first`)
  if (amount > 0n) return { invoiceId: (await issueOpeningInvoice(tx, { clientId, amount, description: reason })).invoiceId, paymentId: null }
  if (amount === 0n) return { invoiceId: null, paymentId: null }
  const credit = negate(amount)
  const allocations = planAllocation(facts.paymentId, credit, facts.open, null)
  const { branchId, resellerId } = facts.client
  await recordPayment(tx, {
    id: facts.paymentId,
    clientId,
    branchId,
    resellerId,
    wallet: null,
    method: 'opening',
    amount: credit,
    rounding: ZERO,
    trxId: null,
    source: 'opening',
    sourceRef: null,
    valueOn,
    note: reason,
    allocations,
  })
  await recomputeLateFees(tx, clientId)
  return { invoiceId: null, paymentId: facts.paymentId }
}
