import { z } from 'zod'
import { makePartitions as make } from '../db/partitions.ts'
import { defineJob, handleJob } from './job.ts'

/** The platform's own nightly job: the coming months have their partitions before the first row asks for one. */
export const makePartitions = handleJob(
  defineJob({ name: 'platform.make_partitions', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '10 1 * * *' } }),
  async ({ database }) => await make(database.direct),
)
