import { z } from 'zod'
import { defineJob } from '../../../platform/jobs/index.ts'

/** Keeps for FreeRADIUS the passwords that it does not have yet. */
export const refreshPasswords = defineJob({
  name: 'radius.refresh_passwords',
  schema: z.strictObject({}),
  options: { policy: 'short', isRecorded: false, cron: '7 * * * *' },
})

export const forgetCommands = defineJob({ name: 'radius.forget_commands', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '35 3 * * *' } })
