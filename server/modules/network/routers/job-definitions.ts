import { z } from 'zod'
import { idSchema } from '../../../platform/http/schemas.ts'
import { defineJob } from '../../../platform/jobs/index.ts'

/** Compares all of one router with what is wanted; the access module does it. Any number may wait: those that come while one runs share the next. */
export const reconcileRouter = defineJob({
  name: 'routers.reconcile_router',
  schema: z.object({ router_id: idSchema }),
  options: { isRecorded: false, timeoutSeconds: 3600, concurrency: 20, attempts: 3 },
})
