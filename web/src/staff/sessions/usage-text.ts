import type { Format } from '../../lib/format.ts'

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** 6400000000 -> 6.4 GB: what is used counts in thousands, as speeds do. */
export function usageText(bytes: number, format: Format): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${format.number(value >= 100 ? Math.round(value) : Math.round(value * 10) / 10)} ${UNITS[power]}`
}
