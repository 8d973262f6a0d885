import { decimal } from '../../platform/tables/decimal.ts'

/** A value as text: dates and times in ISO 8601, times in the company's zone, several values with commas. */
export function cellText(value: unknown, { isMoney = false, zone }: { isMoney?: boolean | undefined; zone: string }): string {
  if (value === null || value === undefined) return ''
  if (isMoney && typeof value === 'bigint') return decimal(value)
  if (value instanceof Temporal.Instant) return value.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
  if (Array.isArray(value)) return value.map((part) => cellText(part, { zone })).join(', ')
  if (typeof value === 'object' && !('toJSON' in value)) return JSON.stringify(value)
  return String(value)
}
