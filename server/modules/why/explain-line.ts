import { negate, subtract, sumOf } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { date, daysIn } from '../../kernel/time.ts'
import type { ExplanationKey } from '../../platform/i18n/explanations.ts'
import type { ExplainedLine, LineCredit } from './line-store.ts'
import type { Reference, Step, Teller } from './teller.ts'

/** The arithmetic of one invoice line, step by step, from the row and the `explain` written with it. Pure. */
export function explainLine(tell: Teller, line: ExplainedLine, credits: readonly LineCredit[]): Step[] {
  const facts = factsOf(tell, line)
  return [
    ...priceSteps(tell, line, facts),
    ...discountSteps(tell, line, facts),
    ...vatSteps(tell, line, facts),
    totalStep(tell, line, facts),
    ...creditSteps(tell, line, credits),
  ]
}

interface Facts {
  readonly name: string
  readonly rule: string
  readonly days: number
  readonly cycleDays: number
  readonly pausedDays: number
  readonly basis: string
  readonly discountBp: number
  readonly discountFixed: Minor
  /** Price lists that hold VAT keep it in the list amount and the discount. */
  readonly isInclusive: boolean
  /** What is billed before discount, as the client sees the price. */
  readonly list: Minor
  readonly discount: Minor
  /** The line was billed at amounts taken over from a credit of the same day. */
  readonly isReinstated: boolean
  readonly refs: readonly Reference[]
}

function factsOf(tell: Teller, line: ExplainedLine): Facts {
  const { explain } = line
  const number = (key: string, otherwise: number): number => (typeof explain[key] === 'number' ? (explain[key] as number) : otherwise)
  const text = (key: string, otherwise: string): string => (typeof explain[key] === 'string' ? (explain[key] as string) : otherwise)
  const span = daysIn({ startsOn: line.starts_on, endsOn: line.ends_on })
  const isInclusive = line.vat_inclusive && line.vat_bp > 0
  const isReinstated = isInclusive
    ? subtract(line.list_minor, line.given_minor) !== line.total_minor
    : line.list_minor !== line.net_minor || line.given_minor !== line.discount_minor
  const itemKey = `item.${line.item}` as ExplanationKey
  return {
    name: line.description.trim() === '' ? tell.say(itemKey) : line.description,
    rule: text('rule', 'whole'),
    days: number('days', span),
    cycleDays: number('cycle_days', span),
    pausedDays: number('paused_days', 0),
    basis: text('basis', 'actual_days'),
    discountBp: number('discount_bp', 0),
    discountFixed: BigInt(number('discount_minor', 0)) as Minor,
    isInclusive,
    list: isReinstated ? (isInclusive ? line.total_minor : line.net_minor) : line.list_minor,
    discount: isReinstated ? (isInclusive ? (0n as Minor) : line.discount_minor) : isInclusive ? line.given_minor : line.discount_minor,
    isReinstated,
    refs: [{ type: 'invoice_line', id: line.invoice_id, code: `${line.invoice_code}/${line.line_no}` }],
  }
}

function priceSteps(tell: Teller, line: ExplainedLine, facts: Facts): Step[] {
  const { name, rule, refs } = facts
  const price = tell.money(line.unit_price_minor)
  const quantity = tell.step(
    'line.quantity',
    { quantity: tell.quantity(line.quantity_milli), price, whole: tell.money(line.whole_minor) },
    { figures: { quantity_milli: line.quantity_milli, whole_minor: line.whole_minor }, refs },
  )
  const quantities = line.quantity_milli === 1000n ? [] : [quantity]
  if (rule === 'one_time') {
    const once = tell.step(
      'line.one_time',
      { name, day: tell.day(line.starts_on), amount: tell.money(facts.list) },
      { figures: { list_minor: facts.list, price_minor: line.unit_price_minor }, refs },
    )
    if (line.late_invoice_id === null || line.late_code === null || line.late_due_on === null) return [...quantities, once]
    const of = { code: line.late_code, due: tell.day(line.late_due_on) }
    return [...quantities, once, tell.step('line.late_fee_of', of, { refs: [{ type: 'invoice', id: line.late_invoice_id, code: line.late_code }] })]
  }
  const named = tell.step(facts.isInclusive ? 'line.price_inclusive' : 'line.price', { name, price }, { figures: { price_minor: line.unit_price_minor }, refs })
  return [named, ...quantities, ...pauseSteps(tell, line, facts), ruleStep(tell, line, facts)]
}

function pauseSteps(tell: Teller, line: ExplainedLine, { pausedDays, rule, refs }: Facts): Step[] {
  if (pausedDays === 0 || rule === 'paused') return []
  const period = { startsOn: line.starts_on, endsOn: line.ends_on }
  return [
    tell.step(
      'line.paused_days',
      { paused: pausedDays, span: tell.count(daysIn(period)), period: tell.period(period) },
      { figures: { paused_days: pausedDays, days: daysIn(period) }, refs },
    ),
  ]
}

