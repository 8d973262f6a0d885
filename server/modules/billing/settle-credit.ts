import { MAX_MINOR, minOf } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { ACCOUNT, credit, debit, postEntries } from '#modules/ledger/index.ts'
import type { EntryDraft } from '#modules/ledger/index.ts'
import { allocate, inOrder } from './allocate.ts'
import type { Match } from './allocate.ts'
import { refreshExpiryOf } from './refresh-expiry.ts'
import { insertAllocations, insertTakenBack, liveAllocations, openDebts, remainingMoney } from './settlement-store.ts'
import type { WrittenAllocation } from './settlement-store.ts'

export interface ApplyCredit {
  readonly clientId: bigint
  /** Invoices to pay first, in this order. */
  readonly invoiceIds?: readonly bigint[]
  /** Pay nothing but the chosen ones. */
  readonly onlyChosen?: boolean
  /** Only this payment's money, not older credit. */
  readonly paymentId?: bigint
  readonly reason?: string
}

/**
 * Pays open invoices from a client's credit: oldest money first, chosen invoices or oldest due first. Repeatable: a second call
 * finds nothing left. The caller holds the client's money lock.
 */
export async function applyCredit(
  tx: Tx,
  { clientId, invoiceIds = [], onlyChosen = false, paymentId, reason = 'payment' }: ApplyCredit,
): Promise<WrittenAllocation[]> {
  const debts = inOrder(await openDebts(tx, clientId), invoiceIds, onlyChosen)
  if (debts.length === 0) return []
  const money = (await remainingMoney(tx, clientId)).filter((item) => paymentId === undefined || item.paymentId === paymentId)
  return await payInvoices(tx, clientId, allocate(money, debts), reason)
}

/** Writes the allocations of matches already made, with an entry each. The caller holds the client's money lock. */
export async function payInvoices(tx: Tx, clientId: bigint, matches: readonly Match[], reason: string): Promise<WrittenAllocation[]> {
  if (matches.length === 0) return []
  const written = await insertAllocations(tx, clientId, matches, reason)
  await postEntries(
    tx,
    written.map((allocation) => allocationEntry(tx, clientId, allocation)),
  )
  await refreshExpiryOf(tx, mayCover(written))
  return written
}

/** Takes standing allocations of an invoice back, newest first, until `amount` is free again; it becomes credit. Returns what was freed. */
export async function takeBackFromInvoice(tx: Tx, clientId: bigint, invoiceId: bigint, amount: Minor, reason: string): Promise<Minor> {
  return await takeBack(tx, clientId, await liveAllocations(tx, { invoiceId }), amount, reason)
}

/** The same for the allocations of one payment: before it is refunded or reversed. */
export async function takeBackFromPayment(tx: Tx, clientId: bigint, paymentId: bigint, amount: Minor, reason: string): Promise<Minor> {
  return await takeBack(tx, clientId, await liveAllocations(tx, { paymentId }), amount, reason)
}

/** Takes one allocation back, or what still stands of it. Returns what was freed; nothing where it was taken back before. */
export async function takeBackAllocation(tx: Tx, clientId: bigint, allocationId: bigint, reason: string): Promise<Minor> {
  return await takeBack(tx, clientId, await liveAllocations(tx, { allocationId }), MAX_MINOR, reason)
}

async function takeBack(tx: Tx, clientId: bigint, allocations: readonly WrittenAllocation[], amount: Minor, reason: string): Promise<Minor> {
  let wanted = amount
  const drafts: EntryDraft[] = []
  for (const allocation of allocations) {
    if (wanted <= 0n) break
    const part = minOf(wanted, allocation.amount)
    const id = await insertTakenBack(tx, clientId, allocation, part, reason)
    drafts.push(allocationEntry(tx, clientId, { ...allocation, id, amount: -part as Minor }))
    wanted = (wanted - part) as Minor
  }
  await postEntries(tx, drafts)
  await refreshExpiryOf(tx, mayCover(allocations))
  return (amount - wanted) as Minor
}

/** Invoices that may pay for prepaid days; a month's never does, which spares the hot path a query. */
const mayCover = (allocations: readonly WrittenAllocation[]): bigint[] =>
  allocations.filter((allocation) => allocation.invoiceKind !== 'month').map((allocation) => allocation.invoiceId)

/** Dr client credit, Cr receivable; the other way round for a negative amount. */
export const allocationEntry = (tx: Tx, clientId: bigint, { id, branchId, amount }: { id: bigint; branchId: bigint; amount: Minor }): EntryDraft => ({
  kind: 'allocation',
  documentKind: 'allocation',
  documentId: id,
  bookedOn: tx.today,
  postings: [debit(ACCOUNT.clientCredit, amount, { clientId, branchId }), credit(ACCOUNT.receivable, amount, { clientId, branchId })],
})
