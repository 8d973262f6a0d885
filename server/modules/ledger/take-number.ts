import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { takeFromSeries } from './store.ts'

export type DocumentKind = 'invoice' | 'credit_note' | 'void' | 'write_off' | 'receipt' | 'refund' | 'transfer'

/** Whose numbers: the company's, a branch's, a wallet's (receipts), or those of opening balances. */
export interface SeriesOwner {
  /** `company`, `branch:<id>`, `wallet:<id>`, `opening`. */
  readonly key: string
  /** What `{owner}` prints. */
  readonly code: string
}

export const companySeries: SeriesOwner = { key: 'company', code: '' }

const PATTERNS: Record<DocumentKind, string> = {
  invoice: 'INV-{yyyy}-{n:6}',
  credit_note: 'CN-{yyyy}-{n:6}',
  void: 'VD-{yyyy}-{n:6}',
  write_off: 'WO-{yyyy}-{n:6}',
  receipt: 'RC-{owner}-{yy}-{n:6}',
  refund: 'RF-{yyyy}-{n:6}',
  transfer: 'TR-{yyyy}-{n:6}',
}

/** The fiscal year of a day, named by the year it ends in: with July as first month, 2026-07-01 is 2027. */
export const fiscalYear = (day: PlainDate, startMonth: number): number => (startMonth > 1 && day.month >= startMonth ? day.year + 1 : day.year)

/** Prints a number by its pattern; the SQL function `document_code` is its twin. */
export function documentCode(pattern: string, year: number, ownerCode: string, number: bigint): string {
  return pattern
    .replace(/\{n(?::(\d+))?\}/, (_all, width: string | undefined) => number.toString().padStart(Number(width ?? 1), '0'))
    .replaceAll('{yyyy}', String(year))
    .replaceAll('{yy}', String(year % 100).padStart(2, '0'))
    .replaceAll('{owner}', ownerCode)
}

export interface DocumentNumber {
  readonly seriesId: bigint
  readonly number: bigint
  readonly code: string
}

/**
 * Takes the next number of a kind of document. Gap-free: the counter row stays locked to the end of the transaction and
 * rolls back with it, so take it as the last thing before the inserts.
 */
export async function takeNumber(tx: Tx, kind: DocumentKind, on: PlainDate, owner: SeriesOwner = companySeries): Promise<DocumentNumber> {
  const year = fiscalYear(on, tx.company.fiscalYearStartMonth)
  const pattern = owner.key === 'opening' ? 'OB-{n:6}' : PATTERNS[kind]
  const taken = await takeFromSeries(tx, { kind, owner: owner.key, fiscalYear: year, pattern, count: 1 })
  return { seriesId: taken.seriesId, number: taken.first, code: documentCode(taken.pattern, year, owner.code, taken.first) }
}

/** A series as the SQL function `take_number` takes it, for a composed statement that takes its number itself. */
export const seriesJson = (tx: Tx, kind: DocumentKind, on: PlainDate, owner: SeriesOwner) => ({
  owner: owner.key,
  owner_code: owner.code,
  fiscal_year: fiscalYear(on, tx.company.fiscalYearStartMonth),
  pattern: PATTERNS[kind],
})

/** Takes a run of numbers for a bulk insert. */
export async function takeNumbers(tx: Tx, kind: DocumentKind, on: PlainDate, count: number, owner: SeriesOwner = companySeries) {
  const year = fiscalYear(on, tx.company.fiscalYearStartMonth)
  const taken = await takeFromSeries(tx, { kind, owner: owner.key, fiscalYear: year, pattern: PATTERNS[kind], count })
  return { ...taken, fiscalYear: year }
}
