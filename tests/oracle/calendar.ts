/** A calendar counted out day by day, so that the oracle shares no date arithmetic with the product. A day is its place in the list. */
interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly text: string
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function monthLength(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

const days: CalendarDay[] = []
const places = new Map<string, number>()
for (let year = 2020; year <= 2035; year += 1) {
  for (let month = 1; month <= 12; month += 1) {
    for (let day = 1; day <= monthLength(year, month); day += 1) {
      const text = `${year}-${two(month)}-${two(day)}`
      places.set(text, days.length)
      days.push({ year, month, day, text })
    }
  }
}

export function dayOf(text: string): number {
  const place = places.get(text)
  if (place === undefined) throw new Error(`${text} is not a day of the oracle's calendar`)
  return place
}

export function calendarDay(day: number): CalendarDay {
  const found = days[day]
  if (found === undefined) throw new Error(`Day ${day} lies outside the oracle's calendar`)
  return found
}

export const textOf = (day: number): string => calendarDay(day).text
export const firstOfMonth = (month: string): number => dayOf(`${month}-01`)

/** The first day of the month after, found by walking. */
export function firstOfMonthAfter(month: string): number {
  let day = firstOfMonth(month) + 1
  while (calendarDay(day).day !== 1) day += 1
  return day
}

/** The same day of the month, that many months on; the last day where that month is shorter. */
export function addMonths(from: number, count: number): number {
  const start = calendarDay(from)
  let year = start.year
  let month = start.month
  for (let i = 0; i < count; i += 1) {
    month += 1
    if (month === 13) {
      month = 1
      year += 1
    }
  }
  return dayOf(`${year}-${two(month)}-${two(Math.min(start.day, monthLength(year, month)))}`)
}

/** Whether a cycle of this anchor begins on this day. */
export function isBoundary(day: number, anchor: number): boolean {
  const { year, month, day: inMonth } = calendarDay(day)
  return inMonth === Math.min(anchor, monthLength(year, month))
}

/** The business day of an instant `yyyy-mm-ddThh:mm:ssZ` in a zone some whole hours east of UTC. */
export function businessDayOf(instant: string, utcOffsetHours: number): number {
  const hour = Number(instant.slice(11, 13))
  return dayOf(instant.slice(0, 10)) + (hour + utcOffsetHours >= 24 ? 1 : 0)
}
