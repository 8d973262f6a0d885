import type { SearchProvider } from '#modules/clients/index.ts'
import { findPayments } from './payment-list-store.ts'

/** Payments by the beginning of a TrxID or of a receipt's code. */
export const paymentSearch: SearchProvider = {
  type: 'payment',
  permission: 'payment.view',
  async search(conn, actor, q, limit) {
    const text = q.replace(/\s+/g, '').toUpperCase()
    if (text.length < 3) return []
    const found = await findPayments(conn, actor, text, limit)
    return found.map((payment) => ({
      type: 'payment',
      id: payment.id,
      client_id: payment.client_id,
      title: payment.receipt_code ?? payment.trx_id ?? `#${payment.id}`,
      subtitle: [payment.client_name, payment.trx_id].filter(Boolean).join(' · '),
      is_exact: payment.is_exact,
    }))
  },
}
