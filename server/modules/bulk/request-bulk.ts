import { z } from 'zod'
import { Conflict, Invalid } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { recordEvent } from '../audit/index.ts'
import { filterQuery } from '../clients/index.ts'
import { actionOf } from './actions/all.ts'
import type { ActionName } from './actions/all.ts'
import { bulkJobNotFound, wrongBulkState } from './errors.ts'
import { requirePermission } from './item-work.ts'
import { insertUndoItems } from './items-store.ts'
import { previewBulk, runBulk } from './job-definitions.ts'
import { insertJob, lockJob, updateJob } from './store.ts'
import type { BulkJob, Selection } from './store.ts'

const filterSchema = z.strictObject(filterQuery)

export interface RequestBulk {
  readonly action: ActionName
  readonly params: unknown
  readonly selection: Selection
}

/**
 * Asks for a change of many clients; a job finds out what it would do to each. Nothing is changed by this. Not repeatable.
 * @throws Forbidden 403 without the permission of the change itself, Invalid 422.
 */
export async function requestBulk(tx: Tx, { action: name, params, selection }: RequestBulk): Promise<bigint> {
  const action = actionOf(name)
  requirePermission(tx.actor, { action: name, undoes_id: null })
  const parsed = filterSchema.safeParse(selection.filter)
  if (!parsed.success)
    throw new Invalid('The filter is not that of the list', {
      errors: parsed.error.issues.map(({ path, message }) => ({ field: ['selection', 'filter', ...path].join('.'), message })),
    })
  await action.prepare(tx, params)
  const wire: unknown = z.encode(action.params, params as never)
  const id = await insertJob(tx, { action: name, params: wire, selection, undoesId: null, counts: {} })
  await recordEvent(tx, 'bulk_job.requested', { subjectType: 'bulk_job', subjectId: id, after: { action: name, params: wire, selection } })
  await enqueue(tx, previewBulk, { bulk_job_id: id }, { singletonKey: id.toString() })
  return id
}

/**
 * Starts what was previewed; a stopped or failed job goes on where it stands. `ready` is how many items the person saw ready, so that
 * nobody starts more than he has seen. @throws NotFound 404, Forbidden 403, Conflict 409 `wrong_bulk_state`, `preview_changed`.
 */
export async function startBulk(tx: Tx, jobId: bigint, ready: number): Promise<void> {
  const job = await locked(tx, jobId)
  if (job.state === 'queued' || job.state === 'running') return
  const isResumed = (job.state === 'cancelled' || job.state === 'failed') && job.started_at !== null
  if (job.state !== 'previewed' && !isResumed) throw wrongBulkState(job.state, 'preview it first')
  const found = job.counts.ready ?? 0
  if (found === 0) throw wrongBulkState(job.state, 'nothing of it is ready')
  if (found !== ready) throw new Conflict('preview_changed', `${found} items are ready now; look at the preview again`, { ready: found })
  // Until now the sums were what the preview foresaw; from now on they are what was done.
  const isFirst = job.started_at === null
  await updateJob(tx, jobId, { state: 'queued', error: null, isStarted: true, ...(isFirst ? { receivable: 0n as never, credit: 0n as never } : {}) })
  await recordEvent(tx, 'bulk_job.started', { subjectType: 'bulk_job', subjectId: jobId, after: { action: job.action, ready: found } })
  await enqueue(tx, runBulk, { bulk_job_id: jobId }, { singletonKey: jobId.toString() })
}

/** Stops a job after the item it is at; what is done stays, and it can be started again. Repeatable. @throws NotFound 404, Conflict 409. */
export async function cancelBulk(tx: Tx, jobId: bigint): Promise<void> {
  const job = await locked(tx, jobId)
  if (job.state === 'cancelled') return
  if (job.state === 'done') throw wrongBulkState(job.state, 'there is nothing left to stop')
  await updateJob(tx, jobId, { state: 'cancelled' })
  await recordEvent(tx, 'bulk_job.cancelled', { subjectType: 'bulk_job', subjectId: jobId, before: { state: job.state } })
}

/**
 * Prepares the way back of everything a job has done: another job with its own preview, which is started like any other.
 * @throws NotFound 404, Forbidden 403, Conflict 409 `wrong_bulk_state`, `bulk_not_undoable`, `bulk_undone`.
 */
export async function undoBulk(tx: Tx, jobId: bigint): Promise<bigint> {
  const job = await lockJob(tx, jobId)
  if (job === undefined) throw bulkJobNotFound(jobId)
  requirePermission(tx.actor, { action: job.action, undoes_id: jobId })
  if (job.undoes_id !== null || actionOf(job.action).undo === null) throw new Conflict('bulk_not_undoable', 'This cannot be taken back by a job')
  if (['previewing', 'previewed', 'queued', 'running'].includes(job.state)) throw wrongBulkState(job.state, 'there is nothing to take back yet')
  if (job.undone_by_id !== null) throw new Conflict('bulk_undone', 'This was taken back already', { bulk_job_id: job.undone_by_id })
  const id = await insertJob(tx, { action: job.action, params: job.params, selection: job.selection, undoesId: jobId, counts: {} })
  const counts = await insertUndoItems(tx, id, jobId)
  if (counts.waiting === 0) throw wrongBulkState(job.state, 'nothing of it can be taken back')
  await updateJob(tx, id, { counts })
  await recordEvent(tx, 'bulk_job.undo_requested', { subjectType: 'bulk_job', subjectId: id, after: { action: job.action, undoes: jobId } })
  await enqueue(tx, previewBulk, { bulk_job_id: id }, { singletonKey: id.toString() })
  return id
}

async function locked(tx: Tx, jobId: bigint): Promise<BulkJob> {
  const job = await lockJob(tx, jobId)
  if (job === undefined) throw bulkJobNotFound(jobId)
  requirePermission(tx.actor, job)
  return job
}
