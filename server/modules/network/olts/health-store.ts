import { sql } from 'kysely'
import type { Conn } from '../../../platform/db/tx.ts'
import type { OltHealth } from './olt.ts'

type Db = Pick<Conn, 'db'>

const columns = sql`olt_id, model, firmware, description, uptime_seconds, cpu_percent, memory_percent, temperature_c, seen_at, failures, retry_at, error_kind, error, failed_at`

export async function insertHealth({ db }: Db, oltId: bigint): Promise<void> {
  await sql`insert into olt_health (olt_id) values (${oltId})`.execute(db)
}

export async function selectHealth({ db }: Db, oltIds: readonly bigint[]): Promise<ReadonlyMap<bigint, OltHealth>> {
  const { rows } = await sql<OltHealth>`select ${columns} from olt_health where olt_id = any(${oltIds.map(String)}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.olt_id, row]))
}

/** It answered: the breaker closes. */
export async function updateAnswered({ db }: Db, oltId: bigint, at: Temporal.Instant): Promise<void> {
  await sql`
    update olt_health set seen_at = ${at}, failures = 0, retry_at = null, error_kind = null, error = null where olt_id = ${oltId}`.execute(db)
}

/** What it says of itself; what it does not say stays as it was said last. */
export async function updateSystem(
  { db }: Db,
  oltId: bigint,
  said: Pick<OltHealth, 'model' | 'firmware' | 'description' | 'uptime_seconds' | 'cpu_percent' | 'memory_percent' | 'temperature_c'>,
): Promise<void> {
  await sql`
    update olt_health set model = coalesce(nullif(${said.model}, ''), model), firmware = coalesce(nullif(${said.firmware}, ''), firmware),
      description = coalesce(nullif(${said.description}, ''), description), uptime_seconds = ${said.uptime_seconds}, cpu_percent = ${said.cpu_percent},
      memory_percent = ${said.memory_percent}, temperature_c = ${said.temperature_c}
    where olt_id = ${oltId}`.execute(db)
}

export async function updateFailed(
  { db }: Db,
  oltId: bigint,
  { failures, retryAt, kind, message, at }: { failures: number; retryAt: Temporal.Instant; kind: string; message: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update olt_health set failures = ${failures}, retry_at = ${retryAt}, error_kind = ${kind}, error = ${message}, failed_at = ${at} where olt_id = ${oltId}`.execute(
    db,
  )
}

/** A person has changed something about it: it may be tried again at once. */
export async function forgetFailures({ db }: Db, oltId: bigint): Promise<void> {
  await sql`update olt_health set failures = 0, retry_at = null where olt_id = ${oltId} and (failures > 0 or retry_at is not null)`.execute(db)
}
