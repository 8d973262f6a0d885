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
export const parseSaved = (profile: OltProfile, command: OltCommand, text: string): Parsed => parseAnswer(profile, command, readSaved(text, profile.cli))

/** The command of a name (`onu-state`) or of its words as typed, with any numbers in it (`show onu 2 optical_info`). */
export function findCommand({ commands }: OltProfile, wanted: string): { key: string; command: OltCommand } | null {
  const named = commands[wanted]
  if (named !== undefined && Object.hasOwn(commands, wanted)) return { key: wanted, command: named }
  const typed = wordsOf(wanted)
  for (const [key, command] of Object.entries(commands))
    for (const words of [command.words, ...(command.otherWords ?? [])]) if (isSame(wordsOf(words), typed)) return { key, command }
  return null
}

const wordsOf = (text: string): string[] =>
  text
    .trim()
    .toLowerCase()
    .split(/[\s_]+/)

/** A word of the template that holds `{...}` is any word. */
const isSame = (template: readonly string[], typed: readonly string[]): boolean =>
  template.length === typed.length && template.every((word, index) => word.includes('{') || word === typed[index])
