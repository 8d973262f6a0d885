import { PgBoss } from 'pg-boss'
import type { ConstructorOptions, Queue } from 'pg-boss'
import type { JobDefinition } from './job.ts'

const SCHEMA = 'pgboss'

/** Creates or updates the queue's own tables; part of migrating. Safe to call at any time. */
export async function installQueue(directUrl: string): Promise<void> {
  const boss = new PgBoss({ ...quiet(directUrl), migrate: true, createSchema: true })
  boss.on('error', () => {}) // start() itself reports what goes wrong here.
  await boss.start()
  await boss.stop({ graceful: false })
}

/** Options of an instance that only sends. */
function quiet(directUrl: string): ConstructorOptions {
  return {
    connectionString: directUrl,
    application_name: 'lastmile queue',
    schema: SCHEMA,
    max: 2,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
    queueCacheIntervalSeconds: 60,
  }
}

/** The instance that runs jobs. Intervals are short, so that a job of a killed worker is taken up again within half a minute. */
export function workingQueue(directUrl: string): PgBoss {
  return new PgBoss({
    connectionString: directUrl,
    application_name: 'lastmile jobs',
    schema: SCHEMA,
    max: 6,
    migrate: false,
    useListenNotify: true,
    supervise: true,
    schedule: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    queueCacheIntervalSeconds: 5,
    cronMonitorIntervalSeconds: 15,
    cronWorkerIntervalSeconds: 5,
    registerInstance: false,
    reindex: false,
  })
}

/** What a queue is created with; policy is fixed at creation, the rest follows the program at every start of a worker. */
export function queueOptions({ options }: JobDefinition<unknown>): Omit<Queue, 'name' | 'policy'> {
  return {
    retryLimit: options.attempts - 1,
    retryDelay: options.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: options.timeoutSeconds,
    heartbeatSeconds: 15,
    notify: true,
    retentionSeconds: 14 * 86_400,
    deleteAfterSeconds: 3 * 86_400,
    warningQueueSize: 100_000,
  }
}

export async function createQueue(boss: PgBoss, job: JobDefinition<unknown>): Promise<void> {
  const existing = await boss.getQueue(job.name)
  if (existing === null) await boss.createQueue(job.name, { ...queueOptions(job), policy: job.options.policy })
  else if (existing.policy !== job.options.policy)
    throw new Error(`The policy of job ${job.name} cannot change from ${existing.policy} to ${job.options.policy}; give the job a new name`)
  else await boss.updateQueue(job.name, queueOptions(job))
}

/** Sends jobs for one database; started at the first use, because most processes of a test or a command send none. */
export interface Sender {
  boss(): Promise<PgBoss>
  close(): Promise<void>
}

export function openSender(directUrl: string): Sender {
  let started: Promise<PgBoss> | null = null
  return {
    async boss() {
      started ??= (async () => {
        const boss = new PgBoss(quiet(directUrl))
        boss.on('error', () => {}) // A statement that fails rejects its own call.
        await boss.start()
        return boss
      })()
      try {
        return await started
      } catch (error) {
        started = null
        throw error
      }
    },
    async close() {
      const boss = await started?.catch(() => null) // It never started, so there is nothing to stop.
      await boss?.stop({ graceful: false })
    },
  }
}
