import type { Answer } from '../terminal/answer.ts'
import { addTotal, conclude, isRuler, nothingSeen } from './conclude.ts'
import type { Ending } from './conclude.ts'
import type { Parsed, Reading } from './reading.ts'
import { textOf } from './values.ts'

/** A line `label : value` of a page. */
export interface Field {
  /** The whole label. */
  readonly label: RegExp
  readonly read: (value: string) => Reading
}

export interface PageFormat extends Ending {
  readonly fields: readonly Field[]
  /** A line with this label begins the next thing; `repeats`: any label that was there already does. Else the page is about one thing. */
  readonly begins?: RegExp
  readonly repeats?: boolean
  /** What stands above the things is one itself where there are none. */
  readonly scopeIsRow?: boolean
  /** Other lines are no part of it: the page has tables too. */
  readonly hasTables?: boolean
  /** Between label and value. */
  readonly separator?: RegExp
  /** How many known labels there are at least; less is another page. */
  readonly least?: number
  /** Lines that belong to everything below them. */
  readonly scope?: (line: string) => Reading | null
  readonly skip?: readonly RegExp[]
  readonly empty?: RegExp
  /** Where what is read has ended: another part of the page. */
  readonly ends?: RegExp
}

const LABEL = /^\s*([^:]{1,60}?)\s*:\s*(.*)$/
const MOST_COLUMNS = 600

/** Reads pages of labels and values. A label nobody knows is kept under its own name, so that nothing the OLT said is lost. Pure and total. */
export function readPage(format: PageFormat, answer: Answer): Parsed {
  const rows: Record<string, Reading[string]>[] = []
  const rest: string[] = []
  const seen = nothingSeen()
  let scope: Reading = {}
  let known = 0
  let isEnded = false
  const labels = new Set<string>()
  for (const [at, line] of answer.lines.entries()) {
    if (line.trim() === '') continue
    seen.lastLine = line
    const isLast = answer.isCut && at === answer.lines.length - 1
    if (isRuler(line)) {
      seen.rulers += 1
      isEnded = true
      continue
    }
    if (format.ends?.test(line) === true) break
    const total = format.total?.(line) ?? null
    isEnded = total !== null
    if (total !== null) {
      addTotal(seen, total, isLast)
      continue
    }
    if (format.empty?.test(line) === true) {
      seen.isEmpty = true
      continue
    }
    const found = format.scope?.(line) ?? null
    if (found !== null) {
      scope = { ...scope, ...found }
      continue
    }
    if (format.skip?.some((pattern) => pattern.test(line)) === true) continue
    const [label, value] = split(line, format.separator ?? LABEL)
    if (label === null) {
      if (format.hasTables !== true) rest.push(line)
      continue
    }
    // A value that was cut off cannot be told from a whole one.
    if (isLast) {
      seen.isRowCut = true
      rest.push(line)
      continue
    }
    const field = format.fields.find((other) => other.label.test(label))
    const isRepeated = format.repeats === true && labels.has(label)
    if (rows.length === 0 || isRepeated || format.begins?.test(label) === true) {
      rows.push({ ...scope })
      labels.clear()
    }
    labels.add(label)
    if (field !== undefined) known += 1
    Object.assign(rows.at(-1) ?? {}, field === undefined ? { [nameOf(label)]: textOf(value) } : field.read(value))
  }
  // Where rulers part the things, one without a ruler behind it may lack the rest of it.
  if (format.begins !== undefined && seen.rulers > 0 && !answer.hasPrompt && !isEnded && rows.length > 0) {
    rows.pop()
    rest.push(seen.lastLine)
  }
  if (rows.length === 0 && format.scopeIsRow === true && Object.keys(scope).length > 0) {
    rows.push(scope)
    known = format.least ?? 2
  }
  if (known < (format.least ?? 2)) {
    if (!seen.isEmpty && seen.counted !== 0)
      return { kind: 'unrecognised', why: rows.length + rest.length === 0 ? 'nothing' : 'unknown_format', sample: rest[0] ?? seen.lastLine }
    rows.length = 0
  }
  return conclude(format, answer, seen, { rows, rest })
}

function split(line: string, pattern: RegExp): [string | null, string] {
  const found = line.length > MOST_COLUMNS ? null : pattern.exec(line)
  return found === null ? [null, ''] : [found[1] ?? '', (found[2] ?? '').trim()]
}

/** `ONT last distance(m)` -> `ontLastDistance`. */
export function nameOf(label: string): string {
  const words = label
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())).join('')
}
