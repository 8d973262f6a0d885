import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

const ESC = '\u001b'

test('letters, ends of lines and tabs stay', () => {
  expect(plainText('ONU  State\r\n0/1:1\tworking\nরহিম')).toBe('ONU  State\n0/1:1\tworking\nরহিম')
})

test('what a device sends to steer a terminal does not reach it', () => {
  expect(plainText(`${ESC}[2J${ESC}[31mred${ESC}[0m`)).toBe('red')
  expect(plainText(`${ESC}]0;title\u0007name`)).toBe('name')
  expect(plainText(`${ESC}]52;c;cm0gLXJm${ESC}\\name`)).toBe('name')
  expect(plainText(`${ESC}P1$r${ESC}\\x`)).toBe('x')
  expect(plainText('a\u009b31mb\u0008\u0007\u0000')).not.toMatch(/[^\P{Cc}\n]/u)
  expect(plainText('abc\u202etxt.exe')).toBe('abctxt.exe')
})

test('no text at all keeps a control character, however it is cut', () => {
  const pieces = [ESC, '[', ']', '\u009d', '0;', 'm', '\\', '\u0007', '\n', 'P', '\u0090', 'x', '?', '\u0018']
  for (let seed = 1; seed < 4000; seed += 1) {
    let n = seed
    const text = Array.from({ length: 9 }, () => {
      n = (n * 16_807) % 2_147_483_647
      return pieces[n % pieces.length]
    }).join('')
    expect(plainText(text), JSON.stringify(text)).not.toMatch(/[^\P{Cc}\n\t]/u)
  }
})
