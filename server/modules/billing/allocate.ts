import { minOf } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'

export interface Money {
  readonly paymentId: bigint
  readonly remaining: Minor
}

export interface Debt {
  readonly invoiceId: bigint
  readonly open: Minor
}

export interface Match {
  readonly paymentId: bigint
  readonly invoiceId: bigint
  readonly amount: Minor
}

/** Pays debts in their order with money in its order, until one of them runs out. Pure. */
export function allocate(money: readonly Money[], debts: readonly Debt[]): Match[] {
  const matches: Match[] = []
  const left = money.map((payment) => payment.remaining)
  let at = 0
  for (const debt of debts) {
    let open = debt.open
    while (open > 0n && at < money.length) {
      const payment = money[at]
      const available = left[at]
      if (!payment || available === undefined || available <= 0n) {
        at += 1
        continue
      }
      const amount = minOf(open, available)
      matches.push({ paymentId: payment.paymentId, invoiceId: debt.invoiceId, amount })
      left[at] = (available - amount) as Minor
      open = (open - amount) as Minor
    }
  }
  return matches
}

/** Debts in paying order: the chosen ones first, in the order chosen; the rest as they come (by due day, id). */
export function inOrder(debts: readonly Debt[], chosen: readonly bigint[], onlyChosen: boolean): Debt[] {
  const picked = chosen.flatMap((id) => debts.filter((debt) => debt.invoiceId === id))
  return onlyChosen ? picked : [...picked, ...debts.filter((debt) => !chosen.includes(debt.invoiceId))]
}
