import type { Actor, Locale } from '../../kernel/actor.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { selectRole } from './role-store.ts'
import type { Role } from './role-store.ts'
import { effectivePermissions } from './roles.ts'
import { revokeSessions } from './session-store.ts'
import { hasOtherAdmin, insertUser, lockUser, replaceBranches, replacePermissions, selectUser, updateStatus, updateUser } from './user-store.ts'
import type { User } from './user-store.ts'

export interface UserInput {
  readonly full_name: string
  readonly email: string
  readonly phone: string
  readonly role: string
  readonly scope_kind: User['scope_kind']
  readonly branch_ids: bigint[]
  readonly reseller_id: bigint | null
  readonly locale: Locale
}

/** What is to change; an absent member stays as it is. */
export type UserChanges = { readonly [K in keyof UserInput]?: UserInput[K] | undefined } & {
  readonly theme?: User['theme'] | undefined
  readonly version: number
}

/**
 * Creates an account without a password; its person sets one by a link (make-reset-link.ts), so nobody else ever knows it.
 * @throws Forbidden 403 for a role or a scope beyond the acting person's own; 409 `username_taken`.
 */
export async function createUser(tx: Tx, input: UserInput & { readonly username: string }): Promise<User> {
  const role = await allowedRole(tx, input.role)
  checkScope(tx.actor, input, role, true)
  const id = await insertUser(tx, {
    username: input.username,
    fullName: input.full_name,
    email: input.email,
    phone: input.phone,
    roleId: role.id,
    scopeKind: input.scope_kind,
    resellerId: input.reseller_id,
    locale: input.locale,
  })
  await replaceBranches(tx, id, input.scope_kind === 'branches' ? input.branch_ids : [])
  const user = (await selectUser(tx, { kind: 'company' }, id)) as User
  await recordEvent(tx, 'user.created', { subjectType: 'user', subjectId: id, after: shown(user), branchId: onlyBranch(user), resellerId: user.reseller_id })
  return user
}

/**
 * Changes an account. A new role or scope ends its sessions, so that nothing goes on with the old rights.
 * @throws NotFound 404 outside the scope, Conflict 409 `changed_meanwhile` or `last_admin`, Forbidden 403 as for creating.
 */
export async function changeUser(tx: Tx, id: bigint, { version, ...change }: UserChanges): Promise<User> {
  const before = await manageable(tx, id)
  if (before.version !== version) throw new Conflict('changed_meanwhile', `Somebody else has changed ${before.username}; load it again`)
  const changed = { ...before, ...dropUndefined(change) }
  const after = { ...changed, reseller_id: changed.scope_kind === 'reseller' ? changed.reseller_id : (change.reseller_id ?? null) }
  const role = await allowedRole(tx, after.role)
  const scopeChanges =
    before.scope_kind !== after.scope_kind || before.reseller_id !== after.reseller_id || before.branch_ids.join() !== [...after.branch_ids].sort(byId).join()
  const rightsChange = scopeChanges || before.role !== after.role
  if (rightsChange) checkScope(tx.actor, after, role, scopeChanges)
  const losesAdmin = before.role === 'admin' && (after.role !== 'admin' || after.scope_kind !== 'company')
  if (losesAdmin && !(await hasOtherAdmin(tx, id))) throw new Conflict('last_admin', 'This is the last active administrator; make somebody else one first')
  await updateUser(tx, id, {
    fullName: after.full_name,
    email: after.email,
    phone: after.phone,
    roleId: role.id,
    scopeKind: after.scope_kind,
    resellerId: after.reseller_id,
    locale: after.locale,
    theme: after.theme,
  })
  if (rightsChange) {
    await replaceBranches(tx, id, after.scope_kind === 'branches' ? after.branch_ids : [])
    await revokeSessions(tx, id)
  }
  const user = (await selectUser(tx, { kind: 'company' }, id)) as User
  await recordEvent(tx, 'user.changed', {
    subjectType: 'user',
    subjectId: id,
    before: shown(before),
    after: shown(user),
    branchId: onlyBranch(user),
    resellerId: user.reseller_id,
  })
  return user
}

/** Disables an account and ends its sessions at once; disabled already = nothing. @throws Conflict 409 `last_admin`. */
export async function disableUser(tx: Tx, id: bigint): Promise<User> {
  const user = await manageable(tx, id)
  if (user.status === 'disabled') return user
  if (user.role === 'admin' && !(await hasOtherAdmin(tx, id)))
    throw new Conflict('last_admin', 'This is the last active administrator; make somebody else one first')
  await updateStatus(tx, id, 'disabled')
  const ended = await revokeSessions(tx, id)
  await recordEvent(tx, 'user.disabled', {
    subjectType: 'user',
    subjectId: id,
    after: { username: user.username, ended_sessions: ended },
    branchId: onlyBranch(user),
    resellerId: user.reseller_id,
  })
  return { ...user, status: 'disabled', version: user.version + 1 }
}

