import type { ConstraintMeanings } from '../../../platform/http/constraints.ts'

export { installed, writeConfig } from './config/write-config.ts'
export { jobs } from './jobs.ts'
export { radiusKey } from './key-store.ts'
export { matchSessions } from './match-sessions.ts'
export { countSessions } from './match-store.ts'
export { refreshCredentials } from './refresh-credentials.ts'
export { makeRole } from './role-store.ts'
export { selectRadiusRouter as readRadiusRouter } from './routers-store.ts'
export { routes } from './routes.ts'
export { settings } from './settings.ts'
export { setUpRadius } from './set-up-router.ts'

export const constraints: ConstraintMeanings = {
  radius_routers_address: { code: 'radius_address_taken', status: 409, message: 'Another router already asks from this address', field: 'address' },
}
