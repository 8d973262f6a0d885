import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, cursorInstant, cursorText, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { flagParam, idParam, idParams, idSchema, instantSchema, lineOfText, noContent, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { boxRoutes } from './boxes/routes.ts'
import { consoleRoutes } from './console/routes.ts'
import { changeOnu } from './change-onu.ts'
import { forecastRoutes } from './forecast/routes.ts'
import { selectEvents, selectPlacesOf } from './history/history-store.ts'
import { LIGHT_SPANS, readLight } from './history/read-light.ts'
import { LIGHTS } from './light.ts'
import { linkOnu, rejectLink, unlinkOnu } from './links/link-onu.ts'
import { selectSuggestions } from './links/links-store.ts'
import { countOnus, ONU_SORTS, ONU_STANDINGS, selectOnus } from './list/onus-store.ts'
import { lookAtOnu } from './look-at-onu.ts'
import { oltRoutes } from './olt-routes.ts'
import { selectMacs } from './poll/macs-store.ts'
import { readOnuInReach } from './read-onu.ts'
import {
  countsSchema,
  eventSchema,
  limitsSchema,
  limitsView,
  macSchema,
  nowSchema,
  onuSchema,
  onuView,
  placeSchema,
  pointSchema,
  pointView,
  suggestionSchema,
} from './schemas.ts'
import { lightLimits } from './settings.ts'
import { taskRoutes } from './tasks/routes.ts'

const tags = ['onus']
const HOURS_A_DAY = 24

export function routes(app: App): void {
  oltRoutes(app)
  boxRoutes(app)
  taskRoutes(app)
  consoleRoutes(app)
  forecastRoutes(app)

  app.get(
    '/onus',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'ONUs in your reach, by place, light, how long they are away, or the newest first',
        querystring: z.strictObject({
          ...pageQuery,
          sort: z.enum(ONU_SORTS).default('place'),
          olt_id: idParam.optional(),
          pon: lineOfText(20).min(1).optional(),
          branch_id: idParam.optional(),
          box_id: idParam.optional(),
          subscription_id: idParam.optional().meta({ description: 'The one a line is carried by' }),
          state: z.enum(ONU_STANDINGS).optional(),
          light: z.enum(LIGHTS).optional(),
          rx_below_dbm: z.coerce.number().min(-60).max(20).optional(),
          away_before: instantSchema.optional().meta({ description: 'Away since before then' }),
          is_linked: flagParam.optional(),
          is_flapping: flagParam.optional().meta({ description: 'Came and went at least four times within a day' }),
          is_present: flagParam.optional().meta({ description: 'false: those their OLT does not name any more' }),
          q: lineOfText(100).min(1).optional().meta({ description: 'Serial, MAC, description, login, client' }),
        }),
        response: { 200: pageOf(onuSchema) },
      },
    },
    async (request) => {
      const {
        limit,
        cursor,
        sort,
        olt_id,
        pon,
        branch_id,
        box_id,
        subscription_id,
        state,
        light,
        rx_below_dbm,
        away_before,
        is_linked,
        is_flapping,
        is_present,
        q,
      } = request.query
      const { actor } = request
      const after = decodeCursor(cursor, z.object({ key: cursorText, id: cursorId }))
      const dayAgo = request.server.deps.database.clock.now().subtract({ hours: HOURS_A_DAY })
      const rows = await selectOnus(
        await reading(request),
        actor.scope,
        {
          oltId: olt_id,
          pon,
          branchId: branch_id,
          boxId: box_id,
          subscriptionId: subscription_id,
          state,
          light,
          rxBelowDbm: rx_below_dbm,
          awayBefore: away_before,
          isLinked: is_linked,
          isFlapping: is_flapping,
          isPresent: is_present,
          q,
        },
        { sort, limit, after, dayAgo },
      )
      const page = toPage(rows, limit, ({ sort_key, id }) => ({ key: sort_key, id }))
      return { ...page, items: page.items.map(({ sort_key: _key, ...onu }) => onuView(actor, onu)) }
    },
  )

  app.get(
    '/onus/counts',
    { config: { permission: 'olt.view' }, schema: { tags, summary: 'How many ONUs in your reach are online, away, weak', response: { 200: countsSchema } } },
    async (request) => await countOnus(await reading(request), request.actor.scope),
  )

  app.get(
    '/onus/:id',
    { config: { permission: 'olt.view' }, schema: { tags, summary: 'One ONU', params: idParams, response: { 200: onuSchema } } },
    async (request) => onuView(request.actor, await readOnuInReach(await reading(request), request.actor.scope, request.params.id)),
  )

  app.patch(
    '/onus/:id',
    {
      config: { permission: 'onu.edit' },
      schema: {
        tags,
        summary: 'Say on which box and port an ONU is',
        params: idParams,
        body: z.strictObject({ box_id: idSchema.nullable(), box_port: z.int().min(1).max(256).nullable(), version: z.int().optional() }),
        response: { 200: onuSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const { version, ...change } = request.body
        return onuView(request.actor, await changeOnu(tx, request.params.id, { ...change, seenVersion: version }))
      }),
  )

  app.get(
    '/onus/:id/power',
    {
      config: { permission: 'olt.view', unpaged: true },
      schema: {
        tags,
        summary: 'The light of an ONU over the last day, week, month or year; never more than a few hundred points',
        params: idParams,
        querystring: z.strictObject({ span: z.enum(LIGHT_SPANS).default('day') }),
        response: { 200: z.object({ limits: limitsSchema, from: instantSchema, to: instantSchema, items: z.array(pointSchema) }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { id } = await readOnuInReach(conn, request.actor.scope, request.params.id)
      const { from, to, points } = await readLight(conn, id, request.query.span, request.server.deps.database.clock.now())
      return { limits: limitsView(await lightLimits(conn)), from, to, items: points.map(pointView) }
    },
  )

  app.get(
    '/onus/:id/history',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'What has happened to an ONU, the newest first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(eventSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      const { id } = await readOnuInReach(conn, request.actor.scope, request.params.id)
      const after = decodeCursor(cursor, z.object({ at: cursorInstant, id: cursorId }))
      const page = toPage(await selectEvents(conn, id, { limit, after }), limit, (event) => ({ at: event.at.toString(), id: event.id }))
      return { ...page, items: page.items.map((event) => ({ ...event, detail: { ...event.detail } })) }
    },
  )

  app.get(
    '/onus/:id/places',
    {
      config: { permission: 'olt.view', unpaged: true },
      schema: { tags, summary: 'Where an ONU has stood, the newest 50', params: idParams, response: { 200: z.object({ items: z.array(placeSchema) }) } },
    },
    async (request) => {
      const conn = await reading(request)
      const { id } = await readOnuInReach(conn, request.actor.scope, request.params.id)
      return { items: await selectPlacesOf(conn, id) }
    },
  )

  app.get(
    '/onus/:id/macs',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'Addresses its OLT has learned behind an ONU',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(macSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      const { id } = await readOnuInReach(conn, request.actor.scope, request.params.id)
      const after = decodeCursor(cursor, z.object({ mac: cursorText, onu_id: cursorId }))
      return toPage(await selectMacs(conn, { onuId: id, limit, after }), limit, ({ mac, onu_id }) => ({ mac, onu_id }))
    },
  )

  app.post(
    '/onus/:id/look',
    {
      config: { permission: 'olt.act' },
      schema: { tags, summary: 'Ask the OLT about one ONU now; changes nothing', params: idParams, response: { 200: nowSchema } },
    },
    async (request) => {
      const onu = await readOnuInReach(await reading(request), request.actor.scope, request.params.id)
      const { at, source, ms, complete, rows, problems } = await lookAtOnu(request.server.deps.database, onu)
      const now = rows[0]
      return {
        at,
        source,
        ms: Math.round(ms),
        is_there: now !== undefined ? true : complete ? false : null,
        state: now?.state ?? null,
        raw_state: now?.rawState ?? null,
        cause: now?.cause ?? null,
        rx_dbm: now?.rxDbm ?? null,
        olt_rx_dbm: now?.oltRxDbm ?? null,
        tx_dbm: now?.txDbm ?? null,
        temperature_c: now?.temperatureC ?? null,
        voltage_v: now?.voltageV ?? null,
        bias_ma: now?.biasMa ?? null,
        distance_m: now?.distanceM ?? null,
        detail: { ...now?.detail },
        problems: [...problems],
      }
    },
  )

  app.put(
    '/onus/:id/link',
    {
      config: { permission: 'onu.edit' },
      schema: {
        tags,
        summary: 'Say that an ONU carries a line; what either was linked with before is ended',
        params: idParams,
        body: z.strictObject({ subscription_id: idSchema }),
        response: { 200: onuSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        await linkOnu(tx, { onuId: request.params.id, subscriptionId: request.body.subscription_id, source: 'person', reason: [] })
        return onuView(request.actor, await readOnuInReach(tx, request.actor.scope, request.params.id))
      }),
  )

  app.delete(
    '/onus/:id/link',
    { config: { permission: 'onu.edit' }, schema: { tags, summary: 'Say that an ONU carries no line', params: idParams, response: { 200: onuSchema } } },
    async (request) =>
      await transact(request, async (tx) => {
        await unlinkOnu(tx, request.params.id)
        return onuView(request.actor, await readOnuInReach(tx, request.actor.scope, request.params.id))
      }),
  )

  app.get(
    '/onu-link-suggestions',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'Which ONU is likely to carry which line, and why; the likeliest first',
        querystring: z.strictObject({ ...pageQuery, olt_id: idParam.optional(), onu_id: idParam.optional(), subscription_id: idParam.optional() }),
        response: { 200: pageOf(suggestionSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, olt_id, onu_id, subscription_id } = request.query
      const after = decodeCursor(cursor, z.object({ score: z.int(), onu_id: cursorId, subscription_id: cursorId }))
      const rows = await selectSuggestions(
        await reading(request),
        request.actor.scope,
        { oltId: olt_id, onuId: onu_id, subscriptionId: subscription_id },
        { limit, after },
      )
      const page = toPage(rows, limit, (row) => ({ score: row.score, onu_id: row.onu_id, subscription_id: row.subscription_id }))
      return { ...page, items: page.items.map((row) => ({ ...row, reasons: [...row.reasons] })) }
    },
  )

  app.post(
    '/onu-link-suggestions/rejection',
    {
      config: { permission: 'onu.edit' },
      schema: {
        tags,
        summary: 'Say that an ONU does not carry a line; it is not suggested again',
        body: z.strictObject({ onu_id: idSchema, subscription_id: idSchema }),
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { onu_id, subscription_id } = request.body
      await transact(request, async (tx) => await rejectLink(tx, { onuId: onu_id, subscriptionId: subscription_id }))
      return reply.code(204).send(null)
    },
  )
}
