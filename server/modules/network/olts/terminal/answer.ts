import { createScreen } from './screen.ts'

/** What of a dialect has to be known to tell an answer from what stands around it. */
export interface Dialect {
  /** The whole line of a prompt, as a saved text may end with one. */
  readonly prompt: RegExp
  /** A line that says the command has ended, where the OLT has one. */
  readonly done?: RegExp
  /** The pager, as a piece of a line. */
  readonly pager: RegExp
  /** Lines the OLT writes into anything at any time. */
  readonly logLines: readonly RegExp[]
}

/** An answer as lines of text. */
export interface Answer {
  readonly lines: readonly string[]
  /** Log lines that stood between them. */
  readonly logs: readonly string[]
  /** The prompt that follows an answer was seen: it is all. */
  readonly hasPrompt: boolean
  /** The last line did not end; it may go on. Never with `hasPrompt`. */
  readonly isCut: boolean
  /** More came than was kept. */
  readonly isOverfull: boolean
}

/** Reads a saved output: bytes as they came from a session, or text copied from a terminal. */
export function readSaved(text: string, dialect: Dialect): Answer {
  const screen = createScreen()
  screen.write(text)
  const lines = screen.lines()
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const ends = (lines[last] ?? '').trim()
  // "Admin#" may be the beginning of a longer prompt, but no row.
  const hasPrompt = last >= 0 && (dialect.prompt.test(ends) || (dialect.done?.test(ends) === true && screen.line === ''))
  return { ...separate(hasPrompt ? lines.slice(0, last) : lines, dialect), hasPrompt, isCut: !hasPrompt && screen.line !== '', isOverfull: screen.isOverfull }
}

/** Puts log lines apart, takes out what a pager left, and lines that are a prompt with or without a command behind it. */
export function separate(rendered: readonly string[], { prompt, pager, logLines }: Dialect): { lines: string[]; logs: string[] } {
  const lines: string[] = []
  const logs: string[] = []
  for (const raw of rendered) {
    const line = raw.replace(pager, (found) => ' '.repeat(found.length)).trimEnd()
    if (line === '' && raw !== '') continue
    if (logLines.some((pattern) => pattern.test(line))) logs.push(line)
    else if (!prompt.test(line.trim()) && !isEcho(line)) lines.push(line)
  }
  return { lines, logs }
}

/** `olt(config)# show onu state`, and what is left of it where only the command was saved. */
const isEcho = (line: string): boolean => /^\s*(?:[^\s#>][^#>]{0,80}[#>]\s*)?(?:show|display|sh|dis)\s+[a-z]/i.test(line)
