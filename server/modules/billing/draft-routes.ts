import { z } from 'zod'
import { Conflict, NotFound } from '../../kernel/errors.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { transactOnce } from '../../platform/http/idempotency.ts'
import { flagParam, idParam, idParams, idSchema, instantSchema, lineOfText, minorSchema, noContent, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { deleteDraft, insertDraft, lockDraft, selectDrafts, updateDraft } from './draft-store.ts'
import type { Draft } from './draft-store.ts'
import { finalizeDraft } from './finalize-draft.ts'
import { invoiceQuoteSchema, shownQuote } from './invoice-schemas.ts'
import { quoteForClient } from './quote.ts'
import { lockBillingTerms } from './terms-store.ts'

const tags = ['invoices']
const lineSchema = z.strictObject({
  description: lineOfText(200).min(1),
  item: z.enum(['installation', 'equipment', 'other']),
  quantity_milli: z.int().min(1).max(1_000_000_000).default(1000),
  unit_price_minor: z.int().min(0).max(1_000_000_000_000),
  vat_rate_id: z.int().positive().nullable().default(null),
  vat_inclusive: z.boolean().default(false),
})
const linesSchema = z.array(lineSchema).min(1).max(500)
const draftSchema = z.object({
  id: idSchema,
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  lines: z.array(lineSchema),
  created_at: instantSchema,
  updated_at: instantSchema,
  created_by_name: z.string().nullable(),
  invoice_id: idSchema.nullable(),
  invoice_code: z.string().nullable(),
})
const shown = (draft: Draft) => ({
  id: draft.id,
  client_id: draft.client_id,
  client_code: draft.client_code,
  client_name: draft.client_name,
  lines: [...draft.content.lines],
  created_at: draft.created_at,
  updated_at: draft.updated_at,
  created_by_name: draft.created_by_name,
  invoice_id: draft.finalized_invoice_id,
  invoice_code: draft.invoice_code,
})

/** Hand-made bills: editable until finalized; no number before. */
export function draftRoutes(app: App): void {
  app.get(
    '/invoice-drafts',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Drafts, newest first',
        querystring: z.strictObject({
          ...pageQuery,
          client_id: idParam.optional(),
          open: flagParam.optional().meta({ description: 'true: those that are no invoice yet; false: the others' }),
        }),
        response: { 200: pageOf(draftSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, client_id, open } = request.query
      const rows = await selectDrafts(
        await reading(request),
        request.actor.scope,
        { clientId: client_id, isOpen: open },
        { limit, before: decodeCursor(cursor, z.object({ id: cursorId }))?.id },
      )
      return toPage(rows.map(shown), limit, ({ id }) => ({ id }))
    },
  )

  app.post(
    '/invoice-drafts',
    {
      config: { permission: 'invoice.issue' },
      schema: {
        tags,
        summary: 'Write a draft',
        body: z.strictObject({ client_id: idSchema, lines: linesSchema }),
        response: { 201: z.object({ id: idSchema }) },
      },
    },
    async (request, reply) => {
      const id = await transact(request, async (tx) => {
        if (!(await lockBillingTerms(tx, request.body.client_id, tx.today))) throw NotFound.of('client', request.body.client_id)
        return await insertDraft(tx, request.body.client_id, request.body.lines)
      })
      return await reply.code(201).send({ id })
    },
  )

  app.post(
    '/invoice-drafts/quote',
    {
      config: { permission: 'invoice.issue' },
      schema: {
        tags,
        summary: 'What lines written by hand come to as an invoice, without writing anything',
        body: z.strictObject({ client_id: idSchema, lines: linesSchema }),
        response: { 200: invoiceQuoteSchema },
      },
    },
    async (request) => {
      const { client_id: clientId, lines } = request.body
      const { computed, balanceAfter } = await quoteForClient(request.server.deps.database, request.actor, async (tx) => {
        if (!(await lockBillingTerms(tx, clientId, tx.today))) throw NotFound.of('client', clientId)
        const { computed: made } = await finalizeDraft(tx, await insertDraft(tx, clientId, lines))
        return { clientId, computed: made }
      })
      return shownQuote(computed, balanceAfter)
    },
  )

  app.get(
    '/invoice-drafts/:id',
    { config: { permission: 'invoice.view' }, schema: { tags, summary: 'One draft', params: idParams, response: { 200: draftSchema } } },
    async (request) => {
      const [draft] = await selectDrafts(await reading(request), request.actor.scope, { id: request.params.id }, { limit: 1 })
      if (!draft) throw NotFound.of('invoice draft', request.params.id)
      return shown(draft)
    },
  )

  app.put(
    '/invoice-drafts/:id',
    {
      config: { permission: 'invoice.issue' },
      schema: { tags, summary: 'Replace the lines of a draft', params: idParams, body: z.strictObject({ lines: linesSchema }), response: { 204: noContent } },
    },
    async (request, reply) => {
      await transact(request, async (tx) => {
        const draft = await lockDraft(tx, request.params.id)
        if (!draft) throw NotFound.of('invoice draft', request.params.id)
        if (draft.finalized_invoice_id !== null) throw new Conflict('already_finalized', 'This draft already became an invoice; correct that by a credit note')
        await updateDraft(tx, request.params.id, request.body.lines)
      })
      return await reply.code(204).send(null)
    },
  )

  app.delete(
    '/invoice-drafts/:id',
    { config: { permission: 'invoice.issue' }, schema: { tags, summary: 'Throw a draft away', params: idParams, response: { 204: noContent } } },
    async (request, reply) => {
      await transact(request, async (tx) => {
        const draft = await lockDraft(tx, request.params.id)
        if (!draft) throw NotFound.of('invoice draft', request.params.id)
        if (draft.finalized_invoice_id !== null) throw new Conflict('already_finalized', 'This draft already became an invoice; void that instead')
        await deleteDraft(tx, request.params.id)
      })
      return await reply.code(204).send(null)
    },
  )

  app.post(
    '/invoice-drafts/:id/finalization',
    {
      config: { permission: 'invoice.issue', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Make the draft an invoice',
        params: idParams,
        response: { 201: z.object({ id: idSchema, code: z.string(), total_minor: minorSchema }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const issued = await finalizeDraft(tx, request.params.id)
        return { status: 201, body: { id: issued.invoiceId, code: issued.code, total_minor: issued.computed.total } }
      }),
  )
}
