import { z } from 'zod'
import { Forbidden, NotFound } from '../../kernel/errors.ts'
import { firstDay } from '../../kernel/time.ts'
import type { Scope } from '../../kernel/actor.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { bigintSchema, dateSchema, idParams, idSchema, instantSchema, minorSchema, monthSchema, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { billMonth } from './job-definitions.ts'
import { cancelRun, releaseRun, requestRun, startRun } from './request-run.ts'
import { listRuns, readRun, selectRunItems, selectRunParked } from './run-store.ts'
import type { InvoiceRun } from './run-store.ts'
import type { RunScope } from './run-stage-store.ts'

const tags = ['invoice runs']
const page = z.object({ id: cursorId })
const ids = z.array(idSchema).min(1).max(10_000).optional()

const runSchema = z.object({
  id: idSchema,
  month: dateSchema,
  scope: z.record(z.string(), z.array(z.int())),
  issued_on: dateSchema,
  state: z.enum(['previewing', 'ready', 'awaiting_release', 'queued', 'running', 'done', 'cancelled', 'failed']),
  starts_itself: z.boolean(),
  expected_count: bigintSchema.nullable(),
  expected_total_minor: bigintSchema.nullable(),
  previous_count: bigintSchema.nullable(),
  previous_total_minor: bigintSchema.nullable(),
  difference_bp: bigintSchema.nullable(),
  issued_count: bigintSchema,
  issued_total_minor: bigintSchema,
  parked_count: bigintSchema,
  error: z.string().nullable(),
  requested_by: idSchema.nullable(),
  released_by: idSchema.nullable(),
  release_after: instantSchema.nullable(),
  created_at: instantSchema,
  started_at: instantSchema.nullable(),
  finished_at: instantSchema.nullable(),
})

const shown = (run: InvoiceRun) => ({
  id: run.id,
  month: run.month,
  scope: Object.fromEntries(Object.entries(run.scope).map(([key, list]) => [key, [...list]])),
  issued_on: run.issuedOn,
  state: run.state,
  starts_itself: run.startsItself,
  expected_count: run.expectedCount,
  expected_total_minor: run.expectedTotal,
  previous_count: run.previousCount,
  previous_total_minor: run.previousTotal,
  difference_bp: run.differenceBp,
  issued_count: run.issuedCount,
  issued_total_minor: run.issuedTotal,
  parked_count: run.parkedCount,
  error: run.error,
  requested_by: run.requestedBy,
  released_by: run.releasedBy,
  release_after: run.releaseAfter,
  created_at: run.createdAt,
  started_at: run.startedAt,
  finished_at: run.finishedAt,
})

/** A manager of branches runs his own branches only; without a choice, all of his. */
function within(scope: Scope, wanted: RunScope): RunScope {
  if (scope.kind === 'company') return wanted
  if (scope.kind === 'reseller') return { ...wanted, resellerIds: [scope.resellerId] }
  const branchIds = wanted.branchIds ?? scope.branchIds
  if (branchIds.some((id) => !scope.branchIds.includes(id))) throw new Forbidden('You can bill the clients of your own branches only')
  return { ...wanted, branchIds }
}

