import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import type { Locale } from '../i18n/i18n.ts'
import { formatFor } from './format.ts'
import type { Format } from './format.ts'
import { useMe } from './session.ts'

const made = new Map<string, Format>()

/** How to write figures and days for this person in this company. Made once per language. */
export function useFormat(): Format {
  const { company } = useMe()
  const { i18n } = useLingui()
  return useMemo(() => {
    const place = { locale: i18n.locale as Locale, currency: company.currency, zone: company.zone }
    const key = Object.values(place).join(' ')
    const format = made.get(key) ?? formatFor(place)
    made.set(key, format)
    return format
  }, [i18n.locale, company.currency, company.zone])
}
