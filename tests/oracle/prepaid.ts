/** Section "Prepaid renewal" of docs/BILLING.md. */
import { addMonths } from './calendar.ts'
import { lineTotal, subscriptionOf } from './company.ts'
import type { Charge, OracleCompany, Payment, Subscription, Terms } from './company.ts'
import { priceSegment, withVat } from './amounts.ts'
import type { Priced, Segment } from './amounts.ts'
import { cursorOf, invoicePriced, packageCharge, packageCharges, segmentsOf, termsOn } from './invoicing.ts'
import { allocate, applyCredit, openOf } from './settlement.ts'

/** Whole-price or part segments of `[from, to)` in cycles of a validity counted from `from`; used by prepaid lines only. */
export function prepaidCycles(charge: Charge, terms: Terms, from: number, to: number): Segment[] {
  const segments: Segment[] = []
  for (let k = 0, start = from; start < to; k += 1) {
    const end = validityEnd(from, terms, k + 1)
    const days: number[] = []
    for (let day = start; day < Math.min(end, to); day += 1) days.push(day)
    segments.push({ charge, days, chargedDays: new Set(days), cycleDays: end - start, terms, isFirstPart: false })
    start = end
  }
  return segments
}

export function validityEnd(from: number, terms: Terms, cycles: number): number {
  const { validityCount, validityUnit } = terms.version
  return validityUnit === 'month' ? addMonths(from, validityCount * cycles) : from + validityCount * cycles
}

/** The end of what is paid: the latest end of a package line whose invoice is not void and has nothing open. */
export function expiryOf(subscription: Subscription): number | null {
  let latest: number | null = null
  const charges = packageCharges(subscription)
  for (const invoice of subscription.client.invoices) {
    if (invoice.voidedOn !== null || openOf(invoice) > 0n) continue
    for (const line of invoice.lines) {
      if (!charges.includes(line.charge)) continue
      const end = Math.min(line.endsOn, line.charge.endsOn ?? line.endsOn)
      if (latest === null || end > latest) latest = end
    }
  }
  return latest
}

interface Renewal {
  readonly start: number
  readonly items: readonly Priced[]
}

/** What n cycles bought on a day would bill: one line a cycle, add-ons and one-time charges with them. Changes nothing. */
function planRenewal(company: OracleCompany, subscription: Subscription, cycles: number, day: number): Renewal {
  const main = packageCharge(subscription)
  const expiry = expiryOf(subscription)
  const isFromExpiry = expiry !== null && (expiry > day || subscription.policy.lateRenewal === 'from_expiry')
  const start = Math.max(isFromExpiry ? expiry : day, cursorOf(main))
  const validityTerms = termsOn(subscription, start)
  const items: Priced[] = []
  for (const charge of subscription.client.charges.filter((c) => c.subscription === subscription)) {
    if (charge.kind === 'one_time') {
      items.push(...segmentsOf(charge, day + 1).map((segment) => priceSegment(company, segment)))
      continue
    }
    for (let k = 0; k < cycles; k += 1) {
      const from = validityEnd(start, validityTerms, k)
      const to = validityEnd(start, validityTerms, k + 1)
      const days: number[] = []
      for (let d = Math.max(from, charge.startsOn); d < to; d += 1) {
        if (!charge.days.has(d) && (charge.endsOn === null || d < charge.endsOn)) days.push(d)
      }
      if (days.length === 0) continue
      const terms = charge.item === 'package' ? termsOn(subscription, from) : null
      items.push(priceSegment(company, { charge, days, chargedDays: new Set(days), cycleDays: to - from, terms, isFirstPart: false }))
    }
  }
  return { start, items }
}

/** What the renewal will cost, for whoever wants to bring the right money. */
export function renewalCost(company: OracleCompany, ref: string, cycles: number, day: number): bigint {
  const subscription = subscriptionOf(company, ref)
  const { items } = planRenewal(company, subscription, cycles, day)
  return withVat(company, subscription.client, items, day).reduce((sum, amounts) => sum + lineTotal(amounts), 0n)
}

/** Renews n cycles; the gap before them is given up, and the payment pays this invoice first. */
export function renew(company: OracleCompany, ref: string, cycles: number, payment: Payment, day: number): void {
  const subscription = subscriptionOf(company, ref)
  const { client } = subscription
  const { start, items } = planRenewal(company, subscription, cycles, day)
  for (const charge of client.charges.filter((c) => c.subscription === subscription && c.kind === 'recurring')) {
    for (let d = charge.startsOn; d < start; d += 1) {
      if (!charge.days.has(d) && (charge.endsOn === null || d < charge.endsOn)) charge.days.set(d, null)
    }
  }
  const invoice = invoicePriced(company, client, items, { kind: 'renewal', issuedOn: day })
  if (invoice !== null) allocate(company, payment, invoice, payment.amount)
  applyCredit(company, client)
}
