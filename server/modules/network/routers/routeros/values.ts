import type { Instant } from '../../../../kernel/time.ts'

/**
 * What RouterOS writes in several ways, read to one value and written in one way, so that two equal things never look different.
 * Everything here is pure; what cannot be read is null.
 */

/** `yes`, `true` and `no`, `false`: the console writes the first, the API the second. */
export function parseFlag(text: string): boolean | null {
  if (text === 'true' || text === 'yes') return true
  return text === 'false' || text === 'no' ? false : null
}

const UNIT_MS: Readonly<Record<string, number>> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 0.001, ns: 0.000_001 }
const NO_DURATION = new Set(['', 'none', 'never', 'none-static', 'none-dynamic'])

/** Milliseconds of `1w2d3h4m5s`, `100ms`, `1d02:03:04`, `00:05`, `5` (seconds); null for `none` and the like. */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase()
  if (NO_DURATION.has(trimmed)) return null
  const clock = /^(?:(\d+)w)?(?:(\d+)d)?(\d{1,2}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?$/.exec(trimmed)
  if (clock !== null) {
    const [, weeks = '0', days = '0', hours = '0', minutes = '0', seconds = '0'] = clock
    return Math.round(Number(weeks) * 604_800_000 + Number(days) * 86_400_000 + Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000)
  }
  if (/^\d+$/.test(trimmed)) return Number(trimmed) * 1000
  if (!/^(?:\d+(?:\.\d+)?(?:ms|us|ns|w|d|h|m|s))+$/.test(trimmed)) return null
  const parts = trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|us|ns|w|d|h|m|s)/g)
  return [...parts].reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNIT_MS[unit ?? ''] ?? 0), 0)
}

/** `1w2d3h4m5s`, as the API gives it back. */
export function formatDuration(ms: number | null): string {
  if (ms === null) return 'none'
  let rest = Math.round(ms)
  let text = ''
  for (const unit of ['w', 'd', 'h', 'm', 's', 'ms']) {
    const size = UNIT_MS[unit] ?? 1
    if (rest >= size) text += `${Math.floor(rest / size)}${unit}`
    rest %= size
  }
  return text === '' ? '0s' : text
}

const RATE_UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 }

/** Bits per second of `10M`, `512k`, `10000000`, `1.5M`, `5Mbps`; 0 stands for no limit. A thousand, not 1024: RouterOS counts rates so. */
export function parseRate(text: string): number | null {
  const found = /^(\d+(?:\.\d+)?)\s*([kmg]?)(?:bps)?$/i.exec(text.trim())
  if (found === null) return text.trim().toLowerCase() === 'unlimited' ? 0 : null
  return Math.round(Number(found[1]) * (RATE_UNITS[(found[2] ?? '').toLowerCase()] ?? 1))
}

/** The shortest whole number with a unit: 10M, 1500k, 999. */
export function formatRate(bps: number): string {
  const [unit, size] = (
    [
      ['G', 1e9],
      ['M', 1e6],
      ['k', 1e3],
    ] as const
  ).find(([, factor]) => bps >= factor && bps % factor === 0) ?? ['', 1]
  return `${bps / size}${unit}`
}

/** Seen from the router: `up` is what it receives from the subscriber, the first number of a pair. */
export interface Pair<T> {
  readonly up: T
  readonly down: T
}

/** `10M/20M`; a single number counts for both directions. */
export function parsePair<T>(text: string, parse: (part: string) => T | null): Pair<T> | null {
  const [first = '', second = first, ...more] = text.trim().split('/')
  const [up, down] = [parse(first), parse(second)]
  return up === null || down === null || more.length > 0 ? null : { up, down }
}

/** The limit of a PPP profile: "rate [burst [threshold [time [priority [minimum]]]]]", each of them rx/tx (help.mikrotik.com, "PPP AAA"). */
export interface RateLimit {
  readonly rate: Pair<number>
  readonly burst: Pair<number> | null
  readonly burstThreshold: Pair<number> | null
  readonly burstTimeMs: Pair<number> | null
  readonly priority: number | null
  readonly minimum: Pair<number> | null
}

