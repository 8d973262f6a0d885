import { z } from 'zod'
import { businessDay } from '../../kernel/time.ts'
import { conn } from '../../platform/db/transaction.ts'
import { defineJob, handleJob } from '../../platform/jobs/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { forgetMessagesBefore } from '../notifications/index.ts'
import { getSetting } from '../settings/index.ts'
import { sendMessages } from './send-messages.ts'
import { keepMonths } from './settings.ts'

/** What is due is sent; every minute. Its outcomes are the messages' own. */
const sendDue = defineJob({
  name: 'messages.send_due',
  schema: z.object({}),
  options: { policy: 'exclusive', cron: '* * * * *', timeoutSeconds: 1800, isRecorded: false },
})

const forget = defineJob({ name: 'messages.forget', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '45 3 * * *' } })

/** The background work of messages. */
export const jobs: readonly Job[] = [
  handleJob(sendDue, async ({ database, actor, signal, log }) => {
    const { troubled } = await sendMessages(database, { actor, signal })
    if (troubled > 0) log.warn({ troubled }, 'Messages were not taken by their channel')
  }) as Job,
  handleJob(forget, async ({ database, log }) => {
    const months = await getSetting(await conn(database), keepMonths)
    const dropped = await forgetMessagesBefore(database.direct, businessDay(database.clock.now(), 'UTC').toPlainYearMonth().subtract({ months }))
    log.info({ dropped }, 'Old messages forgotten')
  }) as Job,
]
