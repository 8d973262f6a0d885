import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { ALL_PERMISSIONS, PERMISSIONS } from '../../kernel/permissions.ts'
import { allowedOf } from '../../platform/http/allowed-schema.ts'
import type { App } from '../../platform/http/app.ts'
import { idParams, idSchema, name, noContent } from '../../platform/http/schemas.ts'
import { reading, transact } from '../../platform/http/transact.ts'
import { permissionName } from '../../platform/i18n/translate.ts'
import { allowedOnRole, ROLE_ACTIONS } from './allowed.ts'
import { checkPermissions, createRole, removeRole, renameRole, setRolePermissions } from './change-role.ts'
import { selectRoles } from './role-store.ts'
import type { Role } from './role-store.ts'
import { effectivePermissions } from './roles.ts'

const roleSchema = z.object({
  id: idSchema,
  key: z.string(),
  name: z.string(),
  permissions: z.array(z.string()).meta({ description: 'In force: shipped + granted - denied' }),
  is_builtin: z.boolean(),
  is_changed: z.boolean().meta({ description: 'A built-in role that this company has changed' }),
  users: z.int(),
  version: z.int(),
  allowed: allowedOf(ROLE_ACTIONS),
})
const permissionSchema = z.object({
  key: z.enum(PERMISSIONS),
  name: z.string().meta({ description: 'What it lets a person do, in the language of who asks' }),
})
const permissionKeys = z.array(z.string().max(60)).max(PERMISSIONS.length)

const toDto = (actor: Actor, role: Role) => ({
  ...role,
  permissions: [...effectivePermissions(role)],
  is_changed: role.granted.length + role.denied.length > 0,
  allowed: allowedOnRole(actor, role),
})

export function roleRoutes(app: App): void {
  const tags = ['users']

  app.get(
    '/permissions',
    {
      config: { permission: 'session', unpaged: true },
      schema: {
        tags,
        summary: 'The catalogue of permissions',
        response: { 200: z.object({ items: z.array(permissionSchema) }) },
      },
    },
    ({ actor: { locale } }) => ({ items: PERMISSIONS.map((key) => ({ key, name: permissionName(locale, key) })) }),
  )

  app.get(
    '/roles',
    {
      config: { permission: 'user.view', unpaged: true },
      schema: { tags, summary: 'Roles and what they allow: the matrix', response: { 200: z.object({ items: z.array(roleSchema) }) } },
    },
    async (request) => ({
      items: (await selectRoles(await reading(request))).map((role) => toDto(request.actor, role)),
    }),
  )

  app.post(
    '/roles',
    {
      config: { permission: 'role.edit' },
      schema: {
        tags,
        summary: 'Add a role',
        body: z.strictObject({
          key: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'Use small letters, digits and underscore'),
          name: name(100),
          permissions: permissionKeys,
        }),
        response: { 201: roleSchema },
      },
    },
    async (request, reply) => {
      checkPermissions(ALL_PERMISSIONS, request.body.permissions)
      return reply.code(201).send(toDto(request.actor, await transact(request, (tx) => createRole(tx, request.body))))
    },
  )

  app.put(
    '/roles/:id/permissions',
    {
      config: { permission: 'role.edit' },
      schema: {
        tags,
        summary: 'Set what a role allows; its people log in again',
        params: idParams,
        body: z.strictObject({ permissions: permissionKeys, version: z.int().min(1) }),
        response: { 200: roleSchema },
      },
    },
    async (request) => {
      checkPermissions(ALL_PERMISSIONS, request.body.permissions)
      return toDto(
        request.actor,
        await transact(request, (tx) =>
          setRolePermissions(tx, request.params.id, { ...request.body, keepSession: request.identity?.session?.tokenHash ?? null }),
        ),
      )
    },
  )

  app.patch(
    '/roles/:id',
    {
      config: { permission: 'role.edit' },
      schema: { tags, summary: 'Rename an own role', params: idParams, body: z.strictObject({ name: name(100) }), response: { 200: roleSchema } },
    },
    async (request) => toDto(request.actor, await transact(request, (tx) => renameRole(tx, request.params.id, request.body.name))),
  )

  app.delete(
    '/roles/:id',
    { config: { permission: 'role.edit' }, schema: { tags, summary: 'Remove an own role that nobody has', params: idParams, response: { 204: noContent } } },
    async (request, reply) => {
      await transact(request, (tx) => removeRole(tx, request.params.id))
      return reply.code(204).send(null)
    },
  )
}
