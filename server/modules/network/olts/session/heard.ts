import type { Parsed } from '../parse/reading.ts'
import type { SaidLine } from '../writes/execute-plan.ts'

export interface OltLogin {
  readonly user: string
  readonly password: string
  /** Of `enable`; the log-in's own where it is null. */
  readonly enablePassword: string | null
}

/** What was heard of one command. */
export interface Heard {
  readonly parsed: Parsed
  /** The answer as a terminal showed it, for people and for records. */
  readonly text: string
  readonly words: string
  readonly ms: number
  /** What the OLT wrote in between. */
  readonly logs: readonly string[]
  /** The prompt came back: the answer is whole, whatever a parser makes of it. */
  readonly isWhole: boolean
}

/** What a line typed by hand said. */
export interface Typed {
  readonly text: string
  readonly isWhole: boolean
  readonly ms: number
  /** Where the session stands now; null where it did not come back. */
  readonly prompt: string | null
  /** What the OLT asked first, and what it was told. */
  readonly asked: SaidLine['asked']
  /** The words of the answer that refuse the line. */
  readonly refusal: string | null
}

/** What the OLT asks while a line is on its way. */
export interface Question {
  readonly confirm: string | null
  /** The line the last one stood in. */
  row: number
  asked: SaidLine['asked']
}

/** Of a session that broke off nothing is all, whatever count stands in what came. */
export const ofSession = (parsed: Parsed, isWhole: boolean): Parsed =>
  isWhole || parsed.kind === 'unrecognised' ? parsed : { ...parsed, complete: false, evidence: null }
