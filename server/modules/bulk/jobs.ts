import { systemActor } from '../../kernel/actor.ts'
import type { Actor } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/errors.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database } from '../../platform/db/tx.ts'
import { handleJob, PermanentFailure } from '../../platform/jobs/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { actorOfUser } from '../auth/index.ts'
import { previewBulk, runBulk } from './job-definitions.ts'
import { executeBulkPreview } from './preview-bulk.ts'
import { executeBulk } from './run-bulk.ts'
import { selectWorker, updateJob } from './store.ts'

/** A job works for whoever asked: his scope, his permissions of now, his name in the audit. */
async function actorFor(database: Database, jobId: bigint): Promise<Actor> {
  const userId = await selectWorker(database, jobId)
  return userId === null ? systemActor('bulk', new Set()) : actorOfUser(database, userId)
}

/** What the person has to know of is written with the job, and trying again would not help. */
async function orFail(database: Database, jobId: bigint, actor: Actor, work: (actor: Actor) => Promise<void>): Promise<void> {
  try {
    await work(await actorFor(database, jobId))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await inTransaction(database, { actor, direct: true }, (tx) => updateJob(tx, jobId, { state: 'failed', error: error.message }))
    throw new PermanentFailure(error.message)
  }
}

export const jobs: readonly Job[] = [
  handleJob(previewBulk, async ({ database, payload, actor, signal, progress }) => {
    const id = payload.bulk_job_id
    await orFail(database, id, actor, (worker) => executeBulkPreview(database, id, { actor: worker, signal, onProgress: progress }))
  }) as Job,

  handleJob(runBulk, async ({ database, payload, actor, signal, progress }) => {
    const id = payload.bulk_job_id
    await orFail(database, id, actor, (worker) => executeBulk(database, id, { actor: worker, signal, onProgress: progress }))
  }) as Job,
]
