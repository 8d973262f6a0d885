import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Conn } from '../../../platform/db/tx.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, cursorText, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { flagParam, idParam, idParams, lineOfText, noContent, pageOf, pageQuery, patchOf } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { changeRouter, createRouter, freezeRouter, releaseHold, requestComparison, thawRouter } from './change-router.ts'
import { DRIFT_KINDS, selectDrift } from './drift-store.ts'
import { exportRoutes } from './exports/routes.ts'
import { RouterNotInUse } from './errors.ts'
import { selectHealth } from './health-store.ts'
import { ignoreSecrets, noticeSecrets } from './ignore-secrets.ts'
import { listSessions } from './list-sessions.ts'
import { KNOCKS, knock, pingFrom } from './reach-router.ts'
import { readRouter } from './read-router.ts'
import type { Router, RouterHealth } from './router.ts'
import { connectionInput, connectionTestSchema, driftSchema, routerInput, routerSchema, routerView, sessionSchema, testSchema, testView } from './schemas.ts'
import { ROUTER_STATES, selectRouters } from './store.ts'
import { testRouter, tryConnection } from './test-router.ts'

const tags = ['routers']
const secretNames = z.array(z.string().min(1).max(100)).min(1).max(1000)

export function routes(app: App): void {
  exportRoutes(app)

  const view = async ({ actor }: FastifyRequest, conn: Pick<Conn, 'db'>, router: Router) =>
    routerView(actor, router, (await selectHealth(conn, [router.id])).get(router.id) as RouterHealth)

  app.get(
    '/routers',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'Routers in your reach by name, each with what was last seen of it',
        querystring: z.strictObject({
          ...pageQuery,
          branch_id: idParam.optional(),
          is_active: flagParam.optional(),
          state: z.enum(ROUTER_STATES).optional(),
          q: lineOfText(100).min(1).optional(),
        }),
        response: { 200: pageOf(routerSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, branch_id, is_active, state, q } = request.query
      const conn = await reading(request)
      const after = decodeCursor(cursor, z.object({ name: cursorText, id: cursorId }))
      const rows = await selectRouters(conn, request.actor.scope, { branchId: branch_id, isActive: is_active, state, q }, { limit, after })
      const page = toPage(rows, limit, ({ name, id }) => ({ name: name.toLowerCase(), id }))
      const health = await selectHealth(
        conn,
        page.items.map(({ id }) => id),
      )
      return { ...page, items: page.items.map((router) => routerView(request.actor, router, health.get(router.id) as RouterHealth)) }
    },
  )

  app.post(
    '/routers',
    {
      config: { permission: 'router.edit' },
      schema: { tags, summary: 'Add a router', body: z.strictObject(routerInput), response: { 201: routerSchema } },
    },
    async (request, reply) => reply.code(201).send(await transact(request, async (tx) => await view(request, tx, await createRouter(tx, request.body)))),
  )

  app.get(
    '/routers/:id',
    { config: { permission: 'router.view' }, schema: { tags, summary: 'One router', params: idParams, response: { 200: routerSchema } } },
    async (request) => {
      const conn = await reading(request)
      return await view(request, conn, await readRouter(conn, request.actor.scope, request.params.id))
    },
  )

  app.patch(
    '/routers/:id',
    {
      config: { permission: 'router.edit' },
      schema: {
        tags,
        summary: 'Change a router',
        params: idParams,
        body: patchOf({ ...routerInput, version: z.int().meta({ description: 'The version you have seen; a newer one answers 409' }) }),
        response: { 200: routerSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const { version, ...change } = request.body
        return await view(request, tx, await changeRouter(tx, request.params.id, { ...change, seenVersion: version }))
      }),
  )

  app.post(
    '/routers/:id/freeze',
    {
      config: { permission: 'router.control' },
      schema: {
        tags,
        summary: 'Write nothing to a router until it is thawed; what changes meanwhile waits',
        params: idParams,
        body: z.strictObject({ reason: lineOfText(300).min(1) }),
        response: { 200: routerSchema },
      },
    },
    async (request) => await transact(request, async (tx) => await view(request, tx, await freezeRouter(tx, request.params.id, request.body))),
  )

  app.delete(
    '/routers/:id/freeze',
    {
      config: { permission: 'router.control' },
      schema: { tags, summary: 'Go on with a frozen router', params: idParams, response: { 200: routerSchema } },
    },
    async (request) => await transact(request, async (tx) => await view(request, tx, await thawRouter(tx, request.params.id))),
  )

  app.post(
    '/routers/connection-test',
    {
      config: { permission: 'router.edit' },
      schema: {
        tags,
        summary: 'Try what is typed of a router before it is kept, and say why it does not work; writes nothing',
        body: z.strictObject(connectionInput),
        response: { 200: connectionTestSchema },
      },
    },
    async (request) => {
      const { router_id, ...facts } = request.body
      const { database } = request.server.deps
      const known = router_id === null ? null : await readRouter(await reading(request), request.actor.scope, router_id)
      return testView(request.actor.locale, await tryConnection(database, facts, known?.id ?? null))
    },
  )

  app.post(
    '/routers/:id/test',
    {
      config: { permission: 'router.control' },
      schema: { tags, summary: 'Try everything that is needed of a router, and say why it does not work', params: idParams, response: { 200: testSchema } },
    },
    async (request) => {
      const { database } = request.server.deps
      const router = await readRouter(await reading(request), request.actor.scope, request.params.id)
      const outcome = await testRouter(database, router)
      return { ...testView(request.actor.locale, outcome), router: await view(request, await reading(request), router) }
    },
  )

  app.get(
    '/routers/:id/ppp-sessions',
    {
      config: { permission: 'router.view', unpaged: true },
      schema: {
        tags,
        summary: 'Who is online on a router at this moment, read from the router itself',
        params: idParams,
        response: { 200: z.object({ items: z.array(sessionSchema) }) },
      },
    },
    async (request) => {
      const router = await readRouter(await reading(request), request.actor.scope, request.params.id)
      return { items: await listSessions(request.server.deps.database, router) }
    },
  )

  app.get(
    '/routers/:id/drift',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'What stands on a router and is nobody’s line, or stands in a line’s way, as it was last compared',
        params: idParams,
        querystring: z.strictObject({ ...pageQuery, kind: z.enum(DRIFT_KINDS).optional(), is_ignored: flagParam.optional() }),
        response: { 200: pageOf(driftSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, kind, is_ignored } = request.query
      const conn = await reading(request)
      const { id } = await readRouter(conn, request.actor.scope, request.params.id)
      const after = decodeCursor(cursor, z.object({ kind: cursorText, name: cursorText }))
      const page = toPage(await selectDrift(conn, id, { kind, isIgnored: is_ignored }, { limit, after }), limit, (row) => ({ kind: row.kind, name: row.name }))
      const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
      return {
        ...page,
        items: page.items.map(({ detail, ignored_at, ignored_by, ignored_reason, ...row }) => ({
          ...row,
          ignored: ignored_at === null ? null : { at: ignored_at, by: ignored_by, reason: ignored_reason ?? '' },
          profile: text(detail['profile']),
          comment: text(detail['comment']),
          is_disabled: typeof detail['is_disabled'] === 'boolean' ? detail['is_disabled'] : null,
        })),
      }
    },
  )

  app.post(
    '/routers/:id/ignored-secrets',
    {
      config: { permission: 'router.control' },
      schema: {
        tags,
        summary: 'Leave secrets that are nobody’s line as they are, and ask about them no more',
        params: idParams,
        body: z.strictObject({ names: secretNames, reason: lineOfText(300).min(1) }),
        response: { 200: z.object({ changed: z.int() }) },
      },
    },
    async (request) => ({ changed: await transact(request, async (tx) => await ignoreSecrets(tx, request.params.id, request.body)) }),
  )

  app.delete(
    '/routers/:id/ignored-secrets',
    {
      config: { permission: 'router.control' },
      schema: {
        tags,
        summary: 'Ask about secrets again that were left as they are',
        params: idParams,
        body: z.strictObject({ names: secretNames }),
        response: { 200: z.object({ changed: z.int() }) },
      },
    },
    async (request) => ({ changed: await transact(request, async (tx) => await noticeSecrets(tx, request.params.id, request.body.names)) }),
  )

  app.post(
    '/routers/:id/ping',
    {
      config: { permission: 'router.control' },
      schema: {
        tags,
        summary: 'Ping an address from the router now, which is how what lies behind it is reached',
        params: idParams,
        body: z.strictObject({ address: z.union([z.ipv4(), z.ipv6()]), count: z.int().min(1).max(10).default(4) }),
        response: { 200: z.object({ sent: z.int(), received: z.int(), average_ms: z.number().nullable() }) },
      },
    },
    async (request) => {
      const { id } = await readRouter(await reading(request), request.actor.scope, request.params.id)
      const { averageMs, ...rest } = await pingFrom(request.server.deps.database, id, request.body)
      return { ...rest, average_ms: averageMs }
    },
  )

  app.post(
    '/routers/:id/knock',
    {
      config: { permission: 'router.control' },
      schema: {
        tags,
        summary: 'See from this server whether anything takes a connection at the router’s address and port; sends nothing',
        params: idParams,
        response: { 200: z.object({ outcome: z.enum(KNOCKS), milliseconds: z.int() }) },
      },
    },
    async (request) => {
      const router = await readRouter(await reading(request), request.actor.scope, request.params.id)
      if (router.host === '') throw new RouterNotInUse(`Nobody has said yet where ${router.name} is`)
      return await knock(router)
    },
  )

  app.post(
    '/routers/:id/comparison',
    {
      config: { permission: 'router.control' },
      schema: { tags, summary: 'Compare a router with what is wanted now, and put it right', params: idParams, response: { 202: noContent } },
    },
    async (request, reply) => {
      await transact(request, async (tx) => await requestComparison(tx, request.params.id))
      return reply.code(202).send(null)
    },
  )

  app.post(
    '/routers/:id/release',
    {
      config: { permission: 'access.release_breaker' },
      schema: {
        tags,
        summary: 'Let through once what a guard holds back of a router',
        params: idParams,
        body: z.strictObject({ changes: z.int().min(1).meta({ description: 'As many as you have seen; another number by now answers 409' }) }),
        response: { 200: routerSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        await releaseHold(tx, request.params.id, request.body)
        return await view(request, tx, await readRouter(tx, request.actor.scope, request.params.id))
      }),
  )
}
