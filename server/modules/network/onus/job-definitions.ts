import { z } from 'zod'
import { idSchema } from '../../../platform/http/schemas.ts'
import { defineJob } from '../../../platform/jobs/index.ts'
import { POLL_KINDS } from './poll/polls-store.ts'

/** Asks one OLT for one thing of all its ONUs. */
export const pollOneOlt = defineJob({
  name: 'onus.poll_olt',
  schema: z.object({ olt_id: idSchema, kind: z.enum(POLL_KINDS) }),
  options: { policy: 'short', isRecorded: false, timeoutSeconds: 900, concurrency: 8, attempts: 1 },
})

/** Has an OLT told what a person has asked for: one task after the other for each OLT. Tried again it only says that it was left off. */
export const runOneTask = defineJob({
  name: 'onus.run_task',
  schema: z.object({ task_id: idSchema }),
  options: { policy: 'singleton', isRecorded: false, timeoutSeconds: 900, concurrency: 8, attempts: 4 },
})

/** Types one line of a person: one after the other for each OLT, in their order. Tried again it only says that it was left off. */
export const typeOneLine = defineJob({
  name: 'onus.type_line',
  schema: z.object({ line_id: idSchema }),
  options: { policy: 'singleton', isRecorded: false, timeoutSeconds: 300, concurrency: 8, attempts: 4 },
})
