import { z } from 'zod'
import { AppError, NotFound } from '../../../kernel/errors.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, cursorInstant, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { bigintSchema, flagParam, idParam, idParams, instantSchema, lineOfText, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading } from '../../../platform/http/transact.ts'
import { ipAddress, pppSessionSchema } from './schemas.ts'
import { selectLineCounts } from './counts-store.ts'
import { selectClosed, selectClosedOfLine, selectIsLineInScope, selectLive, selectLiveOfLine } from './store.ts'
import { traceRoutes } from './trace-routes.ts'
import { selectUsage, USAGE_STEPS } from './usage-store.ts'

const tags = ['sessions']
const endedPosition = z.object({ ended_at: cursorInstant, id: cursorId })
const endedCursor = ({ ended_at, id }: { ended_at: Temporal.Instant | null; id: bigint }) => ({ ended_at: ended_at?.toString(), id })

class TooLong extends AppError {
  readonly code = 'period_too_long'
  readonly status = 422
}

const MOST_DAYS = { hour: 32, day: 370, month: 3700 } as const

export function routes(app: App): void {
  traceRoutes(app)

  app.get(
    '/ppp-sessions',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'PPP sessions of all routers in your reach as they were last reported: who is online, the newest first, or who was, the last ended first',
        querystring: z.strictObject({
          ...pageQuery,
          is_online: flagParam.default(true),
          router_id: idParam.optional(),
          login: lineOfText(100).min(1).optional(),
          address: ipAddress.optional(),
          branch_id: idParam.optional(),
          area_id: idParam.optional(),
          q: lineOfText(100).min(1).optional().meta({ description: 'An IP address, a MAC address, or the beginning of a login' }),
        }),
        response: { 200: pageOf(pppSessionSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, is_online, router_id, login, address, branch_id, area_id, q } = request.query
      const connection = await reading(request)
      const { scope } = request.actor
      const filter = { routerId: router_id, login, address, branchId: branch_id, areaId: area_id, q }
      if (is_online) {
        const after = decodeCursor(cursor, z.object({ id: cursorId }))
        return toPage(await selectLive(connection, scope, filter, { limit, after }), limit, ({ id }) => ({ id }))
      }
      const after = decodeCursor(cursor, endedPosition)
      return toPage(await selectClosed(connection, scope, filter, { limit, after }), limit, endedCursor)
    },
  )

  app.get(
    '/ppp-sessions/counts',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'How many lines with service are online, how many are not, and how many of those were within the last day',
        response: { 200: z.object({ online: z.int(), offline: z.int(), seen_lately: z.int() }) },
      },
    },
    async (request) => await selectLineCounts(await reading(request), request.actor.scope, request.server.deps.clock.now()),
  )

  app.get(
    '/subscriptions/:id/ppp-sessions',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'The PPP sessions of a line: what is open now, and with each page those that ended, the last first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(pppSessionSchema).extend({ live: z.array(pppSessionSchema) }) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const { scope } = request.actor
      const connection = await reading(request)
      const { id } = request.params
      if (!(await selectIsLineInScope(connection, scope, id))) throw NotFound.of('subscription', id)
      const after = decodeCursor(cursor, endedPosition)
      const page = toPage(await selectClosedOfLine(connection, scope, id, { limit, after }), limit, endedCursor)
      return { ...page, live: await selectLiveOfLine(connection, scope, id) }
    },
  )

  app.get(
    '/subscriptions/:id/usage',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: {
        tags,
        summary: 'What a line used in each hour, day or month; steps in which it used nothing are left out',
        params: idParams,
        querystring: z.strictObject({ step: z.enum(USAGE_STEPS).default('day'), from: instantSchema, to: instantSchema }),
        response: {
          200: z.object({
            items: z.array(z.object({ starts_at: instantSchema, upload_bytes: bigintSchema, download_bytes: bigintSchema })),
          }),
        },
      },
    },
    async (request) => {
      const connection = await reading(request)
      const { id } = request.params
      const { from, to, step } = request.query
      if (from.until(to).total('hours') > MOST_DAYS[step] * 24)
        throw new TooLong('That is too long a time; ask for at most 32 days by the hour, 370 by the day')
      if (!(await selectIsLineInScope(connection, request.actor.scope, id))) throw NotFound.of('subscription', id)
      return { items: await selectUsage(connection, id, request.query) }
    },
  )
}
