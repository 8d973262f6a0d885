import { expect, test } from 'vitest'
import { ringOf } from './ring.ts'
import type { Corner } from './ring.ts'

const square: Corner[] = [
  [90, 23],
  [91, 23],
  [91, 24],
  [90, 24],
]

test('a ring is kept without its first corner again and without a corner twice in a row', () => {
  expect(ringOf(square)).toEqual(square)
  expect(ringOf([...square, square[0] as Corner])).toEqual(square)
  expect(ringOf([square[0] as Corner, ...square, square[0] as Corner, square[0] as Corner])).toEqual(square)
})

test('a hollow ring and a corner on the way along a side are an area', () => {
  const hollow: Corner[] = [...square.slice(0, 2), [90.4, 23.5], ...square.slice(2)]
  expect(ringOf(hollow)).toEqual(hollow)
  const straight: Corner[] = [[90, 23], [90.5, 23], ...square.slice(1)]
  expect(ringOf(straight)).toEqual(straight)
})

test.each<[string, Corner[], RegExp]>([
  ['two corners', square.slice(0, 2), /three corners/],
  [
    'one corner three times',
    [
      [90, 23],
      [90, 23],
      [90, 23],
    ],
    /three corners/,
  ],
  [
    'a bow',
    [
      [90, 23],
      [91, 24],
      [91, 23],
      [90, 24],
    ],
    /Sides 1 and 3/,
  ],
  [
    'a line there and back',
    [
      [90, 23],
      [91, 23],
      [90.5, 23],
    ],
    /cross/,
  ],
  ['a side through a corner', [...square, [90.5, 23]], /cross/],
  ['a spike', [...square.slice(0, 3), [91, 25], [91, 24.5], [90, 24]], /cross/],
])('%s is refused', (_what, corners, why) => {
  expect(() => ringOf(corners)).toThrow(why)
})
