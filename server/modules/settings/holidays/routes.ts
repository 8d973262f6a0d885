import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { dateSchema, name, noContent } from '../../../platform/http/schemas.ts'
import { reading, todayOf, transact } from '../../../platform/http/transact.ts'
import { removeHoliday, setHoliday } from './change-holiday.ts'
import { selectHolidays } from './store.ts'

const tags = ['settings']
const holidaySchema = z.object({ day: dateSchema, name: z.string() })
const params = z.strictObject({ day: dateSchema })
const MOST = 1000

export function holidayRoutes(app: App): void {
  app.get(
    '/holidays',
    {
      config: { permission: 'settings.view', unpaged: true },
      schema: {
        tags,
        summary: 'Holidays from a day on: days on which nobody is cut by itself',
        querystring: z.strictObject({ from: dateSchema.optional().meta({ description: 'A year before today where left out' }) }),
        response: { 200: z.object({ items: z.array(holidaySchema) }) },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const from = request.query.from ?? todayOf(request, conn).subtract({ years: 1 })
      return { items: await selectHolidays(conn, from, MOST) }
    },
  )

  app.put(
    '/holidays/:day',
    {
      config: { permission: 'settings.edit' },
      schema: {
        tags,
        summary: 'Make a day a holiday, or name it otherwise',
        params,
        body: z.strictObject({ name: name(100) }),
        response: { 200: holidaySchema },
      },
    },
    async (request) => await transact(request, async (tx) => await setHoliday(tx, { day: request.params.day, name: request.body.name })),
  )

  app.delete(
    '/holidays/:day',
    {
      config: { permission: 'settings.edit' },
      schema: { tags, summary: 'Make a holiday an ordinary day', params, response: { 204: noContent } },
    },
    async (request, reply) => {
      await transact(request, async (tx) => await removeHoliday(tx, request.params.day))
      return await reply.code(204).send(null)
    },
  )
}
