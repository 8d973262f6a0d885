import { z } from 'zod'
import { systemActor } from '../../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../../kernel/permissions.ts'
import { businessDay } from '../../../kernel/time.ts'
import { dropDaysBefore, dropPartitionsBefore } from '../../../platform/db/partitions.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { defineJob, enqueue, handleJob } from '../../../platform/jobs/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { getSetting, getSettings } from '../../settings/index.ts'
import { BreakerOpen, isTroubleOfRouter, RouterBusy } from '../routers/index.ts'
import { endOneSession, pollOneRouter } from './job-definitions.ts'
import { endSession } from './kick/end-session.ts'
import { deleteKicksBefore } from './kick/kicks-store.ts'
import { packSamples } from './pack-samples.ts'
import { pollRouter } from './poll/poll-router.ts'
import { selectDue, upsertDue } from './poll/polls-store.ts'
import { foldDay } from './samples-store.ts'
import { keepHoursMonths, keepSamplesDays, pollMinutes } from './settings.ts'

const actor = systemActor('traffic', ALL_PERMISSIONS)
const MINUTE_MS = 60_000
/** Within the minute in which they are due. */
const SPREAD_SECONDS = 40
/** The audit keeps them for longer. */
const KEEP_KICKS_DAYS = 90

export const jobs: readonly Job[] = [
  /** Each router has its own time, scattered by a tenth, so that they are not all asked in the same second. */
  handleJob(
    defineJob({ name: 'traffic.poll_routers', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '* * * * *', isRecorded: false } }),
    async ({ database }) => {
      const db = { db: database.direct }
      const minutes = await getSetting(db, pollMinutes)
      const due = await selectDue(db, database.clock.now())
      await inTransaction(database, { actor, direct: true }, async (tx) => {
        for (const router_id of due) {
          await upsertDue(tx, router_id, tx.now.add({ milliseconds: Math.round((minutes * (0.9 + 0.2 * Math.random()) - 0.5) * MINUTE_MS) }))
          await enqueue(
            tx,
            pollOneRouter,
            { router_id },
            { singletonKey: router_id.toString(), startAfter: tx.now.add({ seconds: Math.floor(SPREAD_SECONDS * Math.random()) }) },
          )
        }
      })
    },
  ) as Job,

  /** What the router did wrong is noted with it, and it is left alone for a while. */
  handleJob(pollOneRouter, async ({ database, payload: { router_id }, signal, log }) => {
    try {
      const polled = await pollRouter(database, router_id, { actor, signal })
      if (!polled.isWhole) log.warn({ router: Number(router_id), ...polled }, 'A router did not show everybody who is online; nobody was taken to have gone')
    } catch (error) {
      if (!(error instanceof BreakerOpen) && !(error instanceof RouterBusy) && !isTroubleOfRouter(error)) throw error
    }
  }) as Job,

  handleJob(endOneSession, async ({ database, payload: { kick_id } }) => await endSession(database, kick_id, { actor })) as Job,

  handleJob(
    defineJob({ name: 'traffic.pack_samples', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '4 * * * *', timeoutSeconds: 3000 } }),
    async ({ database, signal, log }) => {
      const packed = await packSamples({ db: database.direct }, database.clock.now(), signal)
      log.info({ hoursOfLines: Number(packed) }, 'Traffic packed')
    },
  ) as Job,

  handleJob(
    defineJob({ name: 'traffic.forget', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '50 3 * * *', timeoutSeconds: 3000 } }),
    async ({ database, log }) => {
      const db = { db: database.direct }
      const now = database.clock.now()
      const today = businessDay(now, 'UTC')
      // Once more, for what came late.
      await foldDay(db, today.subtract({ days: 1 }), now)
      const [days, months] = await getSettings(db, [keepSamplesDays, keepHoursMonths])
      const dropped = [
        ...(await dropDaysBefore(database.direct, 'traffic_samples', today.subtract({ days }))),
        ...(await dropPartitionsBefore(database.direct, 'traffic_days', today.toPlainYearMonth().subtract({ months }))),
      ]
      await deleteKicksBefore(db, now.subtract({ hours: KEEP_KICKS_DAYS * 24 }))
      log.info({ dropped }, 'Old traffic forgotten')
    },
  ) as Job,
]
