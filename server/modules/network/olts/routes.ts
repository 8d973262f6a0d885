import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Conn } from '../../../platform/db/tx.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, cursorText, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { idParam, idParams, idSchema, lineOfText, pageOf, pageQuery, patchOf } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { changeOlt, createOlt } from './change-olt.ts'
import { profiles } from './drivers/list.ts'
import { selectHealth } from './health-store.ts'
import type { Olt, OltHealth } from './olt.ts'
import { readOlt } from './read-olt.ts'
import { runCommand } from './run-command.ts'
import { commandSchema, oltInput, oltSchema, oltView, profileSchema, reachInput, testSchema, testView } from './schemas.ts'
import { pollPlan } from './poll/plan.ts'
import { tellsOfOnus } from './snmp/family.ts'
import { OLT_STATES, selectOlts } from './store.ts'
import { testOlt } from './test-olt.ts'

const tags = ['olts']

export function routes(app: App): void {
  const view = async ({ actor }: FastifyRequest, conn: Pick<Conn, 'db'>, olt: Olt) =>
    oltView(actor, olt, (await selectHealth(conn, [olt.id])).get(olt.id) as OltHealth)

  app.get(
    '/olt-profiles',
    {
      config: { permission: 'olt.view', unpaged: true },
      schema: { tags, summary: 'Families of OLTs that are known, with their commands', response: { 200: z.object({ items: z.array(profileSchema) }) } },
    },
    async () => ({
      items: profiles.map((profile) => {
        const { id, vendor, title, snmp, commands } = profile
        return {
          id,
          vendor,
          title,
          has_snmp: tellsOfOnus(snmp),
          is_gpon: !id.endsWith('epon'),
          tells_waiting_by: [...pollPlan(profile, 'unregistered')],
          commands: Object.entries(commands).map(([key, { words, mode, access, verified }]) => ({
            key,
            words,
            mode,
            access,
            verified: verified === null ? null : `${verified.model} ${verified.firmware}`,
          })),
        }
      }),
    }),
  )

  app.get(
    '/olts',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'OLTs in your reach by name, each with what was last seen of it',
        querystring: z.strictObject({
          ...pageQuery,
          branch_id: idParam.optional(),
          state: z.enum(OLT_STATES).optional(),
          q: lineOfText(100).min(1).optional(),
        }),
        response: { 200: pageOf(oltSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, branch_id, state, q } = request.query
      const conn = await reading(request)
      const after = decodeCursor(cursor, z.object({ name: cursorText, id: cursorId }))
      const rows = await selectOlts(conn, request.actor.scope, { branchId: branch_id, state, q }, { limit, after })
      const page = toPage(rows, limit, ({ name, id }) => ({ name: name.toLowerCase(), id }))
      const health = await selectHealth(
        conn,
        page.items.map(({ id }) => id),
      )
      return { ...page, items: page.items.map((olt) => oltView(request.actor, olt, health.get(olt.id) as OltHealth)) }
    },
  )

  app.post(
    '/olts',
    {
      config: { permission: 'olt.edit' },
      schema: { tags, summary: 'Add an OLT', body: z.strictObject(oltInput), response: { 201: oltSchema } },
    },
    async (request, reply) => reply.code(201).send(await transact(request, async (tx) => await view(request, tx, await createOlt(tx, request.body)))),
  )

  app.get(
    '/olts/:id',
    { config: { permission: 'olt.view' }, schema: { tags, summary: 'One OLT', params: idParams, response: { 200: oltSchema } } },
    async (request) => {
      const conn = await reading(request)
      return await view(request, conn, await readOlt(conn, request.actor.scope, request.params.id))
    },
  )

  app.patch(
    '/olts/:id',
    {
      config: { permission: 'olt.edit' },
      schema: {
        tags,
        summary: 'Change an OLT',
        params: idParams,
        body: patchOf({ ...oltInput, version: z.int().meta({ description: 'The version you have seen; a newer one answers 409' }) }),
        response: { 200: oltSchema },
      },
    },
    async (request) =>
      await transact(request, async (tx) => {
        const { version, ...change } = request.body
        return await view(request, tx, await changeOlt(tx, request.params.id, { ...change, seenVersion: version }))
      }),
  )

  app.post(
    '/olts/connection-test',
    {
      config: { permission: 'olt.edit' },
      schema: {
        tags,
        summary: 'Try what is typed of an OLT before it is kept, and say why it does not work; writes nothing',
        body: z.strictObject({
          olt_id: idSchema.nullable().default(null).meta({ description: 'One that is kept already: its secrets are used where none are typed' }),
          ...reachInput,
          host: reachInput.host.unwrap().min(1),
        }),
        response: { 200: testSchema },
      },
    },
    async (request) => {
      const { olt_id, ...typed } = request.body
      const known = olt_id === null ? null : await readOlt(await reading(request), request.actor.scope, olt_id)
      const facts = { branch_id: 0n, name: 'The OLT', is_writable: false, latitude: null, longitude: null, is_active: true, ...typed }
      return testView(request.actor.locale, await testOlt(request.server.deps.database, facts, known?.id ?? null))
    },
  )

  app.post(
    '/olts/:id/test',
    {
      config: { permission: 'olt.act' },
      schema: { tags, summary: 'Try every way to an OLT now, and say why one does not work; writes nothing', params: idParams, response: { 200: testSchema } },
    },
    async (request) => {
      const olt = await readOlt(await reading(request), request.actor.scope, request.params.id)
      return testView(request.actor.locale, await testOlt(request.server.deps.database, olt, olt.id))
    },
  )

  app.post(
    '/olts/:id/commands',
    {
      config: { permission: 'olt.act' },
      schema: {
        tags,
        summary: 'Ask an OLT one reading command of its family now; changes nothing',
        params: idParams,
        body: z.strictObject({
          command: lineOfText(60).min(1).meta({ description: 'Its key, of GET /olt-profiles' }),
          params: z
            .record(z.string().regex(/^[a-zA-Z]{1,20}$/), z.string().regex(/^[A-Za-z0-9/:._-]{1,40}$/, 'Expected letters, digits and / : . _ -'))
            .default({})
            .meta({ description: 'What its words name in braces, such as pon and onu' }),
        }),
        response: { 200: commandSchema },
      },
    },
    async (request) => {
      const olt = await readOlt(await reading(request), request.actor.scope, request.params.id)
      const { rows, ...answer } = await runCommand(request.server.deps.database, olt.id, request.body.command, request.body.params)
      return { ...answer, rows: rows === null ? null : rows.map((row) => ({ ...row })) }
    },
  )
}
