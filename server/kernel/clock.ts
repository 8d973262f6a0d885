/** The one source of "now". Tests and simulations pass a settable clock. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

export interface SettableClock extends Clock {
  set(instant: Temporal.Instant | string): void
  advance(duration: Temporal.DurationLike): void
}

/** A clock that stands still until it is moved. */
export function settableClock(start: Temporal.Instant | string): SettableClock {
  let current = Temporal.Instant.from(start)
  return {
    now: () => current,
    set: (instant) => {
      current = Temporal.Instant.from(instant)
    },
    advance: (duration) => {
      current = current.toZonedDateTimeISO('UTC').add(duration).toInstant()
    },
  }
}
