import { earlier, isBefore, isSameDay, later } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { FreePeriod } from './invoice.ts'
import { termOn } from './invoice.ts'
import type { Segment } from './segments.ts'
import type { BilledCharge, BilledSubscription } from './terms.ts'

export interface PlannedRenewal {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly segments: readonly { charge: BilledCharge; segment: Segment }[]
  readonly givenUp: readonly FreePeriod[]
}

export interface RenewalInput {
  readonly subscription: BilledSubscription
  /** All open charges of the subscription. */
  readonly charges: readonly BilledCharge[]
  readonly packageCharge: BilledCharge
  readonly expiresOn: PlainDate | null
  readonly paidOn: PlainDate
  readonly cycles: number
}

/**
 * Which days n cycles of a prepaid line cover. Early: they are added to the old expiry; late: they count from the day of payment and the gap is given
 * up, or from the old expiry, by policy (billing rule 17). Months are added to the start, never to the last result.
 */
export function planRenewal({ subscription, charges, packageCharge, expiresOn, paidOn, cycles }: RenewalInput): PlannedRenewal {
  const isEarly = expiresOn !== null && isBefore(paidOn, expiresOn)
  const counted = expiresOn !== null && (isEarly || subscription.policy.lateRenewal === 'from_expiry') ? expiresOn : later(paidOn, packageCharge.startsOn)
  const startsOn = later(counted, packageCharge.billedUntil)
  const spans = cycleSpans(subscription, packageCharge, startsOn, cycles)
  const segments = spans.map((segment) => ({ charge: packageCharge, segment }))
  const givenUp: FreePeriod[] = gap(packageCharge, startsOn)
  for (const charge of charges) {
    if (charge.id === packageCharge.id) continue
    if (charge.kind === 'one_time') {
      if (isSameDay(charge.billedUntil, charge.startsOn) && !isBefore(paidOn, charge.startsOn)) {
        const day = { startsOn: charge.startsOn, endsOn: charge.startsOn.add({ days: 1 }) }
        segments.push({ charge, segment: { ...day, cycle: day } })
      }
      continue
    }
    const first = charge.endsOn === null ? startsOn : earlier(startsOn, charge.endsOn)
    if (isBefore(charge.startsOn, startsOn)) givenUp.push(...gap(charge, first))
    let reached = later(charge.billedUntil, isBefore(charge.startsOn, startsOn) ? first : charge.startsOn)
    for (const cycle of spans) {
      const start = later(reached, cycle.startsOn)
      const end = charge.endsOn === null ? cycle.endsOn : earlier(cycle.endsOn, charge.endsOn)
      if (!isBefore(start, end)) continue
      segments.push({ charge, segment: { startsOn: start, endsOn: end, cycle } })
      reached = end
    }
  }
  return { startsOn, endsOn: spans.at(-1)?.endsOn ?? startsOn, segments, givenUp }
}

/** n cycles from a day on. Where the next cycle falls under terms of another validity, its months count anew from its first day. */
function cycleSpans(subscription: BilledSubscription, packageCharge: BilledCharge, startsOn: PlainDate, cycles: number): Segment[] {
  const spans: Segment[] = []
  let counted = { term: termOn(subscription, packageCharge, startsOn), from: startsOn, cycles: 0 }
  for (let from = startsOn; spans.length < cycles; from = spans.at(-1)?.endsOn ?? from) {
    const term = termOn(subscription, packageCharge, from)
    const isSame = term.validityUnit === counted.term.validityUnit && term.validityCount === counted.term.validityCount
    counted = isSame ? { ...counted, cycles: counted.cycles + 1 } : { term, from, cycles: 1 }
    const span = { startsOn: from, endsOn: counted.from.add(validity(term, counted.cycles)) }
    spans.push({ ...span, cycle: span })
  }
  return spans
}

const validity = (term: { validityUnit: 'day' | 'month'; validityCount: number }, cycles: number): Temporal.DurationLike =>
  term.validityUnit === 'month' ? { months: term.validityCount * cycles } : { days: term.validityCount * cycles }

const gap = (charge: BilledCharge, until: PlainDate): FreePeriod[] =>
  isBefore(charge.billedUntil, until) ? [{ chargeId: charge.id, startsOn: charge.billedUntil, endsOn: until, reason: 'given_up' }] : []
