import { z } from 'zod'
import { idSchema } from '../../platform/http/schemas.ts'
import { defineJob } from '../../platform/jobs/index.ts'

/**
 * Tells a router what has changed of its lines; stored in the transaction of the change. Not unique by router: a job that waits may be taken
 * before this transaction commits, and would then not see it. Those that come while one runs share the next run.
 */
export const applyAccess = defineJob({
  name: 'access.apply_access',
  schema: z.object({ router_id: idSchema }),
  options: { isRecorded: false, timeoutSeconds: 1800, concurrency: 50, attempts: 3 },
})
