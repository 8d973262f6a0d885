import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { businessDay } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorText, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { flagParam, idParams, lineOfText, name, pageOf, pageQuery, paragraph, patchOf } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { createPackage } from './create-package.ts'
import { editPackage } from './edit-package.ts'
import { codeSchema, createBody, packageSchema, toTerms, versionSchema, warningSchema } from './schemas.ts'
import { selectPackage, selectPackages, selectVersions } from './store.ts'
import { policyRoutes } from './policies/routes.ts'
import { vatRateRoutes } from './vat-rates/routes.ts'

const tags = ['packages']

/** Publishing versions is in modules/clients, because it may reach the lines already sold. */
export function routes(app: App): void {
  app.get(
    '/packages',
    {
      config: { permission: 'package.view' },
      schema: {
        tags,
        summary: 'The catalogue by code, each package with the version in force and the next one',
        querystring: z.strictObject({ ...pageQuery, is_active: flagParam.optional(), q: lineOfText(100).optional() }),
        response: { 200: pageOf(packageSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, is_active, q } = request.query
      const conn = await reading(request)
      const today = businessDay(request.server.deps.clock.now(), conn.company.zone)
      const after = decodeCursor(cursor, z.object({ code: cursorText }))?.code
      return toPage(await selectPackages(conn, today, { isActive: is_active, q }, { limit, after }), limit, ({ code }) => ({ code }))
    },
  )

  app.post(
    '/packages',
    {
      config: { permission: 'package.edit' },
      schema: {
        tags,
        summary: 'Add a package with its first version',
        body: createBody,
        response: { 201: packageSchema.extend({ warnings: z.array(warningSchema) }) },
      },
    },
    async (request, reply) => {
      const { code, name: title, description, starts_on } = request.body
      const created = await transact(request, async (tx) => {
        const { package: added, warnings } = await createPackage(tx, {
          code,
          name: title,
          description,
          startsOn: starts_on ?? tx.today,
          terms: toTerms(request.body),
        })
        const read = await selectPackage(tx, tx.today, added.id)
        if (read === undefined) throw NotFound.of('package', added.id)
        return { ...read, warnings: [...warnings] }
      })
      return reply.code(201).send(created)
    },
  )

  app.get(
    '/packages/:id',
    { config: { permission: 'package.view' }, schema: { tags, summary: 'One package', params: idParams, response: { 200: packageSchema } } },
    async (request) => {
      const conn = await reading(request)
      const found = await selectPackage(conn, businessDay(request.server.deps.clock.now(), conn.company.zone), request.params.id)
      if (found === undefined) throw NotFound.of('package', request.params.id)
      return found
    },
  )

  app.patch(
    '/packages/:id',
    {
      config: { permission: 'package.edit' },
      schema: {
        tags,
        summary: 'Rename a package, or take it on or off sale',
        params: idParams,
        body: patchOf({
          code: codeSchema,
          name: name(100),
          description: paragraph(2000),
          is_active: z.boolean(),
          version: z.int().meta({ description: 'The version you have seen; a newer one answers 409' }),
        }),
        response: { 200: packageSchema },
      },
    },
    async (request) =>
      transact(request, async (tx) => {
        const { version, ...changes } = request.body
        await editPackage(tx, { packageId: request.params.id, seenVersion: version, changes })
        const read = await selectPackage(tx, tx.today, request.params.id)
        if (read === undefined) throw NotFound.of('package', request.params.id)
        return read
      }),
  )

  app.get(
    '/packages/:id/versions',
    {
      config: { permission: 'package.view' },
      schema: {
        tags,
        summary: 'All versions of a package, newest first',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(versionSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const before = decodeCursor(cursor, z.object({ version_no: z.int() }))?.version_no
      return toPage(await selectVersions(await reading(request), request.params.id, { limit, before }), limit, ({ version_no }) => ({ version_no }))
    },
  )

  vatRateRoutes(app)
  policyRoutes(app)
}
