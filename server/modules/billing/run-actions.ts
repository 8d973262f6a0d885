import type { Actor } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed, Refusal } from '../../platform/http/allowed.ts'
import { releaseRefusal } from './release-rule.ts'
import type { InvoiceRun } from './run-store.ts'

export const RUN_ACTIONS = ['start', 'resume', 'release', 'cancel', 'retry_parked'] as const
export type RunAction = (typeof RUN_ACTIONS)[number]

export interface RunStanding extends Pick<InvoiceRun, 'state' | 'requestedBy' | 'releaseAfter' | 'releaseRequestedBy'> {
  /** How many people may release runs. */
  readonly approvers: number
  /** Its job failed for good: somebody has to mend the cause and let it go on. */
  readonly isStuck: boolean
  /** Parked and not billed since. */
  readonly stillParked: number
}

const isOver = ({ state }: RunStanding): boolean => state === 'done' || state === 'cancelled' || state === 'failed'

function refusalToStart(run: RunStanding): Refusal | null {
  if (run.state === 'ready') return null
  if (run.state === 'previewing') return 'run_previewing'
  if (run.state === 'awaiting_release') return 'run_waits'
  return isOver(run) ? 'run_over' : 'run_under_way'
}

function refusalToRelease(run: RunStanding, actor: Actor, now: Instant): Refusal | null {
  if (run.state !== 'awaiting_release') return 'run_not_waiting'
  return releaseRefusal(run, { userId: actor.userId, approvers: run.approvers, now })
}

function refusalToRetry(run: RunStanding): Refusal | null {
  if (run.state !== 'done' && run.state !== 'cancelled') return 'run_not_over'
  return run.stillParked === 0 ? 'nobody_parked' : null
}

/** What may be done with a run; the use cases refuse by the same conditions. */
export const allowedOnRun = (actor: Actor, run: RunStanding, now: Instant): Record<RunAction, Allowed> => ({
  start: allow(actor, 'invoice.run', refusalToStart(run)),
  resume: allow(actor, 'invoice.run', run.isStuck ? null : 'run_not_stuck'),
  release: allow(actor, 'invoice.approve_run', refusalToRelease(run, actor, now)),
  cancel: allow(actor, 'invoice.run', isOver(run) ? 'run_over' : null),
  retry_parked: allow(actor, 'invoice.run', refusalToRetry(run)),
})
