import type { Locale } from '../i18n/i18n.ts'

/** What numbers and days depend on: the person's language, the company's money and its zone. */
export interface Place {
  readonly locale: Locale
  readonly currency: string
  readonly zone: string
}

/** Currencies whose people write 1,00,000. */
const LAKH = new Set(['BDT', 'INR', 'NPR', 'PKR', 'LKR'])

export type Format = ReturnType<typeof formatFor>

/**
 * Writes figures and days for people. Amounts arrive as integers of minor units and are never turned into fractions: the decimal
 * point is set into the text, so nothing is lost above 2^53 / 100 either.
 */
export function formatFor({ locale, currency, zone }: Place) {
  const isLakh = locale === 'bn' || LAKH.has(currency)
  const numbers = locale === 'bn' ? 'bn-BD' : LAKH.has(currency) ? 'en-IN' : 'en-GB'
  const words = locale === 'bn' ? 'bn-BD' : 'en-GB'
  const digits = minorDigits(currency)
  const amount = new Intl.NumberFormat(numbers, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const typed = new Intl.NumberFormat(isLakh ? 'en-IN' : 'en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const withSymbol = new Intl.NumberFormat(numbers, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  const round = new Intl.NumberFormat(numbers, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 })
  const whole = new Intl.NumberFormat(numbers, { maximumFractionDigits: 2 })
  const compact = new Intl.NumberFormat(numbers, { notation: 'compact', maximumFractionDigits: 1 })
  const day = new Intl.DateTimeFormat(words, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
  const month = new Intl.DateTimeFormat(words, { timeZone: 'UTC', month: 'long', year: 'numeric' })
  const dayAlone = new Intl.DateTimeFormat(words, { timeZone: 'UTC', day: 'numeric', month: 'short' })
  const monthAlone = new Intl.DateTimeFormat(words, { timeZone: 'UTC', month: 'short' })
  const time = new Intl.DateTimeFormat(words, {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const clock = new Intl.DateTimeFormat(words, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const zoneDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const decimal = (minor: number) => asDecimal(minor, digits) as unknown as number
  const real = (text: string) => text.replace('-', '\u2212')

  return {
    locale,
    currency,
    minorDigits: digits,
    /** How digits stand together while a number is typed: 1,00,000 or 100,000. */
    groups: isLakh ? ('lakh' as const) : ('thousand' as const),
    /** 1,00,000.00 */
    amount: (minor: number) => real(amount.format(decimal(minor))),
    /** The same in the digits of a keyboard, as it stands in a field. */
    typed: (minor: number) => typed.format(decimal(minor)),
    /** ৳1,00,000.00 */
    money: (minor: number) => real(withSymbol.format(decimal(minor))),
    /** ৳1,00,000: for figures that are looked at, not added up. */
    roundMoney: (minor: number) => real(round.format(decimal(minor))),
    number: (value: number) => real(whole.format(value)),
    /** 2.5L: for the scale of a chart. */
    shortNumber: (value: number) => real(compact.format(value)),
    shortMoney: (minor: number) => real(compact.format(decimal(minor))),
    /** Basis points as per cent: 1500 -> 15%. */
    percent: (bp: number) => `${real(whole.format(bp / 100))}%`,
    /** `2026-01-31` -> 31 Jan 2026 */
    date: (text: string) => day.format(dayMs(text)),
    /** `2026-01-31` -> 31 Jan: where the year is plain. */
    shortDate: (text: string) => dayAlone.format(dayMs(text)),
    /** `2026-01` -> January 2026 */
    month: (text: string) => month.format(dayMs(`${text.slice(0, 7)}-01`)),
    /** `2026-01` -> Jan: where the year is plain. */
    shortMonth: (text: string) => monthAlone.format(dayMs(`${text.slice(0, 7)}-01`)),
    /** An instant, in the company's zone. */
    dateTime: (text: string) => time.format(Date.parse(text)),
    time: (text: string) => clock.format(Date.parse(text)),
    /** The business day of an instant, `YYYY-MM-DD`. */
    dayOf: (text: string) => zoneDay.format(Date.parse(text)),
    today: () => zoneDay.format(Date.now()),
    symbol: withSymbol.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency,
  }
}

export function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2 // A code the browser does not know: nearly all currencies have two.
  }
}

const dayMs = (text: string): number => Date.parse(`${text}T00:00:00Z`)

/** 123456 -> "1234.56": Intl reads a decimal text exactly. */
function asDecimal(minor: number, digits: number): string {
  const sign = minor < 0 ? '-' : ''
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/**
 * What a person typed into an amount field as minor units: groups, spaces, the symbol and Bangla digits are understood.
 * Undefined where it is not an amount; more decimals than the currency has are refused, not cut.
 */
export function readAmount(typed: string, digits: number): number | undefined {
  const plain = latinDigits(typed)
    .replace(/[\s,৳$€£₹]/g, '')
    .replace('\u2212', '-')
  const match = /^(-?)(\d{0,13})(?:\.(\d*))?$/.exec(plain)
  if (match === null || (match[2] === '' && (match[3] ?? '') === '')) return undefined
  const fraction = match[3] ?? ''
  if (fraction.length > digits) return undefined
  const minor = Number(`${match[2]}${fraction.padEnd(digits, '0')}`)
  return match[1] === '-' ? -minor : minor
}

/** 2026 -> ২০২৬ where people read it so. */
export const localDigits = (text: string, locale: string): string =>
  locale === 'bn' ? text.replace(/\d/g, (digit) => String.fromCharCode(0x9e6 + Number(digit))) : text

export const latinDigits = (text: string): string => text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x9e6))

/** Minor units as a person would type them: 123450 -> "1234.50". */
export const typedAmount = (minor: number, digits: number): string => asDecimal(minor, digits)
