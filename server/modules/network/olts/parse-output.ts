import type { OltCommand, OltProfile } from './drivers/profile.ts'
import type { Parsed } from './parse/reading.ts'
import { readSaved } from './terminal/answer.ts'
import type { Answer } from './terminal/answer.ts'

/** What an OLT said to a command, read by the profile's parser. A refusal is no answer. Pure and total. */
export function parseAnswer(profile: OltProfile, command: OltCommand, answer: Answer): Parsed {
  const parsed = command.read(answer)
  if (parsed.kind === 'recognised' && (parsed.rows.length > 0 || parsed.complete)) return parsed
  const refusal = answer.lines.find((line) => profile.cli.refusals.some((pattern) => pattern.test(line)))
  return refusal === undefined ? parsed : { kind: 'unrecognised', why: 'refused', sample: refusal }
}

/** A saved output: bytes of a session or text from a terminal. Without a terminator it never claims to be all. */
export const parseSaved = (profile: OltProfile, command: OltCommand, text: string): Parsed =>
  parseAnswer(
    profile,
    command,
    readSaved(text, profile.cli, (typed) => isSpelling(command, wordsOf(typed))),
  )

/** The command of a name (`onu-state`) or of its words as typed, with any numbers in it (`show onu 2 optical_info`). */
export function findCommand({ commands }: OltProfile, wanted: string): { key: string; command: OltCommand } | null {
  const named = commands[wanted]
  if (named !== undefined && Object.hasOwn(commands, wanted)) return { key: wanted, command: named }
  const typed = wordsOf(wanted)
  for (const [key, command] of Object.entries(commands)) if (isSpelling(command, typed)) return { key, command }
  return null
}

const isSpelling = (command: OltCommand, typed: string): boolean =>
  [command.words, ...(command.otherWords ?? []), ...(command.aliases ?? [])].some((words) => spellingOf(words).test(typed))

/** Blanks and the underscores of a file's name are the same; small letters. */
const wordsOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')

const spellings = new Map<string, RegExp>()

/** `{pon}` and the like are any word, also one that a file's name has broken into its numbers. */
function spellingOf(words: string): RegExp {
  const known = spellings.get(words)
  if (known !== undefined) return known
  const source = wordsOf(words)
    .split(/\{[^}]*\}/)
    .map((part) => RegExp.escape(part))
    .join('[^ ]+(?: \\d+){0,2}')
  const spelling = new RegExp(`^${source}$`)
  spellings.set(words, spelling)
  return spelling
}
