import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { flagParam, idParam, idSchema, instantSchema } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { getSetting } from '../settings/index.ts'
import { selectBounds } from './bounds-store.ts'
import { KINDS, STATES } from './points-store.ts'
import type { Kind } from './points-store.ts'
import { readPoints } from './read-points.ts'
import { tileAttribution } from './settings.ts'

const NUMBER = '-?\\d{1,3}(?:\\.\\d{1,17})?'
const latitude = z.number().min(-90).max(90)
const longitude = z.number().min(-180).max(180)
const boundsSchema = z.object({ south: latitude, west: longitude, north: latitude, east: longitude })

const boundsParam = z
  .string()
  .regex(new RegExp(`^${NUMBER}(?:,${NUMBER}){3}$`), 'Expected south,west,north,east in degrees')
  .transform((text) => {
    const [south = 0, west = 0, north = 0, east = 0] = text.split(',').map(Number)
    return { south, west, north, east }
  })
  .refine(
    (given) => boundsSchema.safeParse(given).success && given.south < given.north && given.west < given.east,
    'Expected south below north and west before east',
  )
  .meta({ type: 'string', description: 'south,west,north,east in degrees' })

const kindsParam = z
  .string()
  .refine((text) => text.split(',').every((kind) => KINDS.some((known) => known === kind)), 'Expected some of olt, box, client with commas between')
  .transform((text) => KINDS.filter((kind) => text.split(',').includes(kind)))
  .meta({ type: 'string', description: 'Some of olt, box, client with commas between; all where not said' })

const cellsParam = z
  .string()
  .regex(/^(?:[2-9]|1[0-6])$/, 'Expected 2 to 16')
  .transform(Number)

const pointsSchema = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(KINDS),
      count: z.int().meta({ description: 'How many of it stand in the answer, as points or within cells' }),
      offline: z.int(),
      is_grouped: z.boolean().meta({ description: 'More than 500: told as cells, and none left out' }),
      is_more: z.boolean().meta({ description: 'There are more than are shown; only where groups were not wanted' }),
    }),
  ),
  points: z.array(
    z.object({
      kind: z.enum(KINDS),
      id: idSchema,
      name: z.string(),
      code: z.string().nullable().meta({ description: 'The code of a client; box or splitter of a box' }),
      latitude,
      longitude,
      state: z.enum(STATES),
      since: instantSchema.nullable().meta({ description: 'Since when its ONU stands so; when an OLT was last seen' }),
      onus: z.int().nullable().meta({ description: 'ONUs of a box or an OLT' }),
      online: z.int().nullable().meta({ description: 'Of these online' }),
      onu_id: idSchema.nullable().meta({ description: 'The ONU of a client' }),
      onu_state: z.enum(['online', 'offline', 'los', 'power_off', 'disabled', 'unknown']).nullable(),
      light: z.enum(['unknown', 'good', 'weak', 'critical', 'too_strong']).nullable(),
      rx_dbm: z.number().nullable(),
    }),
  ),
  cells: z.array(
    z.object({ kind: z.enum(KINDS), ...boundsSchema.shape, latitude, longitude, count: z.int(), offline: z.int() }).meta({
      description: 'Where the middle of those in it lies, and the bounds that hold them',
    }),
  ),
})

export function routes(app: App): void {
  const tags = ['map']

  app.get(
    '/map',
    {
      config: { permission: 'session' },
      schema: {
        tags,
        summary: 'Where the map fetches its pictures, and where what is in your reach lies',
        response: {
          200: z.object({
            tile_url: z.string().meta({ description: 'With {z}, {x} and {y}; empty: a plain map' }),
            tile_attribution: z.string(),
            bounds: boundsSchema.nullable().meta({ description: 'Null: nothing has a place yet' }),
          }),
        },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const { permissions, scope } = request.actor
      return {
        tile_url: conn.company.mapTileUrl,
        tile_attribution: await getSetting(conn, tileAttribution),
        bounds: await selectBounds(conn, scope, { seesFibre: permissions.has('olt.view') }),
      }
    },
  )

  app.get(
    '/map/points',
    {
      config: { permission: 'client.view' },
      schema: {
        tags,
        summary: 'What stands in a part of the map and how it is: points, or cells of a grid where one kind has more than 500',
        description: 'Boxes and OLTs are answered with the permission olt.view only.',
        querystring: z.strictObject({
          bounds: boundsParam,
          kinds: kindsParam.optional(),
          branch_id: idParam.optional(),
          area_id: idParam.optional(),
          offline: flagParam.optional().meta({ description: 'true: only what is offline' }),
          cells: cellsParam
            .default(8)
            .meta({ type: 'integer', minimum: 2, maximum: 16, description: 'Cells along the longer side; up to twice as many may be answered' }),
          group: flagParam.optional().meta({ description: 'false: the first 500 of each kind as points' }),
        }),
        response: { 200: pointsSchema },
      },
    },
    async (request) => {
      const { bounds, kinds = KINDS, branch_id, area_id, offline = false, cells, group = true } = request.query
      const seesFibre = request.actor.permissions.has('olt.view')
      const wanted: readonly Kind[] = kinds.filter((kind) => kind === 'client' || seesFibre)
      const filter = { bounds, branchId: branch_id, areaId: area_id, isOffline: offline, seesFibre }
      return await readPoints(await reading(request), request.actor.scope, wanted, filter, { groups: group, across: cells })
    },
  )
}
