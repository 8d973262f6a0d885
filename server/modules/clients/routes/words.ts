import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { idSchema, name } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { addTag, removeTag, renameDistrict, renameTag } from '../words/change-words.ts'
import { COUNTED_BY, countClientsBy, selectDistrictCounts, selectTagCounts } from '../words/store.ts'

const tag = name(40)
const place = name(60)
const touched = z.object({ clients: z.int().meta({ description: 'Clients that were changed' }) })
const tags = ['clients']

/** What clients are counted by, and the words written on many of them. */
export function wordRoutes(app: App): void {
  app.get(
    '/clients/counts',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: {
        tags,
        summary: 'How many clients and lines each package, branch, area or reseller has',
        querystring: z.strictObject({ by: z.enum(COUNTED_BY) }),
        response: { 200: z.object({ items: z.array(z.object({ id: idSchema, clients: z.int(), lines: z.int(), active_lines: z.int() })) }) },
      },
    },
    async (request) => ({ items: await countClientsBy(await reading(request), request.actor.scope, request.query.by) }),
  )

  app.get(
    '/tags/counts',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: {
        tags,
        summary: 'Every tag, and how many clients have it',
        response: { 200: z.object({ items: z.array(z.object({ name: z.string(), clients: z.int() })) }) },
      },
    },
    async (request) => ({ items: await selectTagCounts(await reading(request), request.actor.scope) }),
  )

  app.post(
    '/tags',
    {
      config: { permission: 'settings.edit' },
      schema: { tags, summary: 'Add a tag to choose from', body: z.strictObject({ name: tag }), response: { 201: z.object({ name: z.string() }) } },
    },
    async (request, reply) => {
      await transact(request, (tx) => addTag(tx, request.body.name))
      return reply.code(201).send({ name: request.body.name })
    },
  )

  app.post(
    '/tags/renames',
    {
      config: { permission: 'settings.edit' },
      schema: {
        tags,
        summary: 'Rename a tag on every client; the name of another tag makes the two one',
        body: z.strictObject({ name: tag, new_name: tag }),
        response: { 200: touched },
      },
    },
    async (request) => ({ clients: await transact(request, (tx) => renameTag(tx, request.body.name, request.body.new_name)) }),
  )

  app.delete(
    '/tags',
    {
      config: { permission: 'settings.edit' },
      schema: { tags, summary: 'Take a tag off every client', querystring: z.strictObject({ name: tag }), response: { 200: touched } },
    },
    async (request) => ({ clients: await transact(request, (tx) => removeTag(tx, request.query.name)) }),
  )

  app.get(
    '/districts/counts',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: {
        tags,
        summary: 'Districts and upazilas in use, and how many clients live there',
        response: { 200: z.object({ items: z.array(z.object({ district: z.string(), upazila: z.string(), clients: z.int() })) }) },
      },
    },
    async (request) => ({ items: await selectDistrictCounts(await reading(request), request.actor.scope) }),
  )

  app.post(
    '/districts/renames',
    {
      config: { permission: 'settings.edit' },
      schema: {
        tags,
        summary: 'Correct how a district, or an upazila of one, is written on every client',
        body: z.strictObject({ district: place, upazila: place.nullable().default(null), name: place }),
        response: { 200: touched },
      },
    },
    async (request) => ({ clients: await transact(request, (tx) => renameDistrict(tx, request.body)) }),
  )
}
