import { z } from 'zod'
import { NotFound } from '../../../kernel/errors.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { transactOnce } from '../../../platform/http/idempotency.ts'
import { idParams, idSchema, instantSchema, lineOfText, minorSchema, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { selectIncident } from '../incidents-store.ts'
import { CREDIT_STATES, selectCredits, selectTotals } from './credits-store.ts'
import { approveCredits, rejectCredits } from './decide-credits.ts'
import { draftCredits } from './draft-credits.ts'

const tags = ['incidents']

const creditSchema = z.object({
  id: idSchema,
  state: z.enum(CREDIT_STATES),
  why: z.string().nullable().meta({
    description: 'Why nothing is given back: too_short, still_away, not_billed, costs_nothing, nothing_left, or the code of the error when it was to be issued',
  }),
  subscription_id: idSchema,
  login: z.string().nullable(),
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  minutes: z.int().meta({ description: 'Without service in this incident' }),
  days: z.int().meta({ description: 'Given back, by the setting incidents.credit_steps' }),
  price_minor: minorSchema.meta({ description: 'Of a month, as the price list has it' }),
  cycle_days: z.int().meta({ description: 'By which it is divided' }),
  invoice_id: idSchema.nullable(),
  invoice_code: z.string().nullable(),
  line_no: z.int().nullable(),
  net_minor: minorSchema,
  vat_minor: minorSchema,
  total_minor: minorSchema.meta({ description: 'VAT included' }),
  drafted_at: instantSchema,
  drafted_by_name: z.string().nullable(),
  decided_at: instantSchema.nullable(),
  decided_by_name: z.string().nullable(),
  decision_note: z.string(),
  credit_note_id: idSchema.nullable(),
  credit_note_code: z.string().nullable(),
})

export const totalsSchema = z.object({
  drafts: z.int(),
  draft_minor: minorSchema,
  issued: z.int(),
  issued_minor: minorSchema,
  rejected: z.int(),
  not_creditable: z.int(),
})

const ids = z.array(idSchema).min(1).max(200).optional().meta({ description: 'Absent: all that wait' })

export function creditRoutes(app: App): void {
  app.post(
    '/incidents/:id/credit-drafts',
    {
      config: { permission: 'incident.edit' },
      schema: {
        tags,
        summary: 'Prepare what each line of an incident that is over gets back, or say why it gets nothing; again as often as one likes, no money moves',
        params: idParams,
        response: { 200: totalsSchema },
      },
    },
    async (request) => await transact(request, async (tx) => await draftCredits(tx, request.params.id)),
  )

  app.get(
    '/incidents/:id/credit-drafts',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'What the lines of an incident get back: prepared, issued, rejected, or impossible and why',
        params: idParams,
        querystring: z.strictObject({ ...pageQuery, state: z.enum(CREDIT_STATES).optional() }),
        response: { 200: pageOf(creditSchema).extend({ totals: totalsSchema }) },
      },
    },
    async (request) => {
      const { limit, cursor, state } = request.query
      const conn = await reading(request)
      const { scope } = request.actor
      const incident = await selectIncident(conn, scope, request.params.id)
      if (incident === undefined) throw NotFound.of('incident', request.params.id)
      const after = decodeCursor(cursor, z.object({ id: cursorId }))?.id
      const rows = await selectCredits(conn, scope, incident.id, { state }, { limit, after })
      return { ...toPage(rows, limit, ({ id }) => ({ id })), totals: await selectTotals(conn, scope, incident.id) }
    },
  )

  app.post(
    '/incidents/:id/credit-drafts/approval',
    {
      config: { permission: 'credit_note.issue', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Issue what was prepared as credit notes, at most 200 in one go; `left` says how many wait still',
        params: idParams,
        body: z.strictObject({ ids }),
        response: { 200: z.object({ issued: z.int(), issued_minor: minorSchema, refused: z.int(), left: z.int() }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => ({
        status: 200,
        body: await approveCredits(tx, { incidentId: request.params.id, ids: request.body.ids ?? null }),
      })),
  )

  app.post(
    '/incidents/:id/credit-drafts/rejection',
    {
      config: { permission: 'credit_note.issue' },
      schema: {
        tags,
        summary: 'Do not give what was prepared',
        params: idParams,
        body: z.strictObject({ ids, reason: lineOfText(500).min(3) }),
        response: { 200: z.object({ rejected: z.int() }) },
      },
    },
    async (request) => ({
      rejected: await transact(
        request,
        async (tx) => await rejectCredits(tx, { incidentId: request.params.id, ids: request.body.ids ?? null, reason: request.body.reason }),
      ),
    }),
  )
}
