import type { SearchProvider } from '../clients/index.ts'
import { findInvoices } from './search-store.ts'

const SHORTEST = 3

/** Invoices by the beginning of their code, or by the bare number: 123 finds INV-2026-000123. */
export const invoiceSearch: SearchProvider = {
  type: 'invoice',
  permission: 'invoice.view',
  async search(conn, actor, q, limit) {
    const text = q.replace(/\s+/g, '').toUpperCase()
    const digits = /^0*(\d{1,15})$/.exec(text)?.[1]
    if (text.length < SHORTEST && digits === undefined) return []
    const found = await findInvoices(conn, actor.scope, { code: text, number: digits === undefined ? null : BigInt(digits) }, limit)
    return found.map((invoice) => ({
      type: 'invoice',
      id: invoice.id,
      client_id: invoice.client_id,
      title: invoice.code,
      subtitle: invoice.client_name,
      is_exact: invoice.is_exact,
    }))
  },
}
