import { latinDigits } from '../../lib/format.ts'

/** Text as it is compared: small letters, Latin digits, and letters such as য় in the two parts that texts are written in. */
export const folded = (text: string): string => latinDigits(text.toLowerCase()).normalize('NFC')

/**
 * How well a text answers what was typed: every word of it must begin a word of the text, or stand somewhere within it.
 * 0 = not at all; the whole beginning counts most.
 */
export function matchScore(text: string, typed: string): number {
  const whole = folded(text)
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return 1
  let score = whole.startsWith(words.join(' ')) ? 4 : 0
  for (const word of words) {
    if (whole.startsWith(word) || new RegExp(`[\\s,·/(-]${escaped(word)}`, 'u').test(whole)) score += 2
    else if (word.length > 1 && whole.includes(word)) score += 1
    else return 0
  }
  return score
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export interface Piece {
  readonly text: string
  readonly isMatch: boolean
}

/** A text in pieces, those that were typed apart from the rest. */
export function pieces(text: string, typed: string): Piece[] {
  const words = folded(typed)
    .split(/\s+/)
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length)
  const whole = folded(text)
  if (words.length === 0 || whole.length !== text.length) return [{ text, isMatch: false }]
  const found: Piece[] = []
  let at = 0
  for (const match of whole.matchAll(new RegExp(words.map(escaped).join('|'), 'gu'))) {
    if (match.index > at) found.push({ text: text.slice(at, match.index), isMatch: false })
    found.push({ text: text.slice(match.index, match.index + match[0].length), isMatch: true })
    at = match.index + match[0].length
  }
  if (at < text.length) found.push({ text: text.slice(at), isMatch: false })
  return found
}
