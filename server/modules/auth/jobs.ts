import { z } from 'zod'
import { dropPartitionsBefore } from '../../platform/db/partitions.ts'
import { defineJob, handleJob } from '../../platform/jobs/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { deleteOldLinks, deleteOldSessions } from './session-store.ts'

const KEEP_SESSION_DAYS = 90
/** Log-ins of a year and a month stay readable. */
const KEEP_ATTEMPT_MONTHS = 13

/** The nightly work of auth: forgets sessions and links that ended long ago, and log-in attempts older than a year. */
export const jobs: readonly Job[] = [
  handleJob(
    defineJob({ name: 'auth.forget_ended', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '20 3 * * *' } }),
    async ({ database, log }) => {
      const now = database.clock.now()
      const before = now.subtract({ hours: 24 * KEEP_SESSION_DAYS })
      const sessions = await deleteOldSessions(database.direct, before)
      const links = await deleteOldLinks(database.direct, before)
      const month = now.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth().subtract({ months: KEEP_ATTEMPT_MONTHS })
      const months = await dropPartitionsBefore(database.direct, 'login_attempts', month)
      log.info({ sessions, links, months }, 'Ended sessions forgotten')
    },
  ) as Job,
]
