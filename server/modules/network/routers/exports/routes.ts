import { z } from 'zod'
import type { App } from '../../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../../platform/http/cursor.ts'
import { idParam, idParams, idSchema, instantSchema, noContent, pageOf, pageQuery } from '../../../../platform/http/schemas.ts'
import { reading, transact } from '../../../../platform/http/transact.ts'
import { enqueue } from '../../../../platform/jobs/index.ts'
import { keepRouterExport } from '../job-definitions.ts'
import { readRouter } from '../read-router.ts'
import { selectExports } from './export-store.ts'
import { readExport } from './keep-export.ts'

const tags = ['routers']
const version = z.object({
  id: idSchema,
  lines: z.int(),
  taken_at: instantSchema,
  seen_at: instantSchema.meta({ description: 'When it was last found to be so still' }),
})

export function exportRoutes(app: App): void {
  app.get(
    '/routers/:id/exports',
    {
      config: { permission: 'router.edit' },
      schema: {
        tags,
        summary: 'Versions of what is set up on a router, the newest first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(version) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      const { id } = await readRouter(conn, request.actor.scope, request.params.id)
      const before = decodeCursor(cursor, z.object({ id: cursorId }))?.id
      return toPage(await selectExports(conn, id, { limit, before }), limit, ({ id: last }) => ({ id: last }))
    },
  )

  app.get(
    '/routers/:id/exports/:version_id',
    {
      config: { permission: 'router.edit' },
      schema: {
        tags,
        summary: 'One version of what is set up on a router, passwords and keys struck out, and what it changed against the one before',
        params: z.object({ id: idParam, version_id: idParam }),
        response: {
          200: version.extend({
            text: z.string(),
            changes: z
              .array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
              .nullable()
              .meta({ description: 'Null: it is the first that was kept' }),
          }),
        },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { id } = await readRouter(conn, request.actor.scope, request.params.id)
      const found = await readExport(conn, id, request.params.version_id)
      const { id: versionId, lines, taken_at, seen_at } = found.version
      return { id: versionId, lines, taken_at, seen_at, text: found.text, changes: found.changes }
    },
  )

  app.post(
    '/routers/:id/exports',
    {
      config: { permission: 'router.edit' },
      schema: { tags, summary: 'Have what is set up on a router read now, and kept where it has changed', params: idParams, response: { 202: noContent } },
    },
    async (request, reply) => {
      await transact(request, async (tx) => {
        const { id } = await readRouter(tx, tx.actor.scope, request.params.id)
        await enqueue(tx, keepRouterExport, { router_id: id }, { singletonKey: id.toString() })
      })
      return reply.code(202).send(null)
    },
  )
}
