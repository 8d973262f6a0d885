import { expect, test } from 'vitest'
import { creditDays } from './credit-days.ts'

const steps = [
  { from_minutes: 1440, days: null },
  { from_minutes: 240, days: 1 },
]

test.each([
  [0, 0],
  [239, 0],
  [240, 1],
  [1439, 1],
  [1440, 1],
  [1441, 2],
  [4320, 3],
  [4321, 4],
])('%i minutes give back %i days', (minutes, days) => expect(creditDays(minutes, steps)).toBe(days))

test('without steps nothing is given back', () => expect(creditDays(100_000, [])).toBe(0))

test('a step with its own days holds however long it lasts', () => expect(creditDays(50_000, [{ from_minutes: 60, days: 2 }])).toBe(2))
