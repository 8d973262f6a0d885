import { randomBytes } from 'node:crypto'

export interface Change {
  readonly topic: string
  readonly id: bigint
}

const MOST_KEPT = 2000

/**
 * The last changes this process heard of, numbered, so that a page whose connection broke for a moment is told what it missed and
 * nothing else. The numbers mean something to this process only, and only until it may have missed something itself.
 */
export function changeLog() {
  let era = newEra()
  let last = 0
  let kept: (Change & { readonly number: number })[] = []
  return {
    add(change: Change): void {
      last += 1
      kept.push({ ...change, number: last })
      if (kept.length > MOST_KEPT) kept = kept.slice(-MOST_KEPT / 2)
    },
    /** Everything before now is unknown from here on. */
    forget(): void {
      era = newEra()
      kept = []
    },
    /** Where the log stands now, as an event's id. */
    position: (): string => `${era}-${last}`,
    /** What came after an event's id; null where that cannot be told. */
    since(position: string | null): readonly Change[] | null {
      const [, ofEra, number] = /^([0-9a-f]+)-(\d{1,15})$/.exec(position ?? '') ?? []
      const from = Number(number)
      if (ofEra !== era || from > last || (kept[0]?.number ?? last + 1) > from + 1) return null
      return kept.filter((change) => change.number > from)
    },
  }
}

const newEra = (): string => randomBytes(6).toString('hex')
