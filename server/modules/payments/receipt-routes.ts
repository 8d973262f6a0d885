import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import type { App } from '../../platform/http/app.ts'
import { lineOfText } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { selectPayments } from './payment-list-store.ts'
import { paymentSchema } from './payment-schemas.ts'

export function receiptRoutes(app: App): void {
  app.get(
    '/receipts/:code',
    {
      config: { permission: 'payment.view' },
      schema: {
        tags: ['payments'],
        summary: 'The payment a receipt belongs to',
        params: z.strictObject({ code: lineOfText(60).min(1) }),
        response: { 200: paymentSchema },
      },
    },
    async (request) => {
      const { code } = request.params
      const [payment] = await selectPayments(await reading(request), request.actor, { receiptCode: code.toUpperCase() }, { limit: 1 })
      if (!payment) throw NotFound.of('receipt', code)
      return payment
    },
  )
}
