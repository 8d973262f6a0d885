import { z } from 'zod'
import type { FastifyRequest } from 'fastify'
import { NotFound } from '../../kernel/errors.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { flagParam, idParam, idParams, lineOfText, pageOf, pageQuery, patchOf } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { creditRoutes } from './credits/credit-routes.ts'
import { changeIncident, closeIncident } from './change-incident.ts'
import { INCIDENT_KINDS } from './incident.ts'
import type { Incident } from './incident.ts'
import { selectIncident, selectIncidents, selectOnusOf, STATES } from './incidents-store.ts'
import { incidentOnuSchema, incidentSchema, incidentView, textInput } from './schemas.ts'

const tags = ['incidents']
const page = z.object({ id: cursorId })

export function routes(app: App): void {
  creditRoutes(app)
  const view = ({ actor, server }: FastifyRequest, incident: Incident) => incidentView(actor, incident, server.deps.clock.now())

  app.get(
    '/incidents',
    {
      config: { permission: 'incident.view' },
      schema: {
        tags,
        summary: 'Faults that many homes have at once, newest first',
        querystring: z.strictObject({
          ...pageQuery,
          state: z.enum(STATES).optional(),
          kind: z.enum(INCIDENT_KINDS).optional(),
          olt_id: idParam.optional(),
          q: lineOfText(100).min(1).optional().meta({ description: 'In the names of OLT, PON, box and area, in note and text' }),
        }),
        response: { 200: pageOf(incidentSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, olt_id, ...filter } = request.query
      const before = decodeCursor(cursor, page)?.id
      const rows = await selectIncidents(await reading(request), request.actor.scope, { ...filter, oltId: olt_id }, { limit, before })
      const { items, next_cursor } = toPage(rows, limit, ({ id }) => ({ id }))
      return { items: items.map((incident) => view(request, incident)), next_cursor }
    },
  )

  app.get(
    '/incidents/:id',
    { config: { permission: 'incident.view' }, schema: { tags, summary: 'One incident', params: idParams, response: { 200: incidentSchema } } },
    async (request) => {
      const incident = await selectIncident(await reading(request), request.actor.scope, request.params.id)
      if (incident === undefined) throw NotFound.of('incident', request.params.id)
      return view(request, incident)
    },
  )

  app.get(
    '/incidents/:id/clients',
    {
      config: { permission: 'incident.view' },
      schema: {
        tags,
        summary: 'The ONUs of an incident, each with the client behind it and how long he was without service',
        params: idParams,
        querystring: z.strictObject({
          ...pageQuery,
          away: flagParam.optional().meta({ description: 'Only those that are away, or only those that are back' }),
        }),
        response: { 200: pageOf(incidentOnuSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, away } = request.query
      const conn = await reading(request)
      const incident = await selectIncident(conn, request.actor.scope, request.params.id)
      if (incident === undefined) throw NotFound.of('incident', request.params.id)
      const after = decodeCursor(cursor, page)?.id
      const rows = await selectOnusOf(conn, request.actor.scope, incident.id, { now: request.server.deps.clock.now(), isAway: away }, { limit, after })
      return toPage(rows, limit, ({ onu_id }) => ({ id: onu_id }))
    },
  )

  app.patch(
    '/incidents/:id',
    {
      config: { permission: 'incident.edit' },
      schema: {
        tags,
        summary: 'What clients are told of an incident, whether they are told, and a note',
        params: idParams,
        body: patchOf({ ...textInput, version: z.int().meta({ description: 'The version you have seen; a newer one answers 409' }) }),
        response: { 200: incidentSchema },
      },
    },
    async (request) => {
      const { version, ...change } = request.body
      return view(request, await transact(request, async (tx) => await changeIncident(tx, request.params.id, { ...change, seenVersion: version })))
    },
  )

  app.post(
    '/incidents/:id/closing',
    {
      config: { permission: 'incident.edit' },
      schema: {
        tags,
        summary: 'End an incident by hand',
        params: idParams,
        body: z.strictObject({ reason: lineOfText(500).min(3) }),
        response: { 200: incidentSchema },
      },
    },
    async (request) => view(request, await transact(request, async (tx) => await closeIncident(tx, request.params.id, request.body.reason))),
  )
}
