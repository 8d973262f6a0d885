/** Beyond this a line holds nothing an OLT prints; a cursor sent further stays here. */
const MOST_COLUMNS = 4096
/** 16 PONs of 128 ONUs are 4,096 lines in the longest listing; who prints more than this has lost his way. */
const MOST_LINES = 100_000
/** In all; a line that is written over and over does not grow, but it is work. */
const MOST_CHARACTERS = 16_000_000
const TAB = 8

// What a terminal obeys, with limits so that a stray escape swallows no more than itself.
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's text is what lies between the control characters
const CSI = /\x1b\[([0-9;:<=>?]{0,32})[ -/]{0,8}([@-~])/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's text is what lies between the control characters
const OTHER_ESCAPE = /\x1b(?:\][^\x07\x1b]{0,256}(?:\x07|\x1b\\)|[ -/]{1,4}[0-~]|[0-Z\\^-~])/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's text is what lies between the control characters
const UNFINISHED = /^\x1b(?:\[[0-9;:<=>?]{0,32}[ -/]{0,8}|\][^\x07\x1b]{0,256}\x1b?|[ -/]{0,4})?$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's text is what lies between the control characters
const PLAIN = /[^\x00-\x1f\x7f]+/y

export interface Screen {
  /** Takes the next piece of what came, cut anywhere. */
  write(piece: string): void
  /** The lines from `first` on as they stand now, without blanks at their ends; the one the cursor is on is the last. */
  lines(first?: number): string[]
  /** The number of the line the cursor is on; counted from the beginning, also over what was forgotten. */
  readonly row: number
  /** The line the cursor is on. */
  readonly line: string
  /** More came than is kept; what stands here is not all. */
  readonly isOverfull: boolean
  /** Lets go of every line above the cursor's. */
  forget(): void
}

/**
 * What a terminal without end would show: columns placed by CR and cursor moves, a pager that was wiped away, text that was overwritten.
 * Taking the control characters out of the bytes instead destroys tables. Pure; any cutting of the input gives the same lines.
 */
export function createScreen(): Screen {
  let kept: string[] = ['']
  let forgotten = 0
  let row = 0
  let column = 0
  let pending = ''
  let isOverfull = false
  let written = 0

  const put = (text: string): void => {
    const line = kept[row] ?? ''
    const room = written > MOST_CHARACTERS ? 0 : Math.max(0, MOST_COLUMNS - column)
    if (text.length > room) isOverfull = true
    const fits = text.slice(0, room)
    const before = column > line.length ? line.padEnd(column) : line.slice(0, column)
    // What is padded is kept too.
    written += fits.length + Math.max(0, column - line.length)
    kept[row] = before + fits + line.slice(column + fits.length)
    column += fits.length
  }
  const feed = (): void => {
    column = 0
    if (row < kept.length - 1) {
      row += 1
    } else if (kept.length < MOST_LINES) {
      row = kept.push('') - 1
    } else {
      isOverfull = true
      kept[row] = ''
    }
  }
  const control = (character: string): void => {
    if (character === '\n') feed()
    else if (character === '\r') column = 0
    else if (character === '\b') column = Math.max(0, column - 1)
    else if (character === '\t') column = Math.min(MOST_COLUMNS, (Math.floor(column / TAB) + 1) * TAB)
  }
  const obey = (parameters: string, final: string): void => {
    const [first, second] = parameters.split(';').map(Number)
    const count = Math.min(MOST_COLUMNS, Math.max(1, first || 1))
    const line = kept[row] ?? ''
    if (final === 'C') column = Math.min(MOST_COLUMNS, column + count)
    else if (final === 'D') column = Math.max(0, column - count)
    else if (final === 'A') row = Math.max(0, row - count)
    else if (final === 'B') row = Math.min(kept.length - 1, row + count)
    else if (final === 'G') column = count - 1
    else if (final === 'H' || final === 'f') column = Math.min(MOST_COLUMNS, Math.max(1, second || 1)) - 1
    else if (final === 'K')
      kept[row] = first === 2 ? '' : first === 1 ? ' '.repeat(Math.min(line.length, column + 1)) + line.slice(column + 1) : line.slice(0, column)
    else if (final === 'P') kept[row] = line.slice(0, column) + line.slice(column + count)
    else if (final === 'X') kept[row] = line.slice(0, column) + ' '.repeat(Math.max(0, Math.min(count, line.length - column))) + line.slice(column + count)
    else if (final === '@') kept[row] = (line.slice(0, column) + ' '.repeat(count) + line.slice(column)).slice(0, MOST_COLUMNS)
  }

  return {
    write: (piece) => {
      const text = pending + piece
      pending = ''
      let at = 0
      while (at < text.length) {
        PLAIN.lastIndex = at
        const plain = PLAIN.exec(text)
        if (plain !== null) {
          put(plain[0])
          at = PLAIN.lastIndex
          continue
        }
        if (text[at] !== '\x1b') {
          control(text[at] ?? '')
          at += 1
          continue
        }
        const escape = readEscape(text, at)
        if (escape === null) {
          if (UNFINISHED.test(text.slice(at, at + 300))) {
            pending = text.slice(at)
            return
          }
          at += 1
          continue
        }
        if (escape.final !== '') obey(escape.parameters, escape.final)
        at = escape.end
      }
    },
    lines: (first = 0) => kept.slice(Math.max(0, first - forgotten)).map((line) => line.trimEnd()),
    get row() {
      return forgotten + row
    },
    get line() {
      return (kept[row] ?? '').trimEnd()
    },
    get isOverfull() {
      return isOverfull
    },
    forget: () => {
      forgotten += row
      kept = kept.slice(row)
      row = 0
      written = 0
      isOverfull = false
    },
  }
}

function readEscape(text: string, at: number): { parameters: string; final: string; end: number } | null {
  CSI.lastIndex = at
  const csi = CSI.exec(text)
  if (csi !== null) return { parameters: csi[1] ?? '', final: csi[2] ?? '', end: CSI.lastIndex }
  OTHER_ESCAPE.lastIndex = at
  return OTHER_ESCAPE.test(text) ? { parameters: '', final: '', end: OTHER_ESCAPE.lastIndex } : null
}
