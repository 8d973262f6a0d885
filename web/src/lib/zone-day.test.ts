import { expect, test } from 'vitest'
import { instantIn, shiftDay, startOfDay } from './zone-day.ts'

test('a day begins at the midnight of the company', () => {
  expect(startOfDay('2026-02-01', 'Asia/Dhaka')).toBe('2026-01-31T18:00:00.000Z')
  expect(startOfDay('2026-02-28', 'Asia/Dhaka', 1)).toBe('2026-02-28T18:00:00.000Z')
  expect(startOfDay('2026-01-01', 'UTC')).toBe('2026-01-01T00:00:00.000Z')
})

test('also on the days when the clocks change', () => {
  expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z')
  expect(startOfDay('2026-03-30', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z')
  expect(startOfDay('2026-10-25', 'America/New_York')).toBe('2026-10-25T04:00:00.000Z')
})

test('a time on the clocks of the company is an instant', () => {
  expect(instantIn('2026-03-10', '12:00', 'Asia/Dhaka')).toBe('2026-03-10T06:00:00.000Z')
  expect(instantIn('2026-03-10', '00:10:30', 'Asia/Kathmandu')).toBe('2026-03-09T18:25:30.000Z')
  expect(instantIn('2026-10-25', '02:30', 'Europe/London')).toBe('2026-10-25T02:30:00.000Z')
})

test('a day is moved over the ends of months and years', () => {
  expect([shiftDay('2026-02-28', 1), shiftDay('2028-02-28', 1), shiftDay('2027-01-01', -1), shiftDay('2026-03-29', 0)]).toEqual([
    '2026-03-01',
    '2028-02-29',
    '2026-12-31',
    '2026-03-29',
  ])
})
