import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createScreen } from './screen.ts'

const shown = (...pieces: readonly string[]): string[] => {
  const screen = createScreen()
  for (const piece of pieces) screen.write(piece)
  return screen.lines()
}

test('columns placed by CR and cursor moves stand where they were put', () => {
  expect(shown('OnuIndex\r\u001b[12CSn\r\u001b[20CState\r\n')).toEqual(['OnuIndex    Sn      State', ''])
})

test('a pager that was wiped away leaves nothing', () => {
  expect(shown(`one\r\n --More-- \0${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}two\r\n`)).toEqual(['one', 'two', ''])
  expect(shown(`---- More ----\u001b[14D${' '.repeat(14)}\u001b[14D  two\r\n`)).toEqual(['  two', ''])
  expect(shown('--More--\r\u001b[Ktwo\r\n')).toEqual(['two', ''])
  expect(shown('--More--\r        \rtwo\n')).toEqual(['two', ''])
})

test('what is written over something replaces that much of it', () => {
  expect(shown('abcdef\b\b\bX')).toEqual(['abcXef'])
  expect(shown('abcdef\rX\u001b[2CY')).toEqual(['XbcYef'])
  expect(shown('abcdef\u001b[3D\u001b[P')).toEqual(['abcef'])
  expect(shown('abc\r\u001b[@x')).toEqual(['xabc'])
  expect(shown('a\tb\tc')).toEqual(['a       b       c'])
})

test('colours, titles and unknown escapes are no text', () => {
  expect(shown('\u001b[1;31mred\u001b[0m \u001b]0;title\u0007x\u001b(B\u001b=y')).toEqual(['red xy'])
})

test('a line feed before or behind the carriage return is one end of a line', () => {
  expect(shown('a\r\nb\n\rc\nd')).toEqual(['a', 'b', 'c', 'd'])
})

test('memory is bounded whatever comes', () => {
  const screen = createScreen()
  for (let time = 0; time < 300; time += 1) screen.write('\u001b[99999C\u001b[99999Cx'.repeat(50))
  expect(screen.isOverfull).toBe(true)
  expect(screen.line.length).toBeLessThanOrEqual(4096)
  screen.write('\n'.repeat(250_000))
  expect(screen.lines().length).toBeLessThanOrEqual(100_000)
  screen.forget()
  for (let time = 0; time < 20_000; time += 1) screen.write(`${'x'.repeat(2000)}\n`)
  expect(screen.isOverfull).toBe(true)
  expect(screen.lines().join('').length).toBeLessThan(17_000_000)
  screen.forget()
  screen.write('\r\nafter')
  expect(screen.lines()).toEqual(['', 'after'])
})

test('what is forgotten does not come back, and numbers of lines stay', () => {
  const screen = createScreen()
  screen.write('one\ntwo\nthree')
  expect(screen.row).toBe(2)
  screen.forget()
  screen.write('\nfour')
  expect(screen.row).toBe(3)
  expect(screen.lines(3)).toEqual(['four'])
  expect(screen.lines()).toEqual(['three', 'four'])
})

const unit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('GPON0/1:2  ', 'enable', ' --More-- ', '\u0000', '-18.15') },
  { weight: 3, arbitrary: fc.constantFrom('\r', '\n', '\b', '\t', '\r\n', '\u001b') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('A', 'B', 'C', 'D', 'G', 'H', 'K', 'J', 'P', 'X', '@', 'm', ''), fc.constantFrom('', '0', '1', '2', '25', '3;7', '99999'))
      .map(([final, count]) => `\u001b[${count}${final}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('\u001b]0;x', '\u0007', '\u001b(', 'B', '\u001b]', '\u001b\\') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)

test('however the bytes are cut, the lines are the same', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), fc.array(fc.nat(12), { minLength: 1, maxLength: 40 }), (units, sizes) => {
      const text = units.join('')
      const pieces: string[] = []
      for (let at = 0, turn = 0; at < text.length; turn += 1) {
        const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
        pieces.push(text.slice(at, at + size))
        at += size
      }
      expect(shown(...pieces)).toEqual(shown(text))
    }),
    { numRuns: 2000 },
  )
})
