import type { Answer } from '../terminal/answer.ts'
import { addTotal, conclude, isRuler, nothingSeen } from './conclude.ts'
import type { Ending } from './conclude.ts'
import type { Parsed, Reading } from './reading.ts'

/** A column of a table: what its header says, what its cells look like, and what they mean. */
export interface Column {
  /** Null: a column that is stepped over. */
  readonly name: string
  readonly label: RegExp | null
  /** What a cell matches, without capturing groups. Matching goes from left to right, so shapes that are bounded keep it linear. */
  readonly shape: string
  readonly read: (text: string) => Reading
  /** A cell that was cut off cannot be told from a whole one: a number, free text. */
  readonly isOpen?: boolean
  /** It may stand right behind the cell before it, where that one is full. */
  readonly touches?: boolean
}

export interface TableFormat extends Ending {
  readonly columns: readonly Column[]
  /** The usual orders by name, the fullest first; `name?` may be missing. */
  readonly layouts: readonly (readonly string[])[]
  /** How a row begins. A line that begins so and is none makes the whole unrecognised, rather than a table with a hole. */
  readonly key: RegExp
  /** Rows may go on in the next lines, for the OLT wraps them. */
  readonly wraps?: boolean
  /** What a line says of the rows that follow: the PON they are on. */
  readonly scope?: (line: string) => Reading | null
  /** Lines that are no rows and say nothing. */
  readonly skip?: readonly RegExp[]
  /** The whole answer when there is nothing. */
  readonly empty?: RegExp
  /** Where the table begins, where the page has others. */
  readonly begins?: RegExp
  /** Where what belongs to the table has ended. */
  readonly ends?: RegExp
}

interface Layout {
  readonly columns: readonly Column[]
  readonly pattern: RegExp
}

/** No OLT prints longer rows; it bounds what a pattern can cost. */
const MOST_COLUMNS = 600
const MOST_WRAPPED = 2

/** Reads a table by what its header says, and where there is no header, or the rows do not keep to it, by its usual layouts. Pure and total. */
export function readTable(format: TableFormat, answer: Answer): Parsed {
  const usual = format.layouts.map((names) => layoutOf(format, names))
  const rows: Reading[] = []
  const rest: string[] = []
  // The second line of a header; where no row follows it may be anything.
  let underHeader: string[] = []
  const seen = nothingSeen()
  let layouts = usual
  let scope: Reading = {}
  let isInHeader = false
  let hasBegun = format.begins === undefined

  for (let at = 0; at < answer.lines.length; at += 1) {
    const line = answer.lines[at] ?? ''
    if (line.trim() === '') continue
    const isLast = answer.isCut && at === answer.lines.length - 1
    if (hasBegun) seen.lastLine = line
    const isDone = hasBegun && rows.length > 0 && format.ends?.test(line) === true
    if (!hasBegun) hasBegun = format.begins?.test(line) === true
    if (isDone) hasBegun = false
    const total = format.total?.(line) ?? null
    if (total !== null) addTotal(seen, total, isLast)
    const found = format.scope?.(line) ?? null
    if (found !== null) scope = found
    if (total !== null || found !== null) continue
    if (isRuler(line)) {
      seen.rulers += 1
      // The ruler under a header's second line ends the header.
      isInHeader = false
      underHeader = []
      continue
    }
    if (format.empty?.test(line) === true) {
      seen.isEmpty = true
      continue
    }
    if (!hasBegun || format.skip?.some((pattern) => pattern.test(line)) === true) continue
    const header = format.key.test(line) ? null : headerOf(format, line, isInHeader ? layouts[0]?.columns : undefined)
    if (header !== null) {
      // A usual order that begins with another column than the header is none here.
      const fitting = usual.filter(({ columns: [first] }) => first?.label === null || first === header[0])
      layouts = header.length > 1 ? [...withOrder(header), ...(fitting.length > 0 ? fitting : usual)] : usual
      isInHeader = true
      seen.hasHeader = true
      continue
    }
    if (!format.key.test(line)) {
      ;(isInHeader ? underHeader : rest).push(line)
      continue
    }
    isInHeader = false
    underHeader = []
    const read = readRow(layouts, line, format.wraps === true ? followingOf(format, answer.lines, at) : [])
    const isCut = answer.isCut && at + (read?.wrapped ?? 0) === answer.lines.length - 1
    seen.isRowCut ||= isCut
    if (read !== null && !(isCut && read.isOpen)) {
      rows.push({ ...scope, ...read.row })
      at += read.wrapped
      continue
    }
    // A row that was cut off is no reason to doubt those before it, but it is no row.
    if (read === null && !isLast && !(format.wraps === true && answer.isCut && at + MOST_WRAPPED >= answer.lines.length - 1))
      return { kind: 'unrecognised', why: 'row_not_understood', sample: line }
    seen.isRowCut = true
    rest.push(line)
    break
  }
  return conclude(format, answer, seen, { rows, rest: [...underHeader, ...rest] })
}

interface Following {
  readonly text: string
  /** How many lines behind the row's first one it stands. */
  readonly at: number
}

