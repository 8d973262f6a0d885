import { add, extend, split, subtract, sumOf, vatOf, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { coveredDays, daysIn, isBefore, isSameDay } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { discountOf, prorated, taxed } from './amount.ts'
import type { LineAmounts } from './amount.ts'
import { PackageHasNoPrice } from './errors.ts'
import { segmentsUntil, unchargedPauses } from './segments.ts'
import type { Segment } from './segments.ts'
import type { BilledCharge, BilledSubscription, BillingTerms, PriceTerm } from './terms.ts'

export interface ComputedLine extends LineAmounts {
  readonly chargeId: bigint
  readonly subscriptionId: bigint | null
  readonly packageVersionId: bigint | null
  readonly item: string
  readonly description: string
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly quantityMilli: bigint
  readonly unitPrice: Minor
  readonly vatBp: number
  readonly vatInclusive: boolean
  readonly explain: Explain
}

/** The arithmetic of a line, kept on it so that "Why?" can answer from the row. Amounts in minor units. */
export interface Explain {
  readonly rule: 'whole' | 'part' | 'first_full' | 'first_free' | 'one_time' | 'paused'
  readonly price: number
  readonly days: number
  readonly cycle_days: number
  readonly cycle_starts_on: string
  readonly cycle_ends_on: string
  readonly paused_days: number
  readonly basis: string
  readonly discount_bp: number
  readonly discount_minor: number
}

export interface FreePeriod {
  readonly chargeId: bigint
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly reason: 'free' | 'paused' | 'given_up'
}

export interface ComputedInvoice extends LineAmounts {
  readonly clientId: bigint
  readonly dueDays: number
  readonly lines: readonly ComputedLine[]
  /** Periods the cursor passes without a line. */
  readonly free: readonly FreePeriod[]
}

/**
 * What a client owes for everything that starts before `until`. Pure: the specification of billing, docs/BILLING.md.
 * Prepaid charges are left out unless named in `include` (a renewal gives their segments).
 * @throws PackageHasNoPrice where terms leave a day without a price.
 */
export function computeInvoice(terms: BillingTerms, until: PlainDate): ComputedInvoice {
  const segments = terms.charges.flatMap((charge) => {
    const subscription = subscriptionOf(terms, charge)
    if (subscription && (subscription.billingMode === 'prepaid' || subscription.state === 'pending' || subscription.state === 'left')) return []
    return segmentsUntil(charge, subscription, until).map((segment) => ({ charge, segment }))
  })
  return assemble(terms, segments)
}

/** Makes lines of chosen segments; `computeInvoice`, renewals and final bills all end here. */
export function assemble(terms: BillingTerms, segments: readonly { charge: BilledCharge; segment: Segment }[]): ComputedInvoice {
  const computed = [...segments].sort(byChargeThenStart).map(({ charge, segment }) => lineOf(terms, charge, segment))
  const lines = roundVat(
    terms,
    computed.filter((line) => line.total > 0n),
  )
  const free = computed
    .filter((line) => line.total === 0n)
    .map((line) => ({
      chargeId: line.chargeId,
      startsOn: line.startsOn,
      endsOn: line.endsOn,
      reason: line.explain.rule === 'paused' ? ('paused' as const) : ('free' as const),
    }))
  const firstSubscription = lines
    .map((line) => line.subscriptionId)
    .filter((id) => id !== null)
    .sort((a, b) => (a < b ? -1 : 1))[0]
  const policy = firstSubscription === undefined ? terms.defaultPolicy : (terms.subscriptions.get(firstSubscription)?.policy ?? terms.defaultPolicy)
  return { clientId: terms.clientId, dueDays: policy.dueDays, lines, free, ...totals(lines) }
}

type Billed = { readonly charge: BilledCharge; readonly segment: Segment }

/** The order of lines on every document: the same invoice is the same paper, and rounding shares fall on the same lines. */
const byChargeThenStart = (a: Billed, b: Billed): number =>
  a.charge.id === b.charge.id ? Temporal.PlainDate.compare(a.segment.startsOn, b.segment.startsOn) : a.charge.id < b.charge.id ? -1 : 1

export const totals = (lines: readonly LineAmounts[]): LineAmounts => ({
  net: sumOf(lines, (line) => line.net),
  discount: sumOf(lines, (line) => line.discount),
  vat: sumOf(lines, (line) => line.vat),
  total: sumOf(lines, (line) => line.total),
})

const subscriptionOf = (terms: BillingTerms, charge: BilledCharge): BilledSubscription | null =>
  charge.subscriptionId === null ? null : (terms.subscriptions.get(charge.subscriptionId) ?? null)

function lineOf(terms: BillingTerms, charge: BilledCharge, segment: Segment): ComputedLine {
  const subscription = subscriptionOf(terms, charge)
  const policy = subscription?.policy ?? terms.defaultPolicy
  const term = charge.item === 'package' ? termOn(subscription, charge, segment.startsOn) : null
  const unitPrice = term ? term.price : (charge.unitPrice ?? ZERO)
  const cycleDays = daysIn(segment.cycle)
  const pausedDays = subscription && charge.kind === 'recurring' ? coveredDays(segment, unchargedPauses(subscription)) : 0
  const days = daysIn(segment) - pausedDays
  const rule = ruleOf(charge, segment, policy.firstPeriod, days, cycleDays)
  const list = listAmount(rule, unitPrice, charge.quantityMilli, days, cycleDays, policy.proration)
  const fixedDiscount = term ? prorated(term.discount, 1000n, rule === 'first_full' ? cycleDays : days, cycleDays, policy.proration) : ZERO
  const discount = term ? discountOf(list, term.discountBp, fixedDiscount) : ZERO
  const vatBp = terms.isVatExempt ? 0 : (terms.clientVatBp ?? term?.vatBp ?? charge.vatBp)
  const vatInclusive = term?.vatInclusive ?? charge.vatInclusive
  return {
    chargeId: charge.id,
    subscriptionId: charge.subscriptionId,
    packageVersionId: term?.packageVersionId ?? null,
    item: charge.item,
    description: term?.packageName ?? charge.description,
    startsOn: segment.startsOn,
    endsOn: segment.endsOn,
    quantityMilli: charge.quantityMilli,
    unitPrice,
    vatBp,
    vatInclusive,
    ...taxed(list, discount, vatBp, vatInclusive),
    explain: {
      rule,
      price: Number(unitPrice),
      days,
      cycle_days: cycleDays,
      cycle_starts_on: segment.cycle.startsOn.toString(),
      cycle_ends_on: segment.cycle.endsOn.toString(),
      paused_days: pausedDays,
      basis: policy.proration,
      discount_bp: term?.discountBp ?? 0,
      discount_minor: Number(term?.discount ?? 0n),
    },
  }
}

function ruleOf(charge: BilledCharge, segment: Segment, first: string, days: number, cycleDays: number): Explain['rule'] {
  if (charge.kind === 'one_time') return 'one_time'
  if (days <= 0) return 'paused'
  const isFirstPart = isSameDay(segment.startsOn, charge.startsOn) && isBefore(segment.cycle.startsOn, segment.startsOn) && charge.reason !== 'package_change'
  if (isFirstPart && first === 'full') return 'first_full'
  if (isFirstPart && first === 'free') return 'first_free'
  return days >= cycleDays ? 'whole' : 'part'
}

function listAmount(
  rule: Explain['rule'],
  unitPrice: Minor,
  quantityMilli: bigint,
  days: number,
  cycleDays: number,
  basis: 'actual_days' | 'fixed_30' | 'none',
): Minor {
  if (rule === 'one_time' || rule === 'first_full') return extend(unitPrice, quantityMilli)
  if (rule === 'first_free' || rule === 'paused') return ZERO
  return prorated(unitPrice, quantityMilli, days, cycleDays, basis)
}

export function termOn(subscription: BilledSubscription | null, charge: BilledCharge, day: PlainDate): PriceTerm {
  const term = subscription?.terms.find((candidate) => !isBefore(day, candidate.startsOn) && (candidate.endsOn === null || isBefore(day, candidate.endsOn)))
  if (!term) throw new PackageHasNoPrice(`Subscription ${charge.subscriptionId} has no package terms on ${day}; set its package from that day before billing`)
  return term
}

/** With VAT rounded per invoice, lines of one rate share the tax of their sum by largest remainder (billing rule 32). */
function roundVat(terms: BillingTerms, lines: readonly ComputedLine[]): ComputedLine[] {
  if (terms.vatRounding === 'line') return [...lines]
  const rounded = [...lines]
  const groups = Map.groupBy(lines.keys(), (index) => `${lines[index]?.vatBp}/${lines[index]?.vatInclusive}`)
  for (const indexes of groups.values()) {
    const group = indexes.map((index) => lines[index]).filter((line) => line !== undefined)
    const first = group[0]
    if (!first || first.vatBp === 0 || group.length < 2) continue
    const payable = group.map((line) => (first.vatInclusive ? line.total : subtract(line.net, line.discount)))
    const shares = split(
      vatOf(
        sumOf(payable, (amount) => amount),
        first.vatBp,
        first.vatInclusive,
      ),
      payable,
    )
    for (const [position, index] of indexes.entries()) {
      const line = group[position]
      const vat = shares[position]
      if (line && vat !== undefined) rounded[index] = withVat(line, vat)
    }
  }
  return rounded
}

function withVat(line: ComputedLine, vat: Minor): ComputedLine {
  if (!line.vatInclusive) return { ...line, vat, total: add(subtract(line.net, line.discount), vat) }
  return { ...line, vat, net: add(subtract(line.total, vat), line.discount) }
}
