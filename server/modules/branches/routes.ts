import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { idParams, idSchema, lineOfText, name, pageOf, pageQuery, patchOf } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { changeArea, changeBranch, changeReseller, createArea, createBranch, createReseller } from './change-branch.ts'
import { MAX_CORNERS } from './ring.ts'
import { CONNECTIONS, selectAreas, selectBranches, selectResellers } from './store.ts'

const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/, 'Use letters, digits, dot, hyphen and underscore, 30 at most')
const position = z.object({ id: cursorId })

const branchInput = { code, name: name(), phone: lineOfText(60).default(''), address: lineOfText(500).default('') }
const branchSchema = z.object({ id: idSchema, code: z.string(), name: z.string(), phone: z.string(), address: z.string(), is_active: z.boolean() })

const resellerInput = { code, name: name(), phone: lineOfText(60).default(''), branch_id: idSchema, parent_id: idSchema.nullable().default(null) }
const resellerSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  phone: z.string(),
  branch_id: idSchema,
  parent_id: idSchema.nullable(),
  is_active: z.boolean(),
})

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const areaInput = {
  name: name(),
  parent_id: idSchema.nullable().default(null),
  branch_id: idSchema.nullable().default(null).meta({ description: 'Null: an area of every branch' }),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'Expected a colour such as #3b82f6')
    .default('#3b82f6'),
  polygon: z
    .array(point)
    .min(3)
    .max(MAX_CORNERS)
    .nullable()
    .default(null)
    .meta({ description: 'A ring of [longitude, latitude] that does not cross itself; a last corner that is the first again is left out' }),
  connections: z.enum(CONNECTIONS).default('open').meta({ description: 'Whether somebody new can be connected there' }),
}
const areaSchema = z.object({
  id: idSchema,
  name: z.string(),
  parent_id: idSchema.nullable(),
  branch_id: idSchema.nullable(),
  colour: z.string(),
  polygon: z.array(point).nullable(),
  is_active: z.boolean(),
  connections: z.enum(CONNECTIONS),
})

export function routes(app: App): void {
  const list = { querystring: z.strictObject(pageQuery) }
  const tags = ['branches']

  app.get(
    '/branches',
    { config: { permission: 'session' }, schema: { tags, summary: 'Branches in your reach', ...list, response: { 200: pageOf(branchSchema) } } },
    async (request) => {
      const { limit, cursor } = request.query
      return toPage(await selectBranches(await reading(request), request.actor.scope, { limit, after: decodeCursor(cursor, position) }), limit, ({ id }) => ({
        id,
      }))
    },
  )
  app.post(
    '/branches',
    { config: { permission: 'branch.edit' }, schema: { tags, summary: 'Open a branch', body: z.strictObject(branchInput), response: { 201: branchSchema } } },
    async (request, reply) => reply.code(201).send(await transact(request, (tx) => createBranch(tx, request.body))),
  )
  app.patch(
    '/branches/:id',
    {
      config: { permission: 'branch.edit' },
      schema: {
        tags,
        summary: 'Change a branch',
        params: idParams,
        body: patchOf({ ...branchInput, is_active: z.boolean() }),
        response: { 200: branchSchema },
      },
    },
    (request) => transact(request, (tx) => changeBranch(tx, request.params.id, request.body)),
  )

  app.get(
    '/resellers',
    { config: { permission: 'reseller.view' }, schema: { tags, summary: 'Resellers in your reach', ...list, response: { 200: pageOf(resellerSchema) } } },
    async (request) => {
      const { limit, cursor } = request.query
      return toPage(await selectResellers(await reading(request), request.actor.scope, { limit, after: decodeCursor(cursor, position) }), limit, ({ id }) => ({
        id,
      }))
    },
  )
  app.post(
    '/resellers',
    {
      config: { permission: 'reseller.edit' },
      schema: { tags, summary: 'Add a reseller', body: z.strictObject(resellerInput), response: { 201: resellerSchema } },
    },
    async (request, reply) => reply.code(201).send(await transact(request, (tx) => createReseller(tx, request.body))),
  )
  app.patch(
    '/resellers/:id',
    {
      config: { permission: 'reseller.edit' },
      schema: {
        tags,
        summary: 'Change a reseller',
        params: idParams,
        body: patchOf({ ...resellerInput, is_active: z.boolean() }),
        response: { 200: resellerSchema },
      },
    },
    (request) => transact(request, (tx) => changeReseller(tx, request.params.id, request.body)),
  )

  app.get(
    '/areas',
    { config: { permission: 'session' }, schema: { tags, summary: 'Areas in your reach', ...list, response: { 200: pageOf(areaSchema) } } },
    async (request) => {
      const { limit, cursor } = request.query
      return toPage(await selectAreas(await reading(request), request.actor.scope, { limit, after: decodeCursor(cursor, position) }), limit, ({ id }) => ({
        id,
      }))
    },
  )
  app.post(
    '/areas',
    { config: { permission: 'branch.edit' }, schema: { tags, summary: 'Add an area', body: z.strictObject(areaInput), response: { 201: areaSchema } } },
    async (request, reply) => reply.code(201).send(await transact(request, (tx) => createArea(tx, request.body))),
  )
  app.patch(
    '/areas/:id',
    {
      config: { permission: 'branch.edit' },
      schema: { tags, summary: 'Change an area', params: idParams, body: patchOf({ ...areaInput, is_active: z.boolean() }), response: { 200: areaSchema } },
    },
    (request) => transact(request, (tx) => changeArea(tx, request.params.id, request.body)),
  )
}
