import { z } from 'zod'
import { defineJob } from '../../platform/jobs/index.ts'
import { idSchema } from '../../platform/http/schemas.ts'

const schema = z.object({ import_id: idSchema })

/** Checks every row of a file. */
export const previewImport = defineJob({
  name: 'imports.preview_import',
  schema,
  options: { policy: 'short', timeoutSeconds: 3600, concurrency: 1, attempts: 5 },
})

/** Does the rows that are ready. */
export const runImport = defineJob({ name: 'imports.run_import', schema, options: { policy: 'short', timeoutSeconds: 6 * 3600, concurrency: 1, attempts: 20 } })

/** Old uploads and their bytes. */
export const forgetImportFiles = defineJob({ name: 'imports.forget_files', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '35 3 * * *' } })

/** Secrets and profiles of a router, for somebody who imports it. */
export const readSecrets = defineJob({
  name: 'imports.read_secrets',
  schema: z.object({ router_id: idSchema }),
  options: { policy: 'short', timeoutSeconds: 600, attempts: 1 },
})

/** Lines that are named like secrets of a router go over to it. */
export const takeOver = defineJob({
  name: 'imports.take_over',
  schema: z.object({ takeover_id: idSchema }),
  options: { policy: 'short', timeoutSeconds: 3600, concurrency: 2, attempts: 20 },
})

/** What was read of routers and is worked with no longer. */
export const forgetReadings = defineJob({
  name: 'imports.forget_readings',
  schema: z.strictObject({}),
  options: { policy: 'exclusive', cron: '40 * * * *', isRecorded: false },
})
