import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { dateSchema, idSchema, instantSchema, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { reading } from '../../../platform/http/transact.ts'
import { EXEMPTIONS, selectExemptions } from '../exemptions-store.ts'

const kind = z.enum(EXEMPTIONS)
const position = z.object({ kind, clientId: cursorId, lineId: cursorId })

export function exemptionRoutes(app: App): void {
  app.get(
    '/exemptions',
    {
      config: { permission: 'client.view' },
      schema: {
        tags: ['clients'],
        summary: 'Who is not cut for money: whitelisted and VIP clients and lines out of automatic control, with who gave it, why and until when',
        querystring: z.strictObject({ ...pageQuery, kind: kind.optional() }),
        response: {
          200: pageOf(
            z.object({
              kind,
              client_id: idSchema,
              client_code: z.string(),
              client_name: z.string(),
              subscription_id: idSchema.nullable().meta({ description: 'Of automatic control that is off' }),
              login: z.string().nullable(),
              until: dateSchema.nullable().meta({ description: 'The last day it holds; null: until somebody takes it away' }),
              reason: z.string(),
              set_by_name: z.string().nullable(),
              set_at: instantSchema.nullable(),
            }),
          ),
        },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const rows = await selectExemptions(await reading(request), request.actor.scope, filter, { after: decodeCursor(cursor, position), limit })
      return toPage(rows, limit, (row) => ({ kind: row.kind, clientId: row.client_id, lineId: row.subscription_id ?? 0n }))
    },
  )
}
