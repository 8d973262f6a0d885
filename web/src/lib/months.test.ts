import { expect, test } from 'vitest'
import { firstDayOf, lastDayOf, monthAfter } from './months.ts'

test('months go on over the end of a year, both ways', () => {
  expect(monthAfter('2026-11')).toBe('2026-12')
  expect(monthAfter('2026-12')).toBe('2027-01')
  expect(monthAfter('2026-01-01', -1)).toBe('2025-12')
  expect(monthAfter('2026-03', -14)).toBe('2025-01')
})

test('a month has its first and its last day', () => {
  expect(firstDayOf('2026-02')).toBe('2026-02-01')
  expect(lastDayOf('2026-02')).toBe('2026-02-28')
  expect(lastDayOf('2028-02-01')).toBe('2028-02-29')
  expect(lastDayOf('2026-12')).toBe('2026-12-31')
})
