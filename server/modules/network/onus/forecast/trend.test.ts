import { describe, expect, test } from 'vitest'
import { daysUntil, robustTrend } from './trend.ts'

const falling = (days: number, perDay: number, from = -22, noise: (day: number) => number = () => 0) =>
  Array.from({ length: days }, (_none, day) => ({ day, dbm: from + perDay * day + noise(day) }))
const wobble = (day: number): number => ((day * 7) % 5) * 0.02 - 0.04

describe('the trend of light', () => {
  test('is found through small ups and downs', () => {
    const trend = robustTrend(falling(45, -0.1, -22, wobble))
    expect(trend?.slopePerDay).toBeCloseTo(-0.1, 2)
    expect(trend?.scatterDb).toBeLessThan(0.05)
  })

  test('is not bent by a few wild days, nor by fewer than a third of them', () => {
    const wild = falling(45, -0.1).map(({ day, dbm }) => ({ day, dbm: day % 4 === 0 ? dbm + 6 : dbm }))
    expect(robustTrend(wild)?.slopePerDay).toBeCloseTo(-0.1, 1)
  })

  test('is not told from less than a week', () => expect(robustTrend(falling(6, -1))).toBeNull())
})

describe('when a limit is crossed', () => {
  const ask = (days: ReturnType<typeof falling>, limitDbm = -28) => {
    const trend = robustTrend(days)
    if (trend === null) throw new Error('No trend')
    return daysUntil(trend, { today: days.length - 1, limitDbm, seenDays: days.length })
  }

  test('follows from the slope', () => {
    expect(ask(falling(31, -0.1))).toBe(30)
    expect(ask(falling(31, -0.1, -27))).toBe(0)
  })

  test('is not said where light does not fall, hardly falls, or scatters more than it falls', () => {
    expect(ask(falling(31, 0.1))).toBeNull()
    expect(ask(falling(31, -0.001))).toBeNull()
    expect(ask(falling(31, -0.01, -22, (day) => (day % 2 === 0 ? 1 : -1)))).toBeNull()
    expect(ask(falling(31, -0.007, -20))).toBeNull()
  })
})
