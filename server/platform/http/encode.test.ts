import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { encode } from './encode.ts'
import { bigintSchema, dateSchema, flagParam, idSchema, instantSchema, minorSchema, monthSchema, name, positiveMinorSchema } from './schemas.ts'

const row = z.object({
  id: idSchema,
  count: bigintSchema.describe('how many'),
  amount: minorSchema,
  paid: positiveMinorSchema.nullable(),
  on: dateSchema,
  month: monthSchema.optional(),
  at: instantSchema,
  status: z.enum(['a', 'b']),
  kind: z.literal('row'),
  name: name(20),
  note: z.string().optional(),
  share: z.number(),
  n: z.int(),
  is: z.boolean(),
  flag: flagParam,
  facts: z.record(z.string(), z.unknown()),
  who: z.union([z.object({ user: idSchema }), z.object({ system: z.string() })]),
  tags: z.array(z.string()),
  nothing: z.null(),
})
const page = z.object({ items: z.array(row), next_cursor: z.string().nullable() })

/** Mostly what the schema takes, so that whole rows are of it, and now and then what it may not. */
const mostly = <T, U>(good: fc.Arbitrary<T>, rare: fc.Arbitrary<U>) => fc.oneof({ weight: 60, arbitrary: good }, { weight: 1, arbitrary: rare })
const LARGEST = 2n ** 53n
const bigint = fc.bigInt({ min: -LARGEST, max: LARGEST })
const positive = mostly(fc.bigInt({ min: 1n, max: 10n ** 12n }), bigint)
const days = (min: number, max: number) => fc.integer({ min, max }).map((count) => Temporal.PlainDate.from('1970-01-01').add({ days: count }))
const day = mostly(days(-25_000, 60_000), days(-30_000, -25_000))
const at = (min: number, max: number) => fc.integer({ min, max }).map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))
const value = fc.record(
  {
    id: positive,
    count: mostly(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), bigint),
    amount: mostly(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), bigint),
    paid: fc.option(positive),
    on: day,
    month: fc.option(
      day.map((date) => date.toPlainYearMonth()),
      { nil: undefined },
    ),
    at: mostly(at(-2_000_000_000, 9_000_000_000), at(-4_000_000_000, -2_000_000_000)),
    status: mostly(fc.constantFrom('a', 'b'), fc.constant('c')),
    kind: fc.constant('row'),
    name: mostly(fc.stringMatching(/^[a-z]{1,20}$/), fc.string({ maxLength: 22 })),
    note: fc.option(fc.string(), { nil: undefined }),
    share: mostly(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double()),
    n: mostly(fc.integer(), fc.double()),
    is: fc.boolean(),
    flag: fc.boolean(),
    facts: fc.dictionary(fc.string(), fc.jsonValue()),
    who: fc.oneof(fc.record({ user: positive }), fc.record({ system: fc.string() })),
    tags: fc.array(fc.string()),
    nothing: fc.constantFrom(null),
    secret: fc.string(),
  },
  { requiredKeys: ['id', 'amount', 'on', 'at', 'status', 'kind', 'name', 'share', 'n', 'is', 'flag', 'facts', 'who', 'tags', 'nothing'] },
)

const outcome = (work: () => unknown): string => {
  try {
    return JSON.stringify(work())
  } catch (error) {
    return error instanceof z.core.$ZodError ? `refused: ${error.issues.map((issue) => issue.path.join('.')).join(', ')}` : String(error)
  }
}

describe('encode', () => {
  it('answers what zod answers, and refuses what zod refuses', () => {
    const seen = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), (items) => {
        const body = { items, next_cursor: null }
        const own = outcome(() => encode(page, body))
        expect(own).toBe(outcome(() => z.encode(page, body as never)))
        if (items.length > 0) seen[own.startsWith('refused') ? 'refused' : 'accepted'] += 1
      }),
      { numRuns: 2000 },
    )
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(200)
  })

  it.each([null, undefined, 7, 'text', [], { items: {} }, { items: [null], next_cursor: null }])('refuses %j in the place of a page, as zod does', (body) => {
    expect(outcome(() => encode(page, body))).toMatch(/^refused/)
  })

  it('leaves members out that the schema does not name', () => {
    expect(encode(z.object({ a: z.string() }), { a: 'x', password: 'y' })).toEqual({ a: 'x' })
  })
})
