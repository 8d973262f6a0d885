import { z } from 'zod'
import { defineJob } from '../../platform/jobs/index.ts'
import { idSchema } from '../../platform/http/schemas.ts'

/** Writes one list into a file. */
export const runExport = defineJob({
  name: 'exports.run_export',
  schema: z.object({ export_id: idSchema }),
  options: { policy: 'short', timeoutSeconds: 2 * 3600, concurrency: 2, attempts: 5 },
})

/** Files nobody should find a month later. */
export const deleteOldExports = defineJob({ name: 'exports.delete_old', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '30 3 * * *' } })
