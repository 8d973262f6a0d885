import { z } from 'zod'
import { defineJob, handleJob } from '../../platform/jobs/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { sendMessages } from './send-messages.ts'

/** What is due is sent; every minute. Its outcomes are the messages' own. */
const sendDue = defineJob({
  name: 'messages.send_due',
  schema: z.object({}),
  options: { policy: 'exclusive', cron: '* * * * *', timeoutSeconds: 1800, isRecorded: false },
})

/** The background work of messages. */
export const jobs: readonly Job[] = [
  handleJob(sendDue, async ({ database, actor, signal, log }) => {
    const { troubled } = await sendMessages(database, { actor, signal })
    if (troubled > 0) log.warn({ troubled }, 'Messages were not taken by their channel')
  }) as Job,
]
