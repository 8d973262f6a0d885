import { z } from 'zod'
import { inTransaction } from '../../platform/db/transaction.ts'
import { defineJob, handleJob } from '../../platform/jobs/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { lookAtOlt } from './look/look-at-olt.ts'
import { selectOltsToLookAt } from './look/look-store.ts'

/** OLTs of which something is new since the last look, each in a transaction of its own; every minute. */
const lookAtAll = defineJob({
  name: 'incidents.look_at_all',
  schema: z.object({}),
  options: { policy: 'exclusive', cron: '* * * * *', timeoutSeconds: 300, isRecorded: false },
})

/** The background work of incidents. */
export const jobs: readonly Job[] = [
  handleJob(lookAtAll, async ({ database, actor, signal }) => {
    for (const oltId of await selectOltsToLookAt({ db: database.direct })) {
      if (signal.aborted) return
      await inTransaction(database, { actor, direct: true }, async (tx) => await lookAtOlt(tx, oltId))
    }
  }) as Job,
]
