import { Conflict, Invalid, NotFound } from '../../kernel/errors.ts'
import { add, subtract, sumOf, toMinor, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { isBefore } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { isInScope } from '../../platform/db/scope.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recomputeLateFees, restoreIfSettled } from '#modules/billing/index.ts'
import { inForce } from '#modules/settings/index.ts'
import type { Setting } from '#modules/settings/index.ts'
import { chooseWallet } from './choose-wallet.ts'
import { cashRounding, normaliseTrx } from './payment.ts'
import type { StaffMethod } from './payment.ts'
import { invoicesOfClient, lockPaymentFacts, readRemaining } from './payment-store.ts'
import type { PaymentFacts } from './payment-store.ts'
import { dueOf, planAllocation } from './plan-allocation.ts'
import type { Chosen, PlannedAllocation } from './plan-allocation.ts'
import { recordPayment, trxAlreadyUsed } from './record-payment.ts'
import type { NewPayment } from './record-payment.ts'
import { cashRoundingStep, largestPayment, trxRequired } from './settings.ts'

export interface TakePayment {
  /** Null: nobody knows whose money it is; it waits in suspense. */
  readonly clientId: bigint | null
  /** What was handed over. */
  readonly amount: Minor
  readonly method: StaffMethod
  /** Where it goes; found by the cashier and the method where not said. */
  readonly walletId?: bigint | null
  readonly trxId?: string | null
  /** The day the money came, in the past at most; today where not said. */
  readonly valueOn?: PlainDate
  /** Invoices to pay, in this order; the oldest due first where not said. Empty = all of it stays credit. */
  readonly allocations?: readonly Chosen[]
  readonly note?: string
  readonly source?: string
  readonly sourceRef?: string | null
}

export interface TakenPayment {
  readonly paymentId: bigint
  readonly receiptCode: string | null
  readonly clientId: bigint | null
  readonly walletId: bigint
  readonly amount: Minor
  readonly rounding: Minor
  readonly allocations: readonly PlannedAllocation[]
  /** What pays nothing yet. */
  readonly remaining: Minor
  /** Lines whose cut for unpaid bills ended with this payment. */
  readonly restored: number
}

/**
 * Takes money: it becomes credit of the client, pays open invoices, and clears the access reason *billing* when nothing overdue stays
 * open; receipt, entries, audit row and notice commit with it. Two cashiers at once are kept apart by the lock of the client's money.
 * Not repeatable by itself: the caller's Idempotency-Key, a `sourceRef` or the TrxID refuse a second one.
 * @throws NotFound 404; Invalid 422; Conflict `trx_already_used`, `wallet_needed`, `wallet_closed`, `wallet_limit`, `month_closed`, `client_deleted` 409.
 */
export async function takePayment(tx: Tx, input: TakePayment): Promise<TakenPayment> {
  const { clientId, method, valueOn = tx.today, walletId = null } = input
  const trxId = normaliseTrx(input.trxId)
  const chosen = input.allocations ?? null
  const facts = await lockPaymentFacts(tx, { clientId, walletId, method, trxId, valueOn })
  checkClient(tx, clientId, facts)
  checkMoney(tx, input, trxId, valueOn, facts)
  await checkChosen(tx, clientId, chosen, facts)
  const branchId = facts.client?.branchId ?? null
  const wallet = chooseWallet({ method, candidates: facts.wallets, isNamed: walletId !== null, actor: tx.actor, branchId })
  const rounding =
    method === 'cash' && clientId !== null ? cashRounding(input.amount, dueOf(facts.open, chosen), toMinor(setting(facts, cashRoundingStep))) : ZERO
  const amount = add(input.amount, rounding)
  const allocations = clientId === null ? [] : planAllocation(facts.paymentId, amount, facts.open, chosen)
  const isPast = isBefore(valueOn, tx.today)
  let restored = 0
  const restore = async (): Promise<void> => {
    if (clientId !== null && facts.isCutForBilling) restored = await restoreIfSettled(tx, clientId)
  }
  const payment: NewPayment = {
    id: facts.paymentId,
    clientId,
    branchId: branchId ?? wallet.branchId,
    resellerId: facts.client?.resellerId ?? null,
    wallet,
    method,
    amount,
    rounding,
    trxId,
    source: input.source ?? 'staff',
    sourceRef: input.sourceRef ?? null,
    valueOn,
    note: input.note ?? '',
    allocations,
    locale: facts.client?.locale,
  }
  const { receiptCode } = await recordPayment(tx, payment, facts.isCutForBilling && !isPast ? restore : undefined)
  // Money that came before a late fee was charged makes it smaller, which may set money free and end what was overdue.
  if (clientId !== null && isPast && (await recomputeLateFees(tx, clientId)) > 0) {
    const after = { restored: await restoreIfSettled(tx, clientId), remaining: await readRemaining(tx, facts.paymentId) }
    return { paymentId: facts.paymentId, receiptCode, clientId, walletId: wallet.id, amount, rounding, allocations, ...after }
  }
  if (isPast) await restore()
  const remaining = subtract(
    amount,
    sumOf(allocations, (allocation) => allocation.amount),
  )
  return { paymentId: facts.paymentId, receiptCode, clientId, walletId: wallet.id, amount, rounding, allocations, remaining, restored }
}

const setting = <T>(facts: PaymentFacts, which: Setting<T>): T => inForce(which, facts.settings[which.key])

export function checkClient(tx: Tx, clientId: bigint | null, { client }: PaymentFacts): void {
  if (clientId === null) return
  if (client === null || !isInScope(tx.actor.scope, client)) throw NotFound.of('client', clientId)
  if (client.isDeleted) throw new Conflict('client_deleted', `${client.name} was deleted; restore the client, or take the money as unknown`)
}

function checkMoney(tx: Tx, { amount, method }: TakePayment, trxId: string | null, valueOn: PlainDate, facts: PaymentFacts): void {
  const largest = setting(facts, largestPayment)
  if (amount <= 0n) throw new Invalid('A payment is more than nothing', { errors: [{ field: 'amount_minor', message: 'Must be more than 0' }] })
  if (amount > BigInt(largest))
    throw new Invalid(`A payment is ${largest} at most; look at the amount again`, { errors: [{ field: 'amount_minor', message: `At most ${largest}` }] })
  if (isBefore(tx.today, valueOn)) throw new Invalid('A payment cannot lie in the future', { errors: [{ field: 'value_on', message: 'Today or earlier' }] })
  if (facts.isMonthClosed) throw new Conflict('month_closed', `The month of ${valueOn} is closed; use a day in an open month`)
  if (trxId === null && setting(facts, trxRequired).includes(method))
    throw new Invalid(`A payment by ${method} needs its TrxID`, { errors: [{ field: 'trx_id', message: `Needed for ${method}` }] })
  if (facts.earlier !== null) throw trxAlreadyUsed(trxId, facts.earlier)
}

/** A chosen invoice that is paid meanwhile is passed over, and the money stays credit; one of another client is a mistake. */
async function checkChosen(tx: Tx, clientId: bigint | null, chosen: readonly Chosen[] | null, { open }: PaymentFacts): Promise<void> {
  const unknown = (chosen ?? []).map(({ invoiceId }) => invoiceId).filter((invoiceId) => !open.some((invoice) => invoice.invoiceId === invoiceId))
  if (unknown.length === 0) return
  const own = clientId === null ? [] : await invoicesOfClient(tx, clientId, unknown)
  const foreign = unknown.find((invoiceId) => !own.includes(invoiceId))
  if (foreign !== undefined) throw NotFound.of('invoice of this client', foreign)
}
