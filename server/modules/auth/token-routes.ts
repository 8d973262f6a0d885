import { z } from 'zod'
import { ALL_PERMISSIONS, PERMISSIONS } from '../../kernel/permissions.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { App } from '../../platform/http/app.ts'
import { idParams, idSchema, instantSchema, name, noContent } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { linkOwner, resetPassword } from './change-password.ts'
import { checkPermissions } from './change-role.ts'
import { endToken, issueToken } from './change-token.ts'
import { visitorActor } from './log-in.ts'
import { hashPassword } from './password.ts'
import { checkPassword } from './password-rules.ts'
import { requireRecentPassword, sessionOf } from './session.ts'
import { passwordInput } from './session-routes.ts'
import { selectTokens } from './token-store.ts'

const tokenSchema = z.object({
  id: idSchema,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  created_at: instantSchema,
  expires_at: instantSchema.nullable(),
  last_used_at: instantSchema.nullable(),
})
const linkSecret = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/, 'Not a link of this program')

/** Personal API tokens, and the page behind a link to set a password. */
export function tokenRoutes(app: App): void {
  const tags = ['auth']
  const { database, clock } = app.deps

  app.get(
    '/auth/tokens',
    {
      config: { permission: 'session', unpaged: true },
      schema: { tags, summary: 'The own API tokens', response: { 200: z.object({ items: z.array(tokenSchema) }) } },
    },
    async (request) => ({
      items: (await selectTokens(await reading(request), request.actor.userId as bigint)).map((token) => ({ ...token, scopes: [...token.scopes] })),
    }),
  )

  app.post(
    '/auth/tokens',
    {
      config: { permission: 'session' },
      schema: {
        tags,
        summary: 'Issue a personal API token; its secret is shown this once',
        body: z.strictObject({
          name: name(100),
          scopes: z.array(z.string().max(60)).min(1).max(PERMISSIONS.length),
          expires_at: instantSchema.nullable().default(null),
        }),
        response: { 201: tokenSchema.extend({ secret: z.string() }) },
      },
    },
    async (request, reply) => {
      sessionOf(request)
      await requireRecentPassword(request)
      const { name: label, scopes, expires_at } = request.body
      checkPermissions(ALL_PERMISSIONS, scopes)
      const token = await transact(request, (tx) => issueToken(tx, { userId: tx.actor.userId as bigint, name: label, scopes, expiresAt: expires_at }))
      return reply.code(201).send({ ...token, scopes: [...token.scopes] })
    },
  )

  app.delete(
    '/auth/tokens/:id',
    { config: { permission: 'session' }, schema: { tags, summary: 'Revoke an own API token', params: idParams, response: { 204: noContent } } },
    async (request, reply) => {
      sessionOf(request)
      await transact(request, (tx) => endToken(tx, { userId: tx.actor.userId as bigint, id: request.params.id }))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/auth/password-reset',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Set a password by a link',
        body: z.strictObject({ secret: linkSecret, new_password: passwordInput }),
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { secret, new_password } = request.body
      const visitor = { ip: request.ip, userAgent: request.headers['user-agent']?.slice(0, 400) ?? null }
      const actor = visitorActor(visitor)
      const conn = await reading(request)
      // The secret has 256 random bits and is looked at before anything costly, so guessing needs no limit.
      const owner = await linkOwner(conn, secret, clock.now())
      checkPassword(new_password, { locale: conn.company.locale, personal: [owner.username, owner.full_name, conn.company.name] })
      const hash = await hashPassword(new_password)
      await inTransaction(database, { actor: { ...actor, kind: 'user', userId: owner.user_id, name: owner.username }, requestId: request.id }, (tx) =>
        resetPassword(tx, { secret, hash }),
      )
      return reply.code(204).send(null)
    },
  )
}
