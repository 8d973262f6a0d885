import type { JobWithMetadata } from 'pg-boss'
import { systemActor } from '../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import type { Database } from '../db/tx.ts'
import type { Logger } from '../log.ts'
import type { Job } from './job.ts'
import { PermanentFailure } from './job.ts'
import { finishRun, recordProgress, startRun } from './store.ts'

export type Outcome = 'completed' | 'failed' | 'failed for good'

/** Runs one job once and writes its outcome; never throws. The queue decides from the outcome whether it comes again. */
export async function runJob(
  database: Database,
  job: Job,
  fetched: JobWithMetadata,
  signal: AbortSignal,
  log: Logger,
): Promise<{ outcome: Outcome; error: string | null }> {
  const { clock } = database
  const key = fetched.singletonKey
  const mine = log.child({ job: job.name, key, queueId: fetched.id })
  let runId: bigint | null = null
  try {
    if (job.options.isRecorded) {
      runId = await startRun(database.direct, { queueId: fetched.id, name: job.name, key, startedAt: clock.now() })
      if (runId === null) return { outcome: 'completed', error: null }
    }
    const id = runId
    await job.handle({
      database,
      payload: decodePayload(job, fetched.data),
      signal,
      log: mine,
      actor: systemActor(job.name, ALL_PERMISSIONS),
      attempt: fetched.retryCount + 1,
      progress: async (value) => {
        if (id !== null) await recordProgress(database.direct, id, value)
      },
    })
    if (runId !== null) await finishRun(database.direct, { id: runId, state: 'done', error: null, finishedAt: clock.now() })
    return { outcome: 'completed', error: null }
  } catch (error) {
    const isLast = error instanceof PermanentFailure || fetched.retryCount >= fetched.retryLimit
    const text = error instanceof Error ? error.message : String(error)
    mine[isLast ? 'error' : 'warn'](
      { err: error, attempt: fetched.retryCount + 1 },
      isLast ? `Job ${job.name} failed` : `Job ${job.name} failed and will be tried again`,
    )
    if (runId !== null) await noteFailure(database, runId, text, isLast, mine)
    return { outcome: error instanceof PermanentFailure ? 'failed for good' : 'failed', error: text }
  }
}

function decodePayload(job: Job, data: unknown): unknown {
  const parsed = job.schema.safeParse(data ?? {})
  if (!parsed.success) throw new PermanentFailure(`The payload of ${job.name} is not what the job expects: ${parsed.error.message}`)
  return parsed.data
}

async function noteFailure(database: Database, id: bigint, error: string, isLast: boolean, log: Logger): Promise<void> {
  try {
    await finishRun(database.direct, { id, error, state: isLast ? 'failed' : 'queued', finishedAt: isLast ? database.clock.now() : null })
  } catch (cause) {
    log.error({ err: cause }, 'The outcome of a job could not be written; the queue itself knows it')
  }
}
