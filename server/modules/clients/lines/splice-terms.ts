import type { PlainDate } from '../../../kernel/time.ts'
import { isBefore } from '../../../kernel/time.ts'
import type { Terms } from './line.ts'

/**
 * Lays new terms over the old ones: what lies under them is cut away, what lies before and (when they end) after them stays.
 * Terms that were agreed for a later day give way to open-ended ones. Pure.
 */
export function spliceTerms(before: readonly Terms[], next: Terms): Terms[] {
  const spliced: Terms[] = [next]
  for (const term of before) {
    const startsEarlier = isBefore(term.starts_on, next.starts_on)
    if (startsEarlier) spliced.push({ ...term, ends_on: earlierEnd(term.ends_on, next.starts_on) })
    if (next.ends_on !== null && isAfterEnd(term.ends_on, next.ends_on)) {
      spliced.push({ ...term, starts_on: isBefore(term.starts_on, next.ends_on) ? next.ends_on : term.starts_on })
    }
  }
  return spliced.sort((a, b) => Temporal.PlainDate.compare(a.starts_on, b.starts_on))
}

const earlierEnd = (end: PlainDate | null, limit: PlainDate): PlainDate => (end !== null && isBefore(end, limit) ? end : limit)
const isAfterEnd = (end: PlainDate | null, other: PlainDate): boolean => end === null || isBefore(other, end)
