import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { businessDay, firstDay, firstDayAfter, monthOf } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { transactOnce } from '../../platform/http/idempotency.ts'
import {
  dateSchema,
  flagParam,
  idParam,
  idParams,
  idSchema,
  lineOfText,
  minorSchema,
  monthSchema,
  pageOf,
  pageQuery,
  positiveMinorSchema,
} from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { NothingToBill } from './errors.ts'
import { allowedActions } from './invoice-actions.ts'
import { INVOICE_STATUSES, selectInvoice, selectInvoices } from './invoice-list-store.ts'
import { invoiceDetailSchema, invoiceQuoteSchema, invoiceSchema, shownQuote } from './invoice-schemas.ts'
import { issueInvoice } from './issue-invoice.ts'
import { quoteForClient } from './quote.ts'
import { creditInvoice } from './credit-invoice.ts'
import { voidInvoice } from './void-invoice.ts'
import { writeOff } from './write-off.ts'

const tags = ['invoices']
const page = z.object({ id: cursorId })
const dayParam = dateSchema.optional()
const reason = lineOfText(500).min(3)

export function invoiceRoutes(app: App): void {
  app.get(
    '/invoices',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Invoices, newest first',
        querystring: z.strictObject({
          ...pageQuery,
          client_id: idParam.optional(),
          branch_id: idParam.optional(),
          run_id: idParam.optional(),
          month: monthSchema.optional(),
          status: z.enum(INVOICE_STATUSES).optional(),
          open: flagParam.optional().meta({ description: 'Something of it is still open, or nothing' }),
          code: lineOfText(60).optional(),
          issued_from: dayParam,
          issued_to: dayParam,
          due_from: dayParam,
          due_to: dayParam,
        }),
        response: { 200: pageOf(invoiceSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, month, ...query } = request.query
      const conn = await reading(request)
      const today = businessDay(request.server.deps.clock.now(), conn.company.zone)
      const filter = {
        clientId: query.client_id,
        branchId: query.branch_id,
        runId: query.run_id,
        status: query.status,
        isOpen: query.open,
        code: query.code,
        issuedFrom: query.issued_from,
        issuedTo: query.issued_to,
        dueFrom: query.due_from,
        dueTo: query.due_to,
        month: month ? firstDay(month) : undefined,
      }
      const rows = await selectInvoices(conn, request.actor.scope, today, filter, { limit, before: decodeCursor(cursor, page)?.id })
      return toPage(rows, limit, ({ id }) => ({ id }))
    },
  )

  app.get(
    '/invoices/:id',
    {
      config: { permission: 'invoice.view' },
      schema: { tags, summary: 'One invoice with its lines, payments and corrections', params: idParams, response: { 200: invoiceDetailSchema } },
    },
    async (request) => {
      const conn = await reading(request)
      const invoice = await selectInvoice(conn, request.actor.scope, businessDay(request.server.deps.clock.now(), conn.company.zone), request.params.id)
      if (!invoice) throw NotFound.of('invoice', request.params.id)
      return {
        ...invoice,
        lines: [...invoice.lines],
        paid_by: [...invoice.paid_by],
        credit_notes: [...invoice.credit_notes],
        write_offs: [...invoice.write_offs],
        allocations: [...invoice.allocations],
        allowed: allowedActions(request.actor, invoice),
      }
    },
  )

  app.post(
    '/invoices',
    {
      config: { permission: 'invoice.issue', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Bill one client for everything due up to the end of a month',
        body: z.strictObject({ client_id: idSchema, month: monthSchema.optional(), issued_on: dateSchema.optional() }),
        response: { 201: z.object({ id: idSchema, code: z.string(), total_minor: minorSchema }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { client_id, month = monthOf(tx.today), issued_on } = request.body
        const issued = await issueInvoice(tx, {
          clientId: client_id,
          until: firstDayAfter(month),
          month: firstDay(month),
          ...(issued_on ? { issuedOn: issued_on } : {}),
        })
        if (!issued) throw new NothingToBill(`This client has nothing left to bill up to the end of ${month}`)
        return { status: 201, body: { id: issued.invoiceId, code: issued.code, total_minor: issued.computed.total } }
      }),
  )

  app.post(
    '/invoices/quote',
    {
      config: { permission: 'invoice.issue' },
      schema: {
        tags,
        summary: 'The bill of one client up to the end of a month, without issuing it',
        body: z.strictObject({ client_id: idSchema, month: monthSchema.optional() }),
        response: { 200: invoiceQuoteSchema },
      },
    },
    async (request) => {
      const { computed, balanceAfter } = await quoteForClient(request.server.deps.database, request.actor, async (tx) => {
        const { client_id: clientId, month = monthOf(tx.today) } = request.body
        const issued = await issueInvoice(tx, { clientId, until: firstDayAfter(month), month: firstDay(month) })
        if (!issued) throw new NothingToBill(`This client has nothing left to bill up to the end of ${month}`)
        return { clientId, computed: issued.computed }
      })
      return shownQuote(computed, balanceAfter)
    },
  )

  app.post(
    '/invoices/:id/void',
    {
      config: { permission: 'invoice.void', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Void an invoice nothing was paid of; its periods can be billed again',
        params: idParams,
        body: z.strictObject({ reason }),
        response: { 201: z.object({ id: idSchema, code: z.string() }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const voided = await voidInvoice(tx, { invoiceId: request.params.id, reason: request.body.reason })
        return { status: 201, body: { id: voided.voidId, code: voided.code } }
      }),
  )

  app.post(
    '/invoices/:id/credit-notes',
    {
      config: { permission: 'credit_note.issue', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Lower an invoice by a credit note, over all lines or line by line',
        params: idParams,
        body: z
          .strictObject({
            kind: z.enum(['correction', 'discount', 'waiver', 'outage']),
            reason,
            amount_minor: positiveMinorSchema.optional(),
            lines: z
              .array(z.strictObject({ line_no: z.int().min(1).max(32_000), amount_minor: positiveMinorSchema }))
              .min(1)
              .max(500)
              .optional(),
          })
          .refine((body) => (body.amount_minor === undefined) !== (body.lines === undefined), 'Give either amount_minor or lines'),
        response: { 201: z.object({ id: idSchema, code: z.string(), total_minor: minorSchema }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { kind, amount_minor, lines } = request.body
        const note = await creditInvoice(tx, {
          invoiceId: request.params.id,
          kind,
          reason: request.body.reason,
          approvedBy: tx.actor.userId,
          ...(amount_minor === undefined ? {} : { amount: amount_minor }),
          ...(lines === undefined ? {} : { lines: lines.map((line) => ({ lineNo: line.line_no, amount: line.amount_minor })) }),
        })
        return { status: 201, body: { id: note.creditNoteId, code: note.code, total_minor: note.total } }
      }),
  )

  app.post(
    '/invoices/:id/write-offs',
    {
      config: { permission: 'writeoff.approve', idempotency: 'required' },
      schema: {
        tags,
        summary: 'Give up an open amount as a bad debt',
        params: idParams,
        body: z.strictObject({ amount_minor: positiveMinorSchema.optional(), reason }),
        response: { 201: z.object({ id: idSchema, code: z.string(), amount_minor: minorSchema }) },
      },
    },
    async (request, reply) =>
      await transactOnce(request, reply, async (tx) => {
        const { amount_minor } = request.body
        const written = await writeOff(tx, {
          invoiceId: request.params.id,
          reason: request.body.reason,
          requestedBy: tx.actor.userId,
          ...(amount_minor === undefined ? {} : { amount: amount_minor }),
        })
        return { status: 201, body: { id: written.writeOffId, code: written.code, amount_minor: written.amount } }
      }),
  )
}
