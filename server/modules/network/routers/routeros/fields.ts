import { parseMac } from '../../../../kernel/mac.ts'
import { formatDuration, formatRate, parseDuration, parseFlag, parseLastTime, parsePair, parseRate, readLimit, writeLimit } from './values.ts'
import type { Limit, Pair } from './values.ts'

/**
 * A property of a menu: its name on the wire, how it is read to a canonical value, how it is written. A property that is absent has its
 * default, so a router that leaves it out and one that spells it out say the same.
 */
export interface Field<T> {
  readonly wire: string
  read(text: string | undefined): T
  /** Null: the property is to be unset, which the API writes as a name with `!` before it. */
  write(value: T): string | null
}

export type Fields = Readonly<Record<string, Field<unknown>>>
export type ValueOf<F> = F extends Field<infer T> ? T : never

/** Text that is empty when absent. */
export const text = (wire: string, absent = ''): Field<string> => ({ wire, read: (given) => given ?? absent, write: (value) => value })

/** Text that can be unset. */
export const optional = (wire: string): Field<string | null> => ({
  wire,
  read: (given) => (given === undefined || given === '' ? null : given),
  write: (value) => value,
})

export const flag = (wire: string, absent = false): Field<boolean> => ({
  wire,
  read: (given) => (given === undefined ? absent : (parseFlag(given) ?? absent)),
  write: (value) => (value ? 'yes' : 'no'),
})

/** Bytes and packets; they pass 2^53 in a router's life. */
export const count = (wire: string): Field<bigint> => ({ wire, read: bigint, write: String })

export const number = (wire: string): Field<number | null> => ({
  wire,
  read: (given) => (given === undefined || !/^-?\d+$/.test(given) ? null : Number(given)),
  write: (value) => (value === null ? null : String(value)),
})

export const duration = (wire: string): Field<number | null> => ({
  wire,
  read: (given) => (given === undefined ? null : parseDuration(given)),
  write: formatDuration,
})

export const rates = (wire: string): Field<Pair<number>> => ({
  wire,
  read: (given) => (given === undefined ? null : parsePair(given, parseRate)) ?? { up: 0, down: 0 },
  write: ({ up, down }) => `${formatRate(up)}/${formatRate(down)}`,
})

export const counts = (wire: string): Field<Pair<bigint>> => ({
  wire,
  read: (given) => (given === undefined ? null : parsePair(given, bigint)) ?? { up: 0n, down: 0n },
  write: ({ up, down }) => `${up}/${down}`,
})

export const rateLimit = (wire: string): Field<Limit> => ({ wire, read: (given) => readLimit(given ?? ''), write: writeLimit })

/** A moment of the router's clock; null: never. */
export const lastTime = (wire: string): Field<Temporal.PlainDateTime | null> => ({
  wire,
  read: (given) => (given === undefined ? null : parseLastTime(given)),
  write: (value) => value?.toString() ?? null,
})

/** A MAC address where the link has one (PPPoE, DHCP), an IP address where it has not (L2TP). */
export const callerId = (wire: string): Field<string> => ({
  wire,
  read: (given) => (given === undefined ? '' : (parseMac(given) ?? given)),
  write: (value) => (parseMac(value) ?? value).toUpperCase(),
})

/** Several values with commas between. */
export const list = (wire: string): Field<readonly string[]> => ({
  wire,
  read: (given) => (given ?? '').split(',').filter((part) => part !== ''),
  write: (value) => value.join(','),
})

function bigint(given: string | undefined): bigint {
  return given !== undefined && /^\d+$/.test(given) ? BigInt(given) : 0n
}
