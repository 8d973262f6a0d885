import { between, draw } from './chance.ts'

const HOUR_MS = 3_600_000

/** How much of the evening's peak a household uses in each hour of its day; an invented provider's curve. */
const SHARE_BY_HOUR = [0.35, 0.22, 0.14, 0.1, 0.08, 0.08, 0.12, 0.18, 0.24, 0.3, 0.34, 0.36, 0.38, 0.36, 0.36, 0.4, 0.48, 0.58, 0.7, 0.84, 0.95, 1, 0.9, 0.6]

/** What somebody is used to; from his name alone. */
export interface Habit {
  readonly seed: number
  readonly name: string
  readonly peakDownBps: number
  readonly upShare: number
}

export function habitOf(seed: number, name: string): Habit {
  // Few use much: the square of an even draw.
  const appetite = draw(seed, name, 'appetite') ** 2
  return { seed, name, peakDownBps: between(300_000, 20_000_000, appetite), upShare: between(0.04, 0.3, draw(seed, name, 'upload')) }
}

export interface Rates {
  /** Seen from the subscriber's interface at the router: up is received, down is sent. */
  readonly upBps: number
  readonly downBps: number
}

/** A usage is even within an hour; `cap` is what his profile lets through, 0 meaning all. */
export function ratesIn(hour: number, habit: Habit, cap: Rates, hourOfDay: (hour: number) => number): Rates {
  const mood = between(0.4, 1.6, draw(habit.seed, habit.name, 'hour', hour))
  const wanted = habit.peakDownBps * (SHARE_BY_HOUR[hourOfDay(hour)] ?? 0) * mood
  const limited = (bps: number, limit: number): number => (limit > 0 ? Math.min(bps, limit) : bps)
  return { downBps: limited(wanted, cap.downBps), upBps: limited(wanted * habit.upShare, cap.upBps) }
}

/** Bytes since `fromMs`. The sums of whole hours are kept, so the answer for a moment is the same however often it was asked before. */
export function meterFrom(fromMs: number, ratesOf: (hour: number) => Rates): (untilMs: number) => { up: bigint; down: bigint } {
  let hour = Math.floor(fromMs / HOUR_MS)
  let sum = { up: 0, down: 0 }
  const part = (ms: number): { up: number; down: number } => {
    const { upBps, downBps } = ratesOf(hour)
    return { up: (upBps * ms) / 8000, down: (downBps * ms) / 8000 }
  }
  return (untilMs) => {
    while ((hour + 1) * HOUR_MS <= untilMs) {
      const { up, down } = part(HOUR_MS - Math.max(0, fromMs - hour * HOUR_MS))
      sum = { up: sum.up + up, down: sum.down + down }
      hour += 1
    }
    const { up, down } = part(Math.max(0, untilMs - Math.max(fromMs, hour * HOUR_MS)))
    return { up: BigInt(Math.floor(sum.up + up)), down: BigInt(Math.floor(sum.down + down)) }
  }
}

/** The hour of the day where the subscribers live; looked up once for each hour. */
export function hoursOfDay(zone: string): (hour: number) => number {
  const known = new Map<number, number>()
  return (hour) => {
    const found = known.get(hour) ?? Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS).toZonedDateTimeISO(zone).hour
    known.set(hour, found)
    return found
  }
}
