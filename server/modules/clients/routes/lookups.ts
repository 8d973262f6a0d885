import { isIP } from 'node:net'
import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { idParams, idSchema, lineOfText, name, noContent, patchOf } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { readAvailability } from '../availability.ts'
import { FIELD_TYPES } from '../custom-values.ts'
import { addField, changeField } from '../fields/change-field.ts'
import { selectFields } from '../fields/store.ts'
import { searchAll } from '../search/provider.ts'
import type { SearchProvider } from '../search/provider.ts'
import { selectDistricts, selectTags, selectUpazilas } from '../store.ts'
import { BUILTIN_VIEWS, forgetView, saveView } from '../views/save-view.ts'
import { selectViews } from '../views/store.ts'

const answer = z.object({ is_free: z.boolean(), is_valid: z.boolean() }).optional()

const fieldShape = { label_en: name(100), label_bn: name(100), choices: z.array(name(100)).max(200).default([]), is_required: z.boolean().default(false) }
const fieldSchema = z.object({
  id: idSchema,
  entity: z.enum(['client', 'subscription']),
  key: z.string(),
  label_en: z.string(),
  label_bn: z.string(),
  type: z.enum(FIELD_TYPES),
  choices: z.array(z.string()),
  is_required: z.boolean(),
  is_active: z.boolean(),
})
const viewFilter = z.record(z.string().max(40), z.string().max(300)).refine((filter) => Object.keys(filter).length <= 40, 'At most 40 members')
const viewSchema = z.object({
  id: idSchema.nullable(),
  key: z.string().nullable(),
  name: z.string(),
  filter: z.record(z.string(), z.string()),
  is_builtin: z.boolean(),
  is_shared: z.boolean(),
})
const texts = z.object({ items: z.array(z.string()) })

