import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Locale } from '../../kernel/actor.ts'
import { bn } from './bn.ts'
import { en } from './en.ts'
import type { MessageKey } from './en.ts'

export type Values = Readonly<Record<string, string | number | bigint>>

const compiled = (catalogue: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, compileMessage(text)]))

const speakers = {
  en: setupI18n({ locale: 'en', locales: ['en-IN', 'en'], messages: { en: compiled(en) } }),
  bn: setupI18n({ locale: 'bn', locales: ['bn-BD', 'bn'], messages: { bn: compiled(bn) } }),
} as const

/** One message in one language. Plurals and `{n, number}` come out in the language's own digits. */
export function translate(locale: Locale, key: MessageKey, values: Values = {}): string {
  return speakers[locale]._(key, { ...values })
}

/** The title of a problem's code, or null where the catalogues have none for it. */
export function translateCode(locale: Locale, code: string, values: Values = {}): string | null {
  const key = `error.${code}`
  return key in en ? translate(locale, key as MessageKey, { seconds: 0, ...values }) : null
}
