import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { firstDay } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { dateSchema, idParam, idParams, lineOfText, monthSchema, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { CREDIT_NOTE_KINDS, selectCreditNote, selectCreditNotes } from './credit-note-store.ts'
import { creditNoteDetailSchema, creditNoteSchema } from './invoice-schemas.ts'

const tags = ['invoices']

export function creditNoteRoutes(app: App): void {
  app.get(
    '/credit-notes',
    {
      config: { permission: 'invoice.view' },
      schema: {
        tags,
        summary: 'Credit notes, newest first',
        querystring: z.strictObject({
          ...pageQuery,
          client_id: idParam.optional(),
          branch_id: idParam.optional(),
          code: lineOfText(60).optional(),
          kind: z.enum(CREDIT_NOTE_KINDS).optional(),
          issued_from: dateSchema.optional(),
          issued_to: dateSchema.optional(),
          month: monthSchema.optional().meta({ description: 'The month of the invoice it corrects' }),
        }),
        response: { 200: pageOf(creditNoteSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, month, ...query } = request.query
      const filter = {
        clientId: query.client_id,
        branchId: query.branch_id,
        code: query.code,
        kind: query.kind,
        issuedFrom: query.issued_from,
        issuedTo: query.issued_to,
        month: month && firstDay(month),
      }
      const before = decodeCursor(cursor, z.object({ id: cursorId }))?.id
      return toPage(await selectCreditNotes(await reading(request), request.actor.scope, filter, { limit, before }), limit, ({ id }) => ({ id }))
    },
  )

  app.get(
    '/credit-notes/:id',
    {
      config: { permission: 'invoice.view' },
      schema: { tags, summary: 'One credit note with its lines', params: idParams, response: { 200: creditNoteDetailSchema } },
    },
    async (request) => {
      const note = await selectCreditNote(await reading(request), request.actor.scope, request.params.id)
      if (!note) throw NotFound.of('credit note', request.params.id)
      return { ...note, lines: [...note.lines] }
    },
  )
}
