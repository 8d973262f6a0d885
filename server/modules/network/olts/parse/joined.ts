import type { Answer } from '../terminal/answer.ts'
import type { Read } from './first-of.ts'
import type { Parsed, Reading } from './reading.ts'

/** Two tables of one page about the same things, the second below the first, made one by `keys`. It is whole when the second is, and both tell of as many. */
export const joined =
  (first: Read, second: Read, keys: readonly string[]): Read =>
  (answer: Answer): Parsed => {
    const one = first(answer)
    const two = second(answer)
    if (one.kind === 'unrecognised') return one
    if (two.kind === 'unrecognised') return two.why === 'row_not_understood' ? two : { ...one, complete: one.complete && one.rows.length === 0 }
    const keyOf = (row: Reading): string => keys.map((key) => String(row[key] ?? '')).join(' ')
    const others = new Map(two.rows.map((row) => [keyOf(row), row]))
    return {
      ...one,
      rows: one.rows.map((row) => ({ ...others.get(keyOf(row)), ...row })),
      complete: two.complete && one.rows.length === two.rows.length && (one.counted ?? one.rows.length) === one.rows.length && one.rest.length === 0,
      evidence: two.evidence,
      rest: [...one.rest, ...two.rest],
    }
  }

/** A table, and labels below it that hold for each row of it. */
export const withPage =
  (table: Read, page: Read): Read =>
  (answer: Answer): Parsed => {
    const rows = table(answer)
    const found = page(answer)
    if (rows.kind === 'unrecognised' || found.kind === 'unrecognised') return rows
    return { ...rows, rows: rows.rows.map((row) => ({ ...row, ...found.rows[0] })) }
  }
