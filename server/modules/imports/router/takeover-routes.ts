import { z } from 'zod'
import { NotFound } from '../../../kernel/errors.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import type { App } from '../../../platform/http/app.ts'
import { decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { idParam, idParams, idSchema, instantSchema, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { readRouter } from '../../network/routers/index.ts'
import { requireReading } from './reading.ts'
import { requestTakeover } from './take-over.ts'
import { selectTakeover, selectTakeoverItems, TAKEOVER_OUTCOMES, TAKEOVER_STATES } from './takeover-store.ts'
import type { Takeover } from './takeover-store.ts'

const tags = ['imports']

const takeoverSchema = z.object({
  id: idSchema,
  router_id: idSchema,
  state: z.enum(TAKEOVER_STATES),
  of: z.int(),
  taken: z.int(),
  refused: z.int(),
  error: z.string().nullable(),
  requested_at: instantSchema,
  finished_at: instantSchema.nullable(),
})
const ofTakeover = z.strictObject({ id: idParam, takeover_id: idParam })

/** @throws NotFound 404 where the router is another's, or there is none. */
async function visible(conn: Pick<Conn, 'db'>, actor: Actor, routerId: bigint, id: bigint): Promise<Takeover> {
  await readRouter(conn, actor.scope, routerId)
  const takeover = await selectTakeover(conn, routerId, id)
  if (takeover === undefined) throw NotFound.of('takeover', id)
  return takeover
}

export function takeoverRoutes(app: App): void {
  app.post(
    '/routers/:id/takeovers',
    {
      config: { permission: 'router.control' },
      schema: {
        tags,
        summary: 'Have a router carry the lines that secrets of it are named like, and the secrets be theirs; a job does it, each for itself',
        params: idParams,
        body: z.strictObject({
          standing: z.enum(['line_here', 'line_elsewhere']),
          names: z.array(z.string().min(1).max(100)).min(1).max(50_000).nullable().default(null).meta({ description: 'Null: all of that standing' }),
        }),
        response: { 202: takeoverSchema },
      },
    },
    async (request, reply) => {
      const { params, body, actor, server } = request
      const found = await requireReading(server.deps.database, actor.scope, params.id)
      const takeover = await transact(request, async (tx) => await requestTakeover(tx, { routerId: params.id, reading: found, ...body }))
      return await reply.code(202).send(takeover)
    },
  )

  app.get(
    '/routers/:id/takeovers/latest',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'The takeover that was asked for last, with how far it is; null where none was',
        params: idParams,
        response: { 200: z.object({ takeover: takeoverSchema.nullable() }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      await readRouter(conn, request.actor.scope, request.params.id)
      return { takeover: (await selectTakeover(conn, request.params.id, null)) ?? null }
    },
  )

  app.get(
    '/routers/:id/takeovers/:takeover_id',
    {
      config: { permission: 'router.view' },
      schema: { tags, summary: 'How far a takeover is', params: ofTakeover, response: { 200: takeoverSchema } },
    },
    async (request) => await visible(await reading(request), request.actor, request.params.id, request.params.takeover_id),
  )

  app.get(
    '/routers/:id/takeovers/:takeover_id/items',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'What came of each secret of a takeover',
        params: ofTakeover,
        querystring: z.strictObject({ ...pageQuery, outcome: z.enum(TAKEOVER_OUTCOMES).optional() }),
        response: {
          200: pageOf(
            z.object({
              item_no: z.int(),
              name: z.string(),
              subscription_id: idSchema,
              outcome: z.enum(TAKEOVER_OUTCOMES).nullable().meta({ description: 'null: its turn has not come' }),
              message: z.string(),
            }),
          ),
        },
      },
    },
    async (request) => {
      const { limit, cursor, outcome } = request.query
      const conn = await reading(request)
      const { id } = await visible(conn, request.actor, request.params.id, request.params.takeover_id)
      const after = decodeCursor(cursor, z.object({ item_no: z.int() }))?.item_no ?? 0
      return toPage(await selectTakeoverItems(conn, id, outcome, { after, limit }), limit, ({ item_no }) => ({ item_no }))
    },
  )
}
