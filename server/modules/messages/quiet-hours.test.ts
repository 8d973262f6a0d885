import { expect, test } from 'vitest'
import { quietEnd } from './quiet-hours.ts'

const at = (time: string) => Temporal.PlainDateTime.from(`2026-03-09T${time}`).toZonedDateTime('Asia/Dhaka').toInstant()
const end = (time: string, from: number, until: number) =>
  quietEnd(at(time), 'Asia/Dhaka', { from, until })?.toZonedDateTimeISO('Asia/Dhaka').toPlainDateTime().toString() ?? null

test('quiet hours over midnight end in the morning', () => {
  expect(end('20:59', 21, 8)).toBeNull()
  expect(end('21:00', 21, 8)).toBe('2026-03-10T08:00:00')
  expect(end('03:00', 21, 8)).toBe('2026-03-09T08:00:00')
  expect(end('08:00', 21, 8)).toBeNull()
})

test('quiet hours within a day, and none at all', () => {
  expect(end('14:30', 13, 15)).toBe('2026-03-09T15:00:00')
  expect(end('15:00', 13, 15)).toBeNull()
  expect(end('03:00', 7, 7)).toBeNull()
})
