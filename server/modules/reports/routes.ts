import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { bigintSchema, dateSchema, idSchema, instantSchema, limitParam, minorSchema, monthSchema } from '../../platform/http/schemas.ts'
import { reading, todayOf } from '../../platform/http/transact.ts'
import { readGrowth } from './clients.ts'
import { selectClientFigures } from './clients-store.ts'
import { readCollections } from './collections.ts'
import { selectDues } from './dues-store.ts'
import { selectActivity } from './activity-store.ts'
import { macRoutes } from './mac-routes.ts'
import { selectWaiting, WAITING_KINDS } from './waiting-store.ts'
import { selectWork, WORK_KINDS, WORK_STATES } from './work-store.ts'

const tags = ['reports']

const takenSchema = z.object({ from: dateSchema, to: dateSchema, payments: bigintSchema, amount_minor: minorSchema })
const collectionsSchema = z.object({
  today: takenSchema,
  yesterday: takenSchema,
  this_month: takenSchema.meta({ description: 'Up to today' }),
  last_month_to_day: takenSchema.meta({ description: 'As far into the last month as today is into this one' }),
  last_month: takenSchema,
  days: z
    .array(z.object({ day: dateSchema, payments: bigintSchema, amount_minor: minorSchema }))
    .meta({ description: 'Every day from the first of last month up to today' }),
  methods: z.array(z.object({ method: z.string(), payments: bigintSchema, amount_minor: minorSchema })).meta({ description: 'This month, the largest first' }),
})

const duesSchema = z.object({
  on: dateSchema,
  open_minor: minorSchema,
  overdue_minor: minorSchema,
  items: z.array(
    z.object({
      from_days: z.int().nullable().meta({ description: 'Days since the due day; null with to_days null: not yet due' }),
      to_days: z.int().nullable(),
      due_from: dateSchema.nullable().meta({ description: 'The due days of these bills, as the list of invoices is asked for them' }),
      due_to: dateSchema.nullable(),
      invoices: bigintSchema,
      open_minor: minorSchema,
    }),
  ),
})

