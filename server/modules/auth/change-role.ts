import { Conflict, Invalid, NotFound } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { refuseBeyond } from './change-user.ts'
import { deleteRole, insertRole, lockRole, selectRole, updateRoleName, updateRolePermissions } from './role-store.ts'
import type { Role } from './role-store.ts'
import { effectivePermissions } from './roles.ts'
import { revokeSessionsOfRole } from './session-store.ts'

/** Adds a role of the company's own. @throws Forbidden 403 for a permission the acting person lacks; 409 where the key exists. */
export async function createRole(tx: Tx, role: { key: string; name: string; permissions: readonly string[] }): Promise<Role> {
  refuseBeyond(tx.actor, role.permissions)
  const id = await insertRole(tx, { ...role, permissions: [...new Set(role.permissions)].sort() })
  await recordEvent(tx, 'role.created', { subjectType: 'role', subjectId: id, after: role })
  return (await selectRole(tx, { id })) as Role
}

/**
 * Sets what a role allows; everybody else who has it logs in again. The shipped part of a built-in role stays beneath, so that
 * permissions a later version brings still arrive. @throws Conflict 409 `role_is_fixed` for admin, `changed_meanwhile`; Forbidden 403.
 */
export async function setRolePermissions(
  tx: Tx,
  id: bigint,
  { permissions, version, keepSession }: { permissions: readonly string[]; version: number; keepSession: Buffer | null },
): Promise<Role> {
  const before = await lockRole(tx, id)
  if (before === undefined) throw NotFound.of('role', id)
  if (before.key === 'admin') throw new Conflict('role_is_fixed', 'An administrator may always do everything')
  if (before.version !== version) throw new Conflict('changed_meanwhile', `Somebody else has changed the role ${before.name}; load it again`)
  const old = effectivePermissions(before)
  const wanted = new Set(permissions)
  refuseBeyond(
    tx.actor,
    [...new Set([...old, ...wanted])].filter((permission) => old.has(permission as never) !== wanted.has(permission)),
  )
  const shipped = new Set(before.permissions)
  await updateRolePermissions(
    tx,
    id,
    before.is_builtin
      ? {
          permissions: before.permissions,
          granted: [...wanted].filter((permission) => !shipped.has(permission)).sort(),
          denied: [...shipped].filter((permission) => !wanted.has(permission)).sort(),
        }
      : { permissions: [...wanted].sort(), granted: [], denied: [] },
  )
  await revokeSessionsOfRole(tx, id, keepSession)
  await recordEvent(tx, 'role.changed', {
    subjectType: 'role',
    subjectId: id,
    before: { permissions: [...old].sort() },
    after: { permissions: [...wanted].sort() },
  })
  return (await selectRole(tx, { id })) as Role
}

/** Renames a role of the company's own. Repeatable. @throws NotFound 404, Conflict 409 `role_is_fixed` for a built-in one. */
export async function renameRole(tx: Tx, id: bigint, name: string): Promise<Role> {
  const before = await lockRole(tx, id)
  if (before === undefined) throw NotFound.of('role', id)
  if (before.is_builtin) throw new Conflict('role_is_fixed', 'A built-in role keeps its name')
  if (before.name === name) return before
  await updateRoleName(tx, id, name)
  await recordEvent(tx, 'role.renamed', { subjectType: 'role', subjectId: id, before: { name: before.name }, after: { name } })
  return (await selectRole(tx, { id })) as Role
}

/** Removes a role of the company's own that nobody has. @throws Conflict 409 `role_is_fixed`, `role_in_use`. */
export async function removeRole(tx: Tx, id: bigint): Promise<void> {
  const role = await lockRole(tx, id)
  if (role === undefined) throw NotFound.of('role', id)
  if (role.is_builtin) throw new Conflict('role_is_fixed', 'A built-in role cannot be removed')
  if (role.users > 0) throw new Conflict('role_in_use', `${role.users} people have this role; give them another one first`)
  await deleteRole(tx, id)
  await recordEvent(tx, 'role.removed', { subjectType: 'role', subjectId: id, before: { key: role.key, name: role.name, permissions: role.permissions } })
}

/** @throws Invalid 422 naming permissions the catalogue does not have. */
export function checkPermissions(known: ReadonlySet<string>, named: readonly string[]): void {
  const unknown = named.filter((permission) => !known.has(permission))
  if (unknown.length > 0)
    throw new Invalid(`There is no permission ${unknown[0]}`, {
      errors: unknown.slice(0, 10).map((permission) => ({ field: 'permissions', message: `There is no permission ${permission}` })),
    })
}
