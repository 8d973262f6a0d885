import { expect, test } from 'vitest'
import { shadesOf } from './palette.ts'

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrastWithWhite = (hex: string): number => 1.05 / (luminance(hex) + 0.05)

test('white text on the button shade passes WCAG AA whatever colour a company chooses', () => {
  for (const colour of ['#0b7a75', '#ffe600', '#e11d48', '#7c3aed', '#00ff88', '#2563eb', '#808080', '#f97316']) {
    expect(contrastWithWhite(shadesOf(colour)[7]), colour).toBeGreaterThanOrEqual(4.5)
  }
})

test('shades go from light to dark', () => {
  const contrasts = shadesOf('#0b7a75').map(contrastWithWhite)
  expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b))
})
