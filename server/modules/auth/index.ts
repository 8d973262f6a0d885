import type { App } from '../../platform/http/app.ts'
import type { ConstraintMeanings } from '../../platform/http/constraints.ts'
import { roleRoutes } from './role-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { setupRoutes } from './setup-routes.ts'
import type { SetUpHooks } from './setup-routes.ts'
import { tokenRoutes } from './token-routes.ts'
import { userRoutes } from './user-routes.ts'

export { actorOfUser, secretHash } from './authenticate.ts'
export { IDENTITY_CHANNEL, identities } from './identity-cache.ts'
export { createUser } from './change-user.ts'
export { jobs } from './jobs.ts'
export { updatePasswordHash as storePasswordHash } from './login-store.ts'
export { hashPassword, wrapMd5 } from './password.ts'
export { syncBuiltinRoles } from './role-store.ts'
export { BUILTIN_ROLES } from './roles.ts'
export { requireRecentPassword } from './session.ts'
export { issueSetupToken, setUpCompany } from './set-up-company.ts'
export type { SetUpHooks } from './setup-routes.ts'
export { isSetupNeeded } from './setup-store.ts'
export { settings } from './settings.ts'

export function routes(app: App, hooks: SetUpHooks = {}): void {
  setupRoutes(app, hooks)
  sessionRoutes(app)
  tokenRoutes(app)
  userRoutes(app)
  roleRoutes(app)
}

export const constraints: ConstraintMeanings = {
  users_username_key: { code: 'username_taken', status: 409, message: 'There is already a user with this name; choose another one', field: 'username' },
  users_reseller_fk: { code: 'invalid', status: 422, message: 'There is no such reseller', field: 'reseller_id' },
  user_branches_branch_fk: { code: 'invalid', status: 422, message: 'One of the branches does not exist', field: 'branch_ids' },
  users_reseller_scope: { code: 'invalid', status: 422, message: 'A person of a reseller names the reseller, others do not', field: 'reseller_id' },
  roles_key_key: { code: 'already_exists', status: 409, message: 'There is already a role with this key; choose another one', field: 'key' },
}