/** What may be the rest of a row: the next lines that are nothing by themselves, with blank ones between them. */
function followingOf(format: TableFormat, lines: readonly string[], from: number): Following[] {
  const following: Following[] = []
  for (let at = from + 1; at < lines.length && following.length < MOST_WRAPPED && at - from <= 2 * MOST_WRAPPED; at += 1) {
    const text = lines[at] ?? ''
    if (text.trim() === '') continue
    if (format.key.test(text) || isRuler(text) || (format.total?.(text) ?? null) !== null || (format.scope?.(text) ?? null) !== null) break
    following.push({ text: text.trim(), at: at - from })
  }
  return following
}

/** The reading with the most cells, of those the one with the fewest lines: a row may be broken before cells that others do not have. */
function readRow(layouts: readonly Layout[], line: string, following: readonly Following[]) {
  let best: { row: Reading; wrapped: number; isOpen: boolean; cells: number } | null = null
  for (let wrapped = 0; wrapped <= following.length; wrapped += 1) {
    const next = following.slice(0, wrapped).map(({ text }) => text)
    // A row is broken between cells or within one.
    for (const text of wrapped === 0 ? [line] : [`${line} ${next.join(' ')}`, line + next.join('')]) {
      const read = text.length > MOST_COLUMNS ? null : readLine(layouts, text)
      if (read !== null && (best === null || read.cells > best.cells)) best = { ...read, wrapped: following[wrapped - 1]?.at ?? 0 }
      if (read !== null) break
    }
  }
  return best
}

function readLine(layouts: readonly Layout[], text: string): { row: Reading; isOpen: boolean; cells: number } | null {
  for (const { columns, pattern } of layouts) {
    const cells = pattern.exec(text)
    if (cells === null) continue
    const row: Reading = Object.assign({}, ...columns.map((column, index) => column.read((cells[index + 1] ?? '').trim())))
    // Cut behind a cell, the row lacks those that would have followed.
    return { row, isOpen: cells.at(-1) === undefined || columns.at(-1)?.isOpen === true, cells: cells.filter((cell) => cell !== undefined).length }
  }
  return null
}

const layoutCache = new WeakMap<TableFormat, Map<string, Layout>>()

/** The pattern of a row with these columns, compiled once. */
function layoutOf(format: TableFormat, names: readonly string[]): Layout {
  const cache = layoutCache.get(format) ?? new Map<string, Layout>()
  layoutCache.set(format, cache)
  const key = names.join(' ')
  const cached = cache.get(key)
  if (cached !== undefined) return cached
  const parts = names.map((written) => {
    const name = written.replace(/\?$/, '')
    const column = format.columns.find((other) => other.name === name)
    if (column === undefined) throw new Error(`A layout names a column that is not there: ${name}`)
    return { column, isOptional: written.endsWith('?') }
  })
  let source = ''
  for (const [index, { column, isOptional }] of parts.entries()) {
    const cell = `${gapBefore(column, index)}(${column.shape})`
    source += isOptional ? `(?:${cell})?` : cell
  }
  const layout = { columns: parts.map(({ column }) => column), pattern: new RegExp(`^${source}\\s*$`, 'i') }
  cache.set(key, layout)
  return layout
}

const gapBefore = ({ touches }: Column, index: number): string => (index === 0 || touches === true ? '\\s*' : '\\s+')

const UNKNOWN_COLUMN: Column = { name: '?', label: null, shape: '\\S+', read: () => ({}), isOpen: true }

const headerCache = new WeakMap<readonly Column[], Layout>()

/** Rows in the order of the header, with its last column said or not. */
function withOrder(columns: readonly Column[]): Layout[] {
  const cached = headerCache.get(columns)
  if (cached !== undefined) return [cached]
  const last = columns.length - 1
  const source = columns
    .map((column, index) =>
      index === last && index > 0 ? `(?:${gapBefore(column, index)}(${column.shape}))?` : `${gapBefore(column, index)}(${column.shape})`,
    )
    .join('')
  const layout = { columns, pattern: new RegExp(`^${source}\\s*$`, 'i') }
  headerCache.set(columns, layout)
  return [layout]
}

/** Stands where a label was found; nothing that is printed holds it. */
const TAKEN = '\ue000'

/** The columns a header line names, in its order; null where it is no header. A header that goes on in a second line adds to the first. */
function headerOf(format: TableFormat, line: string, before: readonly Column[] | undefined): Column[] | null {
  if (line.length > MOST_COLUMNS || format.columns.every(({ label }) => label === null)) return null
  const places: { at: number; column: Column }[] = []
  let left = line
  for (const column of format.columns) {
    const found = column.label?.exec(left) ?? null
    if (found === null || found[0] === '') continue
    places.push({ at: found.index, column })
    left = left.slice(0, found.index) + TAKEN.repeat(found[0].length) + left.slice(found.index + found[0].length)
  }
  const least = Math.min(2, format.columns.filter(({ label }) => label !== null).length)
  if (places.length < least) return null
  // What nobody knows is a column of its own where blanks keep it apart.
  for (const word of left.matchAll(/(?<=\s{2}|^)[^\s\ue000]+(?: [^\s\ue000]+)*(?=\s{2}|$)/g)) places.push({ at: word.index, column: UNKNOWN_COLUMN })
  const found = places.sort((one, other) => one.at - other.at).map(({ column }) => column)
  const isNew = before === undefined || found.some((column) => before.includes(column))
  return isNew ? found : [...before, ...found]
}
