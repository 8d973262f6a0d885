import type { Locale } from '#kernel/actor.ts'
import type { Minor } from '#kernel/money.ts'
import type { Instant, Month, Period, PlainDate } from '#kernel/time.ts'

/**
 * Numbers and dates as they are printed. Intl is asked once for digits, grouping, symbols and month names; the many thousand values
 * of a month's bills are then put together from them, several times faster than by Intl itself.
 */
const LAKH_CURRENCIES = new Set(['BDT', 'INR', 'NPR', 'PKR', 'LKR', 'BTN', 'MVR'])
const BANGLA_DIGITS = '০১২৩৪৫৬৭৮৯'

/** Whether amounts of the currency are grouped 1,00,000 and said in lakh and crore. */
export const usesLakhs = (currency: string): boolean => LAKH_CURRENCIES.has(currency)

/** ASCII digits in the locale's own; everything else unchanged. */
export const localDigits = (text: string, locale: Locale): string =>
  locale === 'bn' ? text.replace(/[0-9]/g, (digit) => BANGLA_DIGITS[Number(digit)] ?? digit) : text

interface CurrencyFacts {
  readonly digits: number
  readonly symbol: string
}
const currencies = new Map<string, CurrencyFacts>()

function currencyFacts(currency: string): CurrencyFacts {
  const known = currencies.get(currency)
  if (known) return known
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const facts = {
    digits: format.resolvedOptions().maximumFractionDigits ?? 2,
    symbol: format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency,
  }
  currencies.set(currency, facts)
  return facts
}

export const minorDigits = (currency: string): number => currencyFacts(currency).digits

/** Digits in threes, or with lakhs: the last three and then in twos, 12,34,56,789. */
function group(digits: string, lakhs: boolean): string {
  if (digits.length <= 3) return digits
  const head = digits.slice(0, -3)
  return `${head.replace(lakhs ? /\B(?=(\d{2})+$)/g : /\B(?=(\d{3})+$)/g, ',')},${digits.slice(-3)}`
}

/** `1,05,000.50`: no symbol, always all decimals, a true minus sign. */
export function formatAmount(amount: Minor, { locale, currency }: { locale: Locale; currency: string }): string {
  const { digits } = currencyFacts(currency)
  const text = String(amount < 0n ? -amount : amount).padStart(digits + 1, '0')
  const whole = group(digits === 0 ? text : text.slice(0, -digits), locale === 'bn' || usesLakhs(currency))
  return `${amount < 0n ? '−' : ''}${localDigits(digits === 0 ? whole : `${whole}.${text.slice(-digits)}`, locale)}`
}

/** With the symbol in front and a no-break space between: `৳ 1,05,000.50`. */
export function formatMoney(amount: Minor, money: { locale: Locale; currency: string }): string {
  const text = formatAmount(amount < 0n ? (-amount as Minor) : amount, money)
  return `${amount < 0n ? '−' : ''}${currencyFacts(money.currency).symbol}\u00a0${text}`
}

/** As a screen has it, where the console's own figures stand beside it: `৳1,05,000.50`, `১,০৫,০০০.৫০৳`, `FCFA 1,050`. */
export function formatMoneyOnScreen(amount: Minor, money: { locale: Locale; currency: string }): string {
  const { symbol } = currencyFacts(money.currency)
  const text = formatAmount(amount < 0n ? (-amount as Minor) : amount, money)
  const gap = /\p{L}$/u.test(symbol) ? '\u00a0' : ''
  return `${amount < 0n ? '−' : ''}${money.locale === 'bn' ? `${text}${gap}${symbol}` : `${symbol}${gap}${text}`}`
}

/** Thousandths without needless zeros: 1000 is `1`, 1500 is `1.5`. */
export function formatQuantity(quantityMilli: bigint, locale: Locale): string {
  const sign = quantityMilli < 0n ? '−' : ''
  const magnitude = quantityMilli < 0n ? -quantityMilli : quantityMilli
  const fraction = String(magnitude % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return sign + localDigits(`${group(String(magnitude / 1000n), true)}${fraction === '' ? '' : `.${fraction}`}`, locale)
}

/** Basis points as a percentage: 750 is `7.5%`. */
export function formatRate(rateBp: number, locale: Locale): string {
  return localDigits(`${rateBp / 100}%`, locale)
}

const monthNames = (locale: Locale, month: 'long' | 'short'): readonly string[] =>
  Array.from({ length: 12 }, (_, index) =>
    Temporal.PlainDate.from({ year: 2024, month: index + 1, day: 1 }).toLocaleString(locale === 'bn' ? 'bn-BD' : 'en-GB', { month }),
  )
const MONTHS = {
  en: { long: monthNames('en', 'long'), short: monthNames('en', 'short').map((name) => name.replace('Sept', 'Sep')) },
  bn: { long: monthNames('bn', 'long'), short: monthNames('bn', 'long') },
} as const

const monthName = (month: number, locale: Locale, length: 'long' | 'short'): string => MONTHS[locale][length][month - 1] ?? ''

/** `05 Jan 2026`, `০৫ জানুয়ারি ২০২৬`. */
export const formatDate = (day: PlainDate, locale: Locale): string =>
  localDigits(`${String(day.day).padStart(2, '0')} ${monthName(day.month, locale, 'short')} ${day.year}`, locale)

/** `January 2026`. */
export const formatMonth = (of: Month, locale: Locale): string => localDigits(`${monthName(of.month, locale, 'long')} ${of.year}`, locale)

/** A half-open period with its last day: `01–31 Jan 2026`, `15 Jan – 14 Feb 2026`. */
export function formatPeriod({ startsOn, endsOn }: Period, locale: Locale): string {
  const last = endsOn.subtract({ days: 1 })
  if (startsOn.equals(last)) return formatDate(last, locale)
  const first = formatDate(startsOn, locale)
  if (startsOn.year !== last.year) return `${first} – ${formatDate(last, locale)}`
  const withoutYear = first.slice(0, first.lastIndexOf(' '))
  if (startsOn.month !== last.month) return `${withoutYear} – ${formatDate(last, locale)}`
  return `${withoutYear.slice(0, withoutYear.indexOf(' '))}–${formatDate(last, locale)}`
}

/** 19 of 30 days */
export const formatShare = ({ days, cycleDays }: { days: number; cycleDays: number }, locale: Locale): string =>
  localDigits(locale === 'bn' ? `${cycleDays} দিনের মধ্যে ${days} দিন` : `${days} of ${cycleDays} days`, locale)

/** Date and time of day in the zone: `05 Jan 2026, 10:30`. */
export function formatInstant(at: Instant, zone: string, locale: Locale): string {
  return `${formatDate(at.toZonedDateTimeISO(zone).toPlainDate(), locale)}, ${formatTime(at, zone, locale)}`
}

/** Time of day in the zone: `10:30`. */
export function formatTime(at: Instant, zone: string, locale: Locale): string {
  const local = at.toZonedDateTimeISO(zone)
  return localDigits(`${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`, locale)
}
