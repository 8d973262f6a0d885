import type { Plant } from '../plant.ts'
import type { Row } from '../snmp/agent.ts'

/** Where a session is: `user`, `enabled`, then modes of the family's own. */
export type Place = readonly string[]

/** How an OLT of a maker speaks. */
export interface Family {
  readonly id: string
  readonly isEpon: boolean
  readonly userPrompt: string
  readonly passwordPrompt: string
  readonly refusal: string
  readonly full: string
  /** Null: the log-in lands at the privileged prompt. */
  readonly enable: { readonly passwordPrompt: string } | null
  prompt(place: Place): string
  /** The place a line leads to; null where it leads nowhere, `refused` where the place is not there. */
  goes(line: string, place: Place, plant: Plant): Place | 'refused' | null
  readonly leaves: RegExp
  /** It asks before it lets go. */
  readonly asksToLeave?: string
  /** The lines of an answer; null where there is no such command here. */
  answers(line: string, place: Place, plant: Plant): readonly string[] | null
  /** What a line changes; null where it is no such line here. */
  writes(line: string, place: Place, plant: Plant): Written | null
  readonly unknown: string
  /** What it says to a write it will not do now. */
  readonly cannot: string
  readonly pager: { readonly text: string; readonly wipe: string; readonly rows: number; readonly off: RegExp }
  readonly logLine: string
  /** It shows the parameters it would take and waits for one more Enter. */
  readonly asksForEnter?: RegExp
  /** Those of ONUs, built again when one is registered or removed. */
  rows(plant: Plant): Row[]
  /** Those of the OLT itself, built once. */
  ownRows(plant: Plant): Row[]
}

/** What becomes of a line that is to change something. */
export interface Written {
  readonly says: readonly string[]
  readonly does: (() => void) | null
  /** It asks first whether one is sure. */
  readonly asks: string | null
}

interface Saying extends Written {
  doing(does: () => void): Saying
  asking(asks: string): Saying
}

const saying = (written: Written): Saying => ({
  ...written,
  doing: (does) => saying({ ...written, does }),
  asking: (asks) => saying({ ...written, asks }),
})

export const said = (...says: readonly string[]): Saying => saying({ says, does: null, asks: null })
export const refused = (...says: readonly string[]): Written => ({ says, does: null, asks: null })
