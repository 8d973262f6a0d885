import { z } from 'zod'
import { LOCALES, systemActor } from '../../../kernel/actor.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { allow } from '../../../platform/http/allowed.ts'
import { allowedOf } from '../../../platform/http/allowed-schema.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import type { App } from '../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../platform/http/cursor.ts'
import { transactOnce } from '../../../platform/http/idempotency.ts'
import {
  bigintSchema,
  dateSchema,
  idParam,
  idParams,
  idSchema,
  instantSchema,
  lineOfText,
  name,
  pageOf,
  pageQuery,
  paragraph,
} from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { readClientView } from '../read-client.ts'
import { approveSignup, rejectSignup } from '../signups/decide-signup.ts'
import { requestSignup } from '../signups/request-signup.ts'
import { countWaiting, selectSignups, SIGNUP_STATES } from '../signups/store.ts'
import type { ListedSignup } from '../signups/store.ts'
import { CONNECTIONS } from '../../branches/index.ts'
import { newLineBody, toNewLine } from './line-body.ts'
import { clientInput, clientViewSchema, codeInput } from './schemas.ts'

const email = z.union([z.literal(''), z.email().max(200)])

const signupSchema = z.object({
  id: idSchema,
  state: z.enum(SIGNUP_STATES),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  area_id: idSchema.nullable(),
  branch_id: idSchema.nullable(),
  package_id: idSchema.nullable(),
  note: z.string(),
  locale: z.enum(LOCALES),
  decided_by: idSchema.nullable(),
  decided_at: instantSchema.nullable(),
  decision_reason: z.string(),
  client_id: idSchema.nullable(),
  created_at: instantSchema,
  area_name: z.string().nullable(),
  area_connections: z.enum(CONNECTIONS).nullable().meta({ description: 'Whether somebody new can be connected in the area' }),
  branch_name: z.string().nullable(),
  package_name: z.string().nullable(),
  decided_by_name: z.string().nullable(),
  client_code: z.string().nullable(),
  allowed: allowedOf(['approve', 'reject']),
})

/** Who decides has the permission already, for the routes ask for it. */
function view(actor: Actor, signup: ListedSignup): z.output<typeof signupSchema> {
  const decide = allow(actor, 'client.create', signup.state === 'new' ? null : 'already_decided')
  return { ...signup, allowed: { approve: decide, reject: decide } }
}

const tags = ['sign-ups']

export function signupRoutes(app: App): void {
  app.post(
    '/signup-requests',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Ask for a connection; open to everybody, a few times an hour',
        body: z.strictObject({
          name: name(200),
          phone: name(40),
          email: email.default(''),
          address: paragraph(500).default(''),
          area_id: idSchema.nullable().default(null),
          branch_id: idSchema.nullable().default(null),
          package_id: idSchema.nullable().default(null),
          note: paragraph(1000).default(''),
          locale: z.enum(LOCALES).default('en'),
        }),
        response: { 202: z.object({ received: z.literal(true) }) },
      },
    },
    async (request, reply) => {
      const visitor = { ...systemActor('sign-up page', new Set()), ip: request.ip, userAgent: request.headers['user-agent']?.slice(0, 400) ?? null }
      await transact(request, (tx) => requestSignup(tx, request.body), visitor)
      return reply.code(202).send({ received: true })
    },
  )

  app.get(
    '/signup-requests',
    {
      config: { permission: 'client.create' },
      schema: {
        tags,
        summary: 'Requests for a connection, newest first',
        querystring: z.strictObject({
          ...pageQuery,
          state: z.enum(SIGNUP_STATES).optional(),
          area_id: idParam.optional(),
          branch_id: idParam.optional(),
          q: lineOfText(100).min(2).optional().meta({ description: 'A part of name, telephone or address' }),
        }),
        response: { 200: pageOf(signupSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, state, area_id, branch_id, q } = request.query
      const before = decodeCursor(cursor, z.object({ id: cursorId }))?.id
      const filter = { state, areaId: area_id, branchId: branch_id, q }
      const page = toPage(await selectSignups(await reading(request), request.actor.scope, filter, { limit, before }), limit, ({ id }) => ({ id }))
      return { ...page, items: page.items.map((signup) => view(request.actor, signup)) }
    },
  )

  app.get(
    '/signup-requests/waiting',
    {
      config: { permission: 'client.create', unpaged: true },
      schema: {
        tags,
        summary: 'How many requests of each area wait',
        response: { 200: z.object({ items: z.array(z.object({ area_id: idSchema.nullable(), waiting: bigintSchema })) }) },
      },
    },
    async (request) => ({ items: await countWaiting(await reading(request), request.actor.scope) }),
  )

  app.get(
    '/signup-requests/:id',
    {
      config: { permission: 'client.create' },
      schema: { tags, summary: 'One request for a connection', params: idParams, response: { 200: signupSchema } },
    },
    async (request) => await readSignup(await reading(request), request.actor, request.params.id),
  )

  app.post(
    '/signup-requests/:id/approval',
    {
      config: { permission: 'client.create', idempotency: 'optional' },
      schema: {
        tags,
        summary: 'Register the client who asked',
        params: idParams,
        body: z.strictObject({
          ...clientInput,
          name: clientInput.name.optional(),
          phone: clientInput.phone.optional(),
          email: email.optional(),
          address: paragraph(500).optional(),
          area_id: idSchema.nullable().optional(),
          branch_id: idSchema.optional(),
          locale: z.enum(LOCALES).optional(),
          code: codeInput.optional(),
          joined_on: dateSchema.optional(),
          subscription: newLineBody.optional(),
        }),
        response: { 201: clientViewSchema },
      },
    },
    async (request, reply) => {
      const { subscription, ...given } = request.body
      const facts = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Parameters<typeof approveSignup>[1]['client']
      return await transactOnce(request, reply, async (tx) => {
        const { client } = await approveSignup(tx, {
          signupId: request.params.id,
          client: { ...facts, ...(subscription === undefined ? {} : { subscription: toNewLine(subscription) }) },
        })
        return { status: 201, body: await readClientView(tx, tx.actor, client.id, tx.now) }
      })
    },
  )

  app.post(
    '/signup-requests/:id/rejection',
    {
      config: { permission: 'client.create' },
      schema: {
        tags,
        summary: 'Turn a request down',
        params: idParams,
        body: z.strictObject({ reason: lineOfText(300).min(1) }),
        response: { 200: signupSchema },
      },
    },
    async (request) =>
      transact(request, async (tx) => {
        await rejectSignup(tx, { signupId: request.params.id, reason: request.body.reason })
        return await readSignup(tx, tx.actor, request.params.id)
      }),
  )
}

async function readSignup(conn: Pick<Conn, 'db'>, actor: Actor, id: bigint): Promise<z.output<typeof signupSchema>> {
  const [signup] = await selectSignups(conn, actor.scope, { id }, { limit: 1 })
  if (signup === undefined) throw NotFound.of('sign-up request', id)
  return view(actor, signup)
}
