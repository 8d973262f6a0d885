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
  /** What it says while it works, to any command. */
  readonly noise?: readonly RegExp[]
  /** `{ <cr>||<K> }:` wants one more Enter. */
  readonly wantsEnter?: RegExp
  /** What goes on over several lines: where that begins, behind a log line or by itself, and its last line. */
  readonly logBlock?: { readonly begins: RegExp; readonly ends: RegExp }
}

/** The longest alarm; where no end comes within it, its first lines are all that is known as one. */
const LONGEST_LOG = 40

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

/**
 * Reads a saved output: bytes as they came from a session, or text copied from a terminal. Of a transcript of several commands it is the
 * answer to the last one that `isWanted`; where none is, the text is one answer.
 */
export function readSaved(text: string, dialect: Dialect, isWanted: (typed: string) => boolean = () => false): Answer {
  const screen = createScreen()
  screen.write(text)
  const host = hostOf(screen.lines(), dialect)
  const all = screen.lines().flatMap((line) => splitPrompt(line, host))
  const typed = all.map((line) => typedBehindPrompt(line, dialect))
  const at = typed.findLastIndex((words) => words !== null && isWanted(words))
  const isNext = (line: string, index: number): boolean => line.trim().startsWith(host ?? '') && (typed[index] !== null || dialect.prompt.test(line.trim()))
  const next = at < 0 ? -1 : all.findIndex((line, index) => index > at && isNext(line, index))
  const isPart = at >= 0 && next >= 0
  const lines = at < 0 ? all : all.slice(at + 1, isPart ? next + 1 : undefined)
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const ends = (lines[last] ?? '').trim()
  const isDone = last >= 0 && (dialect.prompt.test(ends) || (dialect.done?.test(ends) === true && screen.line === ''))
  const hasPrompt = isPart || isDone
  return { ...separate(hasPrompt ? lines.slice(0, last) : lines, dialect), hasPrompt, isCut: !hasPrompt && screen.line !== '', isOverfull: screen.isOverfull }
}

/** Puts log lines apart, takes out what a pager left, and lines that are a prompt with or without a command behind it. */
export function separate(rendered: readonly string[], dialect: Dialect): { lines: string[]; logs: string[] } {
  const { prompt, pager, wantsEnter, noise = [] } = dialect
  const lines: string[] = []
  const logs: string[] = []
  const isLog = logsAmong(rendered, dialect)
  for (const [index, raw] of rendered.entries()) {
    const line = asText(raw.replace(pager, (found) => ' '.repeat(found.length)).trimEnd())
    if (line === '' && raw !== '') continue
    if (isLog[index] === true) logs.push(line)
    else if (!prompt.test(line.trim()) && !isEcho(line) && wantsEnter?.test(line) !== true && !noise.some((pattern) => pattern.test(line))) lines.push(line)
  }
  return { lines, logs }
}

/** Which of the lines the OLT has written in between. */
export function logsAmong(lines: readonly string[], { logLines, logBlock }: Dialect): boolean[] {
  const isLog = lines.map((line) => logLines.some((pattern) => pattern.test(line)))
  if (logBlock === undefined) return isLog
  for (let at = 0; at < lines.length; at += 1) {
    if (!logBlock.begins.test(lines[at] ?? '')) continue
    const end = lines.slice(at, at + LONGEST_LOG).findIndex((line) => logBlock.ends.test(line))
    if (end < 0) continue
    isLog.fill(true, at, at + end + 1)
    at += end
  }
  return isLog
}

/** `olt(config)# show onu state`, and what is left of it where only the command was saved. */
const isEcho = (line: string): boolean => /^\s*(?:[^\s#>][^#>]{0,80}[#>]\s*)*(?:show|display|sh|dis)\s+[a-z]/i.test(line)

/** The command behind a prompt, or behind several of them; null where the line is none. */
function typedBehindPrompt(line: string, { prompt }: Dialect): string | null {
  const [, before = '', typed = ''] = /^\s*((?:[^\s#>][^#>]{0,80}[#>]\s*){1,3})(\S.{0,200})$/.exec(line) ?? []
  const last = /([^\s#>][^#>]{0,80}[#>])\s*$/.exec(before)?.[1] ?? ''
  return typed !== '' && prompt.test(last.trim()) ? typed.trim() : null
}

/** The OLT's own name, from the first line that is a prompt with something behind it. */
function hostOf(lines: readonly string[], dialect: Dialect): string | null {
  for (const line of lines) {
    if (typedBehindPrompt(line, dialect) === null) continue
    return /^\s*([^\s#>(]{1,64})/.exec(line)?.[1] ?? null
  }
  return null
}

/** A prompt that stands right behind the last row is a line of its own. */
function splitPrompt(line: string, host: string | null): string[] {
  if (host === null) return [line]
  const at = line.lastIndexOf(host)
  const isPrompt = at > 0 && /^(?:\([^()\s]{1,60}\))?[#>]\s*$/.test(line.slice(at + host.length))
  return isPrompt && line.slice(0, at).trim() !== '' ? [line.slice(0, at), line.slice(at)] : [line]
}

/** Bytes that were taken one by one are UTF-8 where they can be: descriptions are written in any language. */
function asText(line: string): string {
  if (!/[\x80-\xff]/.test(line) || /[\u0100-\uffff]/.test(line)) return line
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'))
  } catch {
    return line // It is in another encoding; each byte stays what it was.
  }
}
