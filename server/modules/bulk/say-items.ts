import type { Locale } from '../../kernel/actor.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { translateCode, translateMessage } from '../../platform/i18n/translate.ts'
import { BOM, csvLine } from '../../platform/tables/csv.ts'
import { decimal } from '../../platform/tables/decimal.ts'
import { selectItems } from './items-store.ts'
import type { ItemError } from './items-store.ts'
import { ITEM_STATES } from './store.ts'
import type { BulkJob, ItemState } from './store.ts'

/** Why an item was refused, in the language of the reader. */
export const sayErrors = (locale: Locale, errors: readonly ItemError[]): { field: string; message: string }[] =>
  errors.map(({ field, message, code }) => ({
    field,
    message: translateMessage(locale, message) ?? (code === undefined || code === 'invalid' ? null : translateCode(locale, code)) ?? message,
  }))

const HEADS = {
  en: ['Client code', 'Name', 'Line', 'Outcome', 'Change', 'Owes', 'Credit', 'Reason'],
  bn: ['গ্রাহক কোড', 'নাম', 'লাইন', 'ফল', 'পরিবর্তন', 'বকেয়া', 'অগ্রিম জমা', 'কারণ'],
} as const
const STATES: Readonly<Record<Locale, Readonly<Record<ItemState, string>>>> = {
  en: { waiting: 'waiting', ready: 'ready', unchanged: 'already so', refused: 'cannot', done: 'done', failed: 'failed' },
  bn: { waiting: 'অপেক্ষায়', ready: 'প্রস্তুত', unchanged: 'আগে থেকেই তাই', refused: 'করা যাবে না', done: 'হয়েছে', failed: 'ব্যর্থ' },
}

/** Every item with its outcome, a page in memory at a time. */
export async function* itemsCsv(conn: Conn, { id }: BulkJob, locale: Locale): AsyncGenerator<string> {
  yield BOM + csvLine([...HEADS[locale]])
  for (let after = 0; ; ) {
    const items = (await selectItems(conn, id, ITEM_STATES, { limit: 1000, after })).slice(0, 1000)
    const last = items.at(-1)
    if (last === undefined) return
    after = last.item_no
    yield items
      .map((item) =>
        csvLine([
          item.client_code,
          item.client_name,
          item.line ?? '',
          STATES[locale][item.state],
          item.facts.map(({ from, to }) => [from, to].map((value) => value ?? '–').join(' → ')).join('; '),
          decimal(item.receivable_minor),
          decimal(item.credit_minor),
          sayErrors(locale, item.errors)
            .map(({ message }) => message)
            .join('; '),
        ]),
      )
      .join('')
  }
}
