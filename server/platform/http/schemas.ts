import { z } from 'zod'
import { MAX_MINOR, toMinor } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { speakPlainly } from '../i18n/issue-message.ts'

speakPlainly()

/**
 * The wire forms, as codecs: a request is decoded to what use cases take (bigint, Minor, PlainDate, Instant) and a response
 * is encoded from them, so route handlers never convert. Integers are checked against 2^53 in both directions.
 */
const instance = <T>(name: string, is: (value: unknown) => value is T): z.ZodType<T, T> => z.custom<T>(is, `Expected ${name}`)
const isBigint = (value: unknown): value is bigint =>
  typeof value === 'bigint' && value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
const isPlainDate = (value: unknown): value is Temporal.PlainDate => value instanceof Temporal.PlainDate
const isMonth = (value: unknown): value is Temporal.PlainYearMonth => value instanceof Temporal.PlainYearMonth
const isInstant = (value: unknown): value is Temporal.Instant => value instanceof Temporal.Instant

const LAST_INSTANT = Temporal.Instant.from('9999-12-31T00:00:00Z').epochMilliseconds

const parses =
  (read: (text: string) => unknown) =>
  (text: string): boolean => {
    try {
      read(text)
      return true
    } catch {
      return false
    }
  }

/** An id in a body or an answer: a JSON integer outside, a bigint inside. */
export const idSchema = z
  .codec(z.int().positive(), instance('a bigint id', isBigint), { decode: (id) => BigInt(id), encode: (id) => Number(id) })
  .meta({ type: 'integer', format: 'int64', minimum: 1 })

/** A whole number that may exceed 32 bits and is not money: bytes, counts. */
export const bigintSchema = z
  .codec(z.int(), instance('a safe bigint', isBigint), { decode: (value) => BigInt(value), encode: (value) => Number(value) })
  .meta({ type: 'integer', format: 'int64' })

/** Money in minor units (1 BDT = 100), negative allowed: balances, postings. */
export const minorSchema = z
  .codec(z.int().min(-Number(MAX_MINOR)).max(Number(MAX_MINOR)), instance<Minor>('an amount', isBigint as (value: unknown) => value is Minor), {
    decode: (amount) => toMinor(amount),
    encode: (amount) => Number(amount),
  })
  .meta({ type: 'integer', format: 'int64', description: 'Minor units of the company currency' })

/** Money that must be above zero: a payment, a charge. */
export const positiveMinorSchema = z
  .codec(z.int().min(1, 'Expected an amount above 0').max(Number(MAX_MINOR)), instance<Minor>('an amount', isBigint as (value: unknown) => value is Minor), {
    decode: (amount) => toMinor(amount),
    encode: (amount) => Number(amount),
  })
  .meta({ type: 'integer', format: 'int64', minimum: 1, description: 'Minor units of the company currency' })

/** A calendar day `YYYY-MM-DD` between the years 1900 and 9999, which every column can hold. */
export const dateSchema = z
  .codec(
    z.string().refine((text) => /^(19|[2-9]\d)\d\d-\d\d-\d\d$/.test(text) && parses(Temporal.PlainDate.from)(text), 'Expected a date as YYYY-MM-DD'),
    instance('a date', isPlainDate),
    {
      decode: (text) => Temporal.PlainDate.from(text),
      encode: (day) => day.toString(),
    },
  )
  .meta({ type: 'string', format: 'date' })

/** A calendar month `YYYY-MM`. */
export const monthSchema = z
  .codec(
    z.string().refine((text) => /^(19|[2-9]\d)\d\d-\d\d$/.test(text) && parses(Temporal.PlainYearMonth.from)(text), 'Expected a month as YYYY-MM'),
    instance('a month', isMonth),
    {
      decode: (text) => Temporal.PlainYearMonth.from(text),
      encode: (month) => month.toString(),
    },
  )
  .meta({ type: 'string', pattern: '^\\d{4}-\\d{2}$' })

/** A point in time as ISO 8601 with an offset or Z; answered in UTC. */
export const instantSchema = z
  .codec(
    z
      .string()
      .max(40)
      .refine((text) => /^(19|[2-9]\d)\d\d-/.test(text) && parses(Temporal.Instant.from)(text), 'Expected a time such as 2026-01-31T18:00:00Z'),
    instance('a time', isInstant),
    {
      decode: (text) => Temporal.Instant.from(text),
      encode: (instant) => instant.toString(),
    },
  )
  .meta({ type: 'string', format: 'date-time' })

