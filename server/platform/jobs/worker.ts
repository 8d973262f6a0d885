import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss'
import type { Database } from '../db/tx.ts'
import type { Logger } from '../log.ts'
import type { Job } from './job.ts'
import { createQueue, workingQueue } from './queue.ts'
import { runJob } from './run-job.ts'
import { settleLostRuns } from './store.ts'

export interface Worker {
  /** Takes no new jobs, tells the running ones to stop, waits for them, and hands back what is left after `timeoutMs`. */
  stop(options?: { timeoutMs?: number }): Promise<void>
}

const STOP_MS = 25_000
const SETTLE_MS = 15_000

/** Runs jobs of the given kinds in this process until it is stopped. Any number of processes may do so on one database. */
export async function startWorker({ database, jobs, log }: { database: Database; jobs: readonly Job[]; log: Logger }): Promise<Worker> {
  const boss = workingQueue(database.directUrl)
  boss.on('error', (error) => log.error({ err: error }, 'The job queue has a problem'))
  boss.on('warning', (warning) => log.warn({ warning }, 'The job queue warns'))
  await boss.start()
  const stopping = new AbortController()
  const running = new Map<string, AbortController>()
  const stopHearing = database.notifications.on('job_cancelled', (queueId) => running.get(queueId)?.abort(new Error('The job was cancelled')))
  for (const job of jobs) {
    await createQueue(boss, job)
    await takeJobs(boss, job, { database, log, stopping: stopping.signal, running })
  }
  await schedule(boss, database, jobs)
  const stopRescheduling = database.notifications.on('settings_changed', () => {
    schedule(boss, database, jobs).catch((error: unknown) => log.error({ err: error }, 'Jobs could not be moved to the new time zone'))
  })
  const settle = setInterval(() => {
    settleLostRuns(database.direct, database.clock.now()).catch((error: unknown) => log.warn({ err: error }, 'Lost job runs could not be settled'))
  }, SETTLE_MS)
  return {
    async stop({ timeoutMs = STOP_MS } = {}) {
      clearInterval(settle)
      stopHearing()
      stopRescheduling()
      stopping.abort(new Error('Lastmile is stopping'))
      await boss.stop({ graceful: true, timeout: timeoutMs })
    },
  }
}

interface Hands {
  readonly database: Database
  readonly log: Logger
  readonly stopping: AbortSignal
  readonly running: Map<string, AbortController>
}

async function takeJobs(boss: PgBoss, job: Job, hands: Hands): Promise<void> {
  const batchSize = job.options.concurrency
  const options = {
    includeMetadata: true,
    perJobResults: true,
    batchSize,
    // A second set of hands, so that one slow job of a batch does not keep the next batch waiting.
    localConcurrency: batchSize > 1 ? 2 : 1,
    burstWhenBatchFull: batchSize > 1,
    burstWhenReadyExceeds: batchSize,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 5,
    heartbeatRefreshSeconds: 5,
  } as const
  const worker = await boss.work<object, object, typeof options>(job.name, options, async (batch: JobWithMetadata<object>[]) => {
    const results = await Promise.all(batch.map(async (one) => await settle(job, one, hands)))
    // Only a new job sends a NOTIFY. What becomes due by this batch - the next of its key, a second try - is looked for here.
    const pauses = batch.map(({ retryCount, retryDelay }, n) => (results[n]?.status === 'failed' ? longestPauseMs(retryDelay, retryCount) : 0))
    for (const pause of new Set(pauses)) lookAgain(boss, worker, pause + SETTLED_MS)
    return results
  })
}

// The queue writes the outcome after the handler has returned.
const SETTLED_MS = 60

/** Upper end of the queue's doubling, randomised pause, whose base is at least a second. Beyond a minute the usual polling is soon enough. */
const longestPauseMs = (retryDelay: number, retryCount: number): number => Math.min(60, Math.max(1, retryDelay) * 2 ** Math.min(16, retryCount + 1)) * 1000

function lookAgain(boss: PgBoss, worker: string, afterMs: number): void {
  setTimeout(() => boss.notifyWorker(worker), afterMs).unref()
}

async function settle(job: Job, fetched: JobWithMetadata<object>, { database, log, stopping, running }: Hands): Promise<JobResult> {
  const cancelled = new AbortController()
  running.set(fetched.id, cancelled)
  const signal = AbortSignal.any([fetched.signal, stopping, cancelled.signal])
  const { outcome, error } = await runJob(database, job, fetched, signal, log)
  running.delete(fetched.id)
  if (outcome === 'completed') return { id: fetched.id, status: 'completed' }
  // The queue's word for "no further attempt"; the queues have no dead letter queue, so the job just stays failed.
  return { id: fetched.id, status: outcome === 'failed' ? 'failed' : 'deadletter', output: { message: error } }
}

/** Puts the calendar of the program into the queue, in the company's zone; what the program no longer has is removed. */
async function schedule(boss: PgBoss, database: Database, jobs: readonly Job[]): Promise<void> {
  const { zone } = await database.company()
  const wanted = jobs.filter(({ options }) => options.cron !== null)
  for (const { name, options } of wanted) await boss.schedule(name, options.cron as string, {}, { tz: zone })
  for (const { name } of await boss.getSchedules()) {
    if (!wanted.some((job) => job.name === name)) await boss.unschedule(name)
  }
}
