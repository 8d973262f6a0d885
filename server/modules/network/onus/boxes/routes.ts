import { z } from 'zod'
import { NotFound } from '../../../../kernel/errors.ts'
import type { App } from '../../../../platform/http/app.ts'
import { cursorId, cursorText, decodeCursor, toPage } from '../../../../platform/http/cursor.ts'
import { idParam, idParams, lineOfText, noContent, pageOf, pageQuery, patchOf } from '../../../../platform/http/schemas.ts'
import { reading, transact } from '../../../../platform/http/transact.ts'
import { boxInput, boxSchema } from '../schemas.ts'
import { selectBox, selectBoxes } from './boxes-store.ts'
import { changeBox, createBox, removeBox } from './change-box.ts'

const tags = ['boxes']

export function boxRoutes(app: App): void {
  app.get(
    '/boxes',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'Splitters and boxes by name, each with how many of its ONUs are online',
        querystring: z.strictObject({
          ...pageQuery,
          olt_id: idParam.optional(),
          pon: lineOfText(20).min(1).optional(),
          area_id: idParam.optional(),
          q: lineOfText(100).min(1).optional(),
        }),
        response: { 200: pageOf(boxSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, olt_id, pon, area_id, q } = request.query
      const after = decodeCursor(cursor, z.object({ name: cursorText, id: cursorId }))
      const rows = await selectBoxes(await reading(request), request.actor.scope, { oltId: olt_id, pon, areaId: area_id, q }, { limit, after })
      return toPage(rows, limit, ({ name, id }) => ({ name: name.toLowerCase(), id }))
    },
  )

  app.post(
    '/boxes',
    { config: { permission: 'onu.edit' }, schema: { tags, summary: 'Add a splitter or a box', body: z.strictObject(boxInput), response: { 201: boxSchema } } },
    async (request, reply) => reply.code(201).send(await transact(request, async (tx) => await createBox(tx, request.body))),
  )

  app.get(
    '/boxes/:id',
    { config: { permission: 'olt.view' }, schema: { tags, summary: 'One box', params: idParams, response: { 200: boxSchema } } },
    async (request) => {
      const box = await selectBox(await reading(request), request.actor.scope, request.params.id)
      if (box === undefined) throw NotFound.of('box', request.params.id)
      return box
    },
  )

  app.patch(
    '/boxes/:id',
    {
      config: { permission: 'onu.edit' },
      schema: { tags, summary: 'Change a box', params: idParams, body: patchOf({ ...boxInput, version: z.int() }), response: { 200: boxSchema } },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const { version, ...change } = request.body
        return await changeBox(tx, request.params.id, { ...change, seenVersion: version })
      }),
  )

  app.delete(
    '/boxes/:id',
    { config: { permission: 'onu.edit' }, schema: { tags, summary: 'Remove a box nothing is on', params: idParams, response: { 204: noContent } } },
    async (request, reply) => {
      await transact(request, async (tx) => await removeBox(tx, request.params.id))
      return reply.code(204).send(null)
    },
  )
}
