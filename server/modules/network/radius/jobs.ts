import { inTransaction } from '../../../platform/db/transaction.ts'
import { dropPartitionsBefore } from '../../../platform/db/partitions.ts'
import { handleJob } from '../../../platform/jobs/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { forgetCommands, refreshPasswords } from './job-definitions.ts'
import { refreshCredentials } from './refresh-credentials.ts'

const BATCH = 1000
const KEEP_MONTHS = 3

export const jobs: readonly Job[] = [
  handleJob(refreshPasswords, async ({ database, actor, signal }) => {
    for (let changed = BATCH; changed === BATCH; ) {
      signal.throwIfAborted()
      changed = await inTransaction(database, { actor, direct: true }, async (tx) => await refreshCredentials(tx, null, BATCH))
    }
  }) as Job,

  handleJob(forgetCommands, async ({ database, log }) => {
    const month = database.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth()
    log.info({ dropped: await dropPartitionsBefore(database.direct, 'radius_commands', month.subtract({ months: KEEP_MONTHS })) }, 'Old commands forgotten')
  }) as Job,
]
