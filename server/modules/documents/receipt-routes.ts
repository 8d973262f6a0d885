import { z } from 'zod'
import { LOCALES } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { App } from '../../platform/http/app.ts'
import { idParams } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { renderDepositReceipt, renderReceipt } from '../../platform/pdf/index.ts'
import { readDepositReceipt, readReceipt } from '../payments/index.ts'
import { readLetterhead } from './letterhead.ts'
import { depositReceiptDocument, receiptDocument } from './receipt-documents.ts'
import { sendPdf } from './send-pdf.ts'

const options = z.strictObject({ paper: z.enum(['a4', 'a5', '80mm']).default('80mm'), locale: z.enum(LOCALES).optional() })
const pdf = { 200: z.any().meta({ type: 'string', format: 'binary', description: 'application/pdf' }) }

/** Receipts on paper: of payments, and of deposits taken or given back. */
export function receiptRoutes(app: App): void {
  app.get(
    '/payments/:id/receipt.pdf',
    {
      config: { permission: 'payment.view' },
      schema: { tags: ['payments'], summary: 'The money receipt as PDF', params: idParams, querystring: options, response: pdf },
    },
    async (request, reply) => {
      const conn = await reading(request)
      const facts = await readReceipt(conn, request.actor, request.params.id)
      if (!facts) throw NotFound.of('receipt of payment', request.params.id)
      const { paper, locale = request.actor.locale } = request.query
      return sendPdf(reply, facts.number, await renderReceipt(receiptDocument(conn, facts, await readLetterhead(conn)), { locale, paper }))
    },
  )

  app.get(
    '/deposits/:id/receipt.pdf',
    {
      config: { permission: 'payment.view' },
      schema: { tags: ['deposits'], summary: 'The receipt of a deposit taken or given back as PDF', params: idParams, querystring: options, response: pdf },
    },
    async (request, reply) => {
      const conn = await reading(request)
      const facts = await readDepositReceipt(conn, request.actor, request.params.id)
      if (!facts) throw NotFound.of('receipt of deposit', request.params.id)
      const { paper, locale = request.actor.locale } = request.query
      return sendPdf(reply, facts.number, await renderDepositReceipt(depositReceiptDocument(conn, facts, await readLetterhead(conn)), { locale, paper }))
    },
  )
}
