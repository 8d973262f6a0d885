import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatDuration,
  formatRate,
  formatRateLimit,
  instantOf,
  isItemId,
  parseDuration,
  parseFlag,
  parseLastTime,
  parseLocalTime,
  parsePair,
  parseRate,
  parseRateLimit,
} from './values.ts'
import { callerId, count, counts, flag, lastTime, list, number, optional, rateLimit, rates } from './fields.ts'

test('a flag is the same however it is spelled', () => {
  expect(['yes', 'true', 'no', 'false', 'maybe', ''].map(parseFlag)).toEqual([true, true, false, false, null, null])
})

test('a day is a day: 1d, 24h, 1d00:00:00, 86400 and 24:00:00', () => {
  for (const text of ['1d', '24h', '1d00:00:00', '86400', '24:00:00', '1d0h0m0s', '23h60m']) expect(parseDuration(text), text).toBe(86_400_000)
  expect(parseDuration('1w2d3h4m5s')).toBe(((9 * 24 + 3) * 3600 + 4 * 60 + 5) * 1000)
  expect(parseDuration('1w1d00:00:01')).toBe((8 * 86_400 + 1) * 1000)
  expect(parseDuration('00:05')).toBe(300_000)
  expect(parseDuration('100ms')).toBe(100)
  expect(parseDuration('2ms140us')).toBeCloseTo(2.14, 5)
  expect(parseDuration('00:00:01.500')).toBe(1500)
  for (const text of ['none', '', 'never', 'soon', '5x', 'm5', '1:2:3:4']) expect(parseDuration(text), text).toBeNull()
})

test('a duration that is written reads as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (ms) => {
      expect(parseDuration(formatDuration(ms))).toBe(ms)
    }),
  )
  expect([formatDuration(86_400_000), formatDuration(null), formatDuration(0), formatDuration(90_500)]).toEqual(['1d', 'none', '0s', '1m30s500ms'])
})

test('ten megabits are ten megabits: 10M, 10000000, 10000k, 10Mbps', () => {
  for (const text of ['10M', '10000000', '10000k', '10m', '10Mbps', '0.01G']) expect(parseRate(text), text).toBe(10_000_000)
  expect([parseRate('unlimited'), parseRate('0'), parseRate('fast'), parseRate('10T')]).toEqual([0, 0, null, null])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (bps) => {
      expect(parseRate(formatRate(bps))).toBe(bps)
    }),
  )
  expect([formatRate(10_000_000), formatRate(1_500_000), formatRate(999), formatRate(2_000_000_000), formatRate(0)]).toEqual(['10M', '1500k', '999', '2G', '0'])
})

test('a pair is up and down; one number is both', () => {
  expect(parsePair('10M/20M', parseRate)).toEqual({ up: 10_000_000, down: 20_000_000 })
  expect(parsePair('5M', parseRate)).toEqual({ up: 5_000_000, down: 5_000_000 })
  expect([parsePair('a/b', parseRate), parsePair('1/2/3', parseRate)]).toEqual([null, null])
})

test('two spellings of one rate limit are one value, and what is written reads as the same', () => {
  const plain = parseRateLimit('10M/10M')
  for (const text of ['10M', '10000000/10000000', '10000k/10M', '10M/10M 0/0 0/0 0/0 8', '10M/10M 0/0 0/0 0/0 8 0/0'])
    expect(parseRateLimit(text), text).toEqual(plain)
  const full = '2M/10M 4M/20M 1M/5M 8/8 5 256k/1M'
  expect(formatRateLimit(parseRateLimit(full) ?? never())).toBe(full)
  expect(parseRateLimit('2M/10M 4M/20M 1M/5M 8s/00:00:08 5')).toMatchObject({ burstTimeMs: { up: 8000, down: 8000 }, priority: 5, minimum: null })
  expect(formatRateLimit(plain ?? never())).toBe('10M/10M')
  expect([parseRateLimit(''), parseRateLimit('quick')]).toEqual([null, null])
})

