import { types } from 'pg'
import type { CustomTypesConfig } from 'pg'

/**
 * How PostgreSQL values become JavaScript values, set once on every pool: int8 -> bigint, date -> Temporal.PlainDate,
 * timestamptz -> Temporal.Instant, numeric -> string. Nothing becomes a JavaScript Date.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, (text) => BigInt(text)],
  [types.builtins.DATE, (text) => Temporal.PlainDate.from(text)],
  [types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T'))],
  [types.builtins.NUMERIC, (text) => text],
  [1016, (text) => parseArray(text, BigInt)],
  [1182, (text) => parseArray(text, (item) => Temporal.PlainDate.from(item))],
])

function parseArray<T>(text: string, item: (text: string) => T): (T | null)[] {
  const inner = text.slice(1, -1)
  return inner === '' ? [] : inner.split(',').map((part) => (part === 'NULL' ? null : item(part.replaceAll('"', ''))))
}

export const customTypes: CustomTypesConfig = {
  // pg's signature is overloaded by format; the binary format is never asked for.
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? types.getTypeParser(oid, format as 'text')) as CustomTypesConfig['getTypeParser'],
}

/** pg sends objects as JSON, so a Temporal value would arrive JSON-quoted; this turns parameters into text pg can bind. */
export function toParameter(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (isTemporal(value)) return value.toString()
  if (Array.isArray(value)) return value.map(toParameter)
  return value
}

const isTemporal = (value: object): boolean =>
  value instanceof Temporal.PlainDate ||
  value instanceof Temporal.Instant ||
  value instanceof Temporal.PlainYearMonth ||
  value instanceof Temporal.PlainDateTime
