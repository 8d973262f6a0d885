import { z } from 'zod'
import { LOCALES } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import { ALL_PERMISSIONS, PERMISSIONS } from '../../kernel/permissions.ts'
import { allowedOf } from '../../platform/http/allowed-schema.ts'
import type { App } from '../../platform/http/app.ts'
import { cursorId, cursorInstant, cursorText, decodeCursor, toPage } from '../../platform/http/cursor.ts'
import { idParams, idSchema, instantSchema, lineOfText, name, noContent, pageOf, pageQuery } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { recordEvent } from '../audit/index.ts'
import { allowedOnUser, USER_ACTIONS } from './allowed.ts'
import { makeResetLink } from './change-password.ts'
import { checkPermissions } from './change-role.ts'
import { changeUser, createUser, disableUser, enableUser, manageable, setUserPermissions } from './change-user.ts'
import { selectAttempts } from './login-store.ts'
import { photoRoutes } from './photo-routes.ts'
import { selectRole } from './role-store.ts'
import type { Role } from './role-store.ts'
import { sessionSchema } from './session-routes.ts'
import { revokeSessions, selectLiveSessions } from './session-store.ts'
import { isLastAdmin, selectUser, selectUsers } from './user-store.ts'

export const usernameInput = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{1,59}$/, 'Use 2 to 60 letters, digits, dot, hyphen, underscore or @')
export const emailInput = z.union([z.literal(''), z.email().max(200)])

const scopeKind = z.enum(['company', 'branches', 'reseller'])
const userSchema = z.object({
  id: idSchema,
  username: z.string(),
  full_name: z.string(),
  email: z.string(),
  phone: z.string(),
  role: z.string(),
  scope_kind: scopeKind,
  branch_ids: z.array(idSchema),
  reseller_id: idSchema.nullable(),
  status: z.enum(['active', 'disabled']),
  has_password: z.boolean(),
  must_change_password: z.boolean(),
  locale: z.enum(LOCALES),
  theme: z.enum(['auto', 'light', 'dark']),
  grants: z.array(z.string()),
  denials: z.array(z.string()),
  photo_file_id: idSchema.nullable(),
  created_at: instantSchema,
  last_login_at: instantSchema.nullable(),
  last_login_ip: z.string().nullable(),
  version: z.int(),
})
const userPage = userSchema.extend({ live_sessions: z.int(), allowed: allowedOf(USER_ACTIONS) })
const linkSchema = z.object({
  link: z.string().meta({ description: 'Opens the page where the person sets the password; shown once, works once' }),
  expires_at: instantSchema,
})

const roleKey = z.string().max(60)
const branchIds = z.array(idSchema).max(200)

const listQuery = z.strictObject({
  ...pageQuery,
  search: lineOfText(100).optional(),
  role: lineOfText(60).optional(),
  status: z.enum(['active', 'disabled']).optional(),
})
const newUser = z.strictObject({
  username: usernameInput,
  full_name: name(),
  email: emailInput.default(''),
  phone: lineOfText(40).default(''),
  role: roleKey,
  scope_kind: scopeKind.default('company'),
  branch_ids: branchIds.default([]),
  reseller_id: idSchema.nullable().default(null),
  locale: z.enum(LOCALES).default('en'),
})
const userChange = z.strictObject({
  version: z.int().min(1),
  full_name: name().optional(),
  email: emailInput.optional(),
  phone: lineOfText(40).optional(),
  role: roleKey.optional(),
  scope_kind: scopeKind.optional(),
  branch_ids: branchIds.optional(),
  reseller_id: idSchema.nullable().optional(),
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(['auto', 'light', 'dark']).optional(),
})
const permissionNames = z.array(z.string().max(60)).max(PERMISSIONS.length)

