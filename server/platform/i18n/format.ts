import type { Locale } from '../../kernel/actor.ts'
import type { Company } from '../../kernel/company.ts'
import type { Minor } from '../../kernel/money.ts'
import { formatAmount } from '../pdf/format.ts'

export { formatDate, formatInstant, formatMonth, formatPeriod, formatTime, localDigits } from '../pdf/format.ts'

/** An amount as people write it: `1,00,000.00` in a country that counts in lakhs, `১,০০,০০০.০০` in Bangla; without the currency's sign. */
export function formatMoney(amount: Minor, company: Pick<Company, 'currency'>, locale: Locale): string {
  return formatAmount(amount, { locale, currency: company.currency })
}
