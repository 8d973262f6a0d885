import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { toMinor } from '../../../kernel/money.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { bigintSchema, dateSchema, flagParam, idParams, idSchema, minorParam, minorSchema, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading, todayOf, transact } from '../../../platform/http/transact.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { getSettings, isHoliday } from '#modules/settings/index.ts'
import { cutLines } from '../job-definitions.ts'
import { isVisible, ownPart } from '../run-scope.ts'
import { countApprovers } from '../run-store.ts'
import { scopeLists, scopeOf, scopeOfParams, scopeParams } from '../scope-fields.ts'
import { CIRCUMSTANCES } from './breaker.ts'
import { readBreaker } from './breaker-store.ts'
import { explainSuspension } from './explain-suspension.ts'
import { selectItems } from './items-store.ts'
import { selectPreview, selectPreviewTotals } from './preview-store.ts'
import { promiseRoutes } from './promise-routes.ts'
import { cancelSuspension, releaseSuspension, requestSuspension } from './request-suspension.ts'
import { allowedOnSuspension } from './run-actions.ts'
import { ORIGINS, readSuspensionRun, selectSuspensionCircumstances, selectSuspensionRuns, SUSPENSION_STATES } from './run-store.ts'
import type { SuspensionRun } from './run-store.ts'
import {
  itemSchema,
  previewedLineSchema,
  sayVerdict,
  shownSuspension,
  suspensionDetailSchema,
  suspensionRunSchema,
  suspensionSchema,
  verdictSchema,
} from './schemas.ts'
import { restDays, weekdayOf } from './settings.ts'
import { CUT_REASONS } from './standing.sql.ts'
import type { StandingOf } from './standing.sql.ts'
import { cutTerms } from './terms.ts'

const tags = ['suspensions']
const page = z.object({ id: cursorId })

const termsQuery = {
  ...scopeParams,
  min_due_minor: minorParam.optional().meta({ description: 'Instead of the least of the settings' }),
  ignore_future_months: flagParam.optional().meta({ description: 'Instead of the setting' }),
}
type TermsQuery = z.output<z.ZodObject<typeof termsQuery>>

async function standingOf(conn: Conn, today: StandingOf['day'], query: TermsQuery): Promise<StandingOf> {
  const terms = await cutTerms(conn)
  return {
    ...terms,
    minDue: query.min_due_minor ?? terms.minDue,
    ignoresFutureMonths: query.ignore_future_months ?? terms.ignoresFutureMonths,
    day: today,
    scope: scopeOfParams(query),
  }
}

/** @throws NotFound 404 where there is none, or where it cuts others than the person's own. */
async function visible(conn: Pick<Conn, 'db'>, actor: Actor, id: bigint): Promise<SuspensionRun> {
  const run = await readSuspensionRun(conn, id)
  if (run === null || !isVisible(actor.scope, run)) throw NotFound.of('suspension run', id)
  return run
}

async function work(tx: Tx, run: SuspensionRun): Promise<SuspensionRun> {
  await enqueue(tx, cutLines, { run_id: run.id }, { singletonKey: run.id.toString() })
  return run
}

