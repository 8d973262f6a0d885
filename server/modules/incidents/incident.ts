import type { Minor } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'

export const INCIDENT_KINDS = ['fibre_cut', 'power_failure', 'unknown', 'olt_unreachable'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

export const NODES = ['box', 'pon', 'area', 'olt'] as const

/** The smallest place that holds all that went away; of one OLT. A splitter is a box too. */
export type Place =
  | { readonly node: 'olt' }
  | { readonly node: 'pon'; readonly pon: string }
  | { readonly node: 'box'; readonly boxId: bigint; readonly pon: string | null }
  | { readonly node: 'area'; readonly areaId: bigint }

/** Of two places with one key there is one open incident at most. */
export function placeKey(place: Place): string {
  if (place.node === 'pon') return `pon ${place.pon}`
  if (place.node === 'box') return `box ${place.boxId}`
  return place.node === 'area' ? `area ${place.areaId}` : 'olt'
}

/** Why an ONU went away, as far as its OLT tells: no light, no power, something else, or nothing is told. */
export const REASONS = ['los', 'power', 'other', 'none'] as const
export type Reason = (typeof REASONS)[number]

const REASON_OF_CAUSE: Readonly<Record<string, Reason>> = { los: 'los', wire_down: 'los', dying_gasp: 'power', power_off: 'power', unknown: 'none' }

/** The cause says more than the state where both are told. */
export function reasonOf({ state, cause }: { readonly state: string; readonly cause: string | null }): Reason {
  const told = cause === null ? 'none' : (REASON_OF_CAUSE[cause] ?? 'other')
  if (told !== 'none') return told
  return state === 'los' ? 'los' : state === 'power_off' ? 'power' : 'none'
}

/** An incident as people see it. */
export interface Incident {
  readonly id: bigint
  readonly kind: IncidentKind
  readonly node: Place['node']
  readonly olt_id: bigint
  readonly olt_name: string
  readonly branch_id: bigint
  readonly branch_name: string
  readonly pon: string | null
  readonly box_id: bigint | null
  readonly box_name: string | null
  readonly area_id: bigint | null
  readonly area_name: string | null
  readonly began_at: Instant
  readonly found_at: Instant
  readonly ended_at: Instant | null
  /** The status poll it was last judged by. */
  readonly polled_at: Instant | null
  readonly closed_by: bigint | null
  readonly closed_by_name: string | null
  readonly close_reason: string | null
  readonly merged_into_id: bigint | null
  readonly onus_of: number
  readonly onus: number
  readonly onus_back: number
  readonly lines: number
  readonly clients: number
  readonly monthly_minor: Minor
  readonly text_en: string
  readonly text_bn: string
  readonly is_text_edited: boolean
  readonly is_public: boolean
  readonly note: string
  /** Credits that are prepared and wait for a decision. */
  readonly drafts: number
  readonly version: number
}
