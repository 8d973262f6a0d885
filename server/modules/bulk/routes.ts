import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { allow } from '../../platform/http/allowed.ts'
import { allowedOf } from '../../platform/http/allowed-schema.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { idParams, idSchema, instantSchema, minorSchema, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { FACTS } from './action.ts'
import { ACTIONS, actionOf } from './actions/all.ts'
import type { ActionName } from './actions/all.ts'
import { allowedOnJob, BULK_JOB_ACTIONS } from './allowed.ts'
import { bulkJobNotFound } from './errors.ts'
import { selectItems } from './items-store.ts'
import { cancelBulk, requestBulk, startBulk, undoBulk } from './request-bulk.ts'
import { itemsCsv, sayErrors } from './say-items.ts'
import { BULK_STATES, ITEM_STATES, selectJob, selectJobs } from './store.ts'
import type { BulkJob } from './store.ts'

const tags = ['bulk jobs']
const count = z.int().optional()

const jobSchema = z.object({
  id: idSchema,
  action: z.enum(ACTIONS as [ActionName, ...ActionName[]]),
  params: z.record(z.string(), z.unknown()),
  selection: z.object({ filter: z.record(z.string(), z.string()), client_ids: z.array(z.int()).optional(), except_ids: z.array(z.int()).optional() }),
  state: z.enum(BULK_STATES),
  counts: z.object({ waiting: count, ready: count, unchanged: count, refused: count, done: count, failed: count }),
  receivable_minor: minorSchema.meta({ description: 'What clients would owe more (+) or less (-); once started, what they do' }),
  credit_minor: minorSchema.meta({ description: 'The same of what they have paid in advance' }),
  undoes_id: idSchema.nullable().meta({ description: 'The job this one takes back' }),
  undone_by_id: idSchema.nullable().meta({ description: 'The job that takes this one back' }),
  error: z.string().nullable(),
  created_by: idSchema.nullable(),
  created_by_name: z.string().nullable(),
  created_at: instantSchema,
  started_at: instantSchema.nullable(),
  finished_at: instantSchema.nullable(),
  allowed: allowedOf(BULK_JOB_ACTIONS),
})

const itemSchema = z.object({
  item_no: z.int(),
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  subscription_id: idSchema.nullable(),
  line: z.string().nullable().meta({ description: 'The PPPoE login or the name of the line' }),
  state: z.enum(ITEM_STATES),
  facts: z.array(z.object({ what: z.enum(FACTS), from: z.string().nullable(), to: z.string().nullable() })),
  receivable_minor: minorSchema,
  credit_minor: minorSchema,
  errors: z.array(z.object({ field: z.string(), message: z.string() })).meta({ description: 'Sentences in the language of the person who asks' }),
})

/** One body for each change: its name and what it needs. */
const changeSchema = z.discriminatedUnion(
  'action',
  ACTIONS.map((name) => actionOf(name).params.extend({ action: z.literal(name) })) as unknown as [z.ZodObject<{ action: z.ZodLiteral<ActionName> }>],
)

const view = (actor: Actor, job: BulkJob): z.output<typeof jobSchema> => ({
  ...job,
  params: { ...job.params },
  counts: { ...job.counts },
  selection: {
    filter: { ...job.selection.filter },
    ...(job.selection.client_ids === undefined ? {} : { client_ids: [...job.selection.client_ids] }),
    ...(job.selection.except_ids === undefined ? {} : { except_ids: [...job.selection.except_ids] }),
  },
  allowed: allowedOnJob(actor, job),
})

