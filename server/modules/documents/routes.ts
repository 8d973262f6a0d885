import { z } from 'zod'
import { LOCALES } from '../../kernel/actor.ts'
import { Invalid, NotFound } from '../../kernel/errors.ts'
import { businessDay, isBefore } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { takeOneFile } from '../../platform/http/one-file.ts'
import { dateSchema, idParams, noContent } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { readCapped } from '../../platform/files.ts'
import { renderCreditNote, renderInvoice, renderStatement } from '../../platform/pdf/index.ts'
import { readStatement } from '../statements/index.ts'
import type { StatementLine } from '../statements/index.ts'
import { changeLogo, logoBytes } from './change-logo.ts'
import { brandingRoutes } from './branding-routes.ts'
import { buyerOf, creditNoteDocument, invoiceDocument } from './invoice-document.ts'
import { pdfOptionsSchema } from './invoices-pdf.ts'
import { presentSeller, readLetterhead } from './letterhead.ts'
import { selectBuyer, selectCreditNotePaper, selectInvoicePapers } from './papers.sql.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { sendPdf } from './send-pdf.ts'

const tags = ['documents']
const pdf = { 200: z.any().meta({ type: 'string', format: 'binary', description: 'application/pdf' }) }
const locale = z.enum(LOCALES).optional()
// A statement is read on paper; a longer one is an export.
const MAX_LINES = 5000
const MAX_LOGO_BYTES = 2 * 1024 * 1024

export function routes(app: App): void {
  brandingRoutes(app)
  receiptRoutes(app)

  app.get(
    '/invoices/:id/pdf',
    { config: { permission: 'invoice.view' }, schema: { tags, summary: 'The invoice as PDF', params: idParams, querystring: pdfOptionsSchema, response: pdf } },
    async (request, reply) => {
      const conn = await reading(request)
      const [paper] = await selectInvoicePapers(conn, request.actor.scope, [request.params.id])
      if (paper === undefined) throw NotFound.of('invoice', request.params.id)
      const letterhead = await readLetterhead(conn)
      const { locale: asked = request.actor.locale, paper: size, template = letterhead.template } = request.query
      return sendPdf(reply, paper.code, await renderInvoice(invoiceDocument(paper, letterhead), { locale: asked, paper: size, template }))
    },
  )

  app.get(
    '/credit-notes/:id/pdf',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'The credit note as PDF; where invoices come as Mushak-6.3 it comes as Mushak-6.7',
        params: idParams,
        querystring: z.strictObject({ locale, template: z.enum(['standard', 'mushak-6.7']).optional() }),
        response: pdf,
      },
    },
    async (request, reply) => {
      const conn = await reading(request)
      const paper = await selectCreditNotePaper(conn, request.actor.scope, request.params.id)
      if (paper === undefined) throw NotFound.of('credit note', request.params.id)
      const letterhead = await readLetterhead(conn)
      const { locale: asked = request.actor.locale, template = letterhead.template === 'mushak-6.3' ? 'mushak-6.7' : 'standard' } = request.query
      return sendPdf(reply, paper.code, await renderCreditNote(creditNoteDocument(paper, letterhead), { locale: asked, template }))
    },
  )

  app.get(
    '/clients/:id/statement.pdf',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'A client’s account as PDF; this month where no days are given',
        params: idParams,
        querystring: z.strictObject({ locale, from: dateSchema.optional(), to: dateSchema.optional() }),
        response: pdf,
      },
    },
    async (request, reply) => {
      const conn = await reading(request)
      const now = request.server.deps.clock.now()
      const to = request.query.to ?? businessDay(now, conn.company.zone)
      const from = request.query.from ?? to.with({ day: 1 })
      if (isBefore(to, from)) throw new Invalid('The first day lies after the last', { errors: [{ field: 'from', message: 'Expected a day up to `to`' }] })
      const buyer = await selectBuyer(conn, request.actor.scope, request.params.id)
      if (buyer === undefined) throw NotFound.of('client', request.params.id)
      const asked = request.query.locale ?? request.actor.locale
      const { opening, closing, lines } = await readStatement(conn, request.actor.scope, {
        clientId: request.params.id,
        from,
        to,
        locale: asked,
        limit: MAX_LINES,
        after: undefined,
      })
      if (lines.length > MAX_LINES)
        throw new Invalid(`A statement has at most ${MAX_LINES} lines; take a shorter time`, { errors: [{ field: 'from', message: 'Take a later day' }] })
      const letterhead = await readLetterhead(conn)
      const { footer, paymentInstructions } = letterhead
      const document = {
        seller: presentSeller(conn, letterhead),
        buyer: buyerOf(buyer),
        period: { startsOn: from, endsOn: to.add({ days: 1 }) },
        madeAt: now,
        openingBalance: opening,
        closingBalance: closing,
        rows: lines.map(rowOf),
        ...(footer === '' ? {} : { footer }),
        ...(paymentInstructions.length === 0 ? {} : { paymentInstructions }),
      }
      return sendPdf(reply, `statement-${buyer.code}-${to}`, await renderStatement(document, { locale: asked }))
    },
  )

  app.put(
    '/documents/logo',
    {
      config: { permission: 'settings.edit', upload: true },
      schema: {
        tags,
        summary: 'Set the logo of printed documents: multipart with a JPEG, PNG or WebP picture, 2 MB at most',
        consumes: ['multipart/form-data'],
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const png = await logoBytes(await takeOneFile(request, MAX_LOGO_BYTES, ({ stream }) => readCapped(stream, MAX_LOGO_BYTES)))
      await transact(request, (tx) => changeLogo(tx, png))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/documents/logo',
    { config: { permission: 'settings.edit' }, schema: { tags, summary: 'Print documents without a logo', response: { 204: noContent } } },
    async (request, reply) => {
      await transact(request, (tx) => changeLogo(tx, null))
      return reply.code(204).send(null)
    },
  )
}

const rowOf = (line: StatementLine) => ({
  bookedOn: line.booked_on,
  document: line.code ?? '',
  description: line.description,
  debit: line.debit_minor,
  credit: line.credit_minor,
  balance: line.balance_minor,
})
