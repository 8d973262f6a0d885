import { z } from 'zod'
import type { App } from '../../../../platform/http/app.ts'
import { cursorId, cursorText, decodeCursor, toPage } from '../../../../platform/http/cursor.ts'
import { dateSchema, idSchema, minorSchema, pageOf, pageQuery } from '../../../../platform/http/schemas.ts'
import { reading } from '../../../../platform/http/transact.ts'
import { businessDay } from '../../../../kernel/time.ts'
import { FORECAST_SORTS, selectForecasts } from './forecasts-store.ts'

const forecastSchema = z.object({
  onu_id: idSchema,
  serial: z.string().nullable(),
  mac: z.string().nullable(),
  olt_id: idSchema,
  olt_name: z.string(),
  pon: z.string(),
  onu_index: z.int(),
  box_name: z.string().nullable(),
  subscription_id: idSchema.nullable(),
  client_id: idSchema.nullable(),
  client_code: z.string().nullable(),
  client_name: z.string().nullable(),
  now_dbm: z.number().meta({ description: 'Where the trend stands today' }),
  loss_db_per_month: z.number().meta({ description: 'How much light it loses in 30 days' }),
  days: z.int().meta({ description: 'Days the trend was read from' }),
  crosses_on: dateSchema.meta({ description: 'When it comes down to the critical limit' }),
  monthly_minor: minorSchema.meta({ description: 'What the line pays a month now' }),
})

export function forecastRoutes(app: App): void {
  app.get(
    '/onus/forecast',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags: ['onus'],
        summary: 'ONUs whose light is going down to the critical limit, by what is at stake or the soonest first; foretold each night',
        querystring: z.strictObject({
          ...pageQuery,
          sort: z.enum(FORECAST_SORTS).default('revenue'),
          within_days: z.coerce.number().int().min(1).max(730).default(180),
        }),
        response: { 200: pageOf(forecastSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, sort, within_days } = request.query
      const conn = await reading(request)
      const today = businessDay(request.server.deps.database.clock.now(), conn.company.zone)
      const after = decodeCursor(cursor, z.object({ key: cursorText, onu_id: cursorId }))
      const rows = await selectForecasts(conn, request.actor.scope, { sort, until: today.add({ days: within_days }), today, limit, after })
      const page = toPage(rows, limit, ({ sort_key, onu_id }) => ({ key: sort_key, onu_id }))
      return {
        ...page,
        items: page.items.map(({ sort_key: _key, now_centi_dbm, slope_centi_per_1000_days, ...row }) => ({
          ...row,
          now_dbm: now_centi_dbm / 100,
          loss_db_per_month: Math.round(-slope_centi_per_1000_days * 0.03) / 100,
        })),
      }
    },
  )
}
