import type { Actor } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/time.ts'
import { allow } from '../../../platform/http/allowed.ts'
import type { Allowed } from '../../../platform/http/allowed.ts'
import { releaseRefusal } from '../release-rule.ts'
import type { SuspensionRun } from './run-store.ts'

export const SUSPENSION_ACTIONS = ['release', 'cancel', 'resume'] as const

/** What may be done with a run of cutting; the use cases refuse by the same conditions. */
export function allowedOnSuspension(
  actor: Actor,
  run: SuspensionRun,
  { approvers, isStuck, now }: { approvers: number; isStuck: boolean; now: Instant },
): Record<(typeof SUSPENSION_ACTIONS)[number], Allowed> {
  const isOver = run.state === 'done' || run.state === 'cancelled'
  const refusal = run.state === 'awaiting_release' ? releaseRefusal(run, { userId: actor.userId, approvers, now }) : 'run_not_waiting'
  return {
    release: allow(actor, 'access.release_breaker', refusal),
    cancel: allow(actor, 'subscription.suspend', isOver ? 'run_over' : null),
    resume: allow(actor, 'subscription.suspend', isStuck ? null : 'run_not_stuck'),
  }
}