export function routes(app: App): void {
  app.get(
    '/bulk-jobs/actions',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: {
        tags,
        summary: 'What can be done to many clients at once, and whether you may',
        response: {
          200: z.object({
            items: z.array(
              z.object({
                action: z.enum(ACTIONS as [ActionName, ...ActionName[]]),
                permission: z.enum([...ALL_PERMISSIONS] as [Permission, ...Permission[]]),
                is_undoable: z.boolean(),
                allowed: allowedOf(['request']),
              }),
            ),
          }),
        },
      },
    },
    async ({ actor }) => ({
      items: ACTIONS.map((action) => {
        const { permission, undo } = actionOf(action)
        return { action, permission, is_undoable: undo !== null, allowed: { request: allow(actor, permission, null) } }
      }),
    }),
  )

  app.post(
    '/bulk-jobs',
    {
      config: { permission: 'client.edit' },
      schema: {
        tags,
        summary: 'Ask for a change of many clients; its preview says what each would become, and nothing is changed yet',
        body: z.strictObject({
          change: changeSchema,
          selection: z
            .strictObject({
              filter: z.record(z.string().max(40), z.string().max(300)).default({}).meta({ description: 'The query of the list of clients' }),
              client_ids: z
                .array(z.int().positive())
                .min(1)
                .max(10_000)
                .optional()
                .meta({ description: 'These and no others; the filter then says which of their lines' }),
              except_ids: z.array(z.int().positive()).max(10_000).optional(),
            })
            .meta({ description: 'All clients of a filter, less some, or clients one by one' }),
        }),
        response: { 202: jobSchema },
      },
    },
    async (request, reply) => {
      const { change, selection } = request.body
      const { action, ...params } = change
      const body = await transact(request, async (tx) => {
        const id = await requestBulk(tx, { action, params, selection })
        return view(tx.actor, (await selectJob(tx, tx.actor, id)) as BulkJob)
      })
      return reply.code(202).send(body)
    },
  )

  app.get(
    '/bulk-jobs',
    {
      config: { permission: 'client.view' },
      schema: { tags, summary: 'Bulk jobs, newest first', querystring: z.strictObject(pageQuery), response: { 200: pageOf(jobSchema) } },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const found = await selectJobs(await reading(request), request.actor, { limit, before: decodeCursor(cursor, z.object({ id: cursorId }))?.id })
      const { items, next_cursor } = toPage(found, limit, ({ id }) => ({ id }))
      return { items: items.map((job) => view(request.actor, job)), next_cursor }
    },
  )

  app.get(
    '/bulk-jobs/:id',
    {
      config: { permission: 'client.view' },
      schema: { tags, summary: 'One bulk job and how far it is', params: idParams, response: { 200: jobSchema } },
    },
    async (request) => {
      const job = await selectJob(await reading(request), request.actor, request.params.id)
      if (job === undefined) throw bulkJobNotFound(request.params.id)
      return view(request.actor, job)
    },
  )

  app.get(
    '/bulk-jobs/:id/items',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'What each client of a job would become or became, and who cannot and why',
        params: idParams,
        querystring: z.strictObject({ ...pageQuery, state: z.enum(ITEM_STATES).optional() }),
        response: { 200: pageOf(itemSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, state } = request.query
      const conn = await reading(request)
      const job = await selectJob(conn, request.actor, request.params.id)
      if (job === undefined) throw bulkJobNotFound(request.params.id)
      const after = decodeCursor(cursor, z.object({ item_no: z.int() }))?.item_no ?? 0
      const rows = await selectItems(conn, job.id, state === undefined ? ITEM_STATES : [state], { limit, after })
      const { items, next_cursor } = toPage(rows, limit, ({ item_no }) => ({ item_no }))
      return {
        items: items.map((item) => ({ ...item, facts: [...item.facts], errors: sayErrors(request.actor.locale, item.errors) })),
        next_cursor,
      }
    },
  )

  app.get(
    '/bulk-jobs/:id/items.csv',
    {
      config: { permission: 'client.export' },
      schema: {
        tags,
        summary: 'The outcome of each item as a file',
        params: idParams,
        response: { 200: z.any().meta({ type: 'string', format: 'binary', description: 'text/csv' }) },
      },
    },
    async (request, reply) => {
      const conn = await reading(request)
      const job = await selectJob(conn, request.actor, request.params.id)
      if (job === undefined) throw bulkJobNotFound(request.params.id)
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="bulk-${job.id}.csv"`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(Readable.from(itemsCsv(conn, job, request.actor.locale)))
    },
  )

  app.post(
    '/bulk-jobs/:id/start',
    {
      config: { permission: 'client.edit' },
      schema: {
        tags,
        summary: 'Do what the preview found ready; a stopped job goes on',
        params: idParams,
        body: z.strictObject({ ready: z.int().min(0).meta({ description: 'How many items you have seen ready' }) }),
        response: { 202: jobSchema },
      },
    },
    async (request, reply) =>
      reply.code(202).send(
        await transact(request, async (tx) => {
          await startBulk(tx, request.params.id, request.body.ready)
          return view(tx.actor, (await selectJob(tx, tx.actor, request.params.id)) as BulkJob)
        }),
      ),
  )

  app.post(
    '/bulk-jobs/:id/cancellation',
    {
      config: { permission: 'client.edit' },
      schema: { tags, summary: 'Stop a job after the item it is at; what is done stays', params: idParams, response: { 200: jobSchema } },
    },
    async (request) =>
      transact(request, async (tx) => {
        await cancelBulk(tx, request.params.id)
        return view(tx.actor, (await selectJob(tx, tx.actor, request.params.id)) as BulkJob)
      }),
  )

  app.post(
    '/bulk-jobs/:id/undoing',
    {
      config: { permission: 'client.edit' },
      schema: {
        tags,
        summary: 'Prepare the way back of what a job has done: another job, with its own preview, to be started like any other',
        params: idParams,
        response: { 202: jobSchema },
      },
    },
    async (request, reply) =>
      reply.code(202).send(
        await transact(request, async (tx) => {
          const id = await undoBulk(tx, request.params.id)
          return view(tx.actor, (await selectJob(tx, tx.actor, id)) as BulkJob)
        }),
      ),
  )
}
