import { z } from 'zod'
import { LOCALES } from '../../kernel/actor.ts'
import { Invalid } from '../../kernel/errors.ts'
import { businessDay, isBefore } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorDate, cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { dateSchema, idParams, idSchema, instantSchema, minorSchema, pageQuery } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { readStatement } from './read-statement.ts'

const lineSchema = z.object({
  booked_on: dateSchema,
  entry_id: idSchema,
  recorded_at: instantSchema,
  kind: z.string().meta({ description: 'invoice, credit_note, void, write_off, payment, payment_reversal, refund, ...' }),
  document_id: idSchema,
  code: z.string().nullable(),
  invoice_code: z.string().nullable(),
  method: z.string().nullable(),
  value_on: dateSchema.nullable().meta({ description: 'The day a payment counts from, where it was entered later' }),
  reason: z.string().nullable(),
  paper_type: z
    .enum(['invoice', 'credit_note', 'payment'])
    .nullable()
    .meta({ description: 'What shows it: a void or write-off stands with its invoice, a refund or reversal with its payment' }),
  paper_id: idSchema.nullable(),
  description: z.string(),
  debit_minor: minorSchema,
  credit_minor: minorSchema,
  balance_minor: minorSchema.meta({ description: 'The account after it; positive = the client owes' }),
})

const statementSchema = z.object({
  client_id: idSchema,
  from: dateSchema.nullable(),
  to: dateSchema,
  opening_balance_minor: minorSchema,
  debit_minor: minorSchema,
  credit_minor: minorSchema,
  closing_balance_minor: minorSchema,
  items: z.array(lineSchema),
  next_cursor: z.string().nullable(),
})

const position = z.object({ day: cursorDate, entry: cursorId })

export function routes(app: App): void {
  app.get(
    '/clients/:id/statement',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags: ['clients'],
        summary: 'A client’s account: documents and payments in order, with the running balance',
        params: idParams,
        querystring: z.strictObject({ ...pageQuery, from: dateSchema.optional(), to: dateSchema.optional(), locale: z.enum(LOCALES).optional() }),
        response: { 200: statementSchema },
      },
    },
    async (request) => {
      const { limit, cursor, locale = request.actor.locale } = request.query
      const conn = await reading(request)
      const from = request.query.from ?? null
      const to = request.query.to ?? businessDay(request.server.deps.clock.now(), conn.company.zone)
      if (from !== null && isBefore(to, from))
        throw new Invalid('The first day lies after the last', { errors: [{ field: 'from', message: 'Expected a day up to `to`' }] })
      const at = decodeCursor(cursor, position)
      const clientId = request.params.id
      const statement = await readStatement(conn, request.actor.scope, {
        clientId,
        from,
        to,
        locale,
        limit,
        after: at && { bookedOn: at.day, entryId: at.entry },
      })
      const { opening, closing, debit, credit } = statement
      const page = toPage(statement.lines, limit, ({ booked_on, entry_id }) => ({ day: booked_on.toString(), entry: entry_id }))
      return {
        client_id: clientId,
        from,
        to,
        opening_balance_minor: opening,
        debit_minor: debit,
        credit_minor: credit,
        closing_balance_minor: closing,
        ...page,
      }
    },
  )
}
