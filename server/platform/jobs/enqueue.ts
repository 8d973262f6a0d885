import { fromKysely } from 'pg-boss'
import type { PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Tx } from '../db/tx.ts'
import type { JobDefinition } from './job.ts'
import { createQueue } from './queue.ts'
import { insertRun } from './store.ts'

export interface EnqueueOptions {
  /** What the job is about; jobs of one name and key exclude each other as the job's policy says. */
  readonly singletonKey?: string
  /** Not before this instant of the company's clock. */
  readonly startAfter?: Temporal.Instant
}

export interface Enqueued {
  /** False: an equal job already waits (or runs), which will do the work. */
  readonly isNew: boolean
  /** The row of job_runs; null for jobs that are not recorded, or when nothing new was stored. */
  readonly runId: bigint | null
}

/** Stores a job in the transaction: it exists when the transaction commits, and not at all when it rolls back. */
export async function enqueue<Payload>(
  tx: Tx,
  job: JobDefinition<Payload>,
  payload: Payload,
  { singletonKey, startAfter }: EnqueueOptions = {},
): Promise<Enqueued> {
  const data = z.encode(job.schema, payload) as object
  const boss = await tx.sender.boss()
  const send = async (): Promise<string | null> =>
    await boss.send(job.name, data, {
      db: fromKysely(tx.db),
      ...(singletonKey === undefined ? {} : { singletonKey }),
      // The queue keeps real time; a settable clock is honoured by sending the distance.
      ...(startAfter === undefined ? {} : { startAfter: Math.max(0, Math.ceil(tx.now.until(startAfter).total('seconds'))) }),
    })
  await ensureQueue(boss, job)
  const queueId = await send()
  if (queueId === null) return { isNew: false, runId: null }
  if (!job.options.isRecorded) return { isNew: true, runId: null }
  const runId = await insertRun(tx.db, { queueId, name: job.name, key: singletonKey ?? null, requestedBy: tx.actor.userId, createdAt: tx.now })
  return { isNew: true, runId }
}

const known = new WeakMap<PgBoss, Set<string>>()

/** A web process may send the first job of a name before any worker has started. */
async function ensureQueue(boss: PgBoss, job: JobDefinition<unknown>): Promise<void> {
  const names = known.get(boss) ?? new Set()
  known.set(boss, names)
  if (names.has(job.name)) return
  await createQueue(boss, job)
  names.add(job.name)
}
