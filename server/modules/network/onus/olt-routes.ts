import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, cursorInstant, cursorText, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { idParam, idParams, instantSchema, lineOfText, noContent, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { readOlt } from '../olts/index.ts'
import { countOnusByOlt, selectPonPorts } from './list/onus-store.ts'
import { selectMacs } from './poll/macs-store.ts'
import { selectPolls } from './poll/polls-store.ts'
import { selectPorts, selectPortSamples } from './poll/ports-store.ts'
import { scanOlt } from './poll/scan-olt.ts'
import { selectUnregistered } from './poll/unregistered-store.ts'
import {
  countsSchema,
  limitsSchema,
  limitsView,
  macSchema,
  noOnus,
  oltCountsSchema,
  pollSchema,
  ponPortSchema,
  ponPortView,
  portSampleSchema,
  portSampleView,
  portSchema,
  portView,
  unregisteredSchema,
} from './schemas.ts'
import { lightLimits } from './settings.ts'

const tags = ['olts']
const MOST_POINTS = 500
const MOST_DAYS = 366

/** What is known of an OLT by its ONUs and ports. */
export function oltRoutes(app: App): void {
  app.get(
    '/olts/:id/polls',
    {
      config: { permission: 'olt.view', unpaged: true },
      schema: {
        tags,
        summary: 'When an OLT was asked what, whether it told everything, and how many ONUs there are',
        params: idParams,
        response: { 200: z.object({ counts: countsSchema, items: z.array(pollSchema) }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { id } = await readOlt(conn, request.actor.scope, request.params.id)
      const polls = await selectPolls(conn, [id])
      return {
        counts: (await countOnusByOlt(conn, [id])).get(id) ?? noOnus,
        items: polls.map(({ olt_id: _olt, problems, ...poll }) => ({ ...poll, problems: [...problems] })),
      }
    },
  )

  app.get(
    '/olt-counts',
    {
      config: { permission: 'olt.view', unpaged: true },
      schema: {
        tags,
        summary: 'How the ONUs of some OLTs are, for a list of them',
        querystring: z.strictObject({ olt_id: z.union([idParam.transform((id) => [id]), z.array(idParam).max(200)]) }),
        response: { 200: z.object({ items: z.array(oltCountsSchema) }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const ids: bigint[] = []
      for (const id of request.query.olt_id) ids.push((await readOlt(conn, request.actor.scope, id)).id)
      const counts = await countOnusByOlt(conn, ids)
      const looks = new Map((await selectPolls(conn, ids)).filter(({ kind }) => kind === 'status').map((poll) => [poll.olt_id, poll]))
      return {
        items: ids.map((id) => ({
          ...(counts.get(id) ?? noOnus),
          olt_id: id,
          looked_at: looks.get(id)?.began_at ?? null,
          is_complete: looks.get(id)?.is_complete ?? null,
        })),
      }
    },
  )

  app.get(
    '/olts/:id/pon-ports',
    {
      config: { permission: 'olt.view', unpaged: true },
      schema: {
        tags,
        summary: 'The PONs of an OLT with how their ONUs are',
        params: idParams,
        response: { 200: z.object({ limits: limitsSchema, items: z.array(ponPortSchema) }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { id } = await readOlt(conn, request.actor.scope, request.params.id)
      return { limits: limitsView(await lightLimits(conn)), items: (await selectPonPorts(conn, id)).map(ponPortView) }
    },
  )

  app.get(
    '/olts/:id/ports',
    {
      config: { permission: 'olt.view', unpaged: true },
      schema: {
        tags,
        summary: 'Uplinks and other ports of an OLT, with the light of their modules',
        params: idParams,
        response: { 200: z.object({ items: z.array(portSchema) }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { id } = await readOlt(conn, request.actor.scope, request.params.id)
      return { items: (await selectPorts(conn, id)).map(portView) }
    },
  )

  app.get(
    '/olts/:id/port-history',
    {
      config: { permission: 'olt.view', unpaged: true },
      schema: {
        tags,
        summary: 'The light and temperature of a port over time; at most 500 points',
        params: idParams,
        querystring: z.strictObject({ name: lineOfText(100).min(1), days: z.coerce.number().int().min(1).max(MOST_DAYS).default(7) }),
        response: { 200: z.object({ from: instantSchema, to: instantSchema, items: z.array(portSampleSchema) }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { id } = await readOlt(conn, request.actor.scope, request.params.id)
      const to = request.server.deps.database.clock.now()
      const from = to.subtract({ hours: 24 * request.query.days })
      const samples = await selectPortSamples(conn, id, request.query.name, { from, to, most: MOST_POINTS })
      return { from, to, items: samples.map(portSampleView) }
    },
  )

  app.get(
    '/olts/:id/unregistered',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'ONUs that hang on an OLT and are not let in',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(unregisteredSchema) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { id } = await readOlt(conn, request.actor.scope, request.params.id)
      const { limit, cursor } = request.query
      const after = decodeCursor(cursor, z.object({ at: cursorInstant, identity: cursorText }))
      const rows = await selectUnregistered(conn, request.actor.scope, { oltId: id, limit, after })
      return toPage(rows, limit, (row) => ({ at: row.first_seen_at.toString(), identity: row.identity }))
    },
  )

  app.get(
    '/unregistered-onus',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'ONUs that wait to be let in, on all OLTs in your reach, the newest first',
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(unregisteredSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const after = decodeCursor(cursor, z.object({ at: cursorInstant, identity: cursorText }))
      const rows = await selectUnregistered(await reading(request), request.actor.scope, { limit, after })
      return toPage(rows, limit, (row) => ({ at: row.first_seen_at.toString(), identity: row.identity }))
    },
  )

  app.get(
    '/olts/:id/mac-table',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'Addresses an OLT has learned behind its ONUs, as they were last read',
        params: idParams,
        querystring: z.strictObject({ ...pageQuery, q: lineOfText(20).min(1).optional() }),
        response: { 200: pageOf(macSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, q } = request.query
      const conn = await reading(request)
      const { id } = await readOlt(conn, request.actor.scope, request.params.id)
      const after = decodeCursor(cursor, z.object({ mac: cursorText, onu_id: cursorId }))
      return toPage(await selectMacs(conn, { oltId: id, q, limit, after }), limit, ({ mac, onu_id }) => ({ mac, onu_id }))
    },
  )

  app.post(
    '/olts/:id/scan',
    {
      config: { permission: 'olt.act' },
      schema: { tags, summary: 'Have an OLT asked for everything now; what it tells shows up as it comes', params: idParams, response: { 202: noContent } },
    },
    async (request, reply) => {
      await transact(request, async (tx) => await scanOlt(tx, request.params.id))
      return reply.code(202).send(null)
    },
  )
}
