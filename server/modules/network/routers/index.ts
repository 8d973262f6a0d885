import type { ConstraintMeanings } from '../../../platform/http/constraints.ts'

export { connectRouter } from './routeros/connection.ts'
export type { Row } from './routeros/reply.ts'
export { parseFingerprint } from './routeros/socket.ts'
export { printable } from './routeros/text.ts'
export { changeRouter, createRouter } from './change-router.ts'
export { convergeRouter, planOf } from './converge-router.ts'
export type { Found, Wishes } from './converge-router.ts'
export { paceOf } from './device/pace.ts'
export { endSessionsOf, holdRouter } from './end-sessions-of.ts'
export { requireLease } from './device/lease-store.ts'
export { withRouter } from './device/router-actor.ts'
export type { Device } from './device/router-actor.ts'
export { BreakerOpen, RouterBusy } from './errors.ts'
export { jobs } from './jobs.ts'
export { settings } from './settings.ts'
export { findSession } from './find-session.ts'
export type { LineSession } from './find-session.ts'
export { reconcileRouter } from './job-definitions.ts'
export { readPpp } from './read-ppp.ts'
export type { Ppp, PppProfile, PppSecret } from './read-ppp.ts'
export { readRouter, routerInUse } from './read-router.ts'
export { isTroubleOfRouter, readRelease, readRetryAt, recordFound, wantsWhole } from './record-found.ts'
export { HOLDS } from './router.ts'
export type { Router } from './router.ts'
export { routes } from './routes.ts'
export { selectActiveRouters as listActiveRouters } from './store.ts'
export type { DesiredLine, Speeds } from './sync/desired.ts'
export type { ObservedSecret } from './sync/observed.ts'
export type { Op, Plan } from './sync/plan-router.ts'
export { topics } from './topics.ts'

export const constraints: ConstraintMeanings = {
  routers_name: { code: 'router_name_taken', status: 409, message: 'There is already a router with this name; choose another one', field: 'name' },
  routers_address: { code: 'router_address_taken', status: 409, message: 'There is already a router at this address and port', field: 'host' },
  routers_branch_id_fkey: { code: 'no_such_branch', status: 422, message: 'There is no such branch', field: 'branch_id' },
  subscriptions_router_id_fkey: { code: 'no_such_router', status: 422, message: 'There is no such router', field: 'router_id' },
}
