import { z } from 'zod'
import { idSchema } from '../../../platform/http/schemas.ts'
import { defineJob } from '../../../platform/jobs/index.ts'

/** Compares all of one router with what is wanted; the access module does it. Any number may wait: those that come while one runs share the next. */
export const reconcileRouter = defineJob({
  name: 'routers.reconcile_router',
  schema: z.object({ router_id: idSchema }),
  options: { isRecorded: false, timeoutSeconds: 3600, concurrency: 20, attempts: 3 },
})

/** What is set up on one router, kept where it has changed. */
export const keepRouterExport = defineJob({
  name: 'routers.keep_export',
  schema: z.object({ router_id: idSchema }),
  options: { policy: 'short', isRecorded: false, timeoutSeconds: 600, concurrency: 4, attempts: 1 },
})
