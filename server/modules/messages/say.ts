import type { Locale } from '../../kernel/actor.ts'
import { date } from '../../kernel/time.ts'
import { toMinor } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { formatAmount, formatDate, minorDigits } from '../../platform/pdf/format.ts'
import type { Kind } from './kinds.ts'
import { TEXTS } from './texts.ts'

/** What a text may name; amounts as minor units in `_minor`, days as `YYYY-MM-DD` in `_on`. */
export type Facts = Readonly<Record<string, unknown>>

const PLACE = /\{([a-z_]+)\}/g

/** The words of a message in one language; null where a fact is not known that they name. */
export function say(kind: Kind, facts: Facts, { locale, currency }: { locale: Locale; currency: string }): string | null {
  const text = TEXTS[kind][locale]
  const isKnown = [...text.matchAll(PLACE)].every(([, name = '']) => facts[name] !== null && facts[name] !== undefined)
  if (!isKnown) return null
  return text.replaceAll(PLACE, (_, name: string) => {
    const fact = facts[name]
    if (name.endsWith('_minor')) return sayMoney(toMinor(BigInt(fact as number)), { locale, currency })
    return name.endsWith('_on') ? formatDate(date(fact as string), locale) : String(fact)
  })
}

/** `Tk 1,000`, `১,০০০ টাকা`: the sign of the currency would cost a text message half its letters, and full units need no decimals. */
function sayMoney(amount: Minor, { locale, currency }: { locale: Locale; currency: string }): string {
  const digits = minorDigits(currency)
  const text = formatAmount(amount, { locale, currency })
  const short = digits > 0 && amount % 10n ** BigInt(digits) === 0n ? text.slice(0, -digits - 1) : text
  if (currency !== 'BDT') return `${currency} ${short}`
  return locale === 'bn' ? `${short} টাকা` : `Tk ${short}`
}
