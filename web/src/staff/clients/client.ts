import type { paths } from '../../api/schema.d.ts'

export type Client = paths['/api/v1/clients/{id}']['get']['responses']['200']['content']['application/json']
export type Line = Client['subscriptions'][number]

/** What a line costs before VAT, discounts taken off. */
export function monthlyPrice({ current_terms: terms }: Pick<Line, 'current_terms'>): number {
  return terms === null ? 0 : priceOf(terms)
}

export function priceOf(terms: Pick<Line['terms'][number], 'list_price_minor' | 'price_override_minor' | 'discount_bp' | 'discount_minor'>): number {
  const price = terms.price_override_minor ?? terms.list_price_minor
  return Math.max(0, price - Math.round((price * terms.discount_bp) / 10_000) - terms.discount_minor)
}

/** How people call a line. */
export const lineName = ({ id, pppoe_login, label, static_ip }: Pick<Line, 'id' | 'pppoe_login' | 'label' | 'static_ip'>): string =>
  label || (pppoe_login ?? static_ip ?? `#${id}`)

export const hasOwnPrice = (terms: Line['current_terms']): boolean =>
  terms !== null && (terms.price_override_minor !== null || terms.discount_bp > 0 || terms.discount_minor > 0)
