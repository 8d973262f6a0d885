import { z } from 'zod'
import type { Locale } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, cursorInstant, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { idParam, idParams, idSchema, instantSchema, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { translate } from '../../platform/i18n/translate.ts'
import { countSessions, readRadiusRouter } from '../network/radius/index.ts'
import { findSession, HOLDS, readRouter } from '../network/routers/index.ts'
import { adoptSecrets } from './adopt-secrets.ts'
import { countLines } from './count-store.ts'
import { isInSync, SYNC_REASONS, syncReason } from './explain-sync.ts'
import { readPlan } from './read-plan.ts'
import { selectLineSync, selectWaiting } from './sync-store.ts'
import type { LineSync } from './sync-store.ts'

const tags = ['access']

const syncSchema = z.object({
  subscription_id: idSchema,
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  login: z.string().nullable(),
  router_id: idSchema.nullable(),
  router_name: z.string().nullable(),
  desired: z.object({ on: z.boolean(), profile: z.string(), static_ip: z.string().nullable() }),
  observed: z
    .object({ name: z.string(), is_disabled: z.boolean(), profile: z.string(), remote_address: z.string().nullable() })
    .nullable()
    .meta({ description: 'The secret as it was last seen on the router; null: none was seen' }),
  observed_at: instantSchema.nullable(),
  in_sync: z.boolean().nullable().meta({ description: 'Null: no router carries this line' }),
  since: instantSchema.nullable().meta({ description: 'Since when the router should do otherwise than it was seen to' }),
  reason: z.enum(SYNC_REASONS).nullable(),
  why: z.string().meta({ description: 'The reason in your language; empty where there is none' }),
  said: z.string().nullable().meta({ description: 'What the router, or the way to it, said' }),
})

function syncView(line: LineSync, now: Temporal.Instant, locale: Locale) {
  const reason = syncReason(line, now)
  const inSync = isInSync(line)
  // What was compared as a whole was seen then, whether or not anything had changed.
  const seen = [line.observed_at, inSync === true ? line.reconciled_at : null].filter((at) => at !== null).sort(Temporal.Instant.compare)
  return {
    ...line,
    desired: { on: line.desired_on, profile: line.profile, static_ip: line.static_ip },
    observed_at: seen.at(-1) ?? null,
    in_sync: inSync,
    since: inSync === false ? line.since : null,
    reason,
    why: reason === null ? '' : translate(locale, `sync.${reason}`),
    said: reason === 'refused' ? line.last_error : reason === 'router_unreachable' ? line.router_error : null,
  }
}

const opKinds = ['make_profile', 'set_profile', 'add_secret', 'set_secrets', 'disable_secrets', 'remove_secrets', 'end_sessions'] as const

export function routes(app: App): void {
  app.get(
    '/subscriptions/:id/access',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'What the network should do for a line, what it was seen to do, and since when and why the two differ',
        params: idParams,
        response: { 200: syncSchema },
      },
    },
    async (request) => {
      const line = await selectLineSync(await reading(request), request.actor.scope, request.params.id)
      if (line === undefined) throw NotFound.of('subscription', request.params.id)
      return syncView(line, request.server.deps.clock.now(), request.actor.locale)
    },
  )

  app.get(
    '/subscriptions/:id/session',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'Whether a line is online at this moment, asked of its router',
        params: idParams,
        response: {
          200: z.object({
            session: z
              .object({ caller_id: z.string(), address: z.string(), uptime_seconds: z.int() })
              .nullable()
              .meta({ description: 'Null: offline, or no router carries this line' }),
            is_carried: z.boolean(),
            seen_at: instantSchema,
          }),
        },
      },
    },
    async (request) => {
      const line = await selectLineSync(await reading(request), request.actor.scope, request.params.id)
      if (line === undefined) throw NotFound.of('subscription', request.params.id)
      const { database, clock } = request.server.deps
      const isCarried = isInSync(line) !== null && line.is_router_active === true
      const session = isCarried && line.router_id !== null && line.login !== null ? await findSession(database, line.router_id, line.login) : null
      return { session, is_carried: isCarried, seen_at: clock.now() }
    },
  )

  app.get(
    '/access/counts',
    {
      config: { permission: 'router.view', unpaged: true },
      schema: {
        tags,
        summary: 'How many lines each router carries, and how many of them wait for it',
        response: {
          200: z.object({
            items: z.array(
              z.object({
                router_id: idSchema,
                lines: z.int(),
                with_service: z.int(),
                online: z.int().meta({ description: 'With a session that was last reported open' }),
                waiting: z.int(),
                stuck: z.int().meta({ description: 'Waiting ones that do not come right by themselves' }),
                waiting_since: instantSchema.nullable(),
              }),
            ),
          }),
        },
      },
    },
    async (request) => ({ items: await countLines(await reading(request), request.actor.scope) }),
  )

  app.get(
    '/access/waiting',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'Lines whose router does not yet do what is wanted, the longest waiting first',
        querystring: z.strictObject({ ...pageQuery, router_id: idParam.optional() }),
        response: { 200: pageOf(syncSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, router_id } = request.query
      const after = decodeCursor(cursor, z.object({ since: cursorInstant, id: cursorId }))
      const rows = await selectWaiting(await reading(request), request.actor.scope, { routerId: router_id }, { limit, after })
      const page = toPage(rows, limit, ({ since, subscription_id }) => ({ since: since.toString(), id: subscription_id }))
      const now = request.server.deps.clock.now()
      return { ...page, items: page.items.map((line) => syncView(line, now, request.actor.locale)) }
    },
  )

  app.get(
    '/routers/:id/plan',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'What the next comparison would change on a router as it stands now, or if it were told the other way; writes nothing',
        params: idParams,
        querystring: z.strictObject({ by: z.enum(['secrets', 'radius']).optional().meta({ description: 'Absent: as the router is told now' }) }),
        response: {
          200: z.object({
            changes: z.array(z.object({ kind: z.enum(opKinds), count: z.int(), names: z.array(z.string()), values: z.record(z.string(), z.string()) })),
            hold: z.object({ kind: z.enum(HOLDS), changes: z.int(), limit: z.int() }).nullable(),
            lines: z.object({ in_sync: z.int(), changing: z.int(), held: z.int(), blocked: z.int() }),
            foreign: z.int().meta({ description: 'Secrets without our mark; they are never touched' }),
            by: z.enum(['secrets', 'radius']),
            sessions: z
              .object({ live: z.int(), to_change: z.int(), to_end: z.int() })
              .nullable()
              .meta({ description: 'With RADIUS: what is live, and what of it is not what its line wants' }),
          }),
        },
      },
    },
    async (request) => {
      const connection = await reading(request)
      const { id } = await readRouter(connection, request.actor.scope, request.params.id)
      const by = request.query.by ?? ((await readRadiusRouter(connection, id)) === undefined ? 'secrets' : 'radius')
      const { changes, plan } = await readPlan(request.server.deps.database, id, { byRadius: by === 'radius' })
      const lines = { in_sync: 0, changing: 0, held: 0, blocked: 0 }
      for (const { kind } of plan.standings.values()) lines[kind] += 1
      const sessions = by === 'radius' ? await countSessions(connection, id, request.server.deps.clock.now()) : null
      return { changes, hold: plan.hold, lines, foreign: plan.matched.foreign.length, by, sessions }
    },
  )

  app.post(
    '/routers/:id/adoption',
    {
      config: { permission: 'router.control' },
      schema: {
        tags,
        summary: 'Take over secrets without our mark that have the names of lines of this router',
        params: idParams,
        body: z.strictObject({ names: z.array(z.string().min(1).max(100)).min(1).max(1000).optional().meta({ description: 'Absent: all of them' }) }),
        response: { 202: z.object({ adopted: z.int() }) },
      },
    },
    async (request, reply) =>
      reply.code(202).send({ adopted: await transact(request, async (tx) => await adoptSecrets(tx, request.params.id, request.body.names ?? null)) }),
  )
}