export function suspensionRoutes(app: App): void {
  promiseRoutes(app)

  app.get(
    '/suspensions/preview',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Who would be cut now and who is spared for what, the largest debt first; writes nothing',
        querystring: z.strictObject({
          ...pageQuery,
          ...termsQuery,
          verdict: z.enum([...verdictSchema.options, 'spared']).optional(),
          reason: z.enum(CUT_REASONS).optional(),
        }),
        response: { 200: pageOf(previewedLineSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, verdict, reason, ...query } = request.query
      const conn = await reading(request)
      const after = decodeCursor(cursor, z.object({ late: cursorId, id: cursorId }))
      const of = await standingOf(conn, todayOf(request, conn), query)
      const rows = await selectPreview(conn, request.actor.scope, of, { verdict, reason }, { after, limit })
      const { items, next_cursor } = toPage(rows, limit, (row) => ({ late: row.overdue_minor, id: row.subscription_id }))
      return { items: items.map((row) => ({ ...row, why: sayVerdict(request.actor.locale, row.verdict) })), next_cursor }
    },
  )

  app.get(
    '/suspensions/preview/totals',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'The same in figures: by verdict, router and branch, and whether anybody would be cut by itself today',
        querystring: z.strictObject(termsQuery),
        response: {
          200: z.object({
            day: dateSchema,
            is_rest_day: z.boolean().meta({ description: 'Today nobody is cut by itself' }),
            hold: z.enum(CIRCUMSTANCES).nullable().meta({ description: 'What has happened that a person has to look at first' }),
            min_due_minor: minorSchema.meta({ description: 'The least that was reckoned with' }),
            ignore_future_months: z.boolean(),
            serving: bigintSchema.meta({ description: 'Clients with service' }),
            verdicts: z.array(z.object({ verdict: verdictSchema, why: z.string(), clients: bigintSchema, lines: bigintSchema, late_minor: minorSchema })),
            routers: z.array(z.object({ id: idSchema, name: z.string(), cut: bigintSchema, of: bigintSchema })),
            branches: z.array(z.object({ id: idSchema, name: z.string(), cut: bigintSchema.meta({ description: 'Clients' }), late_minor: minorSchema })),
          }),
        },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const today = todayOf(request, conn)
      const of = await standingOf(conn, today, request.query)
      const [rest] = await getSettings(conn, [restDays])
      const totals = await selectPreviewTotals(conn, request.actor.scope, of)
      return {
        day: today,
        is_rest_day: rest.includes(weekdayOf(today)) || (await isHoliday(conn, today)),
        hold: (await readBreaker(conn)).hold,
        min_due_minor: of.minDue,
        ignore_future_months: of.ignoresFutureMonths,
        serving: totals.serving,
        verdicts: totals.verdicts.map((row) => ({ ...row, why: sayVerdict(request.actor.locale, row.verdict) })),
        routers: [...totals.routers],
        branches: [...totals.branches],
      }
    },
  )

  app.get(
    '/suspensions',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Runs of cutting, newest first',
        querystring: z.strictObject({ ...pageQuery, origin: z.enum(ORIGINS).optional(), state: z.enum(SUSPENSION_STATES).optional() }),
        response: { 200: pageOf(suspensionRunSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const rows = await selectSuspensionRuns(await reading(request), filter, { before: decodeCursor(cursor, page)?.id, limit })
      const { items, next_cursor } = toPage(rows, limit, ({ id }) => ({ id }))
      return { items: items.filter((run) => isVisible(request.actor.scope, run)).map(shownSuspension), next_cursor }
    },
  )

  app.post(
    '/suspensions',
    {
      config: { permission: 'subscription.suspend' },
      schema: {
        tags,
        summary: 'Cut now who owes: all clients, or those of branches, areas, routers, resellers or a list. A job does it; the breaker may hold it',
        body: z.strictObject({
          ...scopeLists,
          min_due_minor: minorSchema.refine((value) => value >= 0n, 'Expected 0 or more').optional(),
          ignore_future_months: z.boolean().optional(),
        }),
        response: { 202: suspensionRunSchema },
      },
    },
    async (request, reply) => {
      const { body } = request
      const run = await transact(request, async (tx) => {
        const terms = await cutTerms(tx)
        const minDue = toMinor(body.min_due_minor ?? terms.minDue)
        const ignoresFutureMonths = body.ignore_future_months ?? terms.ignoresFutureMonths
        return await work(tx, await requestSuspension(tx, { scope: ownPart(tx.actor.scope, scopeOf(body)), minDue, ignoresFutureMonths }))
      })
      return await reply.code(202).send(shownSuspension(run))
    },
  )

  app.get(
    '/suspensions/:id',
    {
      config: { permission: 'invoice.view' },
      schema: { tags, summary: 'One run with its progress and what may be done with it', params: idParams, response: { 200: suspensionDetailSchema } },
    },
    async (request) => {
      const conn = await reading(request)
      const run = await visible(conn, request.actor, request.params.id)
      const { requestedByName, releasedByName, jobError } = await selectSuspensionCircumstances(conn, run)
      const approvers = run.state === 'awaiting_release' ? await countApprovers(conn, 'access.release_breaker') : 0
      return {
        ...shownSuspension(run),
        error: jobError,
        requested_by_name: requestedByName,
        released_by_name: releasedByName,
        allowed: allowedOnSuspension(request.actor, run, { approvers, isStuck: jobError !== null, now: request.server.deps.clock.now() }),
      }
    },
  )

  app.get(
    '/suspensions/:id/items',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'The lines of a run: what they are cut for and what came of it',
        params: idParams,
        querystring: z.strictObject({ ...pageQuery, outcome: z.enum(['cut', 'spared', 'waiting']).optional() }),
        response: { 200: pageOf(itemSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, outcome } = request.query
      const conn = await reading(request)
      await visible(conn, request.actor, request.params.id)
      const rows = await selectItems(conn, request.actor.scope, request.params.id, { outcome }, { after: decodeCursor(cursor, page)?.id, limit })
      const { items, next_cursor } = toPage(rows, limit, ({ subscription_id }) => ({ id: subscription_id }))
      return {
        items: items.map((row) => ({ ...row, why: row.spared_why === null ? '' : sayVerdict(request.actor.locale, row.spared_why) })),
        next_cursor,
      }
    },
  )

  app.post(
    '/suspensions/:id/release',
    {
      config: { permission: 'access.release_breaker' },
      schema: {
        tags,
        summary: 'Release a run that the breaker holds, by typing how many clients it would cut',
        params: idParams,
        body: z.strictObject({ planned_clients: bigintSchema }),
        response: { 200: suspensionRunSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        await visible(tx, tx.actor, request.params.id)
        const run = await releaseSuspension(tx, { runId: request.params.id, typedClients: request.body.planned_clients })
        return shownSuspension(run.state === 'queued' ? await work(tx, run) : run)
      }),
  )

  /** A change of a visible run by whoever may suspend, answered as the run is then. */
  const change = (path: string, summary: string, act: (tx: Tx, run: SuspensionRun) => Promise<SuspensionRun>) =>
    app.post(
      `/suspensions/:id/${path}`,
      { config: { permission: 'subscription.suspend' }, schema: { tags, summary, params: idParams, response: { 200: suspensionRunSchema } } },
      async (request) => await transact(request, async (tx) => shownSuspension(await act(tx, await visible(tx, tx.actor, request.params.id)))),
    )

  change(
    'cancellation',
    'End a run; who is cut stays so. One that waits by itself is looked at anew tomorrow',
    async (tx, { id }) => await cancelSuspension(tx, id),
  )
  change('resumption', 'Let a run go on that stopped by an error', work)

  app.get(
    '/subscriptions/:id/suspension',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'Why a line is cut for money or would be, since when, and what would give it back',
        params: idParams,
        response: { 200: suspensionSchema },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const found = await explainSuspension(conn, request.actor, request.params.id, todayOf(request, conn))
      return {
        ...found,
        other_reasons: [...found.other_reasons],
        standing: found.standing === null ? null : { ...found.standing, why: sayVerdict(request.actor.locale, found.standing.verdict) },
      }
    },
  )
}
