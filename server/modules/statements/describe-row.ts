import type { Locale } from '../../kernel/actor.ts'
import { monthOf } from '../../kernel/time.ts'
import { explain } from '../../platform/i18n/translate.ts'
import type { ExplanationKey } from '../../platform/i18n/explanations.ts'
import { formatMonth } from '../../platform/pdf/format.ts'
import type { StatementRow } from './statement-store.ts'

/** What a line of a statement says, in the reader's language. */
export function describeRow(row: StatementRow, locale: Locale): string {
  const reason = row.reason ?? ''
  const invoice = row.invoice_code ?? ''
  const method = row.method === null ? '' : explain(locale, `method.${row.method}` as ExplanationKey)
  switch (row.kind) {
    case 'invoice':
      return row.invoice_kind === 'opening' || row.month === null
        ? explain(locale, 'statement.opening_debt')
        : explain(locale, 'statement.invoice', { month: formatMonth(monthOf(row.month), locale) })
    case 'credit_note':
      return explain(locale, 'statement.credit_note', { invoice, reason })
    case 'void':
      return explain(locale, 'statement.void', { invoice, reason })
    case 'write_off':
      return explain(locale, 'statement.write_off', { invoice, reason })
    case 'payment':
      return explain(locale, 'statement.payment', { method })
    case 'suspense_match':
      return explain(locale, 'statement.suspense_match', { method })
    case 'payment_reversal':
      return explain(locale, 'statement.payment_reversal', { receipt: row.code ?? '', reason })
    case 'refund':
      return explain(locale, 'statement.refund', { reason })
    default:
      return explain(locale, 'statement.other', { id: row.entry_id.toString() })
  }
}
