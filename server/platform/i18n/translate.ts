import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Locale } from '../../kernel/actor.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { bn } from './bn.ts'
import { en } from './en.ts'
import type { MessageKey } from './en.ts'
import { errorTitles } from './error-titles.ts'
import { explanations } from './explanations.ts'
import type { ExplanationKey } from './explanations.ts'
import { fieldMessages } from './field-messages.ts'
import { permissionNames } from './permission-names.ts'

export type Values = Readonly<Record<string, string | number | bigint>>

const titles = (position: 0 | 1) => Object.entries(errorTitles).map(([code, texts]) => [`error.${code}`, texts[position]] as const)
const sentences = (position: 0 | 1) => Object.entries(explanations).map(([key, texts]) => [key, texts[position]] as const)
const compiled = (texts: readonly (readonly [string, string])[]) => Object.fromEntries(texts.map(([key, text]) => [key, compileMessage(text)]))

const speakers = {
  en: setupI18n({ locale: 'en', locales: ['en-IN', 'en'], messages: { en: compiled([...Object.entries(en), ...titles(0), ...sentences(0)]) } }),
  bn: setupI18n({ locale: 'bn', locales: ['bn-BD', 'bn'], messages: { bn: compiled([...Object.entries(bn), ...titles(1), ...sentences(1)]) } }),
} as const

/** One message in one language. Plurals and `{n, number}` come out in the language's own digits. */
export function translate(locale: Locale, key: MessageKey, values: Values = {}): string {
  return speakers[locale]._(key, { ...values })
}

/** The title of an error's code, or null where there is none for it. */
export function translateCode(locale: Locale, code: string, values: Values = {}): string | null {
  return Object.hasOwn(errorTitles, code) ? speakers[locale]._(`error.${code}`, { seconds: 0, ...values }) : null
}

/** What a permission lets a person do. */
export const permissionName = (locale: Locale, permission: Permission): string => permissionNames[permission][locale === 'en' ? 0 : 1]

/** One sentence of an explanation or a statement. */
export function explain(locale: Locale, key: ExplanationKey, values: Values = {}): string {
  return speakers[locale]._(key, { ...values })
}

const PLACE = /\{([a-z]+)\}/g
const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The sentences with places in them, the longest first, so that `{label} is missing` never takes what a longer one says better. */
const patterns = Object.entries(fieldMessages)
  .filter(([english]) => english.search(PLACE) >= 0)
  .sort(([a], [b]) => b.replaceAll(PLACE, '').length - a.replaceAll(PLACE, '').length)
  .map(([english, bangla]) => ({
    pattern: new RegExp(
      `^${english
        .split(PLACE)
        .map((part, at) => (at % 2 === 0 ? literal(part) : `(?<${part}>.+)`))
        .join('')}$`,
      's',
    ),
    bangla,
  }))

const banglaDigits = (text: string): string =>
  /^[\d.,:-]+$/.test(text) ? text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x09e6 + Number(digit))) : text

/** What is said of a field (field-messages.ts) in the language of the reader; null where the sentence is not known. */
export function translateMessage(locale: Locale, english: string): string | null {
  if (locale === 'en') return english
  if (Object.hasOwn(fieldMessages, english)) return fieldMessages[english] ?? null
  for (const { pattern, bangla } of patterns) {
    const values = pattern.exec(english)?.groups
    if (values !== undefined) return bangla.replaceAll(PLACE, (_, place: string) => banglaDigits(values[place] ?? ''))
  }
  // Some sentences are made in the person's language where they are thrown.
  return /[ঀ-৿]/.test(english) ? english : null
}
