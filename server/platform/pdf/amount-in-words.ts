import type { Locale } from '#kernel/actor.ts'
import type { Minor } from '#kernel/money.ts'
import { minorDigits, usesLakhs } from './format.ts'

/** Bangla has a word of its own for every number below a hundred. */
const BANGLA = (
  'শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো বারো তেরো চৌদ্দ পনেরো ষোলো সতেরো আঠারো ঊনিশ ' +
  'বিশ একুশ বাইশ তেইশ চব্বিশ পঁচিশ ছাব্বিশ সাতাশ আটাশ ঊনত্রিশ ত্রিশ একত্রিশ বত্রিশ তেত্রিশ চৌত্রিশ পঁয়ত্রিশ ছত্রিশ সাঁইত্রিশ আটত্রিশ ঊনচল্লিশ ' +
  'চল্লিশ একচল্লিশ বিয়াল্লিশ তেতাল্লিশ চুয়াল্লিশ পঁয়তাল্লিশ ছেচল্লিশ সাতচল্লিশ আটচল্লিশ ঊনপঞ্চাশ ' +
  'পঞ্চাশ একান্ন বায়ান্ন তিপ্পান্ন চুয়ান্ন পঞ্চান্ন ছাপ্পান্ন সাতান্ন আটান্ন ঊনষাট ' +
  'ষাট একষট্টি বাষট্টি তেষট্টি চৌষট্টি পঁয়ষট্টি ছেষট্টি সাতষট্টি আটষট্টি ঊনসত্তর ' +
  'সত্তর একাত্তর বাহাত্তর তিয়াত্তর চুয়াত্তর পঁচাত্তর ছিয়াত্তর সাতাত্তর আটাত্তর ঊনআশি ' +
  'আশি একাশি বিরাশি তিরাশি চুরাশি পঁচাশি ছিয়াশি সাতাশি আটাশি ঊননব্বই ' +
  'নব্বই একানব্বই বিরানব্বই তিরানব্বই চুরানব্বই পঁচানব্বই ছিয়ানব্বই সাতানব্বই আটানব্বই নিরানব্বই'
).split(' ')

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

interface Scale {
  readonly below: (n: number) => string
  readonly hundred: (n: number) => string
  /** Largest first; the largest repeats on what is left above it: twelve thousand crore. */
  readonly steps: readonly (readonly [value: bigint, name: string])[]
}

const belowHundred = (n: number): string => {
  const tens = TENS[Math.trunc(n / 10)] ?? ''
  if (n < 20) return ONES[n] ?? ''
  return n % 10 === 0 ? tens : `${tens}-${ONES[n % 10] ?? ''}`
}

const BANGLA_LAKHS: Scale = {
  below: (n) => BANGLA[n] ?? '',
  hundred: (n) => `${BANGLA[n] ?? ''}শত`,
  steps: [
    [10_000_000n, 'কোটি'],
    [100_000n, 'লক্ষ'],
    [1000n, 'হাজার'],
  ],
}
const ENGLISH_LAKHS: Scale = {
  below: belowHundred,
  hundred: (n) => `${ONES[n] ?? ''} hundred`,
  steps: [
    [10_000_000n, 'crore'],
    [100_000n, 'lakh'],
    [1000n, 'thousand'],
  ],
}
const ENGLISH_MILLIONS: Scale = {
  ...ENGLISH_LAKHS,
  steps: [
    [1_000_000_000_000n, 'trillion'],
    [1_000_000_000n, 'billion'],
    [1_000_000n, 'million'],
    [1000n, 'thousand'],
  ],
}

/** Names of the unit and its hundredth: the local ones where they are known, the international ones elsewhere. */
const UNITS: Record<string, Record<Locale, readonly [unit: string, part: string]>> = {
  BDT: { en: ['taka', 'paisa'], bn: ['টাকা', 'পয়সা'] },
  INR: { en: ['rupees', 'paise'], bn: ['রুপি', 'পয়সা'] },
  USD: { en: ['dollars', 'cents'], bn: ['ডলার', 'সেন্ট'] },
  EUR: { en: ['euros', 'cents'], bn: ['ইউরো', 'সেন্ট'] },
}

/**
 * The amount as a cheque would say it: "One lakh five thousand taka and fifty paisa only",
 * "এক লক্ষ পাঁচ হাজার টাকা পঞ্চাশ পয়সা মাত্র". Lakh and crore where the currency counts so, and always in Bangla.
 */
export function amountInWords(amount: Minor, { locale, currency }: { locale: Locale; currency: string }): string {
  const digits = minorDigits(currency)
  const parts = 10n ** BigInt(digits)
  const magnitude = amount < 0n ? -amount : amount
  const whole = numberInWords(magnitude / parts, locale, currency)
  const rest = magnitude % parts
  const [unit, part] = UNITS[currency]?.[locale] ?? [currency, '']
  // A currency whose hundredth has no known name is written as a fraction, as on a cheque.
  const restWords = part === '' ? `${rest}/${parts}` : `${numberInWords(rest, locale, currency)} ${part}`
  if (locale === 'bn') {
    return [amount < 0n ? 'ঋণাত্মক' : '', whole, unit, rest === 0n ? '' : restWords, 'মাত্র'].filter(Boolean).join(' ')
  }
  const text = [amount < 0n ? 'minus' : '', whole, unit, rest === 0n ? '' : `and ${restWords}`, 'only'].filter(Boolean).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function numberInWords(n: bigint, locale: Locale, currency: string): string {
  const scale = locale === 'bn' ? BANGLA_LAKHS : usesLakhs(currency) ? ENGLISH_LAKHS : ENGLISH_MILLIONS
  return n === 0n ? scale.below(0) : spell(n, scale).join(' ')
}

function spell(n: bigint, scale: Scale): string[] {
  const words: string[] = []
  let left = n
  for (const [value, name] of scale.steps) {
    if (left < value) continue
    words.push(...spell(left / value, scale), name)
    left %= value
  }
  const hundreds = Number(left / 100n)
  if (hundreds > 0) words.push(scale.hundred(hundreds))
  const last = Number(left % 100n)
  if (last > 0) words.push(scale.below(last))
  return words
}
