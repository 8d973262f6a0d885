/** Minor units as a decimal in major units: 120050 is 1200.50. */
export function decimal(minor: bigint): string {
  const magnitude = (minor < 0n ? -minor : minor).toString().padStart(3, '0')
  return `${minor < 0n ? '-' : ''}${magnitude.slice(0, -2)}.${magnitude.slice(-2)}`
}

/** A value as text: dates and times in ISO 8601, times in the company's zone, several values with commas. */
export function cellText(value: unknown, { isMoney = false, zone }: { isMoney?: boolean | undefined; zone: string }): string {
  if (value === null || value === undefined) return ''
  if (isMoney && typeof value === 'bigint') return decimal(value)
  if (value instanceof Temporal.Instant) return value.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
  if (Array.isArray(value)) return value.map((part) => cellText(part, { zone })).join(', ')
  if (typeof value === 'object' && !('toJSON' in value)) return JSON.stringify(value)
  return String(value)
}
