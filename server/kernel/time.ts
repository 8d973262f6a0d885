/** Calendar arithmetic on half-open periods `[startsOn, endsOn)` of local business days. Temporal only. */
export type Instant = Temporal.Instant
export type PlainDate = Temporal.PlainDate
export type Month = Temporal.PlainYearMonth

/** Half-open: `endsOn` is the first day that no longer belongs to it. */
export interface Period {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
}

export const date = (text: string): PlainDate => Temporal.PlainDate.from(text)
export const month = (text: string): Month => Temporal.PlainYearMonth.from(text)
export const isBefore = (a: PlainDate, b: PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0
export const isSameDay = (a: PlainDate, b: PlainDate): boolean => Temporal.PlainDate.compare(a, b) === 0
export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (isBefore(b, a) ? b : a)
export const later = (a: PlainDate, b: PlainDate): PlainDate => (isBefore(a, b) ? b : a)

/** Days from `from` up to, not including, `to`; negative when `to` lies before. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => from.until(to, { largestUnit: 'days' }).days

export const daysIn = (period: Period): number => daysBetween(period.startsOn, period.endsOn)

/** The business day of an instant in the company's zone, e.g. 2026-01-31T18:00Z is 1 February in Dhaka. */
export const businessDay = (instant: Instant, zone: string): PlainDate => instant.toZonedDateTimeISO(zone).toPlainDate()

export const monthOf = (day: PlainDate): Month => day.toPlainYearMonth()
export const firstDay = (of: Month): PlainDate => of.toPlainDate({ day: 1 })
export const firstDayAfter = (of: Month): PlainDate => of.add({ months: 1 }).toPlainDate({ day: 1 })

/** The anchor's day in a month, moved to the month's last day where it is shorter: 31 -> 28 Feb. */
export const anchorIn = (of: Month, anchorDay: number): PlainDate => of.toPlainDate({ day: Math.min(anchorDay, of.daysInMonth) })

/**
 * The billing cycle of an anchor day that holds `day`. The anchor survives short months because each boundary is taken from
 * the anchor day itself and never from the previous boundary: 31 Jan, 28 Feb, 31 Mar.
 */
export function cycleAround(day: PlainDate, anchorDay: number): Period {
  const current = monthOf(day)
  const inMonth = anchorIn(current, anchorDay)
  return isBefore(day, inMonth)
    ? { startsOn: anchorIn(current.subtract({ months: 1 }), anchorDay), endsOn: inMonth }
    : { startsOn: inMonth, endsOn: anchorIn(current.add({ months: 1 }), anchorDay) }
}

/** Days of `period` covered by any of `others` (which may overlap one another; null = open end). */
export function coveredDays(period: Period, others: readonly { startsOn: PlainDate; endsOn: PlainDate | null }[]): number {
  const parts = others
    .map((other) => ({
      startsOn: later(other.startsOn, period.startsOn),
      endsOn: other.endsOn === null ? period.endsOn : earlier(other.endsOn, period.endsOn),
    }))
    .filter((part) => isBefore(part.startsOn, part.endsOn))
    .sort((a, b) => Temporal.PlainDate.compare(a.startsOn, b.startsOn))
  let days = 0
  let reached = period.startsOn
  for (const part of parts) {
    const from = later(part.startsOn, reached)
    if (isBefore(from, part.endsOn)) {
      days += daysBetween(from, part.endsOn)
      reached = part.endsOn
    }
  }
  return days
}
