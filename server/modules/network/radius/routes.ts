import { z } from 'zod'
import { NotFound } from '../../../kernel/errors.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, cursorInstant, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { idParams, idSchema, instantSchema, lineOfText, noContent, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { readRouter } from '../routers/index.ts'
import { isLineInScope } from '../sessions/index.ts'
import { COMMANDS, OUTCOMES, selectCommands } from './match-store.ts'
import { readServer } from './role-store.ts'
import { selectHeard, selectRadiusRouter } from './routers-store.ts'
import { endRadius, setUpRadius } from './set-up-router.ts'

const tags = ['radius']

const radiusSchema = z.object({
  router_id: idSchema,
  address: z.string().meta({ description: 'Where its requests come from, and where changes are sent to' }),
  coa_port: z.int(),
  is_signed: z.boolean(),
})

const commandSchema = z.object({
  id: idSchema,
  at: instantSchema,
  router_id: idSchema,
  router_name: z.string(),
  login: z.string(),
  kind: z.enum(COMMANDS),
  outcome: z.enum(OUTCOMES),
  error_cause: z.int().nullable().meta({ description: 'RFC 5176, where the router gave one' }),
})

const heardSchema = radiusSchema.extend({
  heard_at: instantSchema.nullable().meta({ description: 'When FreeRADIUS last heard the router, within a minute; null: never' }),
  accounted_at: instantSchema.nullable().meta({ description: 'When it last reported of a live session' }),
})

export function routes(app: App): void {
  app.get(
    '/radius',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'Whether FreeRADIUS was set up for this database and is connected to it now',
        response: { 200: z.object({ is_set_up: z.boolean(), connections: z.int() }) },
      },
    },
    async (request) => await readServer(await reading(request)),
  )

  app.get(
    '/routers/:id/radius',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'How a router asks us by RADIUS, and when it last did; null where it does not',
        params: idParams,
        response: { 200: heardSchema.nullable() },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { id } = await readRouter(conn, request.actor.scope, request.params.id)
      const asks = await selectRadiusRouter(conn, id)
      return asks === undefined ? null : { ...asks, ...(await selectHeard(conn, id)) }
    },
  )

  app.put(
    '/routers/:id/radius',
    {
      config: { permission: 'router.edit' },
      schema: {
        tags,
        summary: 'Let a router ask us by RADIUS, or change how; FreeRADIUS knows it within a minute',
        params: idParams,
        body: z.strictObject({
          address: lineOfText(45).nullable().default(null).meta({ description: 'Where its requests come from; null: its own address' }),
          secret: lineOfText(200).min(16).optional().meta({ description: 'Kept sealed and never shown; absent: the stored one stays' }),
          coa_port: z.int().min(1).max(65_535).default(3799),
          is_signed: z
            .boolean()
            .default(false)
            .meta({ description: 'Only packets with Message-Authenticator count, in both directions; RouterOS 7.15 and newer' }),
        }),
        response: { 200: radiusSchema },
      },
    },
    async (request) => await transact(request, async (tx) => await setUpRadius(tx, request.params.id, request.body)),
  )

  app.delete(
    '/routers/:id/radius',
    {
      config: { permission: 'router.edit' },
      schema: { tags, summary: 'Tell a router by its own secrets again', params: idParams, response: { 204: noContent } },
    },
    async (request, reply) => {
      await transact(request, async (tx) => await endRadius(tx, request.params.id))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/subscriptions/:id/session-commands',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'What routers were told about live sessions of a line, and what became of it, the last first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(commandSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      const { id } = request.params
      if (!(await isLineInScope(conn, request.actor.scope, id))) throw NotFound.of('subscription', id)
      const after = decodeCursor(cursor, z.object({ at: cursorInstant, id: cursorId }))
      return toPage(await selectCommands(conn, id, { limit, after }), limit, (row) => ({ at: row.at.toString(), id: row.id }))
    },
  )
}
