/** A line that is being typed, and where in it; `back` says how far back in the history it comes from. */
export interface Editing {
  readonly letters: readonly string[]
  readonly at: number
  readonly back: number
  /** What stood here before the history was called. */
  readonly draft: readonly string[]
}

export type Key =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'enter' | 'left' | 'right' | 'home' | 'end' | 'older' | 'newer' | 'backspace' | 'delete' | 'clear-before' | 'clear-behind' }
  | { readonly kind: 'word-left' | 'word-right' | 'clear-word' | 'interrupt' | 'clear-screen' | 'none' }

export const NOTHING_TYPED: Editing = { letters: [], at: 0, back: 0, draft: [] }

const ESCAPE = '\u001b'
export const INTERRUPT = '\u0003'
const KEYS: Readonly<Record<string, Exclude<Key['kind'], 'text'>>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\u007f': 'backspace',
  '\b': 'backspace',
  '\u0001': 'home',
  '\u0002': 'left',
  [INTERRUPT]: 'interrupt',
  '\u0004': 'delete',
  '\u0005': 'end',
  '\u0006': 'right',
  '\u000b': 'clear-behind',
  '\u000c': 'clear-screen',
  '\u000e': 'newer',
  '\u0010': 'older',
  '\u0015': 'clear-before',
  '\u0017': 'clear-word',
}
const SEQUENCES: Readonly<Record<string, Exclude<Key['kind'], 'text'>>> = {
  A: 'older',
  B: 'newer',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  '1~': 'home',
  '3~': 'delete',
  '4~': 'end',
  '7~': 'home',
  '8~': 'end',
  '1;5C': 'word-right',
  '1;5D': 'word-left',
  '1;3C': 'word-right',
  '1;3D': 'word-left',
}
const SEQUENCE = new RegExp(String.raw`^${ESCAPE}(?:\[|O)([0-9;]*[A-Za-z~])`)

/** The first key of what a terminal sends, and what is left. Letters that follow one another are one key. */
export function nextKey(sent: string): { key: Key; rest: string } {
  // Pasted text ends its lines as it likes; one end is one Enter.
  if (sent.startsWith('\r\n')) return { key: { kind: 'enter' }, rest: sent.slice(2) }
  const [first = ''] = sent
  const kind = KEYS[first]
  if (kind !== undefined) return { key: { kind }, rest: sent.slice(1) }
  if (first === ESCAPE) {
    const [whole, code = ''] = SEQUENCE.exec(sent) ?? [ESCAPE]
    return { key: { kind: SEQUENCES[code] ?? 'none' }, rest: sent.slice(whole.length) }
  }
  if (first === '\t') return { key: { kind: 'text', text: ' ' }, rest: sent.slice(1) }
  const [text] = /^\P{Cc}+/u.exec(sent) ?? []
  return text === undefined ? { key: { kind: 'none' }, rest: sent.slice(first.length) } : { key: { kind: 'text', text }, rest: sent.slice(text.length) }
}

/** What a key makes of the line. `history` has the newest first. */
export function pressed(line: Editing, key: Key, history: readonly string[]): Editing {
  const { letters, at } = line
  const put = (next: readonly string[], where: number): Editing => ({ ...line, letters: next, at: where })
  const without = (from: number, to: number): Editing => put([...letters.slice(0, from), ...letters.slice(to)], from)
  switch (key.kind) {
    case 'text': {
      const added = [...key.text]
      return put([...letters.slice(0, at), ...added, ...letters.slice(at)], at + added.length)
    }
    case 'left':
      return put(letters, Math.max(0, at - 1))
    case 'right':
      return put(letters, Math.min(letters.length, at + 1))
    case 'home':
      return put(letters, 0)
    case 'end':
      return put(letters, letters.length)
    case 'word-left':
      return put(letters, wordBefore(letters, at))
    case 'word-right':
      return put(letters, wordBehind(letters, at))
    case 'backspace':
      return at === 0 ? line : without(at - 1, at)
    case 'delete':
      return without(at, at + 1)
    case 'clear-before':
      return without(0, at)
    case 'clear-behind':
      return without(at, letters.length)
    case 'clear-word':
      return without(wordBefore(letters, at), at)
    case 'older':
      return recalled(line, line.back + 1, history)
    case 'newer':
      return recalled(line, line.back - 1, history)
    default:
      return line
  }
}

function recalled(line: Editing, back: number, history: readonly string[]): Editing {
  if (back < 0 || back > history.length) return line
  const draft = line.back === 0 ? line.letters : line.draft
  const letters = back === 0 ? draft : [...(history[back - 1] ?? '')]
  return { letters, at: letters.length, back, draft }
}

function wordBefore(letters: readonly string[], at: number): number {
  let to = at
  while (to > 0 && letters[to - 1] === ' ') to -= 1
  while (to > 0 && letters[to - 1] !== ' ') to -= 1
  return to
}

function wordBehind(letters: readonly string[], at: number): number {
  let to = at
  while (to < letters.length && letters[to] === ' ') to += 1
  while (to < letters.length && letters[to] !== ' ') to += 1
  return to
}
