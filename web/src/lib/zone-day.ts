/** The instant a calendar day begins in a zone, as the API takes it; `plus` days later for the end of a span. */
export function startOfDay(day: string, zone: string, plus = 0): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return instantOf(Date.UTC(year, month - 1, date + plus), zone)
}

/** The instant at which the clocks of a zone show a day and a time (`HH:MM` or `HH:MM:SS`). */
export const instantIn = (day: string, time: string, zone: string): string => instantOf(Date.parse(`${day}T${time}Z`), zone)

/** `wanted` is what the clocks show, as if it were UTC. */
function instantOf(wanted: number, zone: string): string {
  // The zone's clock at a first guess tells its offset; a second look sets right what a change of the clock in between moved.
  const first = wanted - offsetAt(wanted, zone)
  return new Date(wanted - offsetAt(first, zone)).toISOString()
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value ?? 0)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(instant / 1000) * 1000
}

/** The calendar day so many days later, or earlier. */
export function shiftDay(day: string, by: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + by)).toISOString().slice(0, 10)
}
