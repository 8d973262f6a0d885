import { z } from 'zod'
import { AppError, NotFound } from '../../../kernel/errors.ts'
import type { App } from '../../../platform/http/app.ts'
import { idParams, instantSchema } from '../../../platform/http/schemas.ts'
import { eventStream } from '../../../platform/http/stream.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { selectKick } from './kick/kicks-store.ts'
import { requestKick } from './kick/request-kick.ts'
import { lookAtLine, requireLine } from './live/look-at-line.ts'
import { streamRates } from './live/stream-rates.ts'
import { readHourlyRates } from './read-rates.ts'
import { selectSamplePoints } from './samples-store.ts'
import { kickSchema, kickView, liveSchema, liveView, ratePointView, rateSeriesSchema } from './schemas.ts'

const tags = ['sessions']

class TooLong extends AppError {
  readonly code = 'period_too_long'
  readonly status = 422
}

const MOST_HOURS = { sample: 7 * 24, hour: 92 * 24 } as const

export function routes(app: App): void {
  app.get(
    '/subscriptions/:id/live',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary:
          'Whether a line is online and how fast it is this second, asked of its router; where that does not tell within eight seconds, what was last reported',
        params: idParams,
        response: { 200: liveSchema },
      },
    },
    async (request) => liveView(await lookAtLine(request.server.deps.database, request.actor.scope, request.params.id), request.actor.locale),
  )

  app.get(
    '/subscriptions/:id/live/rates',
    {
      exposeHeadRoute: false,
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'How fast a line is, once a second, for as long as you listen',
        description:
          'Server-sent events. The data of each is `{ at, rate, trouble }`: the rate of this second as `{ upload_kbps, download_kbps }`, or null where the line is not ' +
          'online; `trouble` as `{ code, advice }` where the router does not tell. Ten lines of a router may be watched at once; who watch the same share one look.',
        produces: ['text/event-stream'],
        params: idParams,
        response: { 200: eventStream },
      },
    },
    async (request, reply) => {
      await streamRates(app, request, reply, await requireLine(await reading(request), request.actor.scope, request.params.id))
      return reply as never
    },
  )

  app.get(
    '/subscriptions/:id/rates',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: {
        tags,
        summary: 'How fast a line was: as it was measured every few minutes, or in each hour that is over; what was not measured is left out',
        params: idParams,
        querystring: z.strictObject({ step: z.enum(['sample', 'hour']).default('sample'), from: instantSchema, to: instantSchema }),
        response: { 200: rateSeriesSchema },
      },
    },
    async (request) => {
      const { from, to, step } = request.query
      if (from.until(to).total('hours') > MOST_HOURS[step]) throw new TooLong('That is too long a time; ask for at most 7 days as measured, or 92 by the hour')
      const connection = await reading(request)
      const { id } = await requireLine(connection, request.actor.scope, request.params.id)
      const points =
        step === 'sample'
          ? await selectSamplePoints(connection, id, { from, to })
          : await readHourlyRates(connection, id, { from, to }, request.server.deps.clock.now())
      return { step, items: points.map(ratePointView) }
    },
  )

  app.post(
    '/ppp-sessions/:id/kick',
    {
      config: { permission: 'router.control' },
      schema: {
        tags,
        summary: 'Have the router end a session; whose it was may dial again at once',
        params: idParams,
        response: { 202: kickSchema },
      },
    },
    async (request, reply) =>
      await reply.code(202).send(await transact(request, async (tx) => kickView(await requestKick(tx, request.params.id), request.actor.locale))),
  )

  app.get(
    '/session-kicks/:id',
    {
      config: { permission: 'router.control' },
      schema: { tags, summary: 'What became of a session that was to be ended', params: idParams, response: { 200: kickSchema } },
    },
    async (request) => {
      const kick = await selectKick(await reading(request), request.actor.scope, request.params.id)
      if (kick === undefined) throw NotFound.of('session_kick', request.params.id)
      return kickView(kick, request.actor.locale)
    },
  )
}
