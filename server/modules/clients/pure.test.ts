import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Invalid } from '../../kernel/errors.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { codeOf, codeShape, counterName, isCodePattern } from './code.ts'
import { applyCustom } from './custom-values.ts'
import type { CustomField } from './custom-values.ts'
import type { Terms } from './lines/line.ts'
import { spliceTerms } from './lines/splice-terms.ts'
import { maskedNid, normaliseNid } from './nid.ts'
import { normalisePhone } from './phone.ts'

const plan = { callingCode: '880', trunkPrefix: '0' }

describe('telephone numbers', () => {
  test.each([
    ['01712345678', '01712345678'],
    ['+880 1712-345678', '01712345678'],
    ['8801712345678', '01712345678'],
    ['00880 1712 345678', '01712345678'],
    ['০১৭১২-৩৪৫৬৭৮', '01712345678'],
    ['+91 98765 43210', '+919876543210'],
    ['(02) 9876543', '029876543'],
  ])('%s is %s', (given, stored) => expect(normalisePhone(given, plan)).toBe(stored))

  test.each(['', 'abc', '12', '+', '0171234567890123456'])('%s is none', (given) => expect(normalisePhone(given, plan)).toBeNull())

  test('a stored number is its own normal form', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0\d{9,10}$/), (number) => {
        expect(normalisePhone(normalisePhone(number, plan) ?? '', plan)).toBe(normalisePhone(number, plan))
      }),
    )
  })
})

describe('national identity', () => {
  test('17 digits name the same person as the 13 behind the year of birth', () => {
    expect(normaliseNid('1990 1234567890123')).toBe('1234567890123')
    expect(normaliseNid('১২৩৪৫৬৭৮৯০')).toBe('1234567890')
    expect(normaliseNid('12345')).toBeNull()
    expect(normaliseNid('12345678901234567')).toBeNull()
  })

  test('only the last four digits are shown', () => {
    expect(maskedNid('7890')).toBe('••••••7890')
    expect(maskedNid('')).toBeNull()
  })
})

describe('client codes', () => {
  test('a pattern counts for itself in each branch and year', () => {
    const shape = codeShape('{branch}-{yy}-{n:5}', { branchCode: 'DHK', year: 2026 })
    expect(codeOf(shape, 42n)).toBe('DHK-26-00042')
    expect(codeOf(shape, 1234567n)).toBe('DHK-26-1234567')
    expect(counterName(shape)).not.toBe(counterName(codeShape('{branch}-{yy}-{n:5}', { branchCode: 'DHK', year: 2027 })))
  })

  test('a pattern has exactly one running number and nothing unknown', () => {
    expect(['C-{n:6}', '{n}', '{branch}/{yyyy}/{n:4}'].every(isCodePattern)).toBe(true)
    expect(['C-', '{n}{n}', '{nn}', 'C {n}', '{x}{n}', `${'x'.repeat(60)}{n}`].some(isCodePattern)).toBe(false)
  })
})

describe('custom fields', () => {
  const field = (key: string, type: CustomField['type'], more: Partial<CustomField> = {}): CustomField => ({
    id: 1n,
    entity: 'client',
    key,
    label_en: key,
    label_bn: key,
    type,
    choices: [],
    is_required: false,
    is_active: true,
    ...more,
  })

  test('values are checked against their type, null takes one away, and the rest stays', () => {
    const fields = [
      field('floor', 'number'),
      field('since', 'date'),
      field('owner', 'boolean'),
      field('zone', 'choice', { choices: ['A', 'B'] }),
      field('note', 'text'),
    ]
    const first = applyCustom(fields, {}, { floor: '3', since: '2026-02-28', owner: 'true', zone: 'B', note: ' hi ' })
    expect(first).toEqual({ floor: 3, since: '2026-02-28', owner: true, zone: 'B', note: 'hi' })
    expect(applyCustom(fields, first, { floor: null, zone: 'A' })).toEqual({ since: '2026-02-28', owner: true, zone: 'A', note: 'hi' })
  })

  test.each([
    ['floor', 'number', 'many'],
    ['since', 'date', '2026-02-30'],
    ['owner', 'boolean', 'perhaps'],
    ['zone', 'choice', 'C'],
    ['gone', 'text', 'x'],
  ] as const)('%s refuses what does not fit', (key, type, value) => {
    const fields = key === 'gone' ? [field(key, type, { is_active: false })] : [field(key, type, { choices: type === 'choice' ? ['A'] : [] })]
    expect(() => applyCustom(fields, {}, { [key]: value })).toThrow(Invalid)
  })

  test('a required field must be there, and nothing reaches the prototype', () => {
    expect(() => applyCustom([field('floor', 'number', { is_required: true })], {}, {})).toThrow(Invalid)
    expect(() => applyCustom([], {}, JSON.parse('{"__proto__": "x"}') as Record<string, unknown>)).toThrow(Invalid)
  })
})

describe('spliced terms', () => {
  const term = (from: string, to: string | null, version: bigint): Terms => ({
    starts_on: date(from),
    ends_on: to === null ? null : date(to),
    package_version_id: version,
    price_override_minor: null,
    discount_bp: 0,
    discount_minor: toMinor(0),
    reason: '',
    approved_by: null,
  })
  const shown = (terms: Terms[]) => terms.map((one) => `${one.starts_on}..${one.ends_on ?? ''}=${one.package_version_id}`)

  test('open-ended terms close what is in force and void what was agreed for later', () => {
    expect(shown(spliceTerms([term('2026-01-01', '2026-05-01', 1n), term('2026-05-01', null, 2n)], term('2026-03-10', null, 3n)))).toEqual([
      '2026-01-01..2026-03-10=1',
      '2026-03-10..=3',
    ])
  })

  test('the same day again replaces the terms of that day', () => {
    expect(shown(spliceTerms([term('2026-01-01', '2026-03-10', 1n), term('2026-03-10', null, 2n)], term('2026-03-10', null, 3n)))).toEqual([
      '2026-01-01..2026-03-10=1',
      '2026-03-10..=3',
    ])
  })

  test('terms with an end let the earlier ones go on behind them', () => {
    expect(shown(spliceTerms([term('2026-01-01', null, 1n)], term('2026-02-01', '2026-03-01', 9n)))).toEqual([
      '2026-01-01..2026-02-01=1',
      '2026-02-01..2026-03-01=9',
      '2026-03-01..=1',
    ])
  })

  test('whatever is laid over whatever: no day has two prices, no covered day is lost, and the new terms hold on all of their days', () => {
    const day = fc.integer({ min: 0, max: 40 })
    const at = (n: number) => date('2026-01-01').add({ days: n })
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.option(fc.integer({ min: 1, max: 20 }))), { minLength: 1, maxLength: 6 }), (steps) => {
        let terms: Terms[] = [term('2026-01-01', null, 0n)]
        steps.forEach(([start, length], index) => {
          const next: Terms = { ...term('2026-01-01', null, BigInt(index + 1)), starts_on: at(start), ends_on: length === null ? null : at(start + length) }
          terms = spliceTerms(terms, next)
          for (let n = 0; n < 70; n += 1) {
            const covering = terms.filter(
              ({ starts_on, ends_on }) => starts_on.toString() <= at(n).toString() && (ends_on === null || at(n).toString() < ends_on.toString()),
            )
            expect(covering).toHaveLength(1)
            if (n >= start && (length === null || n < start + length)) expect(covering[0]?.package_version_id).toBe(BigInt(index + 1))
          }
        })
      }),
    )
  })
})