export function parseRateLimit(text: string): RateLimit | null {
  const [rateText = '', burstText, thresholdText, timeText, priorityText, minimumText] = text.trim().split(/\s+/)
  const rate = parsePair(rateText, parseRate)
  if (rate === null) return null
  const pair = (part: string | undefined, parse: (text: string) => number | null): Pair<number> | null => {
    const found = part === undefined ? null : parsePair(part, parse)
    return found === null || (found.up === 0 && found.down === 0) ? null : found
  }
  return {
    rate,
    burst: pair(burstText, parseRate),
    burstThreshold: pair(thresholdText, parseRate),
    burstTimeMs: pair(timeText, parseDuration),
    // 8 is the lowest of eight and what a queue has that was told nothing.
    priority: priorityText === undefined || priorityText === '8' ? null : Number(priorityText.split('/')[0]),
    minimum: pair(minimumText, parseRate),
  }
}

export function formatRateLimit({ rate, burst, burstThreshold, burstTimeMs, priority, minimum }: RateLimit): string {
  const rates = (pair: Pair<number> | null): string => (pair === null ? '0/0' : `${formatRate(pair.up)}/${formatRate(pair.down)}`)
  const times = burstTimeMs === null ? '0/0' : `${burstTimeMs.up / 1000}/${burstTimeMs.down / 1000}`
  const parts = [rates(rate), rates(burst), rates(burstThreshold), times, String(priority ?? 8), rates(minimum)]
  const told = [rate, burst, burstThreshold, burstTimeMs, priority, minimum].findLastIndex((part) => part !== null)
  return parts.slice(0, told + 1).join(' ')
}

/** A limit that stands there and cannot be read: what is not known is not "no limit". */
export interface UnreadLimit {
  readonly unread: string
}
/** Null: no limit. */
export type Limit = RateLimit | UnreadLimit | null

export const readLimit = (text: string): Limit => (text.trim() === '' ? null : (parseRateLimit(text) ?? { unread: text }))
export const writeLimit = (limit: Limit): string => (limit === null ? '' : 'unread' in limit ? limit.unread : formatRateLimit(limit))

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A time of the router's own clock: `jan/02/2026 03:04:05` before 7.10, `2026-01-02 03:04:05` since. The log leaves out what is today's or
 * this year's; it is filled in from `now`, and what would lie ahead of now is a year back.
 */
export function parseLocalTime(text: string, now?: Temporal.PlainDateTime): Temporal.PlainDateTime | null {
  const iso = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(text)
  if (iso !== null) return plain(`${iso[1]}T${iso[2]}`)
  const old = /^([a-z]{3})\/(\d{2})(?:\/(\d{4}))? (\d{2}:\d{2}:\d{2})/i.exec(text)
  if (old !== null) {
    const [, name = '', day = '', year, time = ''] = old
    const month = MONTHS.indexOf(name.toLowerCase()) + 1
    if (month === 0 || (year === undefined && now === undefined)) return null
    const found = plain(`${year ?? String(now?.year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day}T${time}`)
    return year === undefined && found !== null && now !== undefined && Temporal.PlainDateTime.compare(found, now) > 0 ? found.subtract({ years: 1 }) : found
  }
  return /^\d{2}:\d{2}:\d{2}$/.test(text) && now !== undefined ? plain(`${now.toPlainDate().toString()}T${text}`) : null
}

/** "Never" is written as the beginning of 1970, by a clock that was never set too. */
export const parseLastTime = (text: string): Temporal.PlainDateTime | null => {
  const time = parseLocalTime(text)
  return time === null || time.year <= 1970 ? null : time
}

/** When it was, with the router's zone; a clock without a zone is taken as UTC. */
export const instantOf = (time: Temporal.PlainDateTime, zone: string): Instant =>
  time.toZonedDateTime(zone === '' || zone === 'manual' ? 'UTC' : zone).toInstant()

/** `*1F` is a number that RouterOS gives anew after a restore; it is no name of a thing. */
export const isItemId = (text: string): boolean => /^\*[0-9A-F]+$/i.test(text)

function plain(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    return null // 31 February of a router whose clock is broken.
  }
}
