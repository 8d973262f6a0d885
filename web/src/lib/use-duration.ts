import { useLingui } from '@lingui/react/macro'
import { useFormat } from './use-format.ts'

const UNITS = [86_400, 3600, 60] as const

/** 93784 seconds -> 1 d 2 h: the greatest unit and the one below it; a day's odd minutes are not worth their room. */
export function useDurationText(): (seconds: number) => string {
  const { t } = useLingui()
  const format = useFormat()
  return (seconds) => {
    const words = [(n: string) => t`${n} d`, (n: string) => t`${n} h`, (n: string) => t`${n} min`]
    let rest = Math.max(0, Math.floor(seconds))
    const counts = UNITS.map((unit) => {
      const count = Math.floor(rest / unit)
      rest %= unit
      return count
    })
    const first = counts.findIndex((count) => count > 0)
    if (first === -1) return t`${format.number(rest)} s`
    return [first, first + 1].flatMap((at) => (counts[at] ? [words[at]?.(format.number(counts[at])) ?? ''] : [])).join(' ')
  }
}

/** 135 minutes -> 2 h 15 min. */
export function useMinutesText(): (minutes: number) => string {
  const { t } = useLingui()
  const format = useFormat()
  const duration = useDurationText()
  return (minutes) => (minutes < 1 ? t`${format.number(0)} min` : duration(minutes * 60))
}
