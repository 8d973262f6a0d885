import { z } from 'zod'
import { defineJob, handleJob } from '../../platform/jobs/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { idSchema } from '../../platform/http/schemas.ts'
import { checkBooks } from './check-books.ts'

/** The nightly self-check, and the one somebody asks for; one at a time. */
export const checkBooksJob = defineJob({
  name: 'doctor.check_books',
  schema: z.object({ requested_by: idSchema.optional(), seals: z.enum(['all', 'recent']).optional() }),
  options: { policy: 'exclusive', cron: '20 3 * * *', timeoutSeconds: 6 * 3600, attempts: 2 },
})

/** The background work of the self-check. A red result is no failed job: it is what the job found. */
export const jobs: readonly Job[] = [
  handleJob(checkBooksJob, async ({ database, actor, payload, signal, log, progress }) => {
    const isAsked = payload.requested_by !== undefined
    const report = await checkBooks(database, {
      actor,
      signal,
      occasion: isAsked ? 'request' : 'nightly',
      requestedBy: payload.requested_by ?? null,
      seals: payload.seals ?? 'recent',
    })
    const red = report.results.filter(({ ok }) => !ok).map(({ id }) => id)
    await progress({ doctor_result_id: Number(report.resultId), ok: report.ok, red })
    if (red.length > 0) log.error({ red, doctorResultId: Number(report.resultId) }, 'The books do not agree')
  }) as Job,
]
