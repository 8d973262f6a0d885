import type { Actor } from '../../kernel/actor.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed, Refusal } from '../../platform/http/allowed.ts'
import { actionOf } from './actions/all.ts'
import { permissionOf } from './item-work.ts'
import type { BulkJob } from './store.ts'

export const BULK_JOB_ACTIONS = ['start', 'cancel', 'undo'] as const

/** What may be done with a job now; the use cases refuse the same. */
export const allowedOnJob = (actor: Actor, job: BulkJob): Record<(typeof BULK_JOB_ACTIONS)[number], Allowed> => ({
  start: allow(actor, permissionOf(job), startRefusal(job)),
  cancel: allow(actor, permissionOf(job), job.state === 'done' || job.state === 'cancelled' || job.state === 'failed' ? 'run_over' : null),
  undo: allow(actor, actionOf(job.action).undo?.permission ?? permissionOf(job), undoRefusal(job)),
})

function startRefusal({ state, counts, started_at }: BulkJob): Refusal | null {
  if (state === 'done') return 'run_over'
  if (state === 'queued' || state === 'running') return 'run_under_way'
  if (state === 'previewing' || (state !== 'previewed' && started_at === null)) return 'run_previewing'
  return (counts.ready ?? 0) === 0 ? 'nothing_ready' : null
}

function undoRefusal({ action, state, counts, undoes_id, undone_by_id }: BulkJob): Refusal | null {
  if (undoes_id !== null || actionOf(action).undo === null) return 'not_undoable'
  if (undone_by_id !== null) return 'already_undone'
  if (state === 'queued' || state === 'running') return 'run_under_way'
  return (counts.done ?? 0) === 0 ? 'nothing_done' : null
}
