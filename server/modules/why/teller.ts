import type { Locale } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Instant, Period, PlainDate } from '../../kernel/time.ts'
import { explain } from '../../platform/i18n/translate.ts'
import type { Values } from '../../platform/i18n/translate.ts'
import type { ExplanationKey } from '../../platform/i18n/explanations.ts'
import { formatDate, formatMoneyOnScreen, formatPeriod, formatQuantity, formatRate, localDigits } from '../../platform/pdf/format.ts'

/** A row the sentence speaks of. */
export interface Reference {
  readonly type: 'invoice' | 'invoice_line' | 'credit_note' | 'write_off' | 'void' | 'payment' | 'subscription' | 'client' | 'access_reason' | 'suspension_run'
  readonly id: bigint
  readonly code: string | null
}

/** One step of an explanation: a sentence to read out, the figures in it, the rows they come from. */
export interface Step {
  readonly text: string
  readonly figures: Readonly<Record<string, bigint | number | string>>
  readonly refs: readonly Reference[]
}

export interface Told {
  readonly figures?: Step['figures']
  readonly refs?: readonly Reference[]
}

/** Speaks one language in one currency and zone. */
export interface Teller {
  readonly locale: Locale
  step(key: ExplanationKey, values?: Values, told?: Told): Step
  say(key: ExplanationKey, values?: Values): string
  money(amount: Minor): string
  day(day: PlainDate): string
  /** The business day of an instant. */
  dayOf(instant: Instant): string
  period(period: Period): string
  rate(bp: number): string
  count(value: number | bigint): string
  quantity(milli: bigint): string
  /** `a − b + c` of signed amounts, the first as it is. */
  sum(amounts: readonly Minor[]): string
  method(method: string): string
  /** `, RC-...` behind a method, or nothing. */
  receipt(code: string | null): string
}

export function teller(locale: Locale, { currency, zone }: { currency: string; zone: string }): Teller {
  const money = (amount: Minor): string => formatMoneyOnScreen(amount, { locale, currency })
  const say = (key: ExplanationKey, values: Values = {}): string => explain(locale, key, values)
  return {
    locale,
    say,
    money,
    step: (key, values = {}, { figures = {}, refs = [] } = {}) => ({ text: say(key, values), figures, refs }),
    day: (day) => formatDate(day, locale),
    dayOf: (instant) => formatDate(instant.toZonedDateTimeISO(zone).toPlainDate(), locale),
    period: (period) => formatPeriod(period, locale),
    rate: (bp) => formatRate(bp, locale),
    count: (value) => localDigits(value.toString(), locale),
    quantity: (milli) => formatQuantity(milli, locale),
    sum: ([first = 0n as Minor, ...rest]) =>
      [money(first), ...rest.map((amount) => (amount < 0n ? `− ${money(-amount as Minor)}` : `+ ${money(amount)}`))].join(' '),
    method: (method) => say(`method.${method}` as ExplanationKey),
    receipt: (code) => (code === null ? '' : `, ${code}`),
  }
}
