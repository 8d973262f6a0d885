import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { idSchema, instantSchema, monthSchema, noContent, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { closeCheckedMonth } from './close-month.ts'
import { checkBooksJob } from './jobs.ts'
import { OCCASIONS, selectReports } from './store.ts'

const tags = ['doctor']

const reportSchema = z.object({
  id: idSchema,
  started_at: instantSchema,
  finished_at: instantSchema,
  occasion: z.enum(OCCASIONS),
  requested_by: idSchema.nullable(),
  is_ok: z.boolean(),
  results: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      severity: z.enum(['error', 'warning']),
      ok: z.boolean(),
      ms: z.int(),
      rows: z.array(z.record(z.string(), z.unknown())).meta({ description: 'The first offending rows; only for people of the whole company' }),
    }),
  ),
})

export function routes(app: App): void {
  app.get(
    '/doctor/results',
    {
      config: { permission: 'job.view' },
      schema: {
        tags,
        summary: 'What the self-check of the books found, newest first',
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(reportSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const { scope, locale } = request.actor
      const rows = await selectReports(await reading(request), { limit, before: decodeCursor(cursor, z.object({ id: cursorId }))?.id })
      const shown = rows.map((row) => ({
        ...row,
        results: row.results.map((result) => ({ ...result, title: result.title[locale], rows: scope.kind === 'company' ? [...result.rows] : [] })),
      }))
      return toPage(shown, limit, ({ id }) => ({ id }))
    },
  )

  app.post(
    '/doctor/runs',
    {
      config: { permission: 'job.run' },
      schema: {
        tags,
        summary: 'Check the books now, in the background; the outcome appears among the results',
        body: z.strictObject({ seals: z.enum(['all', 'recent']).default('recent') }),
        response: { 202: z.object({ is_new: z.boolean().meta({ description: 'False: a check already waits or runs' }), job_run_id: idSchema.nullable() }) },
      },
    },
    async (request, reply) => {
      const { seals } = request.body
      const { userId } = request.actor
      const { isNew, runId } = await transact(
        request,
        async (tx) => await enqueue(tx, checkBooksJob, { seals, ...(userId === null ? {} : { requested_by: userId }) }),
      )
      return await reply.code(202).send({ is_new: isNew, job_run_id: runId })
    },
  )

  app.post(
    '/ledger/months/:month/closing',
    {
      config: { permission: 'ledger.close_month' },
      schema: {
        tags: ['ledger'],
        summary: 'Close a past month; refused while the self-check of the books is red',
        params: z.strictObject({ month: monthSchema }),
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await closeCheckedMonth(request.server.deps.database, { actor: request.actor, month: request.params.month, requestId: request.id })
      return await reply.code(204).send(null)
    },
  )
}