export function lookupRoutes(app: App, providers: readonly SearchProvider[]): void {
  app.get(
    '/search',
    {
      config: { permission: 'session', unpaged: true },
      schema: {
        tags: ['search'],
        summary: 'Find anything by a part of its name, number or address; whole keys come first',
        querystring: z.strictObject({
          q: lineOfText(100).min(1),
          limit: z
            .string()
            .regex(/^([1-9]|[1-4]\d|50)$/, 'Expected 1 to 50')
            .transform(Number)
            .default(20)
            .meta({ type: 'integer', minimum: 1, maximum: 50, default: 20 }),
        }),
        response: {
          200: z.object({
            items: z.array(
              z.object({ type: z.string(), id: idSchema, client_id: idSchema.nullable(), title: z.string(), subtitle: z.string(), is_exact: z.boolean() }),
            ),
          }),
        },
      },
    },
    async (request) => ({ items: await searchAll(await reading(request), request.actor, providers, request.query) }),
  )

  app.get(
    '/availability',
    {
      config: { permission: 'client.view' },
      schema: {
        tags: ['clients'],
        summary: 'Whether a client code, PPPoE login, static address, telephone number or national identity is still free',
        querystring: z.strictObject({
          client_code: lineOfText(40).optional(),
          pppoe_login: lineOfText(64).optional(),
          static_ip: lineOfText(45)
            .refine((text) => isIP(text) !== 0, 'Expected an IP address')
            .optional(),
          phone: lineOfText(40).optional(),
          nid: lineOfText(40).optional(),
        }),
        response: { 200: z.object({ client_code: answer, pppoe_login: answer, static_ip: answer, phone: answer, nid: answer }) },
      },
    },
    async (request) => readAvailability(await reading(request), request.query),
  )

  app.get(
    '/tags',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: {
        tags: ['clients'],
        summary: 'Tags in use, 200 at most',
        querystring: z.strictObject({ q: lineOfText(40).default('') }),
        response: { 200: texts },
      },
    },
    async (request) => ({ items: await selectTags(await reading(request), request.query.q) }),
  )

  app.get(
    '/districts',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: {
        tags: ['clients'],
        summary: 'Districts in use, or the upazilas in use of one district',
        querystring: z.strictObject({ district: lineOfText(60).min(1).optional() }),
        response: { 200: texts },
      },
    },
    async (request) => {
      const conn = await reading(request)
      return { items: request.query.district === undefined ? await selectDistricts(conn) : await selectUpazilas(conn, request.query.district) }
    },
  )

  app.get(
    '/custom-fields',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: { tags: ['clients'], summary: 'Fields of the company on clients and lines', response: { 200: z.object({ items: z.array(fieldSchema) }) } },
    },
    async (request) => ({ items: (await selectFields(await reading(request))).map((field) => ({ ...field, choices: [...field.choices] })) }),
  )

  app.post(
    '/custom-fields',
    {
      config: { permission: 'settings.edit' },
      schema: {
        tags: ['clients'],
        summary: 'Add a field to clients or lines',
        body: z.strictObject({
          ...fieldShape,
          entity: z.enum(['client', 'subscription']),
          key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use small letters, digits and underscore'),
          type: z.enum(FIELD_TYPES),
        }),
        response: { 201: fieldSchema },
      },
    },
    async (request, reply) => {
      const added = await transact(request, (tx) => addField(tx, request.body))
      return reply.code(201).send({ ...added, choices: [...added.choices] })
    },
  )

  app.patch(
    '/custom-fields/:id',
    {
      config: { permission: 'settings.edit' },
      schema: {
        tags: ['clients'],
        summary: 'Rename a field, change its choices, or retire it',
        params: idParams,
        body: patchOf({ ...fieldShape, is_active: z.boolean() }),
        response: { 200: fieldSchema },
      },
    },
    async (request) => {
      const changed = await transact(request, (tx) => changeField(tx, request.params.id, request.body))
      return { ...changed, choices: [...changed.choices] }
    },
  )

  app.get(
    '/saved-views',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: {
        tags: ['clients'],
        summary: 'Views of a list: the built-in ones, those of everybody, and your own',
        querystring: z.strictObject({ entity: lineOfText(40).default('clients') }),
        response: { 200: z.object({ items: z.array(viewSchema) }) },
      },
    },
    async (request) => {
      const { entity } = request.query
      const saved = await selectViews(await reading(request), request.actor.userId, entity)
      const builtin = entity === 'clients' ? BUILTIN_VIEWS : []
      return {
        items: [
          ...builtin.map((view) => ({
            id: null,
            key: view.key,
            name: request.actor.locale === 'bn' ? view.name_bn : view.name_en,
            filter: { ...view.filter },
            is_builtin: true,
            is_shared: true,
          })),
          ...saved.map((view) => ({
            id: view.id,
            key: null,
            name: view.name,
            filter: { ...view.filter },
            is_builtin: false,
            is_shared: view.user_id === null,
          })),
        ],
      }
    },
  )

  app.post(
    '/saved-views',
    {
      config: { permission: 'session' },
      schema: {
        tags: ['clients'],
        summary: 'Keep a filter under a name',
        body: z.strictObject({ entity: name(40).default('clients'), name: name(60), filter: viewFilter, is_shared: z.boolean().default(false) }),
        response: { 201: viewSchema },
      },
    },
    async (request, reply) => {
      const { entity, name: title, filter, is_shared } = request.body
      const saved = await transact(request, (tx) => saveView(tx, { entity, name: title, filter, isShared: is_shared }))
      return reply
        .code(201)
        .send({ id: saved.id, key: null, name: saved.name, filter: { ...saved.filter }, is_builtin: false, is_shared: saved.user_id === null })
    },
  )

  app.delete(
    '/saved-views/:id',
    { config: { permission: 'session' }, schema: { tags: ['clients'], summary: 'Forget a view', params: idParams, response: { 204: noContent } } },
    async (request, reply) => {
      await transact(request, (tx) => forgetView(tx, request.params.id))
      return reply.code(204).send(null)
    },
  )
}
