import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { Invalid, NotFound } from '../../kernel/errors.ts'
import { firstDay } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { dateSchema, idParams, lineOfText, minorSchema, monthSchema, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { translateCode } from '../../platform/i18n/translate.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { billMonth } from './job-definitions.ts'
import { cancelRun, releaseRun, requestRun, startRun } from './request-run.ts'
import { retryParked } from './retry-parked.ts'
import { RUN_CHANGES, selectRunItems, selectRunNotices, selectRunParked } from './run-items-store.ts'
import { noticeSchema, parkedSchema, runDetailSchema, runItemSchema, runSchema, shownRun } from './run-schemas.ts'
import { isVisible, ownPart } from './run-scope.ts'
import { describeRun } from './run-standing.ts'
import { clientsByCode, listRuns, readRun } from './run-store.ts'
import type { InvoiceRun } from './run-store.ts'
import type { RunScope } from './run-stage-store.ts'
import { scopeLists, scopeOf } from './scope-fields.ts'

const tags = ['invoice runs']
const page = z.object({ id: cursorId })
const percentParam = z
  .string()
  .regex(/^\d{1,4}$/, 'Expected a whole number of percent')
  .transform(Number)
  .meta({ type: 'integer', minimum: 0, maximum: 9999 })

const runBody = z.strictObject({
  month: monthSchema,
  ...scopeLists,
  client_codes: z.array(lineOfText(60).min(1)).min(1).max(10_000).optional().meta({ description: 'The same as client_ids, for a list from paper' }),
  issued_on: dateSchema.optional(),
  start: z.boolean().default(false).meta({ description: 'Go on by itself when it differs little from the last cycle' }),
})

/** The clients of a list, named by id or by code. @throws Invalid 422 naming the codes nobody has. */
async function chosenClients(tx: Tx, ids: readonly bigint[] | undefined, codes: readonly string[] | undefined): Promise<Pick<RunScope, 'clientIds'>> {
  if (codes === undefined) return ids === undefined ? {} : { clientIds: ids }
  const known = await clientsByCode(tx, tx.actor.scope, codes)
  const errors = codes.filter((code) => !known.has(code)).map((code) => ({ field: 'client_codes', message: `There is no client ${code}` }))
  if (errors.length > 0) throw new Invalid('Some of these codes belong to nobody', { errors: errors.slice(0, 20) })
  return { clientIds: [...new Set([...(ids ?? []), ...known.values()])] }
}

/** @throws NotFound 404 where there is none, or where it bills others than the person's own. */
async function visible(conn: Conn, actor: Actor, id: bigint): Promise<InvoiceRun> {
  const run = await readRun(conn, id)
  if (!run || !isVisible(actor.scope, run)) throw NotFound.of('invoice run', id)
  return run
}

const work = async (tx: Tx, run: InvoiceRun): Promise<InvoiceRun> => {
  await enqueue(tx, billMonth, { run_id: run.id }, { singletonKey: run.id.toString() })
  return run
}

export function runRoutes(app: App): void {
  app.get(
    '/invoice-runs',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Month runs, newest first',
        querystring: z.strictObject({ ...pageQuery, month: monthSchema.optional() }),
        response: { 200: pageOf(runSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, month } = request.query
      const rows = await listRuns(await reading(request), {
        before: decodeCursor(cursor, page)?.id ?? null,
        limit: limit + 1,
        month: month ? firstDay(month) : null,
      })
      const { items, next_cursor } = toPage(rows, limit, ({ id }) => ({ id }))
      return { items: items.filter((run) => isVisible(request.actor.scope, run)).map(shownRun), next_cursor }
    },
  )

  app.post(
    '/invoice-runs',
    {
      config: { permission: 'invoice.run' },
      schema: {
        tags,
        summary: 'Preview a month: all clients, or those of branches, areas, routers, resellers or a list',
        body: runBody,
        response: { 201: runSchema },
      },
    },
    async (request, reply) => {
      const { month, issued_on, start, ...lists } = request.body
      const run = await transact(request, async (tx) => {
        const wanted = { ...scopeOf(lists), ...(await chosenClients(tx, lists.client_ids, lists.client_codes)) }
        const asked = { month: firstDay(month), scope: ownPart(tx.actor.scope, wanted), startsItself: start, ...(issued_on ? { issuedOn: issued_on } : {}) }
        return await work(tx, await requestRun(tx, asked))
      })
      return await reply.code(201).send(shownRun(run))
    },
  )

  app.get(
    '/invoice-runs/:id',
    {
      config: { permission: 'invoice.view' },
      schema: { tags, summary: 'One run with its progress and what may be done with it', params: idParams, response: { 200: runDetailSchema } },
    },
    async (request) => {
      const conn = await reading(request)
      return await describeRun(conn, request.actor, await visible(conn, request.actor, request.params.id), request.server.deps.clock.now())
    },
  )

  app.get(
    '/invoice-runs/:id/items',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'The preview client by client, with the difference to the last cycle',
        params: idParams,
        querystring: z.strictObject({
          ...pageQuery,
          state: z.enum(['would_issue', 'nothing_due', 'parked']).optional(),
          change: z.enum(RUN_CHANGES).optional(),
          min_change_percent: percentParam.optional().meta({ description: 'Higher or lower than last time by at least this share of it' }),
          sort: z.enum(['client', '-difference']).default('client').meta({ description: '-difference leaves out what did not change' }),
        }),
        response: { 200: pageOf(runItemSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, state, change, min_change_percent, sort } = request.query
      const conn = await reading(request)
      const run = await visible(conn, request.actor, request.params.id)
      const rows = await selectRunItems(conn, run.id, {
        state,
        change,
        minChangeBp: min_change_percent === undefined ? undefined : min_change_percent * 100,
        byDifference: sort === '-difference',
        after: decodeCursor(cursor, z.object({ id: cursorId, difference: cursorId })),
        limit,
      })
      const titled = rows.map((row) => ({ ...row, reason_title: row.reason === null ? null : translateCode(request.actor.locale, row.reason) }))
      return toPage(titled, limit, ({ client_id, total_minor, previous_minor }) => {
        const difference = total_minor - previous_minor
        return { id: client_id, difference: difference < 0n ? -difference : difference }
      })
    },
  )

  app.get(
    '/invoice-runs/:id/parked',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Clients a run could not bill, with the reason, and by which invoice they were billed since',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(parkedSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      const run = await visible(conn, request.actor, request.params.id)
      const rows = await selectRunParked(conn, run.id, { after: decodeCursor(cursor, page)?.id ?? 0n, limit })
      const titled = rows.map((row) => ({ ...row, reason_title: translateCode(request.actor.locale, row.reason) ?? row.reason }))
      return toPage(titled, limit, ({ client_id }) => ({ id: client_id }))
    },
  )

  app.get(
    '/invoice-runs/:id/notices',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'The messages to clients about the invoices of a run, newest invoice first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(noticeSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      const run = await visible(conn, request.actor, request.params.id)
      const rows = await selectRunNotices(conn, request.actor.scope, run, { before: decodeCursor(cursor, page)?.id, limit })
      return toPage(rows, limit, ({ invoice_id }) => ({ id: invoice_id }))
    },
  )

  /** A change of a visible run, answered as the run is then. */
  const change = (path: string, permission: 'invoice.run' | 'invoice.approve_run', summary: string, act: (tx: Tx, id: bigint) => Promise<InvoiceRun>) =>
    app.post(
      `/invoice-runs/:id/${path}`,
      { config: { permission }, schema: { tags, summary, params: idParams, response: { 200: runSchema } } },
      async (request) =>
        await transact(request, async (tx) => {
          await visible(tx, tx.actor, request.params.id)
          return shownRun(await act(tx, request.params.id))
        }),
    )

  change('start', 'invoice.run', 'Bill what the preview showed', async (tx, id) => await work(tx, await startRun(tx, id)))
  change('resumption', 'invoice.run', 'Let a run go on that stopped by an error', async (tx, id) => await work(tx, await visible(tx, tx.actor, id)))
  change('cancellation', 'invoice.run', 'Stop a run after its present chunk; what is issued stays', cancelRun)

  app.post(
    '/invoice-runs/:id/release',
    {
      config: { permission: 'invoice.approve_run' },
      schema: {
        tags,
        summary: 'Release a run that differs much from the last cycle, by typing its total',
        params: idParams,
        body: z.strictObject({ expected_total_minor: minorSchema }),
        response: { 200: runSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        await visible(tx, tx.actor, request.params.id)
        const run = await releaseRun(tx, { runId: request.params.id, typedTotal: request.body.expected_total_minor })
        return shownRun(run.state === 'queued' ? await work(tx, run) : run)
      }),
  )

  app.post(
    '/invoice-runs/:id/retry',
    {
      config: { permission: 'invoice.run' },
      schema: { tags, summary: 'Preview a run of those this one parked and who have no bill yet', params: idParams, response: { 201: runSchema } },
    },
    async (request, reply) => {
      const run = await transact(request, async (tx) => {
        await visible(tx, tx.actor, request.params.id)
        return await work(tx, await retryParked(tx, request.params.id))
      })
      return await reply.code(201).send(shownRun(run))
    },
  )
}