/** Lets a disabled account in again; active already = nothing. */
export async function enableUser(tx: Tx, id: bigint): Promise<User> {
  const user = await manageable(tx, id)
  if (user.status === 'active') return user
  await updateStatus(tx, id, 'active')
  await recordEvent(tx, 'user.enabled', {
    subjectType: 'user',
    subjectId: id,
    after: { username: user.username },
    branchId: onlyBranch(user),
    resellerId: user.reseller_id,
  })
  return { ...user, status: 'active', version: user.version + 1 }
}

/** Sets what one person may do beyond, or less than, his role; ends his sessions. @throws Forbidden 403 for a grant the acting person lacks. */
export async function setUserPermissions(tx: Tx, id: bigint, { grants, denials }: { grants: readonly string[]; denials: readonly string[] }): Promise<User> {
  const before = await manageable(tx, id)
  if (before.role === 'admin' && denials.length > 0) throw new Invalid('An administrator may do everything; give the person another role instead')
  refuseBeyond(tx.actor, grants)
  await replacePermissions(tx, id, { grants: [...new Set(grants)].filter((permission) => !denials.includes(permission)), denials: [...new Set(denials)] })
  await revokeSessions(tx, id)
  const user = (await selectUser(tx, { kind: 'company' }, id)) as User
  await recordEvent(tx, 'user.permissions_changed', {
    subjectType: 'user',
    subjectId: id,
    before: { grants: before.grants, denials: before.denials },
    after: { grants: user.grants, denials: user.denials },
    branchId: onlyBranch(user),
    resellerId: user.reseller_id,
  })
  return user
}

/** A person the acting one may manage: inside his scope, and with no right that he lacks himself. */
export async function manageable(tx: Tx, id: bigint): Promise<User> {
  const user = await lockUser(tx, tx.actor.scope, id)
  if (user === undefined) throw NotFound.of('user', id)
  const role = (await selectRole(tx, { id: user.role_id })) as Role
  refuseBeyond(tx.actor, [...effectivePermissions({ ...role, userGrants: user.grants, userDenials: user.denials })])
  return user
}

async function allowedRole(tx: Tx, key: string): Promise<Role> {
  const role = await selectRole(tx, { key })
  if (role === undefined) throw new Invalid(`There is no role ${key}`, { errors: [{ field: 'role', message: `There is no role ${key}` }] })
  refuseBeyond(tx.actor, [...effectivePermissions(role)])
  return role
}

/** Nobody gives, or manages, rights he does not have. @throws Forbidden 403. */
export function refuseBeyond(actor: Actor, permissions: readonly string[]): void {
  const beyond = permissions.filter((permission) => !actor.permissions.has(permission as never))
  if (beyond.length > 0) throw new Forbidden(`This takes rights you do not have yourself: ${beyond.slice(0, 5).join(', ')}`, { permissions: beyond })
}

function checkScope(
  actor: Actor,
  { scope_kind, branch_ids, reseller_id }: Pick<UserInput, 'scope_kind' | 'branch_ids' | 'reseller_id'>,
  role: Role,
  scopeChanges: boolean,
): void {
  const complain = (field: string, message: string): never => {
    throw new Invalid(message, { errors: [{ field, message }] })
  }
  if (role.key === 'admin' && scope_kind !== 'company') complain('scope_kind', 'An administrator belongs to the whole company')
  if (scope_kind === 'branches' && branch_ids.length === 0) complain('branch_ids', 'Name at least one branch')
  if (scope_kind === 'reseller' && reseller_id === null) complain('reseller_id', 'Name the reseller')
  if (scope_kind !== 'reseller' && reseller_id !== null) complain('reseller_id', 'Only a person of a reseller has one')
  const { scope } = actor
  const isInside =
    !scopeChanges ||
    scope.kind === 'company' ||
    (scope.kind === 'branches' && scope_kind === 'branches' && branch_ids.every((id) => scope.branchIds.includes(id))) ||
    (scope.kind === 'reseller' && scope_kind === 'reseller' && reseller_id === scope.resellerId)
  if (!isInside) throw new Forbidden('You can give access only to what you can see yourself')
}

const dropUndefined = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }

const byId = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

const onlyBranch = (user: User): bigint | null => (user.branch_ids.length === 1 ? (user.branch_ids[0] ?? null) : null)

const shown = ({ username, full_name, email, phone, role, scope_kind, branch_ids, reseller_id, locale, status }: User) => ({
  username,
  full_name,
  email,
  phone,
  role,
  scope_kind,
  branch_ids,
  reseller_id,
  locale,
  status,
})
