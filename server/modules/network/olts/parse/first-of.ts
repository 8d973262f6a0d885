import type { Answer } from '../terminal/answer.ts'
import type { Parsed } from './reading.ts'

export type Read = (answer: Answer) => Parsed

/** What the first of several formats makes of it that knows it; the reason of the first one where none does. */
export const firstOf =
  (first: Read, ...others: readonly Read[]): Read =>
  (answer) => {
    const found = first(answer)
    if (found.kind === 'recognised') return found
    for (const read of others) {
      const other = read(answer)
      if (other.kind === 'recognised') return other
    }
    return found
  }
