/** Months as `YYYY-MM`, reckoned as text, so that no zone can move them. */
export function monthAfter(month: string, by = 1): string {
  const [year = 0, number = 1] = month.slice(0, 7).split('-').map(Number)
  const at = year * 12 + number - 1 + by
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** The first of a month's days. */
export const firstDayOf = (month: string): string => `${month.slice(0, 7)}-01`

/** The last of a month's days. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.slice(0, 7).split('-').map(Number)
  return `${month.slice(0, 7)}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`
}
