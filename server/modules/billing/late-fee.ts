import { add, percentage } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { openCharge } from '#modules/charges/index.ts'
import { invoicesForLateFee, insertLateFee } from './late-fee-store.ts'

/**
 * Opens the late fee of every overdue invoice whose grace is over, once per invoice; the next bill carries it. Repeatable.
 * Returns how many were opened; call again while it returns `limit`.
 */
export async function chargeLateFees(tx: Tx, limit = 1000): Promise<number> {
  const overdue = await invoicesForLateFee(tx, tx.today, limit)
  for (const invoice of overdue) {
    const fee: Minor = add(invoice.fixed, percentage(invoice.open, invoice.rateBp))
    const charge = await openCharge(tx, {
      clientId: invoice.clientId,
      kind: 'one_time',
      item: 'late_fee',
      description: `Late fee ${invoice.code}`,
      unitPrice: fee,
      startsOn: tx.today,
      reason: invoice.code,
    })
    await insertLateFee(tx, invoice.invoiceId, charge.id)
  }
  return overdue.length
}
