import { expect, test } from 'vitest'
import { toMinor } from '#kernel/money.ts'
import { amountInWords } from './amount-in-words.ts'

const english = (amount: bigint, currency = 'BDT'): string => amountInWords(toMinor(amount), { locale: 'en', currency })
const bangla = (amount: bigint, currency = 'BDT'): string => amountInWords(toMinor(amount), { locale: 'bn', currency })

test.each([
  [0n, 'Zero taka only'],
  [1n, 'Zero taka and one paisa only'],
  [100n, 'One taka only'],
  [2_100n, 'Twenty-one taka only'],
  [10_000n, 'One hundred taka only'],
  [1_00_001n, 'One thousand taka and one paisa only'],
  [1_83_750n, 'One thousand eight hundred thirty-seven taka and fifty paisa only'],
  [1_00_000_00n, 'One lakh taka only'],
  [12_34_567_89n, 'Twelve lakh thirty-four thousand five hundred sixty-seven taka and eighty-nine paisa only'],
  [1_00_00_000_00n, 'One crore taka only'],
  [1_00_000_00_00_000_00n, 'One lakh crore taka only'],
  [12_345_00_00_000_00n, 'Twelve thousand three hundred forty-five crore taka only'],
  [-5_000n, 'Minus fifty taka only'],
])('%s minor units are in English: %s', (amount, words) => {
  expect(english(amount)).toBe(words)
})

test.each([
  [0n, 'শূন্য টাকা মাত্র'],
  [1_900n, 'ঊনিশ টাকা মাত্র'],
  [9_999n, 'নিরানব্বই টাকা নিরানব্বই পয়সা মাত্র'],
  [1_83_750n, 'এক হাজার আটশত সাঁইত্রিশ টাকা পঞ্চাশ পয়সা মাত্র'],
  [1_05_000_00n, 'এক লক্ষ পাঁচ হাজার টাকা মাত্র'],
  [3_21_45_678_25n, 'তিন কোটি একুশ লক্ষ পঁয়তাল্লিশ হাজার ছয়শত আটাত্তর টাকা পঁচিশ পয়সা মাত্র'],
  [-5_000n, 'ঋণাত্মক পঞ্চাশ টাকা মাত্র'],
])('%s minor units are in Bangla: %s', (amount, words) => {
  expect(bangla(amount)).toBe(words)
})

test('every number below a hundred has its own Bangla word', () => {
  const words = Array.from({ length: 100 }, (_, n) => bangla(BigInt(n) * 100n).replace(' টাকা মাত্র', ''))
  expect(new Set(words).size).toBe(100)
  expect([words[29], words[39], words[49], words[59], words[69], words[79], words[89]]).toEqual([
    'ঊনত্রিশ',
    'ঊনচল্লিশ',
    'ঊনপঞ্চাশ',
    'ঊনষাট',
    'ঊনসত্তর',
    'ঊনআশি',
    'ঊননব্বই',
  ])
  expect([words[10], words[20], words[50], words[99]]).toEqual(['দশ', 'বিশ', 'পঞ্চাশ', 'নিরানব্বই'])
})

test('currencies that do not count in lakhs say millions, and an unknown hundredth is a fraction', () => {
  expect(english(1_234_567_00n, 'USD')).toBe('One million two hundred thirty-four thousand five hundred sixty-seven dollars only')
  expect(english(10_50n, 'GBP')).toBe('Ten GBP and 50/100 only')
  expect(english(1500n, 'JPY')).toBe('One thousand five hundred JPY only')
})
