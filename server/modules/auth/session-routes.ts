import { z } from 'zod'
import { LOCALES } from '../../kernel/actor.ts'
import type { Actor } from '../../kernel/actor.ts'
import { Invalid, NotFound, TooManyRequests } from '../../kernel/errors.ts'
import { PERMISSIONS } from '../../kernel/permissions.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { App } from '../../platform/http/app.ts'
import { idParams, idSchema, instantSchema, noContent } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { recordEvent } from '../audit/index.ts'
import { changeOwnPassword } from './change-password.ts'
import { changeProfile } from './change-profile.ts'
import { BadCredentials, finishLogin, startAttempt, visitorActor } from './log-in.ts'
import { markAttempt, selectLoginUser, selectLoginUserById } from './login-store.ts'
import { hashPassword, needsRehash, verifyPassword } from './password.ts'
import { checkPassword } from './password-rules.ts'
import { clearCookies, rotateSession, sessionOf, setCookie } from './session.ts'
import { revokeSession, selectLiveSessions } from './session-store.ts'
import { selectUser } from './user-store.ts'

export const passwordInput = z.string().min(1).max(1000)

const meSchema = z.object({
  user: z.object({
    id: idSchema,
    username: z.string(),
    full_name: z.string(),
    email: z.string(),
    phone: z.string(),
    role: z.string(),
    locale: z.enum(LOCALES),
    theme: z.enum(['auto', 'light', 'dark']),
    must_change_password: z.boolean(),
    photo_file_id: idSchema.nullable(),
    last_login_at: instantSchema.nullable(),
  }),
  scope: z.object({ kind: z.enum(['company', 'branches', 'reseller']), branch_ids: z.array(idSchema), reseller_id: idSchema.nullable() }),
  permissions: z.array(z.enum(PERMISSIONS)),
  company: z.object({ name: z.string(), zone: z.string(), currency: z.string(), locale: z.enum(LOCALES) }),
})

export const sessionSchema = z.object({
  id: idSchema,
  created_at: instantSchema,
  last_seen_at: instantSchema,
  expires_at: instantSchema,
  ip: z.string().nullable(),
  user_agent: z.string().nullable(),
  is_current: z.boolean(),
})

