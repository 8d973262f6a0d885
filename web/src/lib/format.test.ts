import { expect, test } from 'vitest'
import { formatFor, readAmount } from './format.ts'

const en = formatFor({ locale: 'en', currency: 'BDT', zone: 'Asia/Dhaka' })
const bn = formatFor({ locale: 'bn', currency: 'BDT', zone: 'Asia/Dhaka' })

test('taka are grouped by lakh in both languages, in the digits of the language', () => {
  expect(en.amount(12_345_678_90)).toBe('1,23,45,678.90')
  expect(en.money(10_000_000)).toBe('৳1,00,000.00')
  expect(bn.amount(12_345_678_90)).toBe('১,২৩,৪৫,৬৭৮.৯০')
})

test('the scale of a chart is short, and counts in lakh and crore where people do', () => {
  expect([en.shortMoney(25_000_00), en.shortMoney(2_500_000_00), en.shortMoney(34_000_000_00), en.shortNumber(0)]).toEqual(['25K', '25L', '3.4Cr', '0'])
  expect(bn.shortMoney(2_500_000_00)).toMatch(/^২৫.লা/u)
  expect([en.shortMonth('2026-03'), en.shortMonth('2026-12-01')]).toEqual(['Mar', 'Dec'])
})

test('an amount stands in a field in groups and in the digits of a keyboard, and is read back as it was', () => {
  expect(en.typed(10_000_000)).toBe('1,00,000.00')
  expect(bn.typed(10_000_000)).toBe('1,00,000.00')
  expect(formatFor({ locale: 'en', currency: 'EUR', zone: 'Europe/Rome' }).typed(-123_456_789)).toBe('-1,234,567.89')
  for (const minor of [0, 5, -250_000, 999_999_999_999_999]) expect(readAmount(en.typed(minor), 2)).toBe(minor)
})

test('a company outside the subcontinent gets thousands', () => {
  expect(formatFor({ locale: 'en', currency: 'EUR', zone: 'Europe/Rome' }).amount(123_456_789)).toBe('1,234,567.89')
})

test('a currency without minor units has no decimal point', () => {
  expect(formatFor({ locale: 'en', currency: 'JPY', zone: 'Asia/Tokyo' }).amount(1234567)).toBe('1,234,567')
})

test('the largest amount keeps its last poisha', () => {
  expect(en.amount(9_007_199_254_740_991)).toBe('9,00,71,99,25,47,409.91')
})

test('an instant late in the evening in London is the next business day in Dhaka', () => {
  expect(en.dayOf('2026-01-31T20:00:00Z')).toBe('2026-02-01')
  expect(en.date('2026-01-31')).toBe('31 Jan 2026')
  expect(bn.date('2026-01-31')).toMatch(/৩১/)
})

test('typed amounts are read with groups, symbols and Bangla digits, and refused with too many decimals', () => {
  expect(readAmount('1,00,000.5', 2)).toBe(10_000_050)
  expect(readAmount('৳ ১,২৫০', 2)).toBe(125_000)
  expect(readAmount('.5', 2)).toBe(50)
  expect(readAmount('12.345', 2)).toBeUndefined()
  expect(readAmount('12a', 2)).toBeUndefined()
  expect(readAmount('', 2)).toBeUndefined()
  expect(readAmount('-3', 2)).toBe(-300)
})
