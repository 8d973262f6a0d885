import { z } from 'zod'
import { idSchema } from '../../../platform/http/schemas.ts'
import { defineJob } from '../../../platform/jobs/index.ts'

/** Looks at one router; a second one is not stored while one waits or runs. The next look is soon, so it is tried once. */
export const pollOneRouter = defineJob({
  name: 'traffic.poll_router',
  schema: z.object({ router_id: idSchema }),
  options: { policy: 'exclusive', isRecorded: false, timeoutSeconds: 600, concurrency: 20, attempts: 1 },
})

/** Ends the session that a person asked to be ended. */
export const endOneSession = defineJob({
  name: 'traffic.end_session',
  schema: z.object({ kick_id: idSchema }),
  options: { isRecorded: false, timeoutSeconds: 60, concurrency: 10, attempts: 3 },
})