export function sessionRoutes(app: App): void {
  const tags = ['auth']
  const { database } = app.deps

  app.post(
    '/auth/session',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Log in; sets the session cookie',
        body: z.strictObject({ username: z.string().trim().min(1).max(100), password: passwordInput }),
        response: { 201: meSchema },
      },
    },
    async (request, reply) => {
      const { username, password } = request.body
      const visitor = { ip: request.ip, userAgent: request.headers['user-agent']?.slice(0, 400) ?? null }
      const attempt = await inTransaction(database, { actor: visitorActor(visitor), requestId: request.id }, (tx) => startAttempt(tx, username, visitor))
      if (attempt instanceof TooManyRequests) throw attempt
      const user = await selectLoginUser(await reading(request), username)
      const fits = await verifyPassword(user?.password_hash ?? null, password)
      if (user === undefined || !fits || user.status !== 'active') {
        if (fits && user !== undefined)
          await inTransaction(database, { actor: visitorActor(visitor) }, (tx) => markAttempt(tx, { ...attempt, outcome: 'disabled' }))
        request.log.warn({ username: username.slice(0, 60), ip: request.ip }, 'log-in refused')
        throw new BadCredentials('The user name or the password is not right')
      }
      const betterHash = user.password_hash !== null && needsRehash(user.password_hash) ? await hashPassword(password) : null
      const actor: Actor = { ...visitorActor(visitor, user.username), kind: 'user', userId: user.id }
      const secret = await inTransaction(database, { actor, requestId: request.id }, async (tx) => {
        // A session the browser still had is replaced, so that a secret planted before the log-in is worth nothing.
        const old = request.identity?.session
        if (old != null) await revokeSession(tx, { userId: request.actor.userId as bigint, sessionId: old.id })
        return finishLogin(tx, { user, attempt, visitor, betterHash })
      })
      request.identity = await app.authenticate({ cookie: secret, bearer: null, ...visitor, ip: request.ip })
      setCookie(request, reply, secret)
      return reply.code(201).send(await readMe(request))
    },
  )

  app.get(
    '/auth/session',
    { config: { permission: 'session' }, schema: { tags, summary: 'Who is logged in, and what he may do', response: { 200: meSchema } } },
    (request) => readMe(request),
  )

  app.delete(
    '/auth/session',
    { config: { permission: 'session' }, schema: { tags, summary: 'Log out', response: { 204: noContent } } },
    async (request, reply) => {
      const session = sessionOf(request)
      await transact(request, async (tx) => {
        await revokeSession(tx, { userId: tx.actor.userId as bigint, sessionId: session.id })
        await recordEvent(tx, 'session.closed', { subjectType: 'user', subjectId: tx.actor.userId })
      })
      clearCookies(request, reply)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/auth/session/reauthentication',
    {
      config: { permission: 'session' },
      schema: {
        tags,
        summary: 'Enter the own password again, for what needs it fresh',
        body: z.strictObject({ password: passwordInput }),
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const session = sessionOf(request)
      await verifyOwnPassword(request, request.body.password)
      const secret = await transact(request, (tx) => rotateSession(tx, session.tokenHash))
      setCookie(request, reply, secret)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/auth/sessions',
    {
      config: { permission: 'session', unpaged: true },
      schema: { tags, summary: 'The own live sessions', response: { 200: z.object({ items: z.array(sessionSchema) }) } },
    },
    async (request) => {
      const rows = await selectLiveSessions(await reading(request), request.actor.userId as bigint, app.deps.clock.now())
      return { items: rows.map((row) => ({ ...row, is_current: row.id === request.identity?.session?.id })) }
    },
  )

  app.delete(
    '/auth/sessions/:id',
    { config: { permission: 'session' }, schema: { tags, summary: 'End one of the own sessions', params: idParams, response: { 204: noContent } } },
    async (request, reply) => {
      await transact(request, async (tx) => {
        const userId = tx.actor.userId as bigint
        if (!(await revokeSession(tx, { userId, sessionId: request.params.id }))) throw NotFound.of('session', request.params.id)
        await recordEvent(tx, 'session.ended', { subjectType: 'user', subjectId: userId, after: { session_id: request.params.id } })
      })
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/auth/password',
    {
      config: { permission: 'session' },
      schema: {
        tags,
        summary: 'Choose a new password; ends the other sessions',
        body: z.strictObject({ current_password: passwordInput, new_password: passwordInput }),
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const session = sessionOf(request)
      await verifyOwnPassword(request, request.body.current_password)
      const conn = await reading(request)
      const me = await selectUser(conn, { kind: 'company' }, request.actor.userId as bigint)
      checkPassword(request.body.new_password, { locale: request.actor.locale, personal: [request.actor.name, me?.full_name ?? '', conn.company.name] })
      const hash = await hashPassword(request.body.new_password)
      const secret = await transact(request, async (tx) => {
        await changeOwnPassword(tx, { userId: tx.actor.userId as bigint, hash, keepSession: session.tokenHash })
        return rotateSession(tx, session.tokenHash)
      })
      setCookie(request, reply, secret)
      return reply.code(204).send(null)
    },
  )

  app.patch(
    '/auth/profile',
    {
      config: { permission: 'session' },
      schema: {
        tags,
        summary: 'Change the own language or look',
        body: z.strictObject({ locale: z.enum(LOCALES).optional(), theme: z.enum(['auto', 'light', 'dark']).optional() }),
        response: { 200: meSchema },
      },
    },
    async (request) => {
      await transact(request, (tx) => changeProfile(tx, request.body))
      request.identity =
        request.identity === null ? null : { ...request.identity, actor: { ...request.actor, locale: request.body.locale ?? request.actor.locale } }
      return readMe(request)
    },
  )

  /** Checks the own password with the same limits as a log-in, so that a stolen session cannot guess it. */
  async function verifyOwnPassword(request: Parameters<typeof transact>[0], password: string): Promise<void> {
    const conn = await reading(request)
    const user = await selectLoginUserById(conn, request.actor.userId as bigint)
    const visitor = { ip: request.actor.ip, userAgent: request.actor.userAgent }
    const attempt = await transact(request, (tx) => startAttempt(tx, user?.username ?? '', visitor))
    if (attempt instanceof TooManyRequests) throw attempt
    if (!(await verifyPassword(user?.password_hash ?? null, password)))
      throw new Invalid('This is not your password', { errors: [{ field: 'password', message: 'This is not your password' }] })
    await transact(request, (tx) => markAttempt(tx, { ...attempt, outcome: 'ok' }))
  }

  async function readMe(request: Parameters<typeof transact>[0]): Promise<z.output<typeof meSchema>> {
    const conn = await reading(request)
    const { actor } = request
    const user = await selectUser(conn, { kind: 'company' }, actor.userId as bigint)
    if (user === undefined) throw NotFound.of('user', actor.userId ?? 0n)
    const { scope } = actor
    return {
      user,
      scope: {
        kind: scope.kind,
        branch_ids: scope.kind === 'branches' ? [...scope.branchIds] : [],
        reseller_id: scope.kind === 'reseller' ? scope.resellerId : null,
      },
      permissions: PERMISSIONS.filter((permission) => actor.permissions.has(permission)),
      company: { name: conn.company.name, zone: conn.company.zone, currency: conn.company.currency, locale: conn.company.locale },
    }
  }
}
