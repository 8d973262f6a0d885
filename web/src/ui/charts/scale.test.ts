import { expect, test } from 'vitest'
import { freeScaleFor, labelledEvery, scaleFor } from './scale.ts'

test('a scale begins at zero and ends at a round number above the largest value', () => {
  expect(scaleFor([3, 87, null])).toEqual({ low: 0, high: 100, ticks: [0, 20, 40, 60, 80, 100] })
  expect(scaleFor([1_234_567])).toMatchObject({ low: 0, high: 1_250_000 })
  expect(scaleFor([0.4])).toMatchObject({ low: 0, high: 0.4 })
})

test('what goes below zero has room below it', () => {
  const { low, high, ticks } = scaleFor([-12, 30])
  expect([low, high]).toEqual([-20, 30])
  expect(ticks).toContain(0)
})

test('every value lies within, for any size, and there are few steps', () => {
  for (const value of [1, 7, 11, 99, 101, 4999, 123_456_789_00, 9e15]) {
    const { high, ticks } = scaleFor([value])
    expect(high).toBeGreaterThanOrEqual(value)
    expect(high).toBeLessThanOrEqual(value * 2.5)
    expect(ticks.length).toBeLessThanOrEqual(7)
  }
})

test('nothing but nothing still has a scale, and whole things no halves', () => {
  expect(scaleFor([0, null, 0])).toEqual({ low: 0, high: 1, ticks: [0, 1] })
  expect(scaleFor([2], { least: 1 }).ticks).toEqual([0, 1, 2])
})

test('a scale without a zero of its own holds what there is and no more', () => {
  const { low, high, ticks } = freeScaleFor([-21.4, -23.9, null, -28])
  expect(low).toBeLessThan(-28)
  expect(low).toBeGreaterThanOrEqual(-32)
  expect(high).toBeGreaterThan(-21.4)
  expect(high).toBeLessThan(-15)
  expect(ticks.length).toBeLessThanOrEqual(8)
  const flat = freeScaleFor([-20, -20])
  expect(flat.low).toBeLessThan(-20)
  expect(flat.high).toBeGreaterThan(-20)
  expect(freeScaleFor([null]).ticks).toEqual([0, 1])
})

test('labels that would not fit are left out evenly, never the last', () => {
  const shown = Array.from({ length: 31 }, (_none, at) => at).filter(labelledEvery(31, 300, 30))
  expect(shown.at(-1)).toBe(30)
  expect(shown.length).toBeLessThanOrEqual(10)
  expect(Array.from({ length: 5 }, (_none, at) => at).filter(labelledEvery(5, 300, 30))).toHaveLength(5)
})
