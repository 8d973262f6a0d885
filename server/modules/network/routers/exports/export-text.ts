/** Lines that name the moment or the machine, and nothing that somebody has set. */
const isHead = (line: string): boolean => line.startsWith('#')

/** What is compared: `/export` writes its moment into the first lines. */
export const withoutHead = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !isHead(line))
    .join('\n')
    .trim()

const SECRETS = /\b((?:password|secret|[\w-]*-(?:key|secret|password)|key|passphrase|authentication-password|encryption-password)=)("(?:[^"\\]|\\.)*"|\S+)/g

/** For people: values that let somebody in are struck out. */
export const masked = (text: string): string => text.replaceAll(SECRETS, '$1•••')

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** So many lines around a change are shown. */
const AROUND = 2
/** Beyond this the middle is told as taken away and put in, for a table of this square would be too large. */
const MOST_CELLS = 4_000_000

/** What has changed from one text to the next, line by line, with a few lines around each change. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const same = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: 'same', text }))
  const all = [...same(a.slice(0, head)), ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)), ...same(a.slice(a.length - tail))]
  const isNear = (n: number): boolean => all.slice(Math.max(0, n - AROUND), n + AROUND + 1).some(({ kind }) => kind !== 'same')
  return all.filter((_line, n) => isNear(n))
}

/** Longest common subsequence of what lies between the equal ends. */
function middle(a: readonly string[], b: readonly string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ kind: 'removed', text })
  const added = (text: string): DiffLine => ({ kind: 'added', text })
  if (a.length * b.length > MOST_CELLS) return [...a.map(removed), ...b.map(added)]
  const width = b.length + 1
  const length = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => length[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) length[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] ?? '' })
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      lines.push(removed(a[i] ?? ''))
      i += 1
    } else {
      lines.push(added(b[j] ?? ''))
      j += 1
    }
  }
  return [...lines, ...a.slice(i).map(removed), ...b.slice(j).map(added)]
}
