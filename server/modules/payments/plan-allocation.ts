import { Invalid } from '../../kernel/errors.ts'
import { minOf } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { allocate } from '#modules/billing/index.ts'

/** An open invoice of the client. */
export interface OpenInvoice {
  readonly invoiceId: bigint
  readonly open: Minor
  readonly dueOn: PlainDate
  readonly branchId: bigint
  readonly kind: string
  readonly code: string
  /** The id of the allocation that may pay it. */
  readonly allocationId: bigint
}

/** An invoice to be paid, and with how much; all that is open where not said. */
export interface Chosen {
  readonly invoiceId: bigint
  readonly amount?: Minor | undefined
}

export interface PlannedAllocation {
  readonly invoice: OpenInvoice
  readonly amount: Minor
}

/**
 * Which invoices a payment pays: the chosen ones, each with its amount, at most its open amount, in the order named; else all, oldest due
 * first. What is left is credit. Pure. `paid` are chosen invoices that nothing is open of any more: somebody was quicker.
 * @throws Invalid 422 where one invoice is named twice.
 */
export function planAllocation(paymentId: bigint, amount: Minor, open: readonly OpenInvoice[], chosen: readonly Chosen[] | null): PlannedAllocation[] {
  if (chosen !== null && new Set(chosen.map(({ invoiceId }) => invoiceId)).size < chosen.length) {
    throw new Invalid('An invoice is named twice', { errors: [{ field: 'allocations', message: 'Name each invoice once' }] })
  }
  const byId = new Map(open.map((invoice) => [invoice.invoiceId, invoice]))
  const targets =
    chosen === null
      ? open
      : chosen.flatMap(({ invoiceId, amount: wanted }) => {
          const invoice = byId.get(invoiceId)
          return invoice === undefined ? [] : [{ ...invoice, open: wanted === undefined ? invoice.open : minOf(wanted, invoice.open) }]
        })
  return allocate([{ paymentId, remaining: amount }], targets).flatMap((match) => {
    const invoice = byId.get(match.invoiceId)
    return invoice === undefined ? [] : [{ invoice, amount: match.amount }]
  })
}

/** What a payment would have to be to pay its targets exactly. */
export function dueOf(open: readonly OpenInvoice[], chosen: readonly Chosen[] | null): Minor {
  const most = 9_000_000_000_000_000n as Minor
  return planAllocation(0n, most, open, chosen).reduce((sum, { amount }) => sum + amount, 0n) as Minor
}
