import { expect, test } from 'vitest'
import { matchScore, pieces } from './match.ts'

test('a text answers when each word typed begins one of its words or stands within it', () => {
  expect(matchScore('Take a payment', 'pay')).toBeGreaterThan(0)
  expect(matchScore('Take a payment', 'take pay')).toBeGreaterThan(matchScore('Take a payment', 'pay'))
  expect(matchScore('Take a payment', 'ayme')).toBe(1)
  expect(matchScore('Take a payment', 'take cheque')).toBe(0)
  expect(matchScore('record payment, receive money', 'money')).toBe(2)
  expect(matchScore('Anything', '')).toBe(1)
})

test('a single letter does not answer from within a word, and signs of patterns are letters like others', () => {
  expect(matchScore('Invoices', 'v')).toBe(0)
  expect(matchScore('C++ (old)', 'c++ (')).toBeGreaterThan(0)
})

test('Bangla digits find Latin ones and the other way round', () => {
  expect(matchScore('INV-2026-000123', '২০২৬')).toBeGreaterThan(0)
  // A keyboard sends one letter, the catalogue holds its two parts.
  expect(matchScore('আ\u09af\u09bc', 'আ\u09df')).toBeGreaterThan(0)
  expect(pieces('০১৭১১', '171')).toEqual([
    { text: '০', isMatch: false },
    { text: '১৭১', isMatch: true },
    { text: '১', isMatch: false },
  ])
})

test('what was typed is told apart from the rest, in the letters of the text', () => {
  expect(pieces('Rahim Uddin', 'ud rah')).toEqual([
    { text: 'Rah', isMatch: true },
    { text: 'im ', isMatch: false },
    { text: 'Ud', isMatch: true },
    { text: 'din', isMatch: false },
  ])
  expect(pieces('Rahim', '')).toEqual([{ text: 'Rahim', isMatch: false }])
})
