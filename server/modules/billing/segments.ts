import { cycleAround, earlier, isBefore, isSameDay } from '../../kernel/time.ts'
import type { Period, PlainDate } from '../../kernel/time.ts'
import type { BilledCharge, BilledSubscription } from './terms.ts'

/** A piece of one cycle of one charge that becomes one line (or one free period). */
export interface Segment extends Period {
  readonly cycle: Period
}

/**
 * Cuts a postpaid charge from its cursor to the horizon: at cycle boundaries, at new terms, at its end and at an open pause
 * (there billing waits). Every segment that *starts* before the horizon is returned whole. Source: docs/BILLING.md.
 */
export function segmentsUntil(charge: BilledCharge, subscription: BilledSubscription | null, horizon: PlainDate): Segment[] {
  if (charge.kind === 'one_time') {
    const period = { startsOn: charge.startsOn, endsOn: charge.startsOn.add({ days: 1 }) }
    return isSameDay(charge.billedUntil, charge.startsOn) && isBefore(charge.startsOn, horizon) ? [{ ...period, cycle: period }] : []
  }
  const stop = openPauseStart(subscription)
  const segments: Segment[] = []
  let from = charge.billedUntil
  while (isBefore(from, horizon) && (charge.endsOn === null || isBefore(from, charge.endsOn)) && (stop === null || isBefore(from, stop))) {
    const cycle = cycleAround(from, subscription?.anchorDay ?? 1)
    let endsOn = cycle.endsOn
    if (charge.endsOn !== null) endsOn = earlier(endsOn, charge.endsOn)
    if (stop !== null) endsOn = earlier(endsOn, stop)
    if (charge.item === 'package') {
      for (const term of subscription?.terms ?? []) if (isBefore(from, term.startsOn)) endsOn = earlier(endsOn, term.startsOn)
    }
    segments.push({ startsOn: from, endsOn, cycle })
    from = endsOn
  }
  return segments
}

/** The first day of the pause that has no end yet and is not charged; null where there is none. */
function openPauseStart(subscription: BilledSubscription | null): PlainDate | null {
  if (!subscription) return null
  let start: PlainDate | null = null
  for (const pause of unchargedPauses(subscription)) {
    if (pause.endsOn === null && (start === null || isBefore(pause.startsOn, start))) start = pause.startsOn
  }
  return start
}

/** Pauses whose days the policy does not charge. */
export function unchargedPauses(subscription: BilledSubscription) {
  const { chargeWhilePaused, chargeWhileSuspended } = subscription.policy
  return subscription.pauses.filter((pause) => !(pause.kind === 'vacation' ? chargeWhilePaused : chargeWhileSuspended))
}

/** Those of them that have an end: their days were left out of the bills or are given back already, and are never credited twice. */
export const settledPauses = (subscription: BilledSubscription) => unchargedPauses(subscription).filter((pause) => pause.endsOn !== null)
