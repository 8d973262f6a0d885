import type { Traits } from './versions.ts'

const UNITS = [
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
] as const
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `1w2d3h4m5s`, as the API prints how long something lasts. */
export function lasting(ms: number): string {
  let seconds = Math.max(0, Math.floor(ms / 1000))
  let text = ''
  for (const [unit, size] of UNITS) {
    if (seconds >= size) text += `${Math.floor(seconds / size)}${unit}`
    seconds %= size
  }
  return seconds > 0 || text === '' ? `${text}${seconds}s` : text
}

/** Milliseconds of `1d`, `00:05:00`, `300`, `100ms`; null where it is none. */
export function readLasting(text: string): number | null {
  const clock = /^(?:(\d+)d)?(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?$/.exec(text)
  if (clock !== null) {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = clock.slice(1).map((part) => Number(part ?? 0))
    return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  }
  if (/^\d+$/.test(text)) return Number(text) * 1000
  if (!/^(\d+(ms|[wdhms]))+$/.test(text)) return null
  const size: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 }
  return [...text.matchAll(/(\d+)(ms|[wdhms])/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * (size[unit ?? ''] ?? 0), 0)
}

export function dateOf(time: Temporal.PlainDateTime, { hasIsoDates }: Traits): string {
  const [month, day] = [time.month, time.day].map((part) => String(part).padStart(2, '0'))
  return hasIsoDates ? `${time.year}-${month}-${day}` : `${MONTHS[time.month - 1]}/${day}/${time.year}`
}

export const timeOf = (time: Temporal.PlainDateTime): string => time.toPlainTime().toString({ smallestUnit: 'second' })

/** Before 7.10 the log leaves out the date of today and the year of this year. */
export function logTimeOf(time: Temporal.PlainDateTime, now: Temporal.PlainDateTime, traits: Traits): string {
  if (traits.hasIsoDates) return `${dateOf(time, traits)} ${timeOf(time)}`
  if (time.toPlainDate().equals(now.toPlainDate())) return timeOf(time)
  const full = dateOf(time, traits)
  return `${time.year === now.year ? full.slice(0, 6) : full} ${timeOf(time)}`
}