function isVisible(scope: Scope, run: InvoiceRun): boolean {
  if (scope.kind === 'company') return true
  const list = scope.kind === 'branches' ? run.scope.branch_ids : run.scope.reseller_ids
  const own = scope.kind === 'branches' ? scope.branchIds : [scope.resellerId]
  return list?.every((id) => own.includes(BigInt(id))) ?? false
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
      return { items: items.filter((run) => isVisible(request.actor.scope, run)).map(shown), next_cursor }
    },
  )

  app.post(
    '/invoice-runs',
    {
      config: { permission: 'invoice.run' },
      schema: {
        tags,
        summary: 'Preview a month: all clients, or those of branches, areas, routers, resellers or a list',
        body: z.strictObject({
          month: monthSchema,
          branch_ids: ids,
          area_ids: ids,
          router_ids: ids,
          reseller_ids: ids,
          client_ids: ids,
          issued_on: dateSchema.optional(),
          start: z.boolean().default(false).meta({ description: 'Go on by itself when it differs little from the last cycle' }),
        }),
        response: { 201: runSchema },
      },
    },
    async (request, reply) => {
      const { month, issued_on, start, ...lists } = request.body
      const wanted: RunScope = {
        ...(lists.branch_ids ? { branchIds: lists.branch_ids } : {}),
        ...(lists.area_ids ? { areaIds: lists.area_ids } : {}),
        ...(lists.router_ids ? { routerIds: lists.router_ids } : {}),
        ...(lists.reseller_ids ? { resellerIds: lists.reseller_ids } : {}),
        ...(lists.client_ids ? { clientIds: lists.client_ids } : {}),
      }
      const run = await transact(request, async (tx) => {
        const made = await requestRun(tx, {
          month: firstDay(month),
          scope: within(tx.actor.scope, wanted),
          startsItself: start,
          ...(issued_on ? { issuedOn: issued_on } : {}),
        })
        await enqueue(tx, billMonth, { run_id: made.id }, { singletonKey: made.id.toString() })
        return made
      })
      return await reply.code(201).send(shown(run))
    },
  )

  const visible = async (
    request: { actor: { scope: Scope }; params: { id: bigint } },
    read: (id: bigint) => Promise<InvoiceRun | null>,
  ): Promise<InvoiceRun> => {
    const run = await read(request.params.id)
    if (!run || !isVisible(request.actor.scope, run)) throw NotFound.of('invoice run', request.params.id)
    return run
  }

  app.get(
    '/invoice-runs/:id',
    { config: { permission: 'invoice.view' }, schema: { tags, summary: 'One run with its progress', params: idParams, response: { 200: runSchema } } },
    async (request) => {
      const conn = await reading(request)
      return shown(await visible(request, async (id) => await readRun(conn, id)))
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
          change: z.enum(['new', 'same', 'higher', 'lower', 'gone']).optional(),
        }),
        response: {
          200: pageOf(
            z.object({
              client_id: idSchema,
              client_code: z.string(),
              client_name: z.string(),
              state: z.string(),
              change: z.string().nullable(),
              reason: z.string().nullable(),
              total_minor: minorSchema,
              previous_minor: minorSchema,
            }),
          ),
        },
      },
    },
    async (request) => {
      const { limit, cursor, state, change } = request.query
      const conn = await reading(request)
      const run = await visible(request, async (id) => await readRun(conn, id))
      return toPage(await selectRunItems(conn, run.id, { state, change, after: decodeCursor(cursor, page)?.id ?? 0n, limit }), limit, ({ client_id }) => ({
        id: client_id,
      }))
    },
  )

  app.get(
    '/invoice-runs/:id/parked',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Clients a run could not bill, with the reason',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: {
          200: pageOf(
            z.object({
              client_id: idSchema,
              client_code: z.string(),
              client_name: z.string(),
              reason: z.string(),
              detail: z.string(),
              at: instantSchema,
              resolved_at: instantSchema.nullable(),
            }),
          ),
        },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      const run = await visible(request, async (id) => await readRun(conn, id))
      return toPage(await selectRunParked(conn, run.id, { after: decodeCursor(cursor, page)?.id ?? 0n, limit }), limit, ({ client_id }) => ({ id: client_id }))
    },
  )

  app.post(
    '/invoice-runs/:id/start',
    { config: { permission: 'invoice.run' }, schema: { tags, summary: 'Bill what the preview showed', params: idParams, response: { 200: runSchema } } },
    async (request) =>
      await transact(request, async (tx) => {
        await visible({ actor: tx.actor, params: request.params }, async (id) => await readRun(tx, id))
        const run = await startRun(tx, request.params.id)
        await enqueue(tx, billMonth, { run_id: run.id }, { singletonKey: run.id.toString() })
        return shown(run)
      }),
  )

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
        await visible({ actor: tx.actor, params: request.params }, async (id) => await readRun(tx, id))
        const run = await releaseRun(tx, { runId: request.params.id, typedTotal: request.body.expected_total_minor })
        if (run.state === 'queued') await enqueue(tx, billMonth, { run_id: run.id }, { singletonKey: run.id.toString() })
        return shown(run)
      }),
  )

  app.post(
    '/invoice-runs/:id/cancellation',
    {
      config: { permission: 'invoice.run' },
      schema: { tags, summary: 'Stop a run after its present chunk; what is issued stays', params: idParams, response: { 200: runSchema } },
    },
    async (request) =>
      await transact(request, async (tx) => {
        await visible({ actor: tx.actor, params: request.params }, async (id) => await readRun(tx, id))
        return shown(await cancelRun(tx, request.params.id))
      }),
  )
}
