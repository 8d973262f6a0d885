import { z } from 'zod'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { systemActor } from '../../kernel/actor.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database } from '../../platform/db/tx.ts'
import { defineJob, enqueue, handleJob } from '../../platform/jobs/index.ts'
import type { Job, JobContext } from '../../platform/jobs/index.ts'
import { BreakerOpen, isTroubleOfRouter, listActiveRouters, readRetryAt, reconcileRouter, RouterBusy } from '../network/routers/index.ts'
import { applyAccessTo } from './apply-access.ts'
import { applyAccess } from './job-definitions.ts'
import { selectRoutersToTell } from './network-store.ts'
import { shareRuns } from './share-runs.ts'

const actor = systemActor('access', ALL_PERMISSIONS)
const runs = new WeakMap<Database['direct'], ReturnType<typeof shareRuns>>()

/** All jobs of one process for one router share their runs. */
function runOf(database: Database): ReturnType<typeof shareRuns> {
  const known = runs.get(database.direct) ?? shareRuns(async ({ routerId, ...options }) => await applyAccessTo(database, routerId, { actor, ...options }))
  runs.set(database.direct, known)
  return known
}

/** What the router did wrong is noted with the router, and tried again when it may be; only what is wrong here fails the job. */
async function work(context: JobContext<{ router_id: bigint }>, isWhole: boolean): Promise<void> {
  const { database, payload, log, signal } = context
  try {
    await runOf(database)({ routerId: payload.router_id, isWhole, signal })
  } catch (error) {
    // Whoever made it open has put a job in for the time it closes.
    if (error instanceof BreakerOpen) return
    if (!(error instanceof RouterBusy) && !isTroubleOfRouter(error)) throw error
    log.warn({ err: error, router: Number(payload.router_id) }, 'A router could not be told')
    const startAfter = (await readRetryAt({ db: database.direct }, payload.router_id)) ?? database.clock.now().add({ seconds: 5 })
    await inTransaction(database, { actor, direct: true }, async (tx) => await enqueue(tx, isWhole ? reconcileRouter : applyAccess, payload, { startAfter }))
  }
}

const SPREAD_SECONDS = 600

export const jobs: readonly Job[] = [
  handleJob(applyAccess, async (context) => await work(context, false)) as Job,
  handleJob(reconcileRouter, async (context) => await work(context, true)) as Job,

  /** Every hour each router is compared as a whole; not all in the same minute. */
  handleJob(
    defineJob({ name: 'access.reconcile_routers', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '17 * * * *' } }),
    async ({ database }) => {
      const ids = await listActiveRouters({ db: database.direct })
      await inTransaction(database, { actor, direct: true }, async (tx) => {
        for (const [n, router_id] of ids.entries())
          await enqueue(tx, reconcileRouter, { router_id }, { startAfter: tx.now.add({ seconds: Math.floor((n * SPREAD_SECONDS) / ids.length) }) })
      })
    },
  ) as Job,

  /** A line is not forgotten because a job was lost, or because its router came back by itself. */
  handleJob(
    defineJob({ name: 'access.sweep_waiting', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '* * * * *', isRecorded: false } }),
    async ({ database }) => {
      const ids = await selectRoutersToTell({ db: database.direct }, database.clock.now())
      await inTransaction(database, { actor, direct: true }, async (tx) => {
        for (const router_id of ids) await enqueue(tx, applyAccess, { router_id })
      })
    },
  ) as Job,
]
