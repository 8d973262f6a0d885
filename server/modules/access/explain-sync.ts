import type { LineSync } from './sync-store.ts'

export const SYNC_REASONS = [
  'no_router',
  'not_pppoe',
  'no_login',
  'router_inactive',
  'router_frozen',
  'router_unreachable',
  'foreign_same_name',
  'no_password',
  'profile_missing',
  'profile_differs',
  'held',
  'session_stays',
  'refused',
  'on_its_way',
] as const
export type SyncReason = (typeof SYNC_REASONS)[number]

const KNOWN = ['foreign_same_name', 'no_password', 'profile_missing', 'profile_differs', 'held'] as const

/** Null: no router is told of this line, so there is nothing to be in step with. */
export const isInSync = (line: LineSync): boolean | null => (uncarried(line) === null ? line.is_applied : null)

/** Why the network does not do for a line what is wanted; null where it does. */
export function syncReason(line: LineSync, now: Temporal.Instant): SyncReason | null {
  const none = uncarried(line)
  if (none !== null) return none
  if (line.is_applied) return null
  if (line.is_router_active === false) return 'router_inactive'
  if (line.is_router_frozen === true) return 'router_frozen'
  if (line.last_error === 'session_stays') return 'session_stays'
  if (line.retry_at !== null && Temporal.Instant.compare(line.retry_at, now) > 0) return 'router_unreachable'
  if (line.last_error === null) return 'on_its_way'
  return KNOWN.find((code) => code === line.last_error) ?? 'refused'
}

function uncarried({ router_id, connection_kind, login }: LineSync): SyncReason | null {
  if (connection_kind !== 'pppoe') return 'not_pppoe'
  if (login === null) return 'no_login'
  return router_id === null ? 'no_router' : null
}
