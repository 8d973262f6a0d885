import { z } from 'zod'
import { idSchema } from '../../platform/http/schemas.ts'
import { defineJob } from '../../platform/jobs/index.ts'

const schema = z.object({ bulk_job_id: idSchema })

/** Finds what each item would become, without doing it. */
export const previewBulk = defineJob({
  name: 'bulk.preview_bulk',
  schema,
  options: { policy: 'short', timeoutSeconds: 6 * 3600, concurrency: 1, attempts: 20 },
})

/** Does the items that are ready. */
export const runBulk = defineJob({ name: 'bulk.run_bulk', schema, options: { policy: 'short', timeoutSeconds: 6 * 3600, concurrency: 1, attempts: 20 } })
