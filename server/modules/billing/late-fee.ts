import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { openCharge } from '#modules/charges/index.ts'
import type { Charge } from '#modules/charges/index.ts'
import { lockClientBalances } from '#modules/ledger/index.ts'
import { invoicesForLateFee, insertLateFee } from './late-fee-store.ts'

/**
 * Opens the late fee of every overdue invoice whose grace is over, once per invoice; the next bill carries it. Repeatable.
 * Returns how many it looked at; call again while it returns `limit`.
 */
export async function chargeLateFees(tx: Tx, limit = 1000): Promise<number> {
  const candidates = await invoicesForLateFee(tx, tx.today, limit)
  if (candidates.length === 0) return 0
  // What is open is read again under the lock of the clients' money: a payment may have come meanwhile.
  const clientIds = [...new Set(candidates.map(({ clientId }) => clientId))]
  await lockClientBalances(tx, clientIds)
  for (const invoice of await invoicesForLateFee(tx, tx.today, limit, clientIds)) {
    const charge = await openFeeCharge(tx, { ...invoice, amount: invoice.fee, startsOn: tx.today })
    await insertLateFee(tx, invoice, charge.id)
  }
  return candidates.length
}

/** A charge of a late fee, billed by the client's next invoice. */
export async function openFeeCharge(
  tx: Tx,
  { clientId, code, amount, startsOn }: { clientId: bigint; code: string; amount: Minor; startsOn: PlainDate },
): Promise<Charge> {
  return await openCharge(tx, {
    clientId,
    kind: 'one_time',
    item: 'late_fee',
    description: `Late fee ${code}`,
    unitPrice: amount,
    startsOn,
    reason: code,
  })
}
