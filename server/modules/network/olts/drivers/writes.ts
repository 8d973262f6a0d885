import type { Verified } from './profile.ts'

export const VERBS = ['authorise', 'describe', 'enable', 'disable', 'reboot', 'delete'] as const
export type Verb = (typeof VERBS)[number]

/** What a write may be told, beside the place. */
export type WriteParameter = 'serial' | 'mac' | 'lineProfile' | 'serviceProfile' | 'vlan' | 'description' | 'lineMode'

/** One line as it is typed. `{names}` are filled in; `[ ... ]` is left out where a name in it is not given. */
export interface WriteLine {
  readonly mode: string
  readonly text: string
  /** Only where all of these are given. */
  readonly when?: readonly WriteParameter[]
  /** Only for lines that are to run as this. */
  readonly lineMode?: 'bridge' | 'router'
  /** The OLT asks whether one is sure; it is told this, once. */
  readonly confirm?: string
  /** A refusal that is none: what was to be taken away was not there. */
  readonly mayRefuse?: RegExp
  readonly timeoutMs?: number
}

export interface WriteVerb {
  readonly lines: readonly WriteLine[]
  readonly needs: readonly WriteParameter[]
  readonly takes: readonly WriteParameter[]
  /** Somebody is without service by it. */
  readonly danger: boolean
  readonly verified: Verified | null
  /** Who says that it is written so; null: from memory. */
  readonly source: string | null
}

/** The commands of reading that show what became of a write: the first is the list, the others add to it. */
export interface ReadBackCommands {
  /** Of a PON or of the OLT: who is registered. */
  readonly list: readonly string[]
  /** Of one ONU: its state and its description. */
  readonly one: readonly string[]
}

/** How a family is written to: data, no code. */
export interface OltWrites {
  readonly verbs: Readonly<Partial<Record<Verb, WriteVerb>>>
  readonly save: { readonly lines: readonly WriteLine[]; readonly verified: Verified | null; readonly source: string | null } | null
  readonly readBack: ReadBackCommands
  /** The number of the first ONU on a PON, and of the last. */
  readonly onus: { readonly first: number; readonly last: number }
  readonly spelling: {
    readonly mac: 'colons' | 'dots'
    readonly serial: 'plain' | 'hex'
    /** Whether a description may have blanks: in quotation marks it may, else they become underscores. */
    readonly blanks: 'kept' | 'underscores'
    readonly longestDescription: number
    /** What it takes to name what an ONU is authorised with: a number or a name. */
    readonly profiles: 'numbers' | 'names'
  }
}

/** How a firmware that nobody has seen is written to, in the words of others. */
export const told = (
  source: string | null,
  lines: readonly WriteLine[],
  { needs = [], takes = [], danger = false }: Partial<Pick<WriteVerb, 'needs' | 'takes' | 'danger'>> = {},
): WriteVerb => ({ lines, needs, takes, danger, verified: null, source })
