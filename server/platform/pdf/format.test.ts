import { expect, test } from 'vitest'
import { toMinor } from '#kernel/money.ts'
import { date, month } from '#kernel/time.ts'
import { formatAmount, formatDate, formatInstant, formatMoney, formatMonth, formatPeriod, formatQuantity, formatRate } from './format.ts'

const taka = (amount: bigint, locale: 'en' | 'bn' = 'en'): string => formatAmount(toMinor(amount), { locale, currency: 'BDT' })

test('amounts are grouped in lakhs and carry both decimals', () => {
  expect([0n, 5n, 99_999n, 1_00_000_00n, 12_34_56_789_05n].map((amount) => taka(amount))).toEqual(['0.00', '0.05', '999.99', '1,00,000.00', '12,34,56,789.05'])
  expect(taka(12_34_567_50n, 'bn')).toBe('১২,৩৪,৫৬৭.৫০')
  expect(taka(-1_00_050n)).toBe('−1,000.50')
})

test('amounts are grouped as Intl groups them', () => {
  for (const amount of [0n, 1n, 12n, 123n, 1234n, 12345n, 123456n, 1234567n, 12345678n, 123456789n, 9_000_000_000_000_000n]) {
    const decimal = `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}` as Intl.StringNumericLiteral
    const intl = (locale: string): string => new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(decimal)
    expect(taka(amount)).toBe(intl('en-IN'))
    expect(taka(amount, 'bn')).toBe(intl('bn-BD'))
    expect(formatAmount(toMinor(amount), { locale: 'en', currency: 'USD' })).toBe(intl('en-US'))
  }
})

test('money has its symbol in front, the sign before it, and as many decimals as the currency has', () => {
  expect(formatMoney(toMinor(-1_05_000_50n), { locale: 'bn', currency: 'BDT' })).toBe('−৳\u00a0১,০৫,০০০.৫০')
  expect(formatMoney(toMinor(1500n), { locale: 'en', currency: 'JPY' })).toBe('¥\u00a01,500')
})

test('a half-open period is printed with its last day', () => {
  const print = (startsOn: string, endsOn: string): string => formatPeriod({ startsOn: date(startsOn), endsOn: date(endsOn) }, 'en')
  expect(print('2026-01-01', '2026-02-01')).toBe('01–31 Jan 2026')
  expect(print('2026-01-15', '2026-02-15')).toBe('15 Jan – 14 Feb 2026')
  expect(print('2025-12-15', '2026-01-15')).toBe('15 Dec 2025 – 14 Jan 2026')
  expect(print('2026-01-05', '2026-01-06')).toBe('05 Jan 2026')
})

test('dates and times are those of the zone, in Bangla with Bangla digits', () => {
  const at = Temporal.Instant.from('2026-01-31T18:00:00Z')
  expect(formatInstant(at, 'Asia/Dhaka', 'en')).toBe('01 Feb 2026, 00:00')
  expect(formatInstant(at, 'Asia/Dhaka', 'bn')).toBe('০১ ফেব্রুয়ারি ২০২৬, ০০:০০')
  expect(formatMonth(month('2026-09'), 'en')).toBe('September 2026')
  expect(formatMonth(month('2026-02'), 'bn')).toBe('ফেব্রুয়ারি ২০২৬')
  expect(formatDate(date('2026-09-09'), 'en')).toBe('09 Sep 2026')
})

test('quantities and rates show no needless zeros', () => {
  expect([1000n, 1500n, 125n, 0n, 1_234_000n].map((quantity) => formatQuantity(quantity, 'en'))).toEqual(['1', '1.5', '0.125', '0', '1,234'])
  expect([500, 750, 1500, 0].map((rate) => formatRate(rate, 'bn'))).toEqual(['৫%', '৭.৫%', '১৫%', '০%'])
})
