import type { Answer } from '../terminal/answer.ts'
import type { Evidence, Parsed, Reading } from './reading.ts'

/** How the end of an output is known. */
export interface Ending {
  /**
   * Figures of a line that belong to no row. `count` is how many rows there are: it stands behind them, or is that of all. `part` is said before the
   * rows of one part, of which others may follow: it can refute, and proves nothing. Several add up.
   */
  readonly total?: (line: string) => Reading | null
  /** How many rulers the page has in all when it is whole; it ends with the last one. */
  readonly rulers?: number
}

/** What was seen besides rows. */
export interface Seen {
  counted: number | null
  hasCount: boolean
  totals: Reading
  rulers: number
  /** The OLT said that there is nothing. */
  isEmpty: boolean
  hasHeader: boolean
  /** The last line is a row, and did not end. */
  isRowCut: boolean
  /** The last line that is not blank. */
  lastLine: string
}

export const nothingSeen = (): Seen => ({
  counted: null,
  hasCount: false,
  totals: {},
  rulers: 0,
  isEmpty: false,
  hasHeader: false,
  isRowCut: false,
  lastLine: '',
})

/** Adds a line's figures; those of a line that did not end are not sure. */
export function addTotal(seen: Seen, { count = null, part = null, ...others }: Reading, isCut: boolean): void {
  const number = typeof count === 'number' ? count : part
  if (typeof number === 'number') seen.counted = (seen.counted ?? 0) + number
  seen.hasCount ||= typeof count === 'number'
  if (!isCut) seen.totals = { ...seen.totals, ...others }
}

const MOST_REST = 50

export const isRuler = (line: string): boolean => /^[\s|+]*[-=_]{3}[-=_\s|+]*$/.test(line)

/** What was read, and whether it is proven to be all. Without evidence nothing is claimed. */
export function conclude(format: Ending, answer: Answer, seen: Seen, { rows, rest }: { rows: readonly Reading[]; rest: readonly string[] }): Parsed {
  const { counted } = seen
  const isNothing = rows.length === 0 && !seen.isEmpty && counted !== 0
  if (isNothing && rest.length > 0) return { kind: 'unrecognised', why: 'unknown_format', sample: rest[0] ?? '' }
  // A header without rows is an empty table only where the prompt shows that no row follows.
  if (isNothing && !(answer.hasPrompt && seen.hasHeader))
    return { kind: 'unrecognised', why: 'nothing', sample: answer.lines.find((line) => line.trim() !== '') ?? '' }
  const agrees = counted === null || counted === rows.length
  const evidence = evidenceOf(format, answer, seen, rows.length)
  return {
    kind: 'recognised',
    rows,
    complete: evidence !== null && agrees && !seen.isRowCut && !answer.isOverfull && rest.length === 0,
    evidence,
    counted,
    totals: seen.totals,
    rest: rest.slice(0, MOST_REST),
  }
}

function evidenceOf(format: Ending, answer: Answer, { hasCount, rulers, lastLine, isEmpty }: Seen, rows: number): Evidence | null {
  if (answer.hasPrompt) return 'prompt'
  // "There is nothing" is a sentence; what was cut off does not end with a line.
  if (hasCount || (isEmpty && rows === 0 && !answer.isCut)) return 'count'
  return format.rulers !== undefined && rulers >= format.rulers && isRuler(lastLine) ? 'ruler' : null
}
