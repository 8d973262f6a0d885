export interface Statement {
  readonly text: string
  /** Line of its first word in the file, counted from 1. */
  readonly line: number
}

// What may hold a semicolon that ends nothing: comments, strings, quoted names and dollar-quoted bodies.
const OPENER = /--|\/\*|'|"|\$([A-Za-z_]\w*)?\$|;/g

/** Splits a SQL file into its statements, so that an error can name the one it comes from. */
export function splitStatements(file: string): Statement[] {
  const statements: Statement[] = []
  let start = 0
  const finish = (end: number): void => {
    const first = afterRemarks(file, start)
    const body = file.slice(first, end).trim()
    if (body !== '') statements.push({ text: body, line: file.slice(0, first).split('\n').length })
    start = end + 1
  }
  OPENER.lastIndex = 0
  for (let match = OPENER.exec(file); match !== null; match = OPENER.exec(file)) {
    const [opener] = match
    if (opener === ';') finish(match.index)
    else OPENER.lastIndex = endOf(file, opener, match.index)
  }
  finish(file.length)
  return statements
}

/** Where the first word stands behind blanks and comments. */
function afterRemarks(file: string, from: number): number {
  const remark = /\s+|--[^\n]*|\/\*/y
  for (let at = from; ; ) {
    remark.lastIndex = at
    const match = remark.exec(file)
    if (match === null) return at
    at = match[0] === '/*' ? endOfComment(file, remark.lastIndex) : remark.lastIndex
  }
}

function endOf(file: string, opener: string, at: number): number {
  const after = at + opener.length
  if (opener === '/*') return endOfComment(file, after)
  // An E'' string may escape its quote with a backslash.
  const isEscapeString = opener === "'" && /(^|[^A-Za-z0-9_])[eE]$/.test(file.slice(Math.max(0, at - 2), at))
  if (isEscapeString) {
    const close = /(?:[^'\\]|\\[\s\S]|'')*'/y
    close.lastIndex = after
    return close.test(file) ? close.lastIndex : file.length
  }
  const closer = opener === '--' ? '\n' : opener
  const end = file.indexOf(closer, after)
  // A doubled quote is read as an end and a new beginning, which comes to the same.
  return end < 0 ? file.length : end + closer.length
}

/** Block comments nest in PostgreSQL. */
function endOfComment(file: string, from: number): number {
  const mark = /\/\*|\*\//g
  mark.lastIndex = from
  let depth = 1
  for (let match = mark.exec(file); match !== null; match = mark.exec(file)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return mark.lastIndex
  }
  return file.length
}
