import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { cursorId, cursorText, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { idParam, idSchema, instantSchema, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { vendorOf } from './mac-vendors.ts'
import { countMacs, MAC_FINDINGS, selectMacs } from './macs-store.ts'

const tags = ['reports']
const box = z.object({ mac: z.string(), vendor: z.string().nullable().meta({ description: 'By the IEEE’s list; null: unknown' }) })
const boxOf = (mac: string) => ({ mac, vendor: vendorOf(mac) })

export function macRoutes(app: App): void {
  app.get(
    '/reports/macs',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'Lines that dial with another box than the one that is kept, with one box together, or with none kept, as they are online now',
        querystring: z.strictObject({ ...pageQuery, finding: z.enum(MAC_FINDINGS).default('changed'), router_id: idParam.optional() }),
        response: {
          200: pageOf(
            z.object({
              subscription_id: idSchema,
              client_id: idSchema,
              client_name: z.string(),
              login: z.string(),
              router_id: idSchema,
              router_name: z.string(),
              kept: box.nullable(),
              seen: box,
              seen_at: instantSchema,
              lines_of_seen: z.int().meta({ description: 'Lines that dial with this box now' }),
              version: z.int().meta({ description: 'Of the line' }),
            }),
          ),
        },
      },
    },
    async (request) => {
      const { limit, cursor, finding, router_id } = request.query
      const after = decodeCursor(cursor, z.object({ seen: cursorText, id: cursorId }))
      const rows = await selectMacs(await reading(request), request.actor.scope, { finding, routerId: router_id }, { limit, after })
      const { items, next_cursor } = toPage(rows, limit, ({ seen, subscription_id }) => ({ seen, id: subscription_id }))
      return { next_cursor, items: items.map(({ kept, seen, ...row }) => ({ ...row, kept: kept === null ? null : boxOf(kept), seen: boxOf(seen) })) }
    },
  )

  app.get(
    '/reports/macs/counts',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'How many lines are online with a box, and how many of them there is something to say of',
        response: { 200: z.object({ online: z.int(), changed: z.int(), shared: z.int(), unkept: z.int() }) },
      },
    },
    async (request) => await countMacs(await reading(request), request.actor.scope),
  )
}
