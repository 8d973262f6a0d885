import type { Executed, SaidLine, WriteWish } from '../../olts/index.ts'

/** What an OLT may be told to do with an ONU. */
export const TASK_VERBS = ['reboot', 'enable', 'disable', 'describe', 'authorise', 'delete', 'replace'] as const
export type TaskVerb = (typeof TASK_VERBS)[number]

/**
 * `done`: it was seen. `refused`: the OLT said no. `unsure`: a line did not come back, or the program ended meanwhile; nobody knows. `not_seen`: every line was taken and
 * nothing of it shows. `failed`: nothing was typed.
 */
export const TASK_STATES = ['waiting', 'running', 'done', 'refused', 'unsure', 'not_seen', 'failed', 'cancelled'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** A wish as it is kept; `was`: who stands there and is to go, where an ONU is replaced. */
export type KeptWish = WriteWish & { readonly was?: Pick<WriteWish, 'serial' | 'mac'> }

export interface TaskLine {
  readonly mode: string
  readonly text: string
  /** What a question is told; null: no. */
  readonly confirm: string | null
}

/** What an OLT was to do, and what became of it. */
export interface OltTask {
  readonly id: bigint
  readonly olt_id: bigint
  readonly olt_name: string
  readonly branch_id: bigint
  readonly onu_id: bigint | null
  readonly verb: TaskVerb
  readonly pon: string
  readonly onu_index: number
  readonly identity: string | null
  readonly profile: string
  readonly wish: KeptWish
  readonly lines: readonly TaskLine[]
  readonly save_lines: readonly TaskLine[]
  readonly must: string
  readonly subscription_id: bigint | null
  readonly accepts_unverified: boolean
  readonly requested_by: bigint | null
  readonly requested_by_name: string | null
  readonly requested_at: Temporal.Instant
  readonly state: TaskState
  readonly began_at: Temporal.Instant | null
  readonly done_at: Temporal.Instant | null
  readonly transcript: readonly SaidLine[]
  readonly stopped_at: Executed['stoppedAt']
  readonly read_back: { readonly is_seen: boolean; readonly words: string } | null
  readonly is_saved: boolean | null
  readonly trouble: string | null
  readonly message: string | null
}

export const linesOf = (lines: readonly TaskLine[]): TaskLine[] => lines.map(({ mode, text, confirm }) => ({ mode, text, confirm }))
