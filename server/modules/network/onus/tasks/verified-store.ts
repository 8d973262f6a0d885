import { sql } from 'kysely'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'
import type { SeenWrite } from '../../olts/index.ts'

/** Empty: the OLT has not said yet. */
export interface Firmware {
  readonly model: string
  readonly firmware: string
}

export interface VerifiedWrite extends SeenWrite {
  readonly verified_at: Temporal.Instant
  readonly olt_name: string
}

/** What an OLT says it is, and what was seen to work on its like. Of one that has not said what it is, nothing. */
export async function selectSeen({ db }: Pick<Conn, 'db'>, oltId: bigint): Promise<{ firmware: Firmware; seen: VerifiedWrite[] }> {
  const { rows } = await sql<Firmware>`select model, firmware from olt_health where olt_id = ${oltId}`.execute(db)
  const [firmware = { model: '', firmware: '' }] = rows
  const { rows: seen } = await sql<VerifiedWrite>`
    select w.profile, w.model, w.firmware, w.verb, w.verified_at, o.name as olt_name from olt_verified_writes w join olts o on o.id = w.olt_id
    where w.model = ${firmware.model} and w.firmware = ${firmware.firmware} order by w.profile, w.verb`.execute(db)
  return { firmware, seen }
}

/** The newest one stands. */
export async function upsertVerified(
  tx: Tx,
  { profile, model, firmware, verb }: SeenWrite,
  { oltId, taskId }: { oltId: bigint; taskId: bigint },
): Promise<void> {
  await sql`
    insert into olt_verified_writes (profile, model, firmware, verb, verified_at, olt_id, task_id) values (${profile}, ${model}, ${firmware}, ${verb}, ${tx.now}, ${oltId}, ${taskId})
    on conflict (profile, model, firmware, verb) do update set verified_at = excluded.verified_at, olt_id = excluded.olt_id, task_id = excluded.task_id`.execute(
    tx.db,
  )
}
