import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { idParams, minorSchema, monthSchema } from '../../platform/http/schemas.ts'
import { quoteAhead } from './quote-ahead.ts'

export function aheadRoutes(app: App): void {
  app.post(
    '/clients/:id/payments/quote',
    {
      config: { permission: 'payment.take' },
      schema: {
        tags: ['payments'],
        summary: 'What a client hands over now to be even at the end of a month, without taking it',
        params: idParams,
        body: z.strictObject({ month: monthSchema }),
        response: {
          200: z.object({
            billed_minor: minorSchema.meta({ description: 'What the bills up to the end of the month will come to' }),
            to_pay_minor: minorSchema.meta({ description: 'Debts and those bills, less what was paid in advance' }),
          }),
        },
      },
    },
    async (request) => {
      const { billed, toPay } = await quoteAhead(request.server.deps.database, request.actor, { clientId: request.params.id, month: request.body.month })
      return { billed_minor: billed, to_pay_minor: toPay }
    },
  )
}
