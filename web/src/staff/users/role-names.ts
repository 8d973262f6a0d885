import { msg } from '@lingui/core/macro'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { api } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'

const BUILTIN: Readonly<Record<string, MessageDescriptor>> = {
  admin: msg`Administrator`,
  manager: msg`Manager`,
  branch_manager: msg`Branch manager`,
  accountant: msg`Accountant`,
  support: msg`Support`,
  collector: msg`Collector`,
  technician: msg`Technician`,
  viewer: msg`Viewer`,
}

export interface RoleName {
  readonly key: string
  readonly name: string
}

/** For whoever may not see them, the built-in ones alone have a name. */
export function useRoleNames(): readonly RoleName[] {
  const may = useMay()
  return api.useQuery('get', '/api/v1/roles', {}, { enabled: may('user.view') }).data?.items ?? []
}

/** Built-in roles in the person's language; own ones as the company called them. */
export function roleText(key: string, roles: readonly RoleName[], i18n: I18n): string {
  const builtin = BUILTIN[key]
  return builtin === undefined ? (roles.find((role) => role.key === key)?.name ?? key) : i18n._(builtin)
}
