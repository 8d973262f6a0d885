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
  readonly unknown: string
  readonly pager: { readonly text: string; readonly wipe: string; readonly rows: number; readonly off: RegExp }
  readonly logLine: string
  /** It shows the parameters it would take and waits for one more Enter. */
  readonly asksForEnter?: RegExp
  /** Those of ONUs, built again when one is registered or removed. */
  rows(plant: Plant): Row[]
  /** Those of the OLT itself, built once. */
  ownRows(plant: Plant): Row[]
}
