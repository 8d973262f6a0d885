import { expect, test } from 'vitest'
import { nextKey, NOTHING_TYPED, pressed } from './line-editor.ts'

const HISTORY = ['show version', 'show onu state']
/** The line after these keys, with the cursor as a bar. */
function after(sent: string, history: readonly string[] = HISTORY): string {
  let line = NOTHING_TYPED
  for (let left = sent; left !== ''; ) {
    const { key, rest } = nextKey(left)
    line = pressed(line, key, history)
    left = rest
  }
  return [...line.letters.slice(0, line.at), '|', ...line.letters.slice(line.at)].join('')
}
const [UP, DOWN, LEFT, RIGHT, HOME, END, DELETE] = ['A', 'B', 'D', 'C', 'H', 'F', '3~'].map((code) => `\u001b[${code}`) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

test('letters are put in where the cursor stands', () => {
  expect(after(`shw${LEFT}o`)).toBe('sho|w')
  expect(after(`how${HOME}s${END}!`)).toBe('show!|')
  expect(after(`ab${LEFT}${LEFT}${LEFT}${RIGHT}${DELETE}`)).toBe('a|')
  expect(after('ab\u0001\u0005\u0002c')).toBe('ac|b')
})

test('what stands before or behind the cursor is taken away', () => {
  expect(after('show\u007f\u007f')).toBe('sh|')
  expect(after(`show onu${LEFT}${LEFT}${LEFT}\u0015`)).toBe('|onu')
  expect(after(`show onu${LEFT}${LEFT}${LEFT}\u000b`)).toBe('show |')
  expect(after('show onu \u0017')).toBe('show |')
  expect(after('\u007f\u007f')).toBe('|')
})

test('the cursor goes by words', () => {
  expect(after('show onu state\u001b[1;5D\u001b[1;5D')).toBe('show |onu state')
  expect(after('show onu\u0001\u001b[1;5C')).toBe('show| onu')
})

test('the arrows bring back what was typed, and what stood there before', () => {
  expect(after(`wri${UP}`)).toBe('show version|')
  expect(after(`wri${UP}${UP}${UP}`)).toBe('show onu state|')
  expect(after(`wri${UP}${UP}${DOWN}${DOWN}`)).toBe('wri|')
  expect(after(`wri${DOWN}`)).toBe('wri|')
})

test('each end of a pasted line is one Enter; keys nobody knows are none', () => {
  expect(nextKey('\r\nshow')).toEqual({ key: { kind: 'enter' }, rest: 'show' })
  expect(nextKey('\nshow')).toEqual({ key: { kind: 'enter' }, rest: 'show' })
  expect(nextKey('\u001b[24~x')).toEqual({ key: { kind: 'none' }, rest: 'x' })
  expect(nextKey('\u001bx')).toEqual({ key: { kind: 'none' }, rest: 'x' })
  expect(after('বাংলা\tx')).toBe('বাংলা x|')
})
