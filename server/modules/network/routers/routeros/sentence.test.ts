import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeLength, encodeSentence, NotTheProtocol, sentenceReader } from './sentence.ts'
import { decodeText, encodeText, printable } from './text.ts'

// Every boundary of the five forms, from the API's own description.
const LENGTHS: readonly (readonly [number, string])[] = [
  [0, '00'],
  [1, '01'],
  [5, '05'],
  [0x40, '40'],
  [0x7e, '7e'],
  [0x7f, '7f'],
  [0x80, '8080'],
  [0x81, '8081'],
  [0xff, '80ff'],
  [0x100, '8100'],
  [0x1fff, '9fff'],
  [0x3ffe, 'bffe'],
  [0x3fff, 'bfff'],
  [0x4000, 'c04000'],
  [0x4001, 'c04001'],
  [0xffff, 'c0ffff'],
  [0x10000, 'c10000'],
  [0xfffff, 'cfffff'],
  [0x1ffffe, 'dffffe'],
  [0x1fffff, 'dfffff'],
  [0x200000, 'e0200000'],
  [0x200001, 'e0200001'],
  [0xffffff, 'e0ffffff'],
  [0x1000000, 'e1000000'],
  [0xffffffe, 'effffffe'],
  [0xfffffff, 'efffffff'],
  [0x10000000, 'f010000000'],
  [0x10000001, 'f010000001'],
  [0xffffffff, 'f0ffffffff'],
]

test('C1 every length is written as the API says, and read again', () => {
  for (const [length, hex] of LENGTHS) {
    expect(encodeLength(length).toString('hex'), String(length)).toBe(hex)
    // A length above the limit is refused by its value, so the value was read.
    const read = sentenceReader({ maxWordBytes: 0, maxSentenceBytes: Number.MAX_SAFE_INTEGER })
    if (length === 0) expect(read(Buffer.from(hex, 'hex'))).toEqual([])
    else expect(() => read(Buffer.from(hex, 'hex'))).toThrow(`A word of ${length} bytes came`)
  }
})

test('C1 a byte that begins no length ends the reading', () => {
  for (const byte of [0xf1, 0xf7, 0xf8, 0xfc, 0xff]) expect(() => sentenceReader()(Buffer.of(byte)), byte.toString(16)).toThrow(NotTheProtocol)
})

test('C1 a long form of a short length is read all the same', () => {
  expect(sentenceReader()(Buffer.from('f0000000053a68656c6f00', 'hex'))).toEqual([[':helo']])
})

test('C2 however a stream is cut, the sentences are the same', () => {
  const word = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.integer({ min: 126, max: 130 }).map((n) => 'x'.repeat(n)),
    fc.constant('y'.repeat(16_384)),
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }),
      (sentences, sizes) => {
        const wellFormed = sentences.map((words) => words.map((text) => text.toWellFormed()))
        const stream = Buffer.concat([Buffer.of(0, 0), ...wellFormed.map(encodeSentence)])
        const read = sentenceReader()
        const found: string[][] = []
        for (let at = 0, n = 0; at < stream.length; n++) {
          const size = sizes[n % sizes.length] ?? 1
          found.push(...read(stream.subarray(at, at + size)))
          at += size
        }
        expect(found).toEqual(wellFormed)
      },
    ),
    { numRuns: 200 },
  )
})

test('C3 a sentence may be long, but a word or a sentence above its limit is refused before room is made for it', () => {
  const limits = { maxWordBytes: 3 * 1024 * 1024, maxSentenceBytes: 4 * 1024 * 1024 }
  const big = 'b'.repeat(2 * 1024 * 1024)
  const words = ['!re', `=contents=${big}`, ...Array.from({ length: 900 }, (_, n) => `=p${n}=${'v'.repeat(80)}`)]
  expect(sentenceReader(limits)(encodeSentence(words))).toEqual([words])
  expect(() => sentenceReader(limits)(encodeLength(limits.maxWordBytes + 1))).toThrow(NotTheProtocol)
  const read = sentenceReader(limits)
  const part = Buffer.concat([encodeLength(2 * 1024 * 1024), Buffer.alloc(2 * 1024 * 1024, 0x61)])
  read(part)
  read(part)
  expect(() => read(Buffer.of(1))).toThrow('A sentence of more than')
})

test('C3 a word that comes byte by byte costs no more than one that comes at once', () => {
  const stream = encodeSentence(['!re', 'x'.repeat(128 * 1024)])
  const read = sentenceReader()
  const began = performance.now()
  let found: string[][] = []
  for (const byte of stream) found = read(Buffer.of(byte))
  expect(found[0]?.[1]).toHaveLength(128 * 1024)
  // Copying what is there at each byte would move 8 GB.
  expect(performance.now() - began).toBeLessThan(2000)
})

test('C9 any bytes become a text that becomes the same bytes again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(encodeText(decodeText(Buffer.from(bytes)))).toEqual(Buffer.from(bytes))
    }),
    { numRuns: 2000 },
  )
  for (const hex of ['e0a6b0', 'efbfbd', 'efbf', 'ef', 'f09f9880', 'f09f98', 'eda080', 'c0af', 'f8888080', '80', 'c3a9ff', 'f4908080']) {
    expect(encodeText(decodeText(Buffer.from(hex, 'hex'))).toString('hex'), hex).toBe(hex)
  }
})

test('C9 what is UTF-8 reads as what it says, and what is not is shown as a replacement', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeText(Buffer.from(text.toWellFormed(), 'utf8'))).toBe(text.toWellFormed())
    }),
  )
  const latin = decodeText(Buffer.from([0x52, 0x65, 0x6e, 0xe9]))
  expect(printable(latin)).toBe('Ren\u{fffd}')
  expect(latin).not.toBe(printable(latin))
})

test('C10 an empty word cannot be sent, for it would end the sentence', () => {
  expect(() => encodeSentence(['/ppp/secret/print', ''])).toThrow(NotTheProtocol)
})
