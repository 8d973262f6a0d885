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

/** The end of what is covered: the day after the latest day of a package charge, before its end, that is paid for or free. */
export function expiryOf(subscription: Subscription): number | null {
  const unpaid = new Set(subscription.client.invoices.filter((i) => i.voidedOn !== null || i.writtenOff > 0n || openOf(i) > 0n).flatMap((i) => i.lines))
  let latest: number | null = null
  for (const charge of packageCharges(subscription)) {
    for (const [day, line] of charge.days) {
      if (line === 'given_up' || (line !== 'free' && unpaid.has(line)) || (charge.endsOn !== null && day >= charge.endsOn)) continue
      if (latest === null || day + 1 > latest) latest = day + 1
    }
  }
  return latest
}

interface Renewal {
  readonly start: number
  readonly items: readonly Priced[]
}

/** n cycles from a day on; months are added to the first day of the cycles of one validity, never to the last result. */
function cycleSpans(subscription: Subscription, start: number, cycles: number): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = []
  let base = start
  let sinceBase = 0
  let validity = ''
  for (let from = start; spans.length < cycles; ) {
    const terms = termsOn(subscription, from)
    const own = `${terms.version.validityCount} ${terms.version.validityUnit}`
    if (own !== validity) {
      base = from
      sinceBase = 0
      validity = own
    }
    sinceBase += 1
    const to = validityEnd(base, terms, sinceBase)
    spans.push({ from, to })
    from = to
  }
  return spans
}

/** What n cycles bought on a day would bill: one line a cycle, add-ons and one-time charges with them. Changes nothing. */
function planRenewal(company: OracleCompany, subscription: Subscription, cycles: number, day: number): Renewal {
  const main = packageCharge(subscription)
  const expiry = expiryOf(subscription)
  const isFromExpiry = expiry !== null && (expiry > day || subscription.policy.lateRenewal === 'from_expiry')
  const start = Math.max(isFromExpiry ? expiry : day, cursorOf(main))
  const spans = cycleSpans(subscription, start, cycles)
  const items: Priced[] = []
  for (const charge of subscription.client.charges.filter((c) => c.subscription === subscription)) {
    if (charge.kind === 'one_time') {
      items.push(...segmentsOf(charge, day + 1).map((segment) => priceSegment(company, segment)))
      continue
    }
    for (const { from, to } of spans) {
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
      if (!charge.days.has(d) && (charge.endsOn === null || d < charge.endsOn)) charge.days.set(d, 'given_up')
    }
  }
  const invoice = invoicePriced(company, client, items, { kind: 'renewal', issuedOn: day })
  if (invoice !== null) allocate(company, payment, invoice, payment.amount)
  applyCredit(company, client)
}
