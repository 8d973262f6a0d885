/** Section "Amount of a segment" of docs/BILLING.md. */
import { round, lesser, share } from './rounding.ts'
import type { Charge, Client, OracleCompany, Terms } from './company.ts'
import { dayOf } from './calendar.ts'
import { found } from './company.ts'
import type { ProrationBasis } from './script.ts'

/** A run of days of one charge that makes one line, before money is put on it. */
export interface Segment {
  readonly charge: Charge
  readonly days: readonly number[]
  /** Those of `days` that are charged for. */
  readonly chargedDays: ReadonlySet<number>
  /** Days of the whole cycle the first day lies in. */
  readonly cycleDays: number
  readonly terms: Terms | null
  readonly isFirstPart: boolean
}

/** A segment with its list price and discount, before VAT. `fixed` = the amounts a credit of the same day took away. */
export interface Priced {
  readonly segment: Segment
  readonly unitPrice: bigint
  readonly list: bigint
  readonly discount: bigint
  readonly fixed: { readonly net: bigint; readonly discount: bigint; readonly vat: bigint; readonly vatBp: number } | null
}

export interface Amounts {
  readonly net: bigint
  readonly discount: bigint
  readonly vat: bigint
  readonly vatBp: number
}

function prorated(price: bigint, quantityMilli: bigint, parts: { days: number; cycleDays: number; basis: ProrationBasis }): bigint {
  const d = BigInt(parts.days)
  if (parts.days === 0) return 0n
  if (parts.days >= parts.cycleDays || parts.basis === 'none') return round(price * quantityMilli, 1000n)
  if (parts.basis === 'fixed_30') return round(price * quantityMilli * lesser(d, 30n), 30000n)
  return round(price * quantityMilli * d, 1000n * BigInt(parts.cycleDays))
}

export function priceSegment(company: OracleCompany, segment: Segment): Priced {
  const { charge, terms } = segment
  const unitPrice = terms === null ? found(charge.unitPrice ?? undefined, 'a unit price') : (terms.priceOverride ?? BigInt(terms.version.price))
  const priced = (list: bigint, discount: bigint): Priced => ({ segment, unitPrice, list, discount, fixed: null })
  if (charge.kind === 'one_time') return priced(round(unitPrice * charge.quantityMilli, 1000n), 0n)
  const policy =
    charge.subscription?.policy ??
    found(
      company.script.policies.find((p) => p.isDefault),
      'a default policy',
    )
  const firstPeriod = segment.isFirstPart ? policy.firstPeriod : 'prorate'
  if (segment.chargedDays.size === 0 || firstPeriod === 'free') return priced(0n, 0n)
  const basis: ProrationBasis = firstPeriod === 'full' ? 'none' : policy.proration
  const parts = { days: segment.chargedDays.size, cycleDays: segment.cycleDays, basis }
  const list = prorated(unitPrice, charge.quantityMilli, parts)
  if (terms === null) return priced(list, 0n)
  const flat = prorated(terms.discountMinor, 1000n, parts)
  return priced(list, lesser(list, round(list * BigInt(terms.discountBp), 10000n) + flat))
}

export function vatBpOf(company: OracleCompany, client: Client, rate: string | null, issuedOn: number): number {
  if (client.isVatExempt) return 0
  const code = client.vatRate ?? rate
  if (code === null) return 0
  let bp = 0
  let since = -1
  for (const version of found(company.vatRates.get(code), code).versions) {
    const startsOn = dayOf(version.startsOn)
    if (startsOn <= issuedOn && startsOn > since) {
      since = startsOn
      bp = version.bp
    }
  }
  return bp
}

export const isInclusive = (priced: Priced): boolean => priced.segment.terms?.version.vatInclusive ?? priced.segment.charge.vatInclusive
const vatRateOf = (priced: Priced): string | null => (priced.segment.terms === null ? priced.segment.charge.vatRate : priced.segment.terms.version.vatRate)

function vatOf(amount: bigint, bp: number, inclusive: boolean): bigint {
  if (inclusive) return amount - round(amount * 10000n, BigInt(10000 + bp))
  return round(amount * BigInt(bp), 10000n)
}

/** VAT of each priced segment of one invoice: by line, or taken once a group of equal (rate, inclusive) and shared out. */
export function withVat(company: OracleCompany, client: Client, items: readonly Priced[], issuedOn: number): Amounts[] {
  const bps = items.map((item) => item.fixed?.vatBp ?? vatBpOf(company, client, vatRateOf(item), issuedOn))
  const vats = items.map((item, i) => item.fixed?.vat ?? vatOf(item.list - item.discount, bps[i] ?? 0, isInclusive(item)))
  if (company.script.vatRounding === 'invoice') {
    const keys = items.map((item, i) => (item.fixed === null ? `${bps[i]}/${isInclusive(item)}` : null))
    for (const key of new Set(keys)) {
      if (key === null) continue
      const places = [...keys.keys()].filter((i) => keys[i] === key)
      const weights = places.map((i) => (items[i]?.list ?? 0n) - (items[i]?.discount ?? 0n))
      const sum = weights.reduce((a, b) => a + b, 0n)
      if (sum === 0n) continue
      const parts = share(vatOf(sum, Number(key.split('/')[0]), key.endsWith('true')), weights)
      places.forEach((place, i) => {
        vats[place] = parts[i] ?? 0n
      })
    }
  }
  return items.map((item, i): Amounts => {
    const vatBp = bps[i] ?? 0
    const vat = vats[i] ?? 0n
    if (item.fixed !== null) return item.fixed
    if (!isInclusive(item)) return { net: item.list, discount: item.discount, vat, vatBp }
    const gross = item.list - item.discount
    const without = (amount: bigint): bigint => round(amount * 10000n, BigInt(10000 + vatBp))
    const discount = without(item.list) - without(gross)
    return { net: gross - vat + discount, discount, vat, vatBp }
  })
}
