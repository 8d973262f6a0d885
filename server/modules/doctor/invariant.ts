import type { RawBuilder } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { Sums } from './sums.sql.ts'

export interface CheckContext {
  /** The business day. */
  readonly today: PlainDate
  readonly now: Instant
  /** Seals: all of them, or those of the last two days and of half an older month that changes from day to day. */
  readonly seals: 'all' | 'recent'
  /** Fingerprints of the whole database; null = look at every row, whatever they say. */
  readonly sums: Sums | null
}

/** Something that must hold over the whole database. */
export interface Invariant {
  readonly id: string
  readonly title: { readonly en: string; readonly bn: string }
  /** An `error` blocks closing a month; a `warning` is shown. */
  readonly severity: 'error' | 'warning'
  /** Tells from the fingerprints whether rows must be looked at; without it they always are. */
  readonly suspects?: (sums: Sums) => boolean
  /** One statement that returns the offending rows, at most {@link MAX_ROWS} of them; none where all is well. */
  readonly find: (context: CheckContext) => RawBuilder<Record<string, unknown>>
}

export const MAX_ROWS = 100

/** Fingerprints are sums modulo this prime (see the SQL function). */
export const PRIME = 2147483647