test('a time is read in every version’s way, and what is left out is filled in from the router’s clock', () => {
  const now = Temporal.PlainDateTime.from('2026-03-01T12:00:00')
  const read = (text: string): string | undefined => parseLocalTime(text, now)?.toString()
  expect(read('jan/02/2026 03:04:05')).toBe('2026-01-02T03:04:05')
  expect(read('2026-01-02 03:04:05')).toBe('2026-01-02T03:04:05')
  expect(read('feb/28 23:59:59')).toBe('2026-02-28T23:59:59')
  // Nothing in a log lies ahead: this was last year's.
  expect(read('dec/31 23:59:59')).toBe('2025-12-31T23:59:59')
  expect(read('11:00:00')).toBe('2026-03-01T11:00:00')
  expect([read('feb/31/2026 00:00:00'), read('xyz/01 00:00:00'), read('yesterday'), parseLocalTime('11:00:00')]).toEqual([
    undefined,
    undefined,
    undefined,
    null,
  ])
  expect(parseLastTime('jan/01/1970 00:00:00')).toBeNull()
  expect(parseLastTime('1970-01-01 00:00:00')).toBeNull()
  const time = parseLastTime('2026-01-02 03:04:05') ?? never()
  expect(instantOf(time, 'Asia/Dhaka').toString()).toBe('2026-01-01T21:04:05Z')
  expect(instantOf(time, 'manual').toString()).toBe('2026-01-02T03:04:05Z')
})

test('a property that is left out has its default, and one that cannot be read is no surprise', () => {
  expect([flag('disabled').read(undefined), flag('disabled').read('odd'), flag('x', true).read(undefined)]).toEqual([false, false, true])
  expect([optional('remote-address').read(''), optional('remote-address').read(undefined), optional('remote-address').read('10.0.0.1')]).toEqual([
    null,
    null,
    '10.0.0.1',
  ])
  expect([count('rx-byte').read('18446744073709551615'), count('rx-byte').read('n/a'), count('x').read(undefined)]).toEqual([
    18_446_744_073_709_551_615n,
    0n,
    0n,
  ])
  expect([number('port').read('8728'), number('port').read(''), number('port').read(undefined)]).toEqual([8728, null, null])
  expect([number('port').write(8728), number('port').write(null)]).toEqual(['8728', null])
  expect(rates('max-limit').read('10M/512k')).toEqual({ up: 10_000_000, down: 512_000 })
  expect(rates('max-limit').write({ up: 10_000_000, down: 0 })).toBe('10M/0')
  expect(counts('bytes').read('1/2')).toEqual({ up: 1n, down: 2n })
  expect(counts('bytes').write({ up: 1n, down: 2n })).toBe('1/2')
  expect([rateLimit('rate-limit').read(''), rateLimit('rate-limit').read(undefined), rateLimit('rate-limit').write(null)]).toEqual([null, null, ''])
  // A limit that nobody can read stays what it is, and is not taken for none.
  expect([rateLimit('rate-limit').read('quick'), rateLimit('rate-limit').write({ unread: 'quick' })]).toEqual([{ unread: 'quick' }, 'quick'])
  expect([lastTime('last-logged-out').read(undefined), lastTime('last-logged-out').write(null)]).toEqual([null, null])
  expect([list('address').read('10.0.0.0/8,192.168.0.0/16'), list('address').read(undefined)]).toEqual([['10.0.0.0/8', '192.168.0.0/16'], []])
  expect([callerId('caller-id').read('50:D4:F7:00:00:01'), callerId('caller-id').read('10.0.0.1'), callerId('caller-id').write('50-d4-f7-00-00-01')]).toEqual([
    '50:d4:f7:00:00:01',
    '10.0.0.1',
    '50:D4:F7:00:00:01',
  ])
})

test('an item’s number is a star and hexadecimal digits', () => {
  expect(['*1F', '*0', '1F', '*G', '*', 'anis'].map(isItemId)).toEqual([true, true, false, false, false, false])
})

function never(): never {
  throw new Error('The value could not be read')
}
