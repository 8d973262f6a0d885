import type { Instant } from '../../kernel/time.ts'

export interface QuietHours {
  /** Hours of the company's day, 0-23; equal: there are none. */
  readonly from: number
  readonly until: number
}

/** The end of the quiet hours that are on at an instant; null where none are. */
export function quietEnd(now: Instant, zone: string, { from, until }: QuietHours): Instant | null {
  const local = now.toZonedDateTimeISO(zone)
  const isQuiet = from < until ? local.hour >= from && local.hour < until : from > until && (local.hour >= from || local.hour < until)
  if (!isQuiet) return null
  const end = local.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: until }) })
  return (local.hour < until ? end : end.add({ days: 1 })).toInstant()
}