function ruleStep(tell: Teller, line: ExplainedLine, facts: Facts): Step {
  const { rule, days, cycleDays, basis, list, refs } = facts
  const { explain } = line
  const cycle =
    typeof explain['cycle_starts_on'] === 'string' && typeof explain['cycle_ends_on'] === 'string'
      ? { startsOn: date(explain['cycle_starts_on']), endsOn: date(explain['cycle_ends_on']) }
      : { startsOn: line.starts_on, endsOn: line.ends_on }
  const divisor = basis === 'fixed_30' ? 30 : cycleDays
  const counted = basis === 'fixed_30' ? Math.min(days, 30) : days
  const isExact = line.quantity_milli % 1000n === 0n && (line.whole_minor * BigInt(counted)) % BigInt(divisor) === 0n
  const values = {
    amount: tell.money(list),
    whole: tell.money(line.whole_minor),
    days: tell.count(days),
    counted: tell.count(counted),
    cycle_days: tell.count(cycleDays),
    cycle: tell.period(cycle),
    period: tell.period({ startsOn: line.starts_on, endsOn: line.ends_on }),
    equals: isExact ? '=' : '≈',
  }
  const figures = { rule, days, cycle_days: cycleDays, basis, list_minor: list }
  if (facts.isReinstated) return tell.step('line.reinstated', values, { figures: { ...figures, rule: 'reinstated' }, refs })
  return tell.step(ruleKey(rule, basis), values, { figures, refs })
}

function ruleKey(rule: string, basis: string): ExplanationKey {
  if (rule === 'first_full') return 'line.first_full'
  if (rule === 'first_free') return 'line.first_free'
  if (rule === 'paused') return 'line.paused'
  if (rule !== 'part') return 'line.whole'
  if (basis === 'none') return 'line.part_undivided'
  return basis === 'fixed_30' ? 'line.part_thirty' : 'line.part'
}

function discountSteps(tell: Teller, _line: ExplainedLine, { discount, discountBp, discountFixed, refs }: Facts): Step[] {
  if (discount === 0n) return []
  const key = discountBp > 0 && discountFixed > 0n ? 'line.discount_both' : discountBp > 0 ? 'line.discount_rate' : 'line.discount_fixed'
  return [
    tell.step(
      key,
      { rate: tell.rate(discountBp), fixed: tell.money(discountFixed), discount: tell.money(discount) },
      { figures: { discount_minor: discount, discount_bp: discountBp, discount_fixed_minor: discountFixed }, refs },
    ),
  ]
}

function vatSteps(tell: Teller, line: ExplainedLine, { isInclusive, refs }: Facts): Step[] {
  if (line.vat_bp === 0) return [tell.step('line.no_vat', {}, { refs })]
  const taxable = subtract(line.net_minor, line.discount_minor)
  const key = line.vat_minor !== line.expected_vat_minor ? 'line.vat_share' : isInclusive ? 'line.vat_inclusive' : 'line.vat'
  const values = { rate: tell.rate(line.vat_bp), taxable: tell.money(taxable), total: tell.money(line.total_minor), vat: tell.money(line.vat_minor) }
  return [tell.step(key, values, { figures: { vat_bp: line.vat_bp, taxable_minor: taxable, vat_minor: line.vat_minor }, refs })]
}

function totalStep(tell: Teller, line: ExplainedLine, { list, discount, isInclusive, refs }: Facts): Step {
  const parts = [list, negate(discount), ...(isInclusive ? [] : [line.vat_minor])].filter((part, index) => index === 0 || part !== 0n)
  const told = { figures: { net_minor: line.net_minor, discount_minor: line.discount_minor, vat_minor: line.vat_minor, total_minor: line.total_minor }, refs }
  return parts.length === 1
    ? tell.step('line.total_plain', { total: tell.money(line.total_minor) }, told)
    : tell.step('line.total', { sum: tell.sum(parts), total: tell.money(line.total_minor) }, told)
}

function creditSteps(tell: Teller, line: ExplainedLine, credits: readonly LineCredit[]): Step[] {
  if (credits.length === 0) return []
  const steps = credits.map(({ id, code, issued_on, reason, total_minor, unused_days, billed_days, starts_on, ends_on }) => {
    const told = {
      figures: { credited_minor: total_minor, ...(unused_days === null ? {} : { unused_days }) },
      refs: [{ type: 'credit_note', id, code } as const],
    }
    const common = { code, day: tell.day(issued_on), amount: tell.money(total_minor) }
    if (unused_days === null || billed_days === null || starts_on === null || ends_on === null) return tell.step('line.credited', { ...common, reason }, told)
    return tell.step(
      'line.credited_days',
      { ...common, unused: tell.count(unused_days), days: tell.count(billed_days), period: tell.period({ startsOn: starts_on, endsOn: ends_on }) },
      told,
    )
  })
  const left = subtract(
    line.total_minor,
    sumOf(credits, (credit) => credit.total_minor),
  )
  return [...steps, tell.step('line.left', { left: tell.money(left) }, { figures: { left_minor: left } })]
}