/** An id in a path or a query, where everything arrives as text. */
export const idParam = z
  .codec(
    z.string().refine((text) => /^[1-9]\d{0,15}$/.test(text) && Number(text) <= Number.MAX_SAFE_INTEGER, 'Expected an id'),
    instance('a bigint id', isBigint),
    {
      decode: (text) => BigInt(text),
      encode: (id) => id.toString(),
    },
  )
  .meta({ type: 'integer', format: 'int64', minimum: 1 })

/** An amount of minor units in a query, zero or more. */
export const minorParam = z
  .codec(
    z.string().refine((text) => /^\d{1,16}$/.test(text) && BigInt(text) <= MAX_MINOR, 'Expected an amount in minor units'),
    instance<Minor>('an amount', isBigint as (value: unknown) => value is Minor),
    { decode: (text) => toMinor(BigInt(text)), encode: (amount) => amount.toString() },
  )
  .meta({ type: 'integer', format: 'int64', minimum: 0, description: 'Minor units of the company currency' })

/**
 * How encode.ts writes the values of the codecs above, by their `encode` function, which copies with a description share: one test of
 * the value instead of zod's walk over both sides. What fails the test goes to zod, which says why.
 */
export const wireForms: ReadonlyMap<unknown, (value: unknown) => unknown> = new Map(
  [
    written(idSchema, (value) => isBigint(value) && value > 0n && Number(value)),
    written(bigintSchema, (value) => isBigint(value) && Number(value)),
    written(minorSchema, (value) => isBigint(value) && value <= MAX_MINOR && value >= -MAX_MINOR && Number(value)),
    written(positiveMinorSchema, (value) => isBigint(value) && value <= MAX_MINOR && value > 0n && Number(value)),
    written(dateSchema, (value) => isPlainDate(value) && value.year >= 1900 && value.year <= 9999 && value.toString()),
    written(monthSchema, (value) => isMonth(value) && value.year >= 1900 && value.year <= 9999 && value.toString()),
    written(instantSchema, (value) => isInstant(value) && value.epochMilliseconds >= 0 && value.epochMilliseconds < LAST_INSTANT && value.toString()),
  ].map(({ codec, form }) => [(codec._zod.def as z.core.$ZodCodecDef).reverseTransform, form]),
)

function written(codec: z.ZodType, form: (value: unknown) => unknown): { codec: z.ZodType; form: (value: unknown) => unknown } {
  return {
    codec,
    form: (value) => {
      const text = form(value)
      return text === false ? z.encode(codec, value as never) : text
    },
  }
}

/** `true` or `false` in a query. */
export const flagParam = z
  .codec(z.enum(['true', 'false']), z.boolean(), { decode: (text) => text === 'true', encode: (flag) => (flag ? 'true' : 'false') })
  .meta({ type: 'boolean' })

export const MAX_LIMIT = 200

/** Rows of one page of a list, 1-200; 50 where not said. */
export const limitParam = z
  .string()
  .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_LIMIT, `Expected a number from 1 to ${MAX_LIMIT}`)
  .transform(Number)
  .default(50)
  .meta({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 50 })

/** The `next_cursor` of the page before. */
export const cursorParam = z.string().max(1000).optional().meta({ description: 'The next_cursor of the page before' })

/** The query of every list: `z.strictObject({ ...pageQuery, state: ... })`. */
export const pageQuery = { limit: limitParam, cursor: cursorParam }

/** The answer of every list. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next_cursor: z.string().nullable() })

export const idParams = z.strictObject({ id: idParam })

/** One line of text without control characters, trimmed. */
export const lineOfText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), 'Control characters are not allowed')

/** As {@link lineOfText}, and not empty. */
export const name = (max = 200) => lineOfText(max).min(1)

/** Several lines of text, trimmed. */
export const paragraph = (max = 4000) => z.string().trim().max(max)

/** The answer where there is nothing to say. */
export const noContent = z.null().meta({ description: 'Done; no content' })

/**
 * The body of a PATCH: the same members, each of which may be absent; an absent one changes nothing. Defaults are for creating and
 * are taken off, else an absent member would set its default.
 */
export function patchOf<S extends z.core.$ZodLooseShape>(shape: S) {
  const bare = Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [key, schema instanceof z.ZodDefault ? schema.unwrap() : schema]),
  ) as unknown as { [K in keyof S]: S[K] extends z.ZodDefault<infer T> ? T : S[K] }
  return z
    .strictObject(bare)
    .partial()
    .transform((body) => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as PatchOf<typeof body>)
}

type PatchOf<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
