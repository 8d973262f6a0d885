import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts'
import { transactOnce } from '../../../platform/http/idempotency.ts'
import { dateSchema, idParams, lineOfText, noContent, pageOf, pageQuery, patchOf } from '../../../platform/http/schemas.ts'
import { reading, todayOf, transact } from '../../../platform/http/transact.ts'
import { getSetting } from '../../settings/index.ts'
import { deleteClient, restoreClient } from '../delete-client.ts'
import { editClient } from '../edit-client.ts'
import { COUNT_CAP, countMatching, listClients } from '../list/list-clients.ts'
import { SORT_PARAMS } from '../list/sorts.ts'
import { readClientView } from '../read-client.ts'
import { registerClient } from '../register-client.ts'
import { setFlag } from '../set-flag.ts'
import { clientTypes } from '../settings.ts'
import { clientState } from '../states.ts'
import { filterQuery, toFilter } from './list-filter.ts'
import { registrationBody, toRegistration } from './registration-body.ts'
import { clientInput, clientViewSchema, codeInput, flagBody, listedClientSchema } from './schemas.ts'

const sort = z.enum(SORT_PARAMS).default('code').meta({ description: 'A leading minus turns the order round' })
const position = z.object({ sort: z.enum(SORT_PARAMS), stretch: z.int().min(0).max(1), value: z.string().max(500).nullable(), id: cursorId })

const tags = ['clients']

export function clientRoutes(app: App): void {
  app.get(
    '/clients',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'Clients with their lines and balances',
        querystring: z.strictObject({ ...pageQuery, ...filterQuery, sort }),
        response: { 200: pageOf(listedClientSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, sort: order, ...query } = request.query
      const after = decodeCursor(
        cursor,
        position.refine((at) => at.sort === order),
      )
      const conn = await reading(request)
      const page = await listClients(conn, request.actor.scope, { filter: toFilter(query, todayOf(request, conn)), sort: order, limit, after })
      return {
        items: page.rows.map((row) => ({ ...row, tags: [...row.tags], lines: [...row.lines], state: clientState(row.lines.map(({ state }) => state)) })),
        next_cursor: page.next === null ? null : encodeCursor({ sort: order, ...page.next }),
      }
    },
  )

  app.get(
    '/clients/count',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: `How many clients match, counted up to ${COUNT_CAP}`,
        querystring: z.strictObject(filterQuery),
        response: { 200: z.object({ count: z.int(), is_capped: z.boolean().meta({ description: 'true: there are more than the count says' }) }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { count, isCapped } = await countMatching(conn, request.actor.scope, toFilter(request.query, todayOf(request, conn)))
      return { count, is_capped: isCapped }
    },
  )

  app.post(
    '/clients',
    {
      config: { permission: 'client.create', idempotency: 'optional' },
      schema: {
        tags,
        summary: 'Register a client, with his first line where one is given',
        body: registrationBody,
        response: { 201: clientViewSchema },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { client } = await registerClient(tx, toRegistration(request.body))
        return { status: 201, body: await readClientView(tx, tx.actor, client.id, tx.now) }
      }),
  )

  app.get(
    '/client-types',
    {
      config: { permission: 'client.view', unpaged: true },
      schema: { tags, summary: 'The kinds of clients to choose from', response: { 200: z.object({ items: z.array(z.string()) }) } },
    },
    async (request) => ({ items: [...(await getSetting(await reading(request), clientTypes))] }),
  )

  app.get(
    '/clients/:id',
    {
      config: { permission: 'client.view' },
      schema: { tags, summary: 'One client: who, what he owes, his lines, and what may be done', params: idParams, response: { 200: clientViewSchema } },
    },
    async (request) => await readClientView(await reading(request), request.actor, request.params.id, request.server.deps.clock.now()),
  )

  app.patch(
    '/clients/:id',
    {
      config: { permission: 'client.edit' },
      schema: {
        tags,
        summary: 'Change what is known of a client',
        params: idParams,
        body: patchOf({
          ...clientInput,
          code: codeInput,
          joined_on: dateSchema,
          version: z.int().meta({ description: 'The version you have seen; a newer one answers 409' }),
        }),
        response: { 200: clientViewSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const { version, ...changes } = request.body
        await editClient(tx, { clientId: request.params.id, seenVersion: version, changes })
        return readClientView(tx, tx.actor, request.params.id, tx.now)
      }),
  )

  app.post(
    '/clients/:id/deletion',
    {
      config: { permission: 'client.delete' },
      schema: {
        tags,
        summary: 'Delete a client who has no documents',
        params: idParams,
        body: z.strictObject({ reason: lineOfText(300).default('') }).nullish(),
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await transact(request, (tx) => deleteClient(tx, { clientId: request.params.id, reason: request.body?.reason ?? '' }))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/clients/:id/deletion',
    {
      config: { permission: 'client.delete' },
      schema: { tags, summary: 'Bring a deleted client back', params: idParams, response: { 200: clientViewSchema } },
    },
    async (request) =>
      await transact(request, async (tx) => {
        await restoreClient(tx, request.params.id)
        return readClientView(tx, tx.actor, request.params.id, tx.now)
      }),
  )

  for (const [path, flag, what] of [
    ['vip', 'vip', 'to be treated with care'],
    ['whitelisting', 'whitelist', 'never to be suspended for money'],
  ] as const) {
    app.post(
      `/clients/:id/${path}`,
      {
        config: { permission: 'client.edit' },
        schema: { tags, summary: `Mark a client as ${what}`, params: idParams, body: flagBody, response: { 200: clientViewSchema } },
      },
      async (request) =>
        await transact(request, async (tx) => {
          await setFlag(tx, { clientId: request.params.id, flag, isSet: true, ...request.body })
          return readClientView(tx, tx.actor, request.params.id, tx.now)
        }),
    )
    app.delete(
      `/clients/:id/${path}`,
      {
        config: { permission: 'client.edit' },
        schema: { tags, summary: `Take away the mark: ${what}`, params: idParams, response: { 200: clientViewSchema } },
      },
      async (request) =>
        await transact(request, async (tx) => {
          await setFlag(tx, { clientId: request.params.id, flag, isSet: false })
          return readClientView(tx, tx.actor, request.params.id, tx.now)
        }),
    )
  }
}
