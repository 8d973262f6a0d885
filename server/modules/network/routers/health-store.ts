import { sql } from 'kysely'
import type { Conn } from '../../../platform/db/tx.ts'
import type { RouterHealth } from './router.ts'
import { HOLDS } from './sync/plan-router.ts'
import type { Hold } from './sync/plan-router.ts'

type Db = Pick<Conn, 'db'>

const columns = sql`router_id, identity, os_version, board, uptime_seconds, cpu_percent, memory_free_bytes, memory_total_bytes, seen_at, failures, retry_at, error_kind, error,
  failed_at, reconciled_at, secrets, own_secrets, foreign_secrets, sessions, held_kind, held_changes, held_limit, held_at, released_changes, exported_at, export_error`

export async function insertHealth({ db }: Db, routerId: bigint): Promise<void> {
  await sql`insert into router_health (router_id) values (${routerId})`.execute(db)
}

export async function selectHealth({ db }: Db, routerIds: readonly bigint[]): Promise<ReadonlyMap<bigint, RouterHealth>> {
  const { rows } = await sql<RouterHealth>`select ${columns} from router_health where router_id = any(${routerIds.map(String)}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.router_id, row]))
}

export interface Seen {
  readonly identity: string
  readonly version: string
  readonly board: string
  readonly uptimeSeconds: bigint | null
  readonly cpuPercent: number | null
  readonly freeBytes: bigint
  readonly totalBytes: bigint
}

/** It answered: the breaker closes. */
export async function updateSeen({ db }: Db, routerId: bigint, seen: Seen, at: Temporal.Instant): Promise<void> {
  await sql`
    update router_health set identity = ${seen.identity}, os_version = ${seen.version}, board = ${seen.board}, uptime_seconds = ${seen.uptimeSeconds},
      cpu_percent = ${seen.cpuPercent}, memory_free_bytes = ${seen.freeBytes}, memory_total_bytes = ${seen.totalBytes}, seen_at = ${at},
      failures = 0, retry_at = null, error_kind = null, error = null
    where router_id = ${routerId}`.execute(db)
}

export async function updateFailed(
  { db }: Db,
  routerId: bigint,
  { failures, retryAt, kind, message, at }: { failures: number; retryAt: Temporal.Instant; kind: string; message: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update router_health set failures = ${failures}, retry_at = ${retryAt}, error_kind = ${kind}, error = ${message}, failed_at = ${at} where router_id = ${routerId}`.execute(
    db,
  )
}

/** A person has changed something about it: it may be tried again at once. */
export async function forgetFailures({ db }: Db, routerId: bigint): Promise<void> {
  await sql`update router_health set failures = 0, retry_at = null where router_id = ${routerId} and (failures > 0 or retry_at is not null)`.execute(db)
}

export interface Compared {
  readonly secrets: number
  readonly ownSecrets: number
  readonly foreignSecrets: number
  readonly sessions: number
}

/** After all of a router was compared. */
export async function updateCompared({ db }: Db, routerId: bigint, compared: Compared, at: Temporal.Instant): Promise<void> {
  await sql`
    update router_health set reconciled_at = ${at}, secrets = ${compared.secrets}, own_secrets = ${compared.ownSecrets}, foreign_secrets = ${compared.foreignSecrets},
      sessions = ${compared.sessions}
    where router_id = ${routerId}`.execute(db)
}

/**
 * A guard has stopped a plan, or (null) none stops it any more; what was let through is used up with it. What was held for another kind of reason
 * than `kinds` stays.
 */
export async function updateHold(
  { db }: Db,
  routerId: bigint,
  hold: Hold | null,
  { at, kinds = HOLDS }: { at: Temporal.Instant; kinds?: readonly Hold['kind'][] },
): Promise<void> {
  const isOurs = sql`(held_kind is null or held_kind = any(${kinds as Hold['kind'][]}::text[]))`
  if (hold === null) {
    await sql`
      update router_health set held_kind = null, held_changes = null, held_limit = null, held_at = null, released_changes = 0
      where router_id = ${routerId} and (held_kind is not null or released_changes > 0) and ${isOurs}`.execute(db)
    return
  }
  await sql`
    update router_health set held_kind = ${hold.kind}, held_changes = ${hold.changes}, held_limit = ${hold.limit}, held_at = coalesce(held_at, ${at})
    where router_id = ${routerId} and ${isOurs} and (held_kind, held_changes, held_limit) is distinct from (${hold.kind}, ${hold.changes}::int, ${hold.limit}::int)`.execute(
    db,
  )
}

export async function updateReleased({ db }: Db, routerId: bigint, { changes, by }: { changes: number; by: bigint | null }): Promise<void> {
  await sql`update router_health set released_changes = ${changes}, released_by = ${by} where router_id = ${routerId}`.execute(db)
}