export function userRoutes(app: App): void {
  const tags = ['users']

  app.get(
    '/users',
    {
      config: { permission: 'user.view' },
      schema: { tags, summary: 'Accounts of staff in your reach, by user name', querystring: listQuery, response: { 200: pageOf(userSchema) } },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const after = decodeCursor(cursor, z.object({ username: cursorText }))
      return toPage(await selectUsers(await reading(request), request.actor.scope, filter, { limit, after }), limit, ({ username }) => ({ username }))
    },
  )

  app.post(
    '/users',
    {
      config: { permission: 'user.edit' },
      schema: {
        tags,
        summary: 'Create an account; its person sets the password by the link',
        body: newUser,
        response: { 201: z.object({ user: userSchema, password_link: linkSchema }) },
      },
    },
    async (request, reply) => {
      const made = await transact(request, async (tx) => {
        const user = await createUser(tx, request.body)
        return { user, link: await makeResetLink(tx, user.id) }
      })
      return reply.code(201).send({ user: made.user, password_link: { link: linkTo(request, made.link.secret), expires_at: made.link.expiresAt } })
    },
  )

  app.get(
    '/users/:id',
    {
      config: { permission: 'user.view' },
      schema: { tags, summary: 'One account, and what you may do with it', params: idParams, response: { 200: userPage } },
    },
    async (request) => {
      const conn = await reading(request)
      const user = await selectUser(conn, request.actor.scope, request.params.id)
      if (user === undefined) throw NotFound.of('user', request.params.id)
      const role = (await selectRole(conn, { id: user.role_id })) as Role
      const sessions = await selectLiveSessions(conn, user.id, app.deps.clock.now())
      const standing = { user, role, isLastAdmin: await isLastAdmin(conn, user.id), hasSessions: sessions.length > 0 }
      return { ...user, live_sessions: sessions.length, allowed: allowedOnUser(request.actor, standing) }
    },
  )

  app.patch(
    '/users/:id',
    {
      config: { permission: 'user.edit' },
      schema: { tags, summary: 'Change an account; a new role or reach ends its sessions', params: idParams, body: userChange, response: { 200: userSchema } },
    },
    (request) => transact(request, (tx) => changeUser(tx, request.params.id, request.body)),
  )

  app.put(
    '/users/:id/disablement',
    {
      config: { permission: 'user.edit' },
      schema: { tags, summary: 'Disable an account and end its sessions', params: idParams, response: { 200: userSchema } },
    },
    (request) => transact(request, (tx) => disableUser(tx, request.params.id)),
  )

  app.delete(
    '/users/:id/disablement',
    { config: { permission: 'user.edit' }, schema: { tags, summary: 'Let a disabled account in again', params: idParams, response: { 200: userSchema } } },
    (request) => transact(request, (tx) => enableUser(tx, request.params.id)),
  )

  app.put(
    '/users/:id/permissions',
    {
      config: { permission: 'role.edit' },
      schema: {
        tags,
        summary: 'Grants and denials beside the role; a denial wins',
        params: idParams,
        body: z.strictObject({ grants: permissionNames, denials: permissionNames }),
        response: { 200: userSchema },
      },
    },
    (request) => {
      checkPermissions(ALL_PERMISSIONS, [...request.body.grants, ...request.body.denials])
      return transact(request, (tx) => setUserPermissions(tx, request.params.id, request.body))
    },
  )

  app.post(
    '/users/:id/password-reset',
    {
      config: { permission: 'user.edit' },
      schema: { tags, summary: 'Make a link by which the person sets a new password', params: idParams, response: { 201: linkSchema } },
    },
    async (request, reply) => {
      const { secret, expiresAt } = await transact(request, (tx) => makeResetLink(tx, request.params.id))
      return reply.code(201).send({ link: linkTo(request, secret), expires_at: expiresAt })
    },
  )

  app.get(
    '/users/:id/sessions',
    {
      config: { permission: 'user.view', unpaged: true },
      schema: { tags, summary: 'Where a person is logged in', params: idParams, response: { 200: z.object({ items: z.array(sessionSchema) }) } },
    },
    async (request) => {
      const conn = await reading(request)
      const user = await selectUser(conn, request.actor.scope, request.params.id)
      if (user === undefined) throw NotFound.of('user', request.params.id)
      const rows = await selectLiveSessions(conn, user.id, app.deps.clock.now())
      return { items: rows.map((row) => ({ ...row, is_current: row.id === request.identity?.session?.id })) }
    },
  )

  app.delete(
    '/users/:id/sessions',
    { config: { permission: 'user.edit' }, schema: { tags, summary: 'End all sessions of a person', params: idParams, response: { 204: noContent } } },
    async (request, reply) => {
      await transact(request, async (tx) => {
        const user = await manageable(tx, request.params.id)
        const ended = await revokeSessions(tx, user.id)
        await recordEvent(tx, 'user.sessions_ended', { subjectType: 'user', subjectId: user.id, after: { username: user.username, ended_sessions: ended } })
      })
      return reply.code(204).send(null)
    },
  )

  const attemptSchema = z.object({ id: idSchema, at: instantSchema, ip: z.string().nullable(), user_agent: z.string().nullable(), outcome: z.string() })
  app.get(
    '/users/:id/login-attempts',
    {
      config: { permission: 'user.view' },
      schema: {
        tags,
        summary: 'When and from where a person logged in, or tried to',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(attemptSchema) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const conn = await reading(request)
      const user = await selectUser(conn, request.actor.scope, request.params.id)
      if (user === undefined) throw NotFound.of('user', request.params.id)
      const after = decodeCursor(cursor, z.object({ at: cursorInstant, id: cursorId }))
      return toPage(await selectAttempts(conn, { userId: user.id, limit, after }), limit, ({ at, id }) => ({ at, id }))
    },
  )

  photoRoutes(app)
}

/** The secret stands behind the #, which browsers never send to a server, so no log can hold it. */
function linkTo(request: Parameters<typeof transact>[0], secret: string): string {
  const base = request.server.deps.config.publicUrl ?? `${request.protocol}://${request.host}`
  return `${base}/set-password#${secret}`
}
