import type { Actor } from '../../kernel/actor.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { translate } from '../../platform/i18n/translate.ts'
import type { Role } from './role-store.ts'
import { effectivePermissions } from './roles.ts'
import type { User } from './user-store.ts'

type Refusal =
  | 'permission'
  | 'beyond_you'
  | 'last_admin'
  | 'user_disabled'
  | 'user_active'
  | 'no_sessions'
  | 'role_is_admin'
  | 'role_is_builtin'
  | 'role_in_use'

/** Whether something may be done now, and if not, why: a stable code and a sentence in the person's language. */
export type Allowed = { readonly ok: true } | { readonly ok: false; readonly code: Refusal; readonly reason: string }

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
  return answers(USER_ACTIONS, (action) => answer(actor, USER_PERMISSION_OF[action], isBeyond ? 'beyond_you' : refusals[action]))
}

/** Everything that can be done to a role, and whether this person may do it now. */
export function allowedOnRole(actor: Actor, role: Role): Record<RoleAction, Allowed> {
  const refusals: Record<RoleAction, Refusal | null> = {
    edit: role.key === 'admin' ? 'role_is_admin' : null,
    remove: role.is_builtin ? 'role_is_builtin' : role.users > 0 ? 'role_in_use' : null,
  }
  return answers(ROLE_ACTIONS, (action) => answer(actor, ROLE_ACTIONS_OF[action], refusals[action], { users: role.users }))
}

function answer(actor: Actor, permission: Permission, refusal: Refusal | null, values: Record<string, number> = {}): Allowed {
  const code: Refusal | null = actor.permissions.has(permission) ? refusal : 'permission'
  return code === null ? { ok: true } : { ok: false, code, reason: translate(actor.locale, `refusal.${code}`, { permission, ...values }) }
}

const answers = <A extends string>(actions: readonly A[], of: (action: A) => Allowed): Record<A, Allowed> =>
  Object.fromEntries(actions.map((action) => [action, of(action)])) as Record<A, Allowed>
