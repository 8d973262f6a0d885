import { add, extend, minOf, percentage, proportion, subtract, vatOf, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { BillingPolicy } from './terms.ts'

/** `unit price × quantity × days / days of the cycle`, rounded once; the SQL function `prorated` is its twin. */
export function prorated(unitPrice: Minor, quantityMilli: bigint, days: number, cycleDays: number, basis: BillingPolicy['proration']): Minor {
  if (days <= 0) return ZERO
  if (days >= cycleDays || basis === 'none') return extend(unitPrice, quantityMilli)
  if (basis === 'fixed_30') return proportion(unitPrice, quantityMilli * BigInt(Math.min(days, 30)), 30_000n)
  return proportion(unitPrice, quantityMilli * BigInt(days), 1000n * BigInt(cycleDays))
}

export interface LineAmounts {
  readonly net: Minor
  readonly discount: Minor
  readonly vat: Minor
  readonly total: Minor
}

/** Discount of a list amount: a share plus a fixed part, never more than the amount itself. */
export const discountOf = (list: Minor, bp: number, fixed: Minor): Minor => minOf(list, add(percentage(list, bp), fixed))

/** Splits a list price and its discount into net, discount and VAT so that `total = net − discount + vat`. */
export function taxed(list: Minor, discount: Minor, vatBp: number, inclusive: boolean): LineAmounts {
  const payable = subtract(list, discount)
  const vat = vatOf(payable, vatBp, inclusive)
  if (!inclusive || vatBp === 0) return { net: list, discount, vat, total: add(payable, vat) }
  const net = proportion(list, 10_000n, BigInt(10_000 + vatBp))
  return { net, discount: subtract(net, subtract(payable, vat)), vat, total: payable }
}
