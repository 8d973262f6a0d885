import fc from 'fast-check'
import { z } from 'zod'
import type { RouteFacts } from '../platform/http/route-rules.ts'

type Schema = Record<string, unknown>

/** What people, browsers and attackers send where something else was asked for. */
const NASTY: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  -0,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  2147483648,
  2 ** 63,
  '',
  ' ',
  '0',
  '-1',
  'null',
  'undefined',
  'NaN',
  '1e999',
  '٣',
  '১২৩',
  'বাংলা লেখা',
  '𝕬😀',
  '\ud800',
  '\u202Eabc',
  'a\0b',
  '\0',
  "'; drop table users; --",
  '%27 or 1=1',
  '\\',
  '"',
  '%',
  '_',
  '%%%',
  '../../etc/passwd',
  'a\r\nSet-Cookie: x=1',
  '<script>alert(1)</script>',
  '=cmd()',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '2026-02-30',
  '2026-13',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '2026-02-01T25:00:00Z',
  '+275760-09-13T00:00:00Z',
  'infinity',
  '-infinity',
  'now',
  'epoch',
  'x'.repeat(5000),
  '{',
  '[]',
  '{}',
  [],
  [[]],
  [null],
  {},
  { __proto__x: 1 },
  { a: { b: { c: {} } } },
  Array.from({ length: 300 }, (_, index) => index),
]
const nasty = fc.constantFrom(...NASTY)

/** A value the schema would take, as far as its JSON form says. */
function fitting(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const options = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined
  if (options !== undefined) return fc.oneof(...options.map((option) => fitting(option, depth)))
  if (schema['const'] !== undefined) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum'])
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type']
  if (type === 'integer' || type === 'number')
    return fc.integer({ min: Number(schema['minimum'] ?? -5), max: Math.min(Number(schema['maximum'] ?? 1_000_000), 1_000_000) })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'array')
    return depth > 4
      ? fc.constant([])
      : fc.array(fitting((schema['items'] as Schema | undefined) ?? {}, depth + 1), { maxLength: 3, minLength: Math.min(Number(schema['minItems'] ?? 0), 3) })
  if (type === 'object') return depth > 4 ? fc.constant({}) : object(schema, depth)
  if (type === 'string') {
    if (schema['format'] === 'date') return fc.constantFrom('2026-01-31', '2026-02-28', '2028-02-29')
    if (schema['format'] === 'date-time') return fc.constantFrom('2026-01-31T18:00:00Z', '2026-02-01T00:00:00+06:00')
    if (schema['pattern'] === '^\\d{4}-\\d{2}$') return fc.constantFrom('2026-01', '2026-02')
    if (schema['format'] === 'email') return fc.constant('a@b.example')
    return fc.constantFrom('abc', 'ab12', 'বাংলা', 'x'.repeat(Math.min(Number(schema['maxLength'] ?? 20), 40)), 'A-1')
  }
  return nasty
}

function object(schema: Schema, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const properties = Object.entries((schema['properties'] as Record<string, Schema> | undefined) ?? {})
  const required = new Set((schema['required'] as string[] | undefined) ?? [])
  return fc.record(Object.fromEntries(properties.map(([name, part]) => [name, fitting(part, depth + 1)])), {
    requiredKeys: properties.map(([name]) => name).filter((name) => required.has(name)),
  })
}

/** A fitting object in which up to three members are replaced by something nasty, or joined by one nobody asked for. */
function spoilt(schema: Schema): fc.Arbitrary<unknown> {
  const names = Object.keys((schema['properties'] as object | undefined) ?? {})
  const changes = fc.dictionary(
    fc.oneof(...(names.length === 0 ? [] : [fc.constantFrom(...names)]), fc.constantFrom('is_admin', '__proto__x', 'id', 'বাংলা', 'a.b')),
    nasty,
    { maxKeys: 3 },
  )
  return fc.oneof(
    { weight: 12, arbitrary: fc.tuple(object(schema, 0), changes).map(([fit, change]) => ({ ...fit, ...change })) },
    { weight: 1, arbitrary: nasty },
  )
}

const jsonSchemaOf = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

export interface MalformedRequest {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly payload?: string
}

const CONTENT_TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  'nonsense',
]
const BODIES = [
  '',
  '{',
  '[',
  '{"a":',
  'null',
  '"text"',
  '[]',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '\u0000',
  '{"a":1}{"b":2}',
  `${'['.repeat(5000)}`,
  '{"a":1e400}',
  '\ufeff{}',
]

/** Requests to one route made from its own schemas, most of them wrong in a place or two. */
export function malformedRequests({ method, url, schema, idempotent }: RouteFacts): fc.Arbitrary<MalformedRequest> {
  const pathValue = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('1', '2', '3', '999999999') },
    fc.constantFrom(
      '9007199254740991',
      '9007199254740993',
      '0',
      '-1',
      'abc',
      '1.5',
      '1e3',
      '%00',
      '%2e%2e',
      '%E0%A6%95',
      "1'--",
      '1%20or%201=1',
      'x'.repeat(200),
    ),
  )
  const path = fc.array(pathValue, { minLength: 4, maxLength: 4 }).map((values) => {
    let position = 0
    return url.replaceAll(/:\w+/g, () => values[position++ % 4] ?? '1')
  })
  const querySchema = schema.querystring === undefined ? {} : jsonSchemaOf(schema.querystring)
  const query = spoilt({ ...querySchema, type: 'object' }).map((values) =>
    values === null || typeof values !== 'object' || method !== 'GET'
      ? ''
      : Object.entries(values)
          .map(
            ([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(wellFormed(typeof value === 'object' ? JSON.stringify(value) : String(value)))}`,
          )
          .join('&'),
  )
  const json = schema.body === undefined ? nasty : spoilt(jsonSchemaOf(schema.body))
  const body = fc.oneof(
    { weight: 12, arbitrary: json.map((value) => ({ type: 'application/json', text: JSON.stringify(value) })) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...CONTENT_TYPES), fc.constantFrom(...BODIES)).map(([type, text]) => ({ type, text })) },
  )
  const key = fc.oneof({ weight: 6, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constantFrom('short', 'x'.repeat(500), 'with space') })
  return fc.tuple(path, query, body, key).map(([at, ask, { type, text }, idempotencyKey]) => ({
    method,
    url: ask === '' ? at : `${at}?${ask}`,
    headers: method === 'GET' ? {} : { 'content-type': type, ...(idempotent ? { 'idempotency-key': idempotencyKey } : {}) },
    ...(method === 'GET' ? {} : { payload: text }),
  }))
}

/** encodeURIComponent throws on half a surrogate pair. */
const wellFormed = (text: string): string => text.toWellFormed()
