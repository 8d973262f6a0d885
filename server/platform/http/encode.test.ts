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

const bigint = fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n })
const day = fc.integer({ min: -30_000, max: 60_000 }).map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }))
const value = fc.record(
  {
    id: bigint,
    count: bigint,
    amount: bigint,
    paid: fc.option(bigint),
    on: day,
    month: fc.option(
      day.map((date) => date.toPlainYearMonth()),
      { nil: undefined },
    ),
    at: fc.integer({ min: -4_000_000_000, max: 9_000_000_000 }).map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)),
    status: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constant('row'),
    name: fc.string({ maxLength: 22 }),
    note: fc.option(fc.string(), { nil: undefined }),
    share: fc.double(),
    n: fc.oneof(fc.integer(), fc.double()),
    is: fc.boolean(),
    flag: fc.boolean(),
    facts: fc.dictionary(fc.string(), fc.jsonValue()),
    who: fc.oneof(fc.record({ user: bigint }), fc.record({ system: fc.string() })),
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
    let accepted = 0
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), (items) => {
        const body = { items, next_cursor: null }
        const own = outcome(() => encode(page, body))
        expect(own).toBe(outcome(() => z.encode(page, body as never)))
        if (items.length > 0 && !own.startsWith('refused')) accepted += 1
      }),
      { numRuns: 2000 },
    )
    expect(accepted).toBeGreaterThan(10)
  })

  it.each([null, undefined, 7, 'text', [], { items: {} }, { items: [null], next_cursor: null }])('refuses %j in the place of a page, as zod does', (body) => {
    expect(outcome(() => encode(page, body))).toMatch(/^refused/)
  })

  it('leaves members out that the schema does not name', () => {
    expect(encode(z.object({ a: z.string() }), { a: 'x', password: 'y' })).toEqual({ a: 'x' })
  })
})
