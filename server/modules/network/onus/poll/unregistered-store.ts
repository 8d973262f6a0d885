import { sql } from 'kysely'
import type { Scope } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/time.ts'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'
import { oltsIn } from '../../olts/index.ts'

type Db = Pick<Conn, 'db'>

export interface UnregisteredRow {
  /** Empty: the OLT does not say on which. */
  readonly pon: string
  readonly identity: string
  readonly serial: string | null
  readonly raw_serial: string | null
  readonly mac: string | null
  readonly model: string
}

export interface Unregistered extends UnregisteredRow {
  readonly olt_id: bigint
  readonly olt_name: string
  readonly first_seen_at: Instant
  readonly seen_at: Instant
}

export async function upsertUnregistered(tx: Tx, oltId: bigint, rows: readonly UnregisteredRow[], at: Instant): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into unregistered_onus as u (olt_id, pon, identity, serial, raw_serial, mac, model, first_seen_at, seen_at)
    select distinct on (pon, identity) ${oltId}, pon, identity, serial, raw_serial, mac, model, ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (pon text, identity text, serial text, raw_serial text, mac text, model text)
    on conflict (olt_id, pon, identity) do update set seen_at = excluded.seen_at, model = excluded.model`.execute(tx.db)
}

export async function deleteUnregisteredUnseen(tx: Tx, oltId: bigint, at: Instant): Promise<void> {
  await sql`delete from unregistered_onus where olt_id = ${oltId} and seen_at < ${at}`.execute(tx.db)
}

/** On one OLT or on all in reach, the newest first; `limit + 1` rows. */
export async function selectUnregistered(
  { db }: Db,
  scope: Scope,
  { oltId, limit, after }: { oltId?: bigint | undefined; limit: number; after?: { at: Instant; identity: string } | undefined },
): Promise<Unregistered[]> {
  const where = [oltsIn(scope)]
  if (oltId !== undefined) where.push(sql`u.olt_id = ${oltId}`)
  if (after !== undefined) where.push(sql`(u.first_seen_at, u.identity) < (${after.at}, ${after.identity})`)
  const { rows } = await sql<Unregistered>`
    select u.olt_id, o.name as olt_name, u.pon, u.identity, u.serial, u.raw_serial, u.mac, u.model, u.first_seen_at, u.seen_at
    from unregistered_onus u join olts o on o.id = u.olt_id where ${sql.join(where, sql` and `)}
    order by u.first_seen_at desc, u.identity desc limit ${limit + 1}`.execute(db)
  return rows
}
