import { z } from 'zod'
import { defineJob, handleJob } from './job.ts'
import { deleteOldRuns } from './store.ts'

const KEEP_DAYS = 90

/** The platform's own nightly job: forgets what became of jobs three months ago. */
export const purgeRuns = handleJob(
  defineJob({ name: 'jobs.purge_runs', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '40 3 * * *' } }),
  async ({ database, log }) => {
    const deleted = await deleteOldRuns(database.direct, database.clock.now().subtract({ hours: KEEP_DAYS * 24 }))
    log.info({ deleted: Number(deleted) }, 'Old job runs deleted')
  },
)
