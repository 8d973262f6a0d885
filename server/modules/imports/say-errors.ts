import type { Locale } from '../../kernel/actor.ts'
import { translateCode, translateMessage } from '../../platform/i18n/translate.ts'
import type { ImportField, RowError } from './import-kind.ts'

/** What the bodies of the API call a column of the file otherwise. */
const BODY_NAMES: Readonly<Record<string, string>> = { price_override_minor: 'price', price_minor: 'price', download_kbps: 'download', upload_kbps: 'upload' }

/** The errors of a row as whole sentences in the language of the reader, each beginning with the field as the mapping page names it. */
export function sayErrors(locale: Locale, fields: readonly ImportField[], errors: readonly RowError[]): { field: string; message: string }[] {
  const labels = new Map(fields.map(({ key, label }) => [key, label[locale]]))
  return errors.map(({ field, message, code }) => {
    const key = BODY_NAMES[field] ?? field
    const label = labels.get(key) ?? labels.get(key.replace(/_id$/, '')) ?? key.replaceAll('_', ' ')
    if (message === 'This is missing' && label !== '') return { field, message: translateMessage(locale, `${label} is missing`) ?? label }
    const said = translateMessage(locale, message) ?? (code === undefined ? null : translateCode(locale, code)) ?? message
    return { field, message: label === '' ? said : `${label}: ${said}` }
  })
}
