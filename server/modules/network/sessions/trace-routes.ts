import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { Forbidden, NotFound } from '../../../kernel/errors.ts'
import { allow } from '../../../platform/http/allowed.ts'
import { allowedOf } from '../../../platform/http/allowed-schema.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, cursorInstant, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { idParams, idSchema, instantSchema, lineOfText, name, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { ipAddress } from './schemas.ts'
import { decideTrace, exportTrace, traceAddress } from './trace-address.ts'
import { selectTrace, selectTraces, TRACE_STATES } from './trace-store.ts'
import type { Trace } from './trace-store.ts'

const tags = ['sessions']
const text = z.string().nullable()
const ACTIONS = ['decide', 'export'] as const

const asked = {
  id: idSchema,
  address: z.string(),
  port: z.int().nullable(),
  from: instantSchema,
  until: instantSchema,
  reason: z.string(),
  reference: z.string(),
  requested_by_name: text,
  requested_at: instantSchema,
  decided_by_name: text,
  decided_at: instantSchema.nullable(),
  is_approved: z.boolean().nullable().meta({ description: 'Null: a second person has still to decide' }),
}

const traceRowSchema = z.object({ ...asked, found_count: z.int() })

const traceSchema = z.object({
  ...asked,
  allowed: allowedOf(ACTIONS),
  found: z.array(
    z.object({
      login: z.string(),
      client_code: text,
      client_name: text,
      client_phone: text,
      client_address: text,
      router_name: z.string(),
      caller_id: z.string(),
      address: text,
      ipv6_prefix: text,
      started_at: z.string(),
      ended_at: text,
      terminate_cause: text,
      is_certain: z.boolean().meta({ description: 'False: last heard of shortly before, and nobody said when it ended' }),
    }),
  ),
})

/** With what the person may do about it now. */
function traceView(actor: Actor, trace: Trace) {
  const { is_approved, requested_by } = trace
  const decide = is_approved !== null ? 'trace_decided' : requested_by === actor.userId ? 'second_person' : null
  const leave = is_approved === null ? 'trace_waits' : is_approved ? null : 'trace_refused'
  return { ...trace, allowed: { decide: allow(actor, 'session.approve_trace', decide), export: allow(actor, 'session.trace', leave) } }
}

export function traceRoutes(app: App): void {
  app.post(
    '/address-traces',
    {
      config: { permission: 'session.trace' },
      schema: {
        tags,
        summary: 'Ask who had an address at a time, for a reason; question and answer are kept',
        body: z.strictObject({
          address: ipAddress,
          port: z.int().min(0).max(65_535).nullable().default(null).meta({ description: 'Goes with the answer; sessions have whole addresses' }),
          from: instantSchema,
          until: instantSchema,
          reason: name(500),
          reference: lineOfText(200).min(1).meta({ description: 'Of the letter or order that asks' }),
        }),
        response: { 201: traceSchema },
      },
    },
    async (request, reply) => reply.code(201).send(traceView(request.actor, await transact(request, async (tx) => await traceAddress(tx, request.body)))),
  )

  app.get(
    '/address-traces',
    {
      config: { permission: 'session.trace' },
      schema: {
        tags,
        summary: 'What was asked about addresses, the last first',
        querystring: z.strictObject({ ...pageQuery, state: z.enum(TRACE_STATES).optional() }),
        response: { 200: pageOf(traceRowSchema) },
      },
    },
    async (request) => {
      if (request.actor.scope.kind !== 'company') throw new Forbidden('Only who sees the whole company may ask who had an address')
      const { limit, cursor, state } = request.query
      const after = decodeCursor(cursor, z.object({ at: cursorInstant, id: cursorId }))
      return toPage(await selectTraces(await reading(request), state, { limit, after }), limit, (row) => ({ at: row.requested_at.toString(), id: row.id }))
    },
  )

  app.get(
    '/address-traces/:id',
    { config: { permission: 'session.trace' }, schema: { tags, summary: 'One question with its answer', params: idParams, response: { 200: traceSchema } } },
    async (request) => {
      const trace = request.actor.scope.kind === 'company' ? await selectTrace(await reading(request), request.params.id) : undefined
      if (trace === undefined) throw NotFound.of('trace', request.params.id)
      return traceView(request.actor, trace)
    },
  )

  app.post(
    '/address-traces/:id/decision',
    {
      config: { permission: 'session.approve_trace' },
      schema: {
        tags,
        summary: 'Agree, as a second person, that an answer may leave, or refuse',
        params: idParams,
        body: z.strictObject({ is_approved: z.boolean() }),
        response: { 200: traceSchema },
      },
    },
    async (request) =>
      traceView(request.actor, await transact(request, async (tx) => await decideTrace(tx, request.params.id, { isApproved: request.body.is_approved }))),
  )

  app.get(
    '/address-traces/:id/sessions.csv',
    {
      config: { permission: 'session.trace' },
      schema: {
        tags,
        summary: 'An answer to hand over, once a second person has agreed; each time is noted',
        params: idParams,
        response: { 200: z.any().meta({ type: 'string', format: 'binary', description: 'text/csv' }) },
      },
    },
    async (request, reply) => {
      const csv = await transact(request, async (tx) => await exportTrace(tx, request.params.id))
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="trace-${request.params.id}.csv"`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(csv)
    },
  )
}
