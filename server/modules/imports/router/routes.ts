import { z } from 'zod'
import type { App } from '../../../platform/http/app.ts'
import { cursorText, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { idParams, idSchema, instantSchema, noContent, pageOf, pageQuery } from '../../../platform/http/schemas.ts'
import { transact } from '../../../platform/http/transact.ts'
import { importRouter, writeSecrets } from './import-router.ts'
import { READING_STATES, selectPackageCodes } from './reading-store.ts'
import { readReading, requestReading, requireReading, SECRET_STANDINGS } from './reading.ts'
import { takeoverRoutes } from './takeover-routes.ts'

const tags = ['imports']

const readingSchema = z.object({
  state: z.enum(READING_STATES),
  error: z.string().nullable(),
  requested_at: instantSchema,
  read_at: instantSchema.nullable(),
  counts: z.object(Object.fromEntries(SECRET_STANDINGS.map((standing) => [standing, z.int()])) as Record<(typeof SECRET_STANDINGS)[number], z.ZodInt>),
  profiles: z.array(
    z.object({
      name: z.string(),
      upload_kbps: z.int().nullable(),
      download_kbps: z.int().nullable(),
      is_speed_read: z.boolean().meta({ description: 'False: the profile has a limit that could not be read; true with no speed: it has none' }),
      new_secrets: z.int().meta({ description: 'Secrets of nobody’s line that have this profile' }),
      package_id: idSchema.nullable().meta({ description: 'A package on sale that has this profile' }),
      package_name: z.string().nullable(),
    }),
  ),
})

export function routerRoutes(app: App): void {
  takeoverRoutes(app)

  app.post(
    '/routers/:id/reading',
    {
      config: { permission: 'router.control' },
      schema: {
        tags,
        summary: 'Have the secrets and profiles of a router read, to look through and import them',
        params: idParams,
        response: { 202: noContent },
      },
    },
    async (request, reply) => {
      await transact(request, async (tx) => await requestReading(tx, request.params.id))
      return reply.code(202).send(null)
    },
  )

  app.get(
    '/routers/:id/reading',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'What was read of a router, by what its secrets are here; null where nothing was, or it is forgotten again',
        params: idParams,
        response: { 200: z.object({ reading: readingSchema.nullable() }) },
      },
    },
    async (request) => {
      const found = await readReading(request.server.deps.database, request.actor.scope, request.params.id)
      if (found === null) return { reading: null }
      const { row, secrets, profiles } = found
      const counts = Object.fromEntries(SECRET_STANDINGS.map((each) => [each, secrets.filter(({ standing }) => standing === each).length]))
      return {
        reading: {
          state: row.state,
          error: row.error,
          requested_at: row.requested_at,
          read_at: row.read_at,
          counts: counts as Record<(typeof SECRET_STANDINGS)[number], number>,
          profiles: profiles.map(({ name, uploadKbps, downloadKbps, isSpeedRead, packageId, packageName }) => ({
            name,
            upload_kbps: uploadKbps,
            download_kbps: downloadKbps,
            // What was read by the version before says nothing of it.
            is_speed_read: isSpeedRead !== false,
            new_secrets: secrets.filter(({ standing, profile }) => standing === 'new' && profile === name).length,
            package_id: packageId,
            package_name: packageName,
          })),
        },
      }
    },
  )

  app.get(
    '/routers/:id/reading/secrets',
    {
      config: { permission: 'router.view' },
      schema: {
        tags,
        summary: 'Secrets of a router as they were read, without their passwords',
        params: idParams,
        querystring: z.strictObject({ ...pageQuery, standing: z.enum(SECRET_STANDINGS).optional() }),
        response: {
          200: pageOf(
            z.object({
              name: z.string(),
              profile: z.string(),
              comment: z.string(),
              caller_id: z.string(),
              address: z.string().nullable(),
              is_disabled: z.boolean(),
              standing: z.enum(SECRET_STANDINGS),
              client_id: idSchema.nullable(),
              client_name: z.string().nullable(),
              line_router_name: z.string().nullable(),
            }),
          ),
        },
      },
    },
    async (request) => {
      const { limit, cursor, standing } = request.query
      const after = decodeCursor(cursor, z.object({ name: cursorText }))?.name
      const found = await readReading(request.server.deps.database, request.actor.scope, request.params.id)
      const rows = (found?.secrets ?? []).filter(
        (secret) => (standing === undefined || secret.standing === standing) && (after === undefined || secret.name > after),
      )
      const { items, next_cursor } = toPage(rows.slice(0, limit + 1), limit, ({ name }) => ({ name }))
      return {
        next_cursor,
        items: items.map(({ name, profile, comment, callerId, address, isDisabled, standing: kind, line }) => ({
          name,
          profile,
          comment,
          caller_id: callerId,
          address,
          is_disabled: isDisabled,
          standing: kind,
          client_id: line?.client_id ?? null,
          client_name: line?.client_name ?? null,
          line_router_name: line?.router_name ?? null,
        })),
      }
    },
  )

  app.post(
    '/routers/:id/imports',
    {
      config: { permission: 'client.import' },
      schema: {
        tags,
        summary: 'Make an import of clients of the secrets that are nobody’s line; it is checked like a file and started like one',
        params: idParams,
        body: z.strictObject({
          packages: z
            .array(z.strictObject({ profile: z.string().min(1).max(100), package_id: idSchema }))
            .min(1)
            .max(200)
            .meta({ description: 'Which package a profile stands for; secrets of other profiles stay where they are' }),
          names: z.array(z.string().min(1).max(100)).min(1).max(50_000).nullable().default(null).meta({ description: 'Null: all that are nobody’s line' }),
          branch_id: idSchema.nullable().default(null).meta({ description: 'Null: the router’s' }),
          billing_mode: z.enum(['postpaid', 'prepaid']).default('postpaid'),
        }),
        response: { 201: z.object({ import_id: idSchema, rows: z.int() }) },
      },
    },
    async (request, reply) => {
      const { packages, names: only, branch_id, billing_mode } = request.body
      const routerId = request.params.id
      const { database } = request.server.deps
      const found = await requireReading(database, request.actor.scope, routerId)
      const codes = await selectPackageCodes(
        database,
        packages.map(({ package_id }) => package_id),
      )
      const stands = new Map(
        packages.flatMap(({ profile, package_id }) => {
          const code = codes.get(package_id)
          return code === undefined ? [] : [[profile, code] as const]
        }),
      )
      const written = await writeSecrets(found, { packages: stands, names: only })
      const made = await transact(request, async (tx) => await importRouter(tx, { routerId, branchId: branch_id, billingMode: billing_mode, ...written }))
      return reply.code(201).send({ import_id: made.id, rows: written.rows.length })
    },
  )
}
