import { z } from 'zod'
import { defineJob, handleJob } from '../jobs/index.ts'
import { deleteOldKeys } from './idempotency.sql.ts'

/** Far longer than any client retries; after it a key may be used anew. */
const KEEP_DAYS = 30

/** Nightly: forgets idempotency keys and their answers after a month. */
export const forgetKeys = handleJob(
  defineJob({ name: 'http.forget_keys', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '30 3 * * *' } }),
  async ({ database, log }) => {
    const deleted = await deleteOldKeys(database.direct, database.clock.now().subtract({ hours: 24 * KEEP_DAYS }))
    log.info({ deleted }, 'Idempotency keys forgotten')
  },
)
