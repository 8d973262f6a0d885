/** Section "Package change" of docs/BILLING.md. */
import { calendarDay, isBoundary } from './calendar.ts'
import { lineTotal, subscriptionOf } from './company.ts'
import type { Charge, Line, OracleCompany, Subscription, Terms } from './company.ts'
import { priceSegment, withVat } from './amounts.ts'
import type { Priced, Segment } from './amounts.ts'
import { giveBack, limitedTo, unusedCredits } from './credits.ts'
import { anchorOf, cursorOf, invoicePriced, packageCharge, segmentsOf, termsOn } from './invoicing.ts'
import type { Issue } from './invoicing.ts'
import { prepaidCycles, validityEnd } from './prepaid.ts'
import type { ChangePolicy } from './script.ts'
import { applyCredit } from './settlement.ts'
import { openCharge, priceFrom, replaceTerms } from './terms.ts'

const openPackage = (company: OracleCompany, subscription: Subscription, startsOn: number): Charge =>
  openCharge(company, subscription.client, {
    subscription,
    kind: 'recurring',
    item: 'package',
    quantityMilli: 1000n,
    unitPrice: null,
    vatRate: null,
    vatInclusive: false,
    startsOn,
    isChange: true,
  })

function openFee(company: OracleCompany, subscription: Subscription, day: number): Charge | null {
  const fee = BigInt(subscription.policy.changeFee)
  if (fee === 0n) return null
  return openCharge(company, subscription.client, {
    subscription,
    kind: 'one_time',
    item: 'change_fee',
    quantityMilli: 1000n,
    unitPrice: fee,
    vatRate: null,
    vatInclusive: false,
    startsOn: day,
  })
}

const isSameTerms = (a: Terms | null, b: Terms | null): boolean =>
  a !== null &&
  b !== null &&
  a.version.version === b.version.version &&
  a.priceOverride === b.priceOverride &&
  a.discountBp === b.discountBp &&
  a.discountMinor === b.discountMinor

/** Back on the same day to terms that another change of the day ended: exactly what it gave back of those days, be it nothing. */
function pricedBack(company: OracleCompany, subscription: Subscription, segment: Segment, change: { day: number; old: Charge }): Priced {
  const priced = priceSegment(company, segment)
  const startsOn = segment.days[0] ?? 0
  for (const { lines, voidedOn } of subscription.client.invoices) {
    for (const line of voidedOn === null ? lines : []) {
      const { charge } = line
      if (charge.subscription !== subscription || charge.item !== 'package' || charge === change.old || charge.endsOn !== change.day) continue
      if (Math.max(change.day, line.startsOn) !== startsOn || line.endsOn !== startsOn + segment.days.length) continue
      if (isSameTerms(line.terms, segment.terms)) return withCredited(priced, line, change.day)
    }
  }
  return priced
}

function withCredited(priced: Priced, line: Line, day: number): Priced {
  const fixed = { net: 0n, discount: 0n, vat: 0n, vatBp: line.vatBp }
  for (const note of line.charge.client.creditNotes) {
    for (const credit of note.lines) {
      if (credit.line !== line || note.issuedOn !== day || note.kind !== 'package_change') continue
      fixed.net += credit.net
      fixed.discount += credit.discount
      fixed.vat += credit.vat
    }
  }
  return lineTotal(fixed) === 0n ? { ...priced, list: 0n, discount: 0n } : { ...priced, fixed }
}

export function changePackage(company: OracleCompany, ref: string, change: { package: string; policy: ChangePolicy; day: number }): void {
  const subscription = subscriptionOf(company, ref)
  const { client } = subscription
  const { day } = change
  const newTerms = (startsOn: number): Terms => {
    const facts = { package: change.package, priceOverride: null, discountBp: 0, discountMinor: 0 }
    return { ...priceFrom(company, subscription, facts, startsOn), startsOn, endsOn: null }
  }
  const old = packageCharge(subscription)
  const cursor = cursorOf(old)
  if (change.policy === 'cycle_end') {
    let startsOn = cursor
    if (cursor < day) {
      startsOn = day + 1
      while (!isBoundary(startsOn, anchorOf(old))) startsOn += 1
    }
    replaceTerms(subscription, newTerms(startsOn))
    openFee(company, subscription, day)
    return
  }
  if (change.policy === 'now' && subscription.mode === 'prepaid' && subscription.policy.prepaidChange === 'days') {
    replaceTerms(subscription, newTerms(day))
    openFee(company, subscription, day)
    return
  }
  const credits = unusedCredits(client, [old], day, cursor)
  replaceTerms(subscription, newTerms(day))
  old.endsOn = day
  if (change.policy === 'full_new_cycle') subscription.anchor = calendarDay(day).day
  const charge = openPackage(company, subscription, day)
  const fee = openFee(company, subscription, day)
  const issue: Issue = { kind: 'change', issuedOn: day }
  const feeItems = fee === null ? [] : segmentsOf(fee, day + 1).map((segment) => priceSegment(company, segment))
  const terms = termsOn(subscription, day)

  if (subscription.mode === 'prepaid' && change.policy === 'now') {
    const credit = giveBack(company, credits, 'package_change', day)
    const priceFor = (end: number): Priced[] => prepaidCycles(charge, terms, day, end).map((s) => priceSegment(company, s))
    const totalOf = (items: readonly Priced[]): bigint => withVat(company, client, items, day).reduce((sum, amounts) => sum + lineTotal(amounts), 0n)
    const money = credit - totalOf(feeItems)
    const validity = validityEnd(day, terms, 1) - day
    const priceTotal = totalOf(priceFor(day + validity))
    let days = money > 0n && priceTotal > 0n ? Number((money * BigInt(validity)) / priceTotal) : 0
    while (days > 0 && totalOf([...priceFor(day + days), ...feeItems]) > credit) days -= 1
    const items = days > 0 ? priceFor(day + days) : []
    if (cursor > day && invoicePriced(company, client, [...items, ...feeItems], issue)) applyCredit(company, client)
    return
  }

  let items: Priced[] = []
  if (change.policy === 'full_new_cycle') {
    const segments = subscription.mode === 'prepaid' ? prepaidCycles(charge, terms, day, validityEnd(day, terms, 1)) : segmentsOf(charge, day + 1)
    items = segments.map((segment) => pricedBack(company, subscription, segment, { day, old }))
  } else if (cursor > day) {
    items = segmentsOf(charge, cursor, cursor).map((segment) => pricedBack(company, subscription, segment, { day, old }))
  }
  const newTotal = withVat(company, client, items, day).reduce((sum, amounts) => sum + lineTotal(amounts), 0n)
  const given = subscription.policy.changeRefund === 'none' ? limitedTo(client, credits, newTotal) : credits
  giveBack(company, given, 'package_change', day)
  if (items.length > 0 && invoicePriced(company, client, [...items, ...feeItems], issue)) applyCredit(company, client)
}
