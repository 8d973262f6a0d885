import { z } from 'zod'
import { defineJob, handleJob } from '../../platform/jobs/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { sealBooks } from './seals/seal-books.ts'

const sealBooksJob = defineJob({
  name: 'ledger.seal_books',
  schema: z.object({}),
  options: { policy: 'exclusive', cron: '5 * * * *', timeoutSeconds: 3300, attempts: 2 },
})

/** The background work of the books. */
export const jobs: readonly Job[] = [
  handleJob(sealBooksJob, async ({ database, actor, signal, log, progress }) => {
    const sealed = await sealBooks(database, { actor, signal })
    await progress(Object.fromEntries(sealed.map(({ book, seals, rows }) => [book, { seals, rows: Number(rows) }])))
    for (const { book, isUpToDate } of sealed)
      if (!isUpToDate) log.warn({ book }, 'An hour is not sealed yet: somebody is still writing in it; the next hour tries again')
  }) as Job,
]
