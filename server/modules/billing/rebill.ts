import { subtract } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { cycleAround, daysBetween, earlier, isBefore, isSameDay } from '../../kernel/time.ts'
import type { Period, PlainDate } from '../../kernel/time.ts'
import { assemble, termOn, totals } from './invoice.ts'
import type { ComputedInvoice, ComputedLine } from './invoice.ts'
import type { Segment } from './segments.ts'
import type { TakenAway } from './subscription-store.ts'
import type { BilledCharge, BilledSubscription, BillingTerms } from './terms.ts'

export interface RebillInput {
  /** Read after the new terms and charges were opened. */
  readonly terms: BillingTerms
  readonly subscriptionId: bigint
  /** The new package charge. */
  readonly chargeId: bigint
  readonly feeId: bigint | null
  readonly on: PlainDate
  /** How far the old package was billed. */
  readonly oldCursor: PlainDate
  readonly how: 'now' | 'full_new_cycle'
  /** What the unused days are worth; buys days of a prepaid line. */
  readonly credit: Minor
  /** What changes of the same day took away of other charges of the line. */
  readonly takenAway: readonly TakenAway[]
}

/** The invoice a package change makes at once: the new charge and the fee, nothing else. Null where the next run or renewal bills it. Pure. */
export function planRebill(input: RebillInput): ComputedInvoice | null {
  const { terms, on, how, oldCursor } = input
  const subscription = terms.subscriptions.get(input.subscriptionId)
  const charge = terms.charges.find((candidate) => candidate.id === input.chargeId)
  if (!subscription || !charge) throw new Error('the new package charge was not read back')
  const fee = feeSegments(terms, input.feeId)
  const bill = (segments: readonly Segment[]) => reinstating(terms, [...segments.map((segment) => ({ charge, segment })), ...fee], input)
  if (subscription.billingMode === 'prepaid') {
    if (how === 'full_new_cycle') return bill([whole(validityCycle(subscription, charge, on, 0))])
    if (!isBefore(on, oldCursor)) return null
    return assemble(terms, [...daysBought(input, subscription, charge).map((segment) => ({ charge, segment })), ...fee])
  }
  if (how === 'full_new_cycle') return bill([whole(cycleAround(on, on.day))])
  return isBefore(on, oldCursor) ? bill(cutAtCycles(subscription, on, oldCursor)) : null
}

const whole = (cycle: Period): Segment => ({ ...cycle, cycle })

function feeSegments(terms: BillingTerms, feeId: bigint | null): { charge: BilledCharge; segment: Segment }[] {
  const charge = terms.charges.find((candidate) => candidate.id === feeId)
  return charge ? [{ charge, segment: whole({ startsOn: charge.startsOn, endsOn: charge.startsOn.add({ days: 1 }) }) }] : []
}

function cutAtCycles(subscription: BilledSubscription, from: PlainDate, to: PlainDate): Segment[] {
  const segments: Segment[] = []
  let at = from
  while (isBefore(at, to)) {
    const cycle = cycleAround(at, subscription.anchorDay)
    const endsOn = earlier(cycle.endsOn, to)
    segments.push({ startsOn: at, endsOn, cycle })
    at = endsOn
  }
  return segments
}

function validityCycle(subscription: BilledSubscription, charge: BilledCharge, on: PlainDate, n: number): Period {
  const { validityCount, validityUnit } = termOn(subscription, charge, on)
  const step = (cycles: number): PlainDate => on.add(validityUnit === 'month' ? { months: validityCount * cycles } : { days: validityCount * cycles })
  return { startsOn: step(n), endsOn: step(n + 1) }
}

/** Days of the new package that the credit, less the fee, buys; one day fewer as long as they would cost more than it. */
function daysBought({ terms, on, credit, feeId }: RebillInput, subscription: BilledSubscription, charge: BilledCharge): Segment[] {
  const available = subtract(credit, assemble(terms, feeSegments(terms, feeId)).total)
  const first = validityCycle(subscription, charge, on, 0)
  const price = assemble(terms, [{ charge, segment: whole(first) }]).total
  if (available <= 0n || price === 0n) return []
  let days = Number((available * BigInt(daysBetween(first.startsOn, first.endsOn))) / price)
  for (; days > 0; days -= 1) {
    const segments = validitySegments(subscription, charge, on, days)
    if (
      assemble(
        terms,
        segments.map((segment) => ({ charge, segment })),
      ).total <= available
    )
      return segments
  }
  return []
}

function validitySegments(subscription: BilledSubscription, charge: BilledCharge, on: PlainDate, days: number): Segment[] {
  const end = on.add({ days })
  const segments: Segment[] = []
  for (let n = 0; ; n += 1) {
    const cycle = validityCycle(subscription, charge, on, n)
    if (!isBefore(cycle.startsOn, end)) return segments
    segments.push({ startsOn: cycle.startsOn, endsOn: earlier(cycle.endsOn, end), cycle })
  }
}

type Billed = { readonly charge: BilledCharge; readonly segment: Segment }

/**
 * Changing back on the same day bills for the same days exactly what that day's change credited of them - nothing where it credited nothing -,
 * so up and down nets to zero (billing rule 13). The other lines are computed as if these were not there.
 */
function reinstating(terms: BillingTerms, items: readonly Billed[], { chargeId, takenAway }: RebillInput): ComputedInvoice {
  const computed = assemble(terms, items)
  const back = computed.lines.flatMap((line) => {
    const same = line.chargeId === chargeId ? takenAway.find((credit) => isSameLine(credit, line)) : undefined
    return same ? [{ ...line, net: same.net, discount: same.discount, vatBp: same.vatBp, vat: same.vat, total: same.total }] : []
  })
  if (back.length === 0) return computed
  const isBack = (period: { chargeId: bigint; startsOn: PlainDate }): boolean =>
    back.some((line) => line.chargeId === period.chargeId && isSameDay(line.startsOn, period.startsOn))
  const others = assemble(
    terms,
    items.filter(({ charge, segment }) => !isBack({ chargeId: charge.id, startsOn: segment.startsOn })),
  )
  const paid = back.filter((line) => line.total > 0n)
  const free = back
    .filter((line) => line.total === 0n)
    .map(({ chargeId: id, startsOn, endsOn }) => ({ chargeId: id, startsOn, endsOn, reason: 'free' as const }))
  const lines = [...paid, ...others.lines].sort((a, b) =>
    a.chargeId === b.chargeId ? Temporal.PlainDate.compare(a.startsOn, b.startsOn) : a.chargeId < b.chargeId ? -1 : 1,
  )
  return { ...computed, lines, free: [...others.free, ...free], ...totals(lines) }
}

const isSameLine = (credit: TakenAway, line: ComputedLine): boolean =>
  credit.packageVersionId === line.packageVersionId &&
  credit.unitPrice === line.unitPrice &&
  credit.discountBp === line.explain.discount_bp &&
  Number(credit.discountFixed) === line.explain.discount_minor &&
  isSameDay(credit.startsOn, line.startsOn) &&
  isSameDay(credit.endsOn, line.endsOn)
