import { expect, test } from 'vitest'
import { printable, toJobData } from './job.ts'

test('control characters and broken surrogates are removed, line breaks stay', () => {
  expect(printable('a\u0000b\u001bc\nd\ud800e')).toBe('a b c\nd\ufffde')
})

test('an endless word gets places to break, never inside a Bangla syllable', () => {
  const word = 'ক্ষ্মী'.repeat(40)
  const pieces = printable(word).split('\u200b')
  expect(pieces.length).toBe(2)
  expect(pieces.join('')).toBe(word)
  expect(pieces.every((piece) => piece.startsWith('ক্ষ্মী') && piece.endsWith('ক্ষ্মী'))).toBe(true)
})

test('ordinary text, e-mail addresses among it, is left alone', () => {
  const text = 'Write to billing@padmafiber.example before the tenth'
  expect(printable(text)).toBe(text)
})

test('a QR picture and a colour are not prose', () => {
  const qr = `<svg>${'M0 0h1v1h-1z'.repeat(10)}</svg>`
  expect(JSON.parse(toJobData({ qr, colour: '#0a5c8c' }))).toEqual({ qr, colour: '#0a5c8c' })
})
