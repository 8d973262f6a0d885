import type { Answer } from '../terminal/answer.ts'
import { addTotal, conclude, isRuler, nothingSeen } from './conclude.ts'
import type { Ending } from './conclude.ts'
import type { Parsed, Reading } from './reading.ts'

/** A sentence the OLT says, with what it tells. */
export interface Sentence {
  readonly pattern: RegExp
  readonly read: (groups: readonly string[]) => Reading
  /** It adds to the row before it instead of being one. */
  readonly isMore?: boolean
  /** Cut off it cannot be told from a whole one. */
  readonly isOpen?: boolean
}

export interface SentenceFormat extends Ending {
  readonly sentences: readonly Sentence[]
  readonly skip?: readonly RegExp[]
  readonly empty?: RegExp
}

const MOST_COLUMNS = 600

/** Reads answers that are sentences, each one a row or an addition to it. Pure and total. */
export function readSentences(format: SentenceFormat, answer: Answer): Parsed {
  const rows: Reading[] = []
  const rest: string[] = []
  const seen = nothingSeen()
  for (const [at, line] of answer.lines.entries()) {
    if (line.trim() === '') continue
    seen.lastLine = line
    const isLast = answer.isCut && at === answer.lines.length - 1
    if (isRuler(line)) {
      seen.rulers += 1
      continue
    }
    const total = format.total?.(line) ?? null
    if (total !== null) {
      addTotal(seen, total, isLast)
      continue
    }
    if (format.empty?.test(line) === true) {
      seen.isEmpty = true
      continue
    }
    if (format.skip?.some((pattern) => pattern.test(line)) === true) continue
    const said =
      line.length > MOST_COLUMNS
        ? null
        : (format.sentences.map((sentence) => ({ sentence, found: sentence.pattern.exec(line) })).find(({ found }) => found !== null) ?? null)
    if (said === null || (isLast && said.sentence.isOpen === true)) {
      seen.isRowCut ||= isLast
      rest.push(line)
      continue
    }
    const read = said.sentence.read((said.found ?? []).map((group) => (group ?? '').trim()))
    const before = said.sentence.isMore === true ? rows.pop() : undefined
    rows.push({ ...before, ...read })
  }
  return conclude(format, answer, seen, { rows, rest })
}
