import type { Tx } from '../../platform/db/tx.ts'
import { setExpiry } from '#modules/clients/index.ts'
import { paidThrough, prepaidOnInvoices } from './coverage-store.ts'

/** Derives the expiry of prepaid subscriptions anew from their paid lines (billing rule 19). Repeatable. */
export async function refreshExpiry(tx: Tx, subscriptionIds: readonly bigint[]): Promise<void> {
  if (subscriptionIds.length === 0) return
  for (const coverage of await paidThrough(tx, subscriptionIds)) await setExpiry(tx, coverage.subscriptionId, coverage.paidThrough)
}

/** {@link refreshExpiry} for whatever prepaid lines the invoices carry; called whenever what is open of them has changed. */
export async function refreshExpiryOf(tx: Tx, invoiceIds: readonly bigint[]): Promise<void> {
  if (invoiceIds.length > 0) await refreshExpiry(tx, await prepaidOnInvoices(tx, invoiceIds))
}
