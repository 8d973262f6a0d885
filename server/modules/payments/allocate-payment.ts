import { Conflict, Invalid, NotFound } from '../../kernel/errors.ts'
import { minOf } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { allocate, openDebts, payInvoices, recomputeLateFees, restoreIfSettled, takeBackAllocation } from '#modules/billing/index.ts'
import type { WrittenAllocation } from '#modules/billing/index.ts'
import { selectAllocation } from './payment-list-store.ts'
import { invoicesOfClient, lockPayment } from './payment-store.ts'
import type { Chosen } from './plan-allocation.ts'

/**
 * Pays chosen invoices (or the oldest due first) with what is left of a payment. Repeatable: a second call finds nothing left or nothing open.
 * @throws NotFound 404; Conflict `payment_in_suspense`, `nothing_left` 409.
 */
export async function allocatePayment(
  tx: Tx,
  { paymentId, allocations = null }: { paymentId: bigint; allocations?: readonly Chosen[] | null },
): Promise<WrittenAllocation[]> {
  const payment = await lockPayment(tx, paymentId)
  if (!payment) throw NotFound.of('payment', paymentId)
  const { clientId, remaining } = payment
  if (clientId === null) throw new Conflict('payment_in_suspense', 'Nobody knows yet whose money this is; match it to a client first')
  if (remaining <= 0n) throw new Conflict('nothing_left', 'Nothing is left of this payment')
  const open = await openDebts(tx, clientId)
  const targets = allocations === null ? open : await chosenDebts(tx, clientId, open, allocations)
  const written = await payInvoices(tx, clientId, allocate([{ paymentId, remaining }], targets), 'by_hand')
  if (written.length === 0) return []
  await recomputeLateFees(tx, clientId)
  await restoreIfSettled(tx, clientId)
  await recordEvent(tx, 'payment.allocated', {
    subjectType: 'payment',
    subjectId: paymentId,
    clientId,
    branchId: payment.branchId,
    resellerId: payment.resellerId,
    after: { allocations: written.map(({ invoiceId, amount }) => ({ invoice_id: invoiceId, amount_minor: amount })) },
  })
  return written
}

async function chosenDebts(tx: Tx, clientId: bigint, open: readonly { invoiceId: bigint; open: Minor }[], chosen: readonly Chosen[]) {
  const ids = chosen.map(({ invoiceId }) => invoiceId)
  if (new Set(ids).size < ids.length) throw new Invalid('An invoice is named twice', { errors: [{ field: 'allocations', message: 'Name each invoice once' }] })
  const own = await invoicesOfClient(tx, clientId, ids)
  const foreign = ids.find((invoiceId) => !own.includes(invoiceId))
  if (foreign !== undefined) throw NotFound.of('invoice of this client', foreign)
  return chosen.flatMap(({ invoiceId, amount }) =>
    open.filter((debt) => debt.invoiceId === invoiceId).map((debt) => ({ invoiceId, open: amount === undefined ? debt.open : minOf(amount, debt.open) })),
  )
}

/**
 * Takes one allocation back: the invoice is open again, the money is credit and stays so.
 * @throws NotFound 404; Conflict `allocation_taken_back` 409.
 */
export async function takeAllocationBack(tx: Tx, { allocationId, reason }: { allocationId: bigint; reason: string }): Promise<{ freed: Minor }> {
  const allocation = await selectAllocation(tx, allocationId)
  const payment = allocation === null ? null : await lockPayment(tx, allocation.paymentId)
  if (!payment || !allocation || payment.clientId === null) throw NotFound.of('allocation', allocationId)
  const freed = await takeBackAllocation(tx, payment.clientId, allocationId, 'by_hand')
  if (freed === 0n) throw new Conflict('allocation_taken_back', 'This allocation was taken back before')
  await recomputeLateFees(tx, payment.clientId)
  await recordEvent(tx, 'payment.allocation_taken_back', {
    subjectType: 'payment',
    subjectId: payment.id,
    clientId: payment.clientId,
    branchId: payment.branchId,
    resellerId: payment.resellerId,
    after: { invoice_id: allocation.invoiceId, amount_minor: freed, reason },
  })
  return { freed }
}
