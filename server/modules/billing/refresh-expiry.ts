import { isBefore } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { clearReason } from '#modules/access/index.ts'
import { setExpiry } from '#modules/clients/index.ts'
import { paidThrough, prepaidOnInvoices } from './coverage-store.ts'

/** Derives the expiry of prepaid subscriptions anew from their paid lines (billing rule 19). Repeatable. */
export async function refreshExpiry(tx: Tx, subscriptionIds: readonly bigint[]): Promise<void> {
  if (subscriptionIds.length === 0) return
  const covered: bigint[] = []
  for (const coverage of await paidThrough(tx, subscriptionIds)) {
    await setExpiry(tx, coverage.subscriptionId, coverage.paidThrough)
    if (coverage.paidThrough !== null && isBefore(tx.today, coverage.paidThrough)) covered.push(coverage.subscriptionId)
  }
  // Cover that ends is found by the day's job; cover that begins gives the service back at once.
  await clearReason(tx, covered, 'expired')
}

/** {@link refreshExpiry} for whatever prepaid lines the invoices carry; called whenever what is open of them has changed. */
export async function refreshExpiryOf(tx: Tx, invoiceIds: readonly bigint[]): Promise<void> {
  if (invoiceIds.length > 0) await refreshExpiry(tx, await prepaidOnInvoices(tx, invoiceIds))
}
