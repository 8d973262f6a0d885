/** The light of one day: days since the first, and dBm. */
export interface DayOfLight {
  readonly day: number
  readonly dbm: number
}

export interface Trend {
  /** dB gained a day; negative: it loses light. */
  readonly slopePerDay: number
  /** The line through the days at day 0. */
  readonly interceptDbm: number
  /** Three quarters of the days lie no further from that line: dB. */
  readonly scatterDb: number
  readonly days: number
}

const LEAST_DAYS = 7

/**
 * The line most pairs of days agree on (Theil and Sen: the median of the slopes between all pairs), which a few days of rain, a repair or a
 * wrong measurement do not bend. Null with less than seven days.
 */
export function robustTrend(days: readonly DayOfLight[]): Trend | null {
  if (days.length < LEAST_DAYS) return null
  const slopes: number[] = []
  for (const [n, one] of days.entries())
    for (const other of days.slice(n + 1)) if (other.day !== one.day) slopes.push((other.dbm - one.dbm) / (other.day - one.day))
  if (slopes.length === 0) return null
  const slopePerDay = median(slopes)
  const interceptDbm = median(days.map(({ day, dbm }) => dbm - slopePerDay * day))
  const apart = days.map(({ day, dbm }) => Math.abs(dbm - interceptDbm - slopePerDay * day)).toSorted((one, other) => one - other)
  const scatterDb = apart[Math.floor(0.75 * (apart.length - 1))] ?? 0
  return { slopePerDay, interceptDbm, scatterDb, days: days.length }
}

/** Beyond this nobody plans. */
const MOST_DAYS_AHEAD = 730

/**
 * In how many days from `today` light comes down to a limit, 0 where it is below already. Null: it does not fall, not within two years, or by
 * less over the days seen than they scatter.
 */
export function daysUntil(trend: Trend, { today, limitDbm, seenDays }: { today: number; limitDbm: number; seenDays: number }): number | null {
  const now = trend.interceptDbm + trend.slopePerDay * today
  const fallen = -trend.slopePerDay * seenDays
  if (trend.slopePerDay >= 0 || fallen < 2 * trend.scatterDb || fallen < 0.2) return null
  if (now <= limitDbm) return 0
  const ahead = Math.ceil((now - limitDbm) / -trend.slopePerDay)
  return ahead > MOST_DAYS_AHEAD ? null : ahead
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
