import { expect, test } from 'vitest'
import { toMinor } from '../../kernel/money.ts'
import { formatDate, formatMoney, formatMonth } from './format.ts'

test.each([
  [10_000_000, 'BDT', '1,00,000.00', '১,০০,০০০.০০'],
  [123_456_789_012, 'BDT', '1,23,45,67,890.12', '১,২৩,৪৫,৬৭,৮৯০.১২'],
  [5, 'BDT', '0.05', '০.০৫'],
  [-150_050, 'BDT', '−1,500.50', '−১,৫০০.৫০'],
  [123_456_789, 'USD', '1,234,567.89', '১২,৩৪,৫৬৭.৮৯'],
  [5000, 'JPY', '5,000', '৫,০০০'],
])('%i minor units of %s read %s and %s', (amount, currency, english, bangla) => {
  expect([formatMoney(toMinor(amount), { currency }, 'en'), formatMoney(toMinor(amount), { currency }, 'bn')]).toEqual([english, bangla])
})

test('a day and a month are written in either language', () => {
  const day = Temporal.PlainDate.from('2026-02-05')
  expect([formatDate(day, 'en'), formatDate(day, 'bn')]).toEqual(['05 Feb 2026', '০৫ ফেব্রুয়ারি ২০২৬'])
  expect(formatMonth(day.toPlainYearMonth(), 'bn')).toBe('ফেব্রুয়ারি ২০২৬')
})
