import type { SuspendBy } from './sync/desired.ts'
import type { Hold } from './sync/plan-router.ts'

/** A router as a person has set it up. */
export interface Router {
  readonly id: bigint
  readonly branch_id: bigint
  readonly branch_name: string
  readonly name: string
  /** Empty: not known yet, and nothing is done. */
  readonly host: string
  readonly port: number
  readonly is_tls: boolean
  readonly tls_fingerprint: string | null
  readonly username: string
  readonly has_password: boolean
  readonly suspend_by: SuspendBy
  readonly suspend_target: string
  readonly address_pool: string
  readonly local_address: string | null
  readonly commands_per_second: number
  readonly max_change_percent: number
  readonly is_frozen: boolean
  readonly frozen_reason: string
  readonly frozen_at: Temporal.Instant | null
  readonly is_active: boolean
  readonly version: number
}

/** What may be said when a router is added or changed. */
export type RouterFacts = Pick<
  Router,
  | 'branch_id'
  | 'name'
  | 'host'
  | 'port'
  | 'is_tls'
  | 'tls_fingerprint'
  | 'username'
  | 'suspend_by'
  | 'suspend_target'
  | 'address_pool'
  | 'local_address'
  | 'commands_per_second'
  | 'max_change_percent'
  | 'is_active'
>

/** What was last seen of it. */
export interface RouterHealth {
  readonly router_id: bigint
  readonly identity: string
  readonly os_version: string
  readonly board: string
  readonly uptime_seconds: bigint | null
  readonly cpu_percent: number | null
  readonly memory_free_bytes: bigint | null
  readonly memory_total_bytes: bigint | null
  readonly seen_at: Temporal.Instant | null
  readonly failures: number
  readonly retry_at: Temporal.Instant | null
  readonly error_kind: string | null
  readonly error: string | null
  readonly failed_at: Temporal.Instant | null
  readonly reconciled_at: Temporal.Instant | null
  readonly secrets: number
  readonly own_secrets: number
  readonly foreign_secrets: number
  readonly sessions: number
  readonly held_kind: Hold['kind'] | null
  readonly held_changes: number | null
  readonly held_limit: number | null
  readonly held_at: Temporal.Instant | null
  readonly released_changes: number
  readonly exported_at: Temporal.Instant | null
  readonly export_error: string | null
}

export const passwordAad = (routerId: bigint): string => `routers:${routerId}:password`
export const deviceId = (routerId: bigint): string => `router:${routerId}`