export function routes(app: App): void {
  macRoutes(app)

  app.get(
    '/reports/collections',
    {
      config: { permission: 'report.financial' },
      schema: {
        tags,
        summary: 'Money that came in: today, this month, and last month to the same day',
        description: 'By the day a payment counts from. Payments taken back, credit of other books and deposits turned into credit are left out.',
        response: { 200: collectionsSchema },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const found = await readCollections(conn, { scope: request.actor.scope }, todayOf(request, conn))
      return { ...found, days: [...found.days], methods: [...found.methods] }
    },
  )

  app.get(
    '/reports/collections/own',
    {
      config: { permission: 'payment.take' },
      schema: { tags, summary: 'The same of what you took yourself', response: { 200: collectionsSchema } },
    },
    async (request) => {
      const conn = await reading(request)
      const found = await readCollections(conn, { userId: request.actor.userId }, todayOf(request, conn))
      return { ...found, days: [...found.days], methods: [...found.methods] }
    },
  )

  app.get(
    '/reports/dues',
    {
      config: { permission: 'report.financial', unpaged: true },
      schema: { tags, summary: 'What clients owe, by how long it has been due', response: { 200: duesSchema } },
    },
    async (request) => {
      const conn = await reading(request)
      const on = todayOf(request, conn)
      const buckets = await selectDues(conn, request.actor.scope, on)
      const sum = (of: typeof buckets) => of.reduce((total, { open_minor }) => total + open_minor, 0n) as (typeof buckets)[number]['open_minor']
      return {
        on,
        open_minor: sum(buckets),
        overdue_minor: sum(buckets.filter(({ from_days }) => from_days !== null)),
        items: buckets.map((bucket) => ({
          ...bucket,
          due_from: bucket.from_days === null ? on : bucket.to_days === null ? null : on.subtract({ days: bucket.to_days }),
          due_to: bucket.from_days === null ? null : on.subtract({ days: bucket.from_days }),
        })),
      }
    },
  )

  app.get(
    '/reports/clients',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'How many clients there are in each state',
        response: {
          200: z.object({
            all: bigintSchema,
            pending: bigintSchema,
            active: bigintSchema,
            suspended: bigintSchema,
            expired: bigintSchema,
            left: bigintSchema.meta({ description: 'All their lines have left' }),
            none: bigintSchema.meta({ description: 'They never had a line' }),
          }),
        },
      },
    },
    async (request) => selectClientFigures(await reading(request), request.actor.scope),
  )

  app.get(
    '/reports/growth',
    {
      config: { permission: 'report.view', unpaged: true },
      schema: {
        tags,
        summary: 'Clients who joined and left in each of the last twelve months, the present one last',
        response: {
          200: z.object({
            items: z.array(
              z.object({
                month: monthSchema,
                joined: bigintSchema,
                left: bigintSchema,
                clients: bigintSchema.meta({ description: 'How many there were at the end of the month' }),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const conn = await reading(request)
      return { items: await readGrowth(conn, request.actor.scope, todayOf(request, conn)) }
    },
  )

  app.get(
    '/reports/activity',
    {
      config: { permission: 'audit.view', unpaged: true },
      schema: {
        tags,
        summary: 'The work done last, newest first: who did what to what, without log-ins and without what merely follows from other changes',
        querystring: z.strictObject({ limit: limitParam }),
        response: {
          200: z.object({
            items: z.array(
              z.object({
                id: idSchema,
                at: instantSchema,
                actor_kind: z.enum(['user', 'token', 'system']),
                actor_name: z.string(),
                action: z.string(),
                subject_type: z.string(),
                subject_id: idSchema.nullable(),
                subject_name: z.string().nullable(),
                client_id: idSchema.nullable(),
                client_name: z.string().nullable(),
                amount_minor: minorSchema.nullable(),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const page = { now: request.server.deps.clock.now(), limit: request.query.limit }
      return { items: await selectActivity(await reading(request), request.actor.scope, page) }
    },
  )

  app.get(
    '/waiting',
    {
      config: { permission: 'session', unpaged: true },
      schema: {
        tags,
        summary: 'What waits for you to look at; only what there is, and what you may decide on',
        response: {
          200: z.object({
            items: z.array(
              z.object({
                kind: z.enum(WAITING_KINDS),
                count: bigintSchema.meta({ description: 'Counted up to 1000' }),
                id: idSchema.nullable().meta({ description: 'Where it is one, which' }),
              }),
            ),
          }),
        },
      },
    },
    async (request) => ({ items: await selectWaiting(await reading(request), request.actor, request.server.deps.clock.now()) }),
  )

  app.get(
    '/work',
    {
      config: { permission: 'session', unpaged: true },
      schema: {
        tags,
        summary: 'Long work that runs in the background or ended within the last minutes, as far as you may see it',
        response: {
          200: z.object({
            items: z.array(
              z.object({
                kind: z.enum(WORK_KINDS),
                id: idSchema,
                state: z.enum(WORK_STATES),
                is_preview: z.boolean().meta({ description: 'It only looks, and changes nothing yet' }),
                month: monthSchema.nullable().meta({ description: 'Of a month run' }),
                name: z.string().nullable().meta({ description: 'The file of an import, the list of an export, the action of bulk work' }),
                done: bigintSchema,
                of: bigintSchema.nullable().meta({ description: 'null: nobody knows how much there is to do' }),
                failed: bigintSchema.meta({ description: 'Clients or rows that could not be done' }),
                is_own: z.boolean(),
                started_at: instantSchema,
                finished_at: instantSchema.nullable(),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const work = await selectWork(await reading(request), request.actor, request.server.deps.clock.now())
      return { items: work.map((one) => ({ ...one, month: one.month?.toPlainYearMonth() ?? null })) }
    },
  )
}
