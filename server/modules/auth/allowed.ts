import type { Actor } from '../../kernel/actor.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed, Refusal } from '../../platform/http/allowed.ts'
import type { Role } from './role-store.ts'
import { effectivePermissions } from './roles.ts'
import type { User } from './user-store.ts'

const USER_PERMISSION_OF = {
  edit: 'user.edit',
  change_role: 'user.edit',
  disable: 'user.edit',
  enable: 'user.edit',
  make_password_link: 'user.edit',
  end_sessions: 'user.edit',
  set_permissions: 'role.edit',
} as const satisfies Record<string, Permission>
export type UserAction = keyof typeof USER_PERMISSION_OF
export const USER_ACTIONS = Object.keys(USER_PERMISSION_OF) as UserAction[]

const ROLE_ACTIONS_OF = { edit: 'role.edit', remove: 'role.edit' } as const satisfies Record<string, Permission>
export type RoleAction = keyof typeof ROLE_ACTIONS_OF
export const ROLE_ACTIONS = Object.keys(ROLE_ACTIONS_OF) as RoleAction[]

export interface UserStanding {
  readonly user: User
  readonly role: Role
  readonly isLastAdmin: boolean
  readonly hasSessions: boolean
}

/** Everything that can be done to an account, and whether this person may do it now. */
export function allowedOnUser(actor: Actor, { user, role, isLastAdmin, hasSessions }: UserStanding): Record<UserAction, Allowed> {
  const rights = effectivePermissions({ ...role, userGrants: user.grants, userDenials: user.denials })
  const isBeyond = [...rights].some((right) => !actor.permissions.has(right))
  const refusals: Record<UserAction, Refusal | null> = {
    edit: null,
    change_role: isLastAdmin ? 'last_admin' : null,
    disable: user.status === 'disabled' ? 'user_disabled' : isLastAdmin ? 'last_admin' : null,
    enable: user.status === 'active' ? 'user_active' : null,
    make_password_link: user.status === 'disabled' ? 'user_disabled' : null,
    end_sessions: hasSessions ? null : 'no_sessions',
    set_permissions: role.key === 'admin' ? 'role_is_admin' : null,
  }
  return answers(USER_ACTIONS, (action) => allow(actor, USER_PERMISSION_OF[action], isBeyond ? 'beyond_you' : refusals[action]))
}

/** Everything that can be done to a role, and whether this person may do it now. */
export function allowedOnRole(actor: Actor, role: Role): Record<RoleAction, Allowed> {
  const refusals: Record<RoleAction, Refusal | null> = {
    edit: role.key === 'admin' ? 'role_is_admin' : null,
    remove: role.is_builtin ? 'role_is_builtin' : role.users > 0 ? 'role_in_use' : null,
  }
  return answers(ROLE_ACTIONS, (action) => allow(actor, ROLE_ACTIONS_OF[action], refusals[action], { users: role.users }))
}

const answers = <A extends string>(actions: readonly A[], of: (action: A) => Allowed): Record<A, Allowed> =>
  Object.fromEntries(actions.map((action) => [action, of(action)])) as Record<A, Allowed>
