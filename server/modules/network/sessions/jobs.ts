import { z } from 'zod'
import { conn } from '../../../platform/db/transaction.ts'
import { dropPartitionsBefore } from '../../../platform/db/partitions.ts'
import type { Database } from '../../../platform/db/tx.ts'
import { defineJob, handleJob } from '../../../platform/jobs/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { getSetting } from '../../settings/index.ts'
import { closeSilent } from './report-store.ts'
import { deleteTracesBefore } from './trace-store.ts'
import { interimSeconds, keepMonths, keepTraceMonths, keepUsageMonths } from './settings.ts'
import { foldUsage } from './usage-store.ts'

const MISSED = 3
/** A poller looks every few minutes; a router that has not answered for so long is taken to have nobody online. */
const POLL_SILENCE_SECONDS = 3600
const BATCH = 5000
const FOLDED = 20_000

/** Ends the sessions that nobody reports any more. Repeatable. A session that is heard of again goes on where it was. Returns how many. */
export async function closeLost(database: Database, signal: AbortSignal): Promise<number> {
  const db = { db: database.direct }
  const interim = await getSetting(await conn(database), interimSeconds)
  const now = database.clock.now()
  // The router spreads its reports by a tenth.
  const silences = { radius: Math.ceil(interim * MISSED * 1.1) + 30, poll: POLL_SILENCE_SECONDS } as const
  let closed = 0
  for (const [source, seconds] of Object.entries(silences) as ['radius' | 'poll', number][]) {
    for (let found = BATCH; found === BATCH; closed += found) {
      signal.throwIfAborted()
      found = await closeSilent(db, source, now.subtract({ seconds }), BATCH)
    }
  }
  return closed
}

export const jobs: readonly Job[] = [
  handleJob(
    defineJob({ name: 'sessions.fold_usage', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '* * * * *', isRecorded: false } }),
    async ({ database, signal }) => {
      for (let folded = FOLDED; folded === FOLDED; folded = await foldUsage({ db: database.direct }, FOLDED)) signal.throwIfAborted()
    },
  ) as Job,

  handleJob(
    defineJob({ name: 'sessions.close_lost', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '*/2 * * * *', isRecorded: false } }),
    async ({ database, signal, log }) => {
      const closed = await closeLost(database, signal)
      if (closed > 0) log.info({ closed }, 'Sessions closed that nobody reported any more')
    },
  ) as Job,

  handleJob(
    defineJob({ name: 'sessions.forget', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '25 3 * * *' } }),
    async ({ database, log }) => {
      const connection = await conn(database)
      const month = database.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth()
      const dropped = [
        ...(await dropPartitionsBefore(database.direct, 'ppp_sessions_closed', month.subtract({ months: await getSetting(connection, keepMonths) }))),
        ...(await dropPartitionsBefore(database.direct, 'usage_hours', month.subtract({ months: await getSetting(connection, keepUsageMonths) }))),
      ]
      const day = database.clock
        .now()
        .toZonedDateTimeISO('UTC')
        .subtract({ months: await getSetting(connection, keepTraceMonths) })
      const traces = await deleteTracesBefore({ db: database.direct }, day.toInstant())
      log.info({ dropped, traces }, 'Old sessions, usage and traces forgotten')
    },
  ) as Job,
]
