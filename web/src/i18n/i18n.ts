import { i18n } from '@lingui/core'

export const LOCALES = ['en', 'bn'] as const
export type Locale = (typeof LOCALES)[number]
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', bn: 'বাংলা' }

const KEY = 'lastmile.locale'

/** The language this browser used last, else the browser's own where we speak it. */
export function keptLocale(): Locale {
  const kept = localStorage.getItem(KEY)
  if (kept === 'en' || kept === 'bn') return kept
  return navigator.language.startsWith('bn') ? 'bn' : 'en'
}

/** Loads a catalogue and shows the app in it; only the language in use is ever downloaded. */
export async function showIn(locale: Locale): Promise<void> {
  const { messages } = locale === 'bn' ? await import('./bn.po') : await import('./en.po')
  i18n.loadAndActivate({ locale, messages })
  localStorage.setItem(KEY, locale)
  document.documentElement.lang = locale
}
