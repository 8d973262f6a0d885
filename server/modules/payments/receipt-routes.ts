import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import type { App } from '../../platform/http/app.ts'
import { idParams, lineOfText } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { renderReceipt } from '../../platform/pdf/index.ts'
import type { ReceiptDocument } from '../../platform/pdf/index.ts'
import type { Company } from '../../kernel/company.ts'
import { selectPayments, selectReceipt } from './payment-list-store.ts'
import type { ReceiptFacts } from './payment-list-store.ts'
import { paymentSchema } from './payment-schemas.ts'

const tags = ['payments']

export function receiptRoutes(app: App): void {
  app.get(
    '/receipts/:code',
    {
      config: { permission: 'payment.view' },
      schema: { tags, summary: 'The payment a receipt belongs to', params: z.strictObject({ code: lineOfText(60).min(1) }), response: { 200: paymentSchema } },
    },
    async (request) => {
      const { code } = request.params
      const [payment] = await selectPayments(await reading(request), request.actor, { receiptCode: code.toUpperCase() }, { limit: 1 })
      if (!payment) throw NotFound.of('receipt', code)
      return payment
    },
  )

  app.get(
    '/payments/:id/receipt.pdf',
    {
      config: { permission: 'payment.view' },
      schema: {
        tags,
        summary: 'The money receipt as PDF',
        params: idParams,
        querystring: z.strictObject({ paper: z.enum(['a4', 'a5', '80mm']).default('80mm'), locale: z.enum(['en', 'bn']).optional() }),
        response: { 200: z.any().meta({ type: 'string', format: 'binary', description: 'application/pdf' }) },
      },
    },
    async (request, reply) => {
      const conn = await reading(request)
      const facts = await selectReceipt(conn, request.actor, request.params.id)
      if (!facts) throw NotFound.of('receipt of payment', request.params.id)
      const { paper, locale = request.actor.locale } = request.query
      const pdf = await renderReceipt(documentOf(conn.company, facts), { locale, paper })
      return reply.type('application/pdf').header('content-disposition', `inline; filename="${facts.number}.pdf"`).send(Buffer.from(pdf))
    },
  )
}

function documentOf(company: Company, { number, buyer, ...facts }: ReceiptFacts): ReceiptDocument {
  return {
    seller: {
      name: company.name,
      address: company.address,
      phone: company.phone,
      email: company.email,
      vatRegistration: company.vatRegistration,
      currency: company.currency,
      zone: company.zone,
    },
    buyer: { code: buyer.code, name: buyer.name, address: buyer.address, phone: buyer.phone, vatRegistration: buyer.vat_registration },
    number,
    paidOn: facts.paid_on,
    recordedAt: facts.recorded_at,
    amount: facts.amount,
    method: facts.method,
    reference: facts.reference,
    receivedBy: facts.received_by,
    applied: facts.applied,
    advance: facts.advance,
    balanceAfter: facts.balance_after,
    status: facts.is_reversed ? 'reversed' : 'valid',
  }
}
