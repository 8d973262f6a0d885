import { useLingui } from '@lingui/react/macro'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { Setting } from './settings-page.tsx'

/** A setting's value in words, for lines of text. */
export function useValueText(): (setting: Setting, value: unknown) => string {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  return (setting, value) => {
    const one = (part: unknown): string => {
      if (part === null || part === '') return t`empty`
      if (typeof part === 'boolean') return part ? t`yes` : t`no`
      if (typeof part === 'number') {
        const texts = {
          minor: () => format.money(part),
          minutes: () => counted.minutes(part),
          hours: () => counted.hours(part),
          days: () => counted.days(part),
          percent: () => `${format.number(part)}%`,
        }
        return setting.unit === null ? format.number(part) : texts[setting.unit]()
      }
      if (typeof part === 'string') return setting.choices[part]?.[i18n.locale === 'bn' ? 'bn' : 'en'] ?? part
      if (Array.isArray(part))
        return part.length === 0 ? t`none` : part.every((each) => typeof each !== 'object') ? part.map(one).join(', ') : counted.rows(part.length)
      return Object.entries(part as Record<string, unknown>)
        .map(([key, each]) => `${key} ${one(each)}`)
        .join(', ')
    }
    return one(value)
  }
}
