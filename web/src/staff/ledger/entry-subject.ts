import type { RowOf } from '../../api/use-list.ts'

export type Subject = NonNullable<RowOf<'/api/v1/wallets/{id}/movements'>['subject']>

/** Where a document is looked at; of a deposit there is only its receipt, which opens beside. */
const PLACES: Readonly<Record<Exclude<Subject['kind'], 'deposit'>, string>> = {
  invoice: '/invoices/',
  credit_note: '/invoices/credit-notes/',
  payment: '/payments/',
  wallet_transfer: '/wallets/transfers/',
}

export const placeOf = ({ kind, id }: Subject): { readonly to: string } | { readonly href: string } =>
  kind === 'deposit' ? { href: `/api/v1/deposits/${id}/receipt.pdf` } : { to: `${PLACES[kind]}${id}` }
