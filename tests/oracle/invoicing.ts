/** Sections "Charges, cycles and the cursor" and "Numbers and documents" of docs/BILLING.md, walked day by day. */
import { isBoundary } from './calendar.ts'
import { found, nextOf, policyOfLines } from './company.ts'
import type { Charge, Client, Invoice, Line, OracleCompany, Subscription, Terms } from './company.ts'
import { isInclusive, priceSegment, withVat } from './amounts.ts'
import type { Priced, Segment } from './amounts.ts'
import { allocatedTo, applyCredit, creditedOn, fiscalYearOf, numberOf } from './settlement.ts'

export const anchorOf = (charge: Charge): number => charge.subscription?.anchor ?? 1

/** The first day that is neither billed, free nor given up. */
export function cursorOf(charge: Charge): number {
  let day = charge.startsOn
  while (charge.days.has(day)) day += 1
  return day
}

export const packageCharges = (subscription: Subscription): Charge[] =>
  subscription.client.charges.filter((charge) => charge.subscription === subscription && charge.item === 'package')

/** The package charge that goes on: the newest one. */
export const packageCharge = (subscription: Subscription): Charge => found(packageCharges(subscription).at(-1), `the package of ${subscription.ref}`)

export function termsOn(subscription: Subscription, day: number): Terms {
  const terms = subscription.terms.find((t) => t.startsOn <= day && (t.endsOn === null || day < t.endsOn))
  return found(terms, `terms of ${subscription.ref}`)
}

/** Whether the pauses of the charge's line leave this day out; an open end reaches for ever. */
function isLeftOut(charge: Charge, day: number, openOnly: boolean): boolean {
  const { subscription } = charge
  if (subscription === null || charge.kind === 'one_time') return false
  return subscription.pauses.some(
    (pause) =>
      !(pause.kind === 'vacation' ? subscription.policy.chargeWhilePaused : subscription.policy.chargeWhileSuspended) &&
      pause.startsOn <= day &&
      (pause.endsOn === null || (!openOnly && day < pause.endsOn)),
  )
}

function cycleStartOf(day: number, anchor: number): number {
  let start = day
  while (!isBoundary(start, anchor)) start -= 1
  return start
}

function cycleLength(day: number, anchor: number): number {
  const start = cycleStartOf(day, anchor)
  let end = start + 1
  while (!isBoundary(end, anchor)) end += 1
  return end - start
}

export const chargedAmong = (charge: Charge, days: readonly number[]): Set<number> => new Set(days.filter((day) => !isLeftOut(charge, day, false)))

/** Cuts what is not billed yet of a charge into segments that begin before `horizon`; `until` ends the last one early. */
export function segmentsOf(charge: Charge, horizon: number, until: number | null = null): Segment[] {
  const anchor = anchorOf(charge)
  const isOver = (day: number): boolean => (charge.endsOn !== null && day >= charge.endsOn) || (until !== null && day >= until) || isLeftOut(charge, day, true)
  const termsFor = (day: number): Terms | null => (charge.item === 'package' && charge.subscription !== null ? termsOn(charge.subscription, day) : null)
  const segments: Segment[] = []
  let day = cursorOf(charge)
  while (day < horizon && !isOver(day)) {
    const first = day
    const terms = termsFor(first)
    const days = [first]
    day += 1
    while (!isOver(day) && (charge.kind === 'one_time' || !isBoundary(day, anchor)) && termsFor(day) === terms) {
      days.push(day)
      day += 1
    }
    segments.push({
      charge,
      days,
      chargedDays: chargedAmong(charge, days),
      cycleDays: cycleLength(first, anchor),
      terms,
      isFirstPart: first === charge.startsOn && !isBoundary(first, anchor) && !charge.isChange,
    })
  }
  return segments
}

export interface Issue {
  readonly kind: string
  readonly issuedOn: number
}

/** Makes one invoice of priced segments; those that come to nothing are marked free. Null where nothing is left. */
export function invoicePriced(company: OracleCompany, client: Client, items: readonly Priced[], issue: Issue): Invoice | null {
  const worth = items.filter((item) => {
    if (item.list - item.discount > 0n || item.fixed !== null) return true
    for (const day of item.segment.days) item.segment.charge.days.set(day, 'free')
    return false
  })
  worth.sort((a, b) => a.segment.charge.id - b.segment.charge.id || (a.segment.days[0] ?? 0) - (b.segment.days[0] ?? 0))
  const amounts = withVat(company, client, worth, issue.issuedOn)
  const lines = worth.map((item, i): Line => {
    const { charge, days, chargedDays, terms } = item.segment
    const amount = found(amounts[i], 'the amounts of a line')
    const startsOn = found(days[0], 'a first day')
    return {
      charge,
      startsOn,
      endsOn: startsOn + days.length,
      chargedDays,
      givenBack: new Set(),
      terms,
      unitPrice: item.unitPrice,
      ...amount,
      vatInclusive: isInclusive(item),
    }
  })
  if (lines.length === 0) return null
  for (const [i, line] of lines.entries()) for (const day of worth[i]?.segment.days ?? []) line.charge.days.set(day, line)
  return addInvoice(company, client, lines, { ...issue, dueOn: issue.issuedOn + policyOfLines(company, lines).dueDays })
}

export function addInvoice(company: OracleCompany, client: Client, lines: readonly Line[], facts: Issue & { dueOn: number }): Invoice {
  const invoice: Invoice = {
    id: nextOf(company, 'invoice'),
    client,
    lines,
    ...facts,
    // Opening debts come from other books and are numbered in a series of their own.
    number: numberOf(company, facts.kind === 'opening' ? 'opening' : 'invoice', facts.issuedOn),
    fiscalYear: fiscalYearOf(company, facts.issuedOn),
    writtenOff: 0n,
    writtenOffOn: null,
    voidedOn: null,
    lateFee: null,
  }
  client.invoices.push(invoice)
  return invoice
}

/** A run, or a hand-made invoice, of one client up to a horizon. */
export function invoiceClient(company: OracleCompany, client: Client, horizon: number, issue: Issue): Invoice | null {
  const due = client.charges.filter(({ subscription }) => subscription === null || (subscription.mode === 'postpaid' && subscription.state === 'active'))
  const items = due.flatMap((charge) => segmentsOf(charge, horizon)).map((segment) => priceSegment(company, segment))
  const invoice = invoicePriced(company, client, items, issue)
  if (invoice !== null) applyCredit(company, client)
  return invoice
}

/** The newest periods become unbilled again; where later ones were billed, the days are given up. */
export function voidInvoice(company: OracleCompany, invoice: Invoice, day: number): void {
  if (allocatedTo(invoice) > 0n || creditedOn(invoice) > 0n || invoice.writtenOff > 0n || invoice.voidedOn !== null) {
    throw new Error('The script voids an invoice that is not untouched')
  }
  invoice.voidedOn = day
  numberOf(company, 'void', day)
  for (const line of [...invoice.lines].sort((a, b) => b.startsOn - a.startsOn)) {
    const isNewest = cursorOf(line.charge) === line.endsOn
    for (let d = line.startsOn; d < line.endsOn; d += 1) {
      if (isNewest) line.charge.days.delete(d)
      else line.charge.days.set(d, 'given_up')
    }
  }
}
