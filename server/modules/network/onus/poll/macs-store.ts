import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/time.ts'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

export async function upsertMacs(
  tx: Tx,
  oltId: bigint,
  rows: readonly { readonly pon: string; readonly onu_index: number; readonly mac: string; readonly vlan: number | null }[],
  at: Instant,
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into onu_macs as m (onu_id, mac, vlan, first_seen_at, seen_at)
    select distinct on (o.id, g.mac) o.id, g.mac, g.vlan, ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (pon text, onu_index int, mac text, vlan int)
      join onus o on o.olt_id = ${oltId} and o.is_present and o.pon = g.pon and o.onu_index = g.onu_index
    order by o.id, g.mac
    on conflict (onu_id, mac) do update set seen_at = excluded.seen_at, vlan = excluded.vlan`.execute(tx.db)
}

export async function deleteMacsUnseen(tx: Tx, oltId: bigint, before: Instant): Promise<void> {
  await sql`delete from onu_macs m using onus o where o.id = m.onu_id and o.olt_id = ${oltId} and m.seen_at < ${before}`.execute(tx.db)
}

export interface OnuMac {
  readonly onu_id: bigint
  readonly pon: string
  readonly onu_index: number
  readonly serial: string | null
  readonly mac: string
  readonly vlan: number | null
  readonly seen_at: Instant
}

/** Behind one ONU, or behind all of an OLT, by address; `limit + 1` rows. */
export async function selectMacs(
  { db }: Db,
  {
    oltId,
    onuId,
    q,
    limit,
    after,
  }: { oltId?: bigint; onuId?: bigint; q?: string | undefined; limit: number; after?: { mac: string; onu_id: bigint } | undefined },
): Promise<OnuMac[]> {
  const where = [sql`true`]
  if (oltId !== undefined) where.push(sql`o.olt_id = ${oltId} and o.is_present`)
  if (onuId !== undefined) where.push(sql`o.id = ${onuId}`)
  if (q !== undefined) where.push(sql`m.mac like ${`%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`)
  if (after !== undefined) where.push(sql`(m.mac, m.onu_id) > (${after.mac}, ${after.onu_id})`)
  const { rows } = await sql<OnuMac>`
    select m.onu_id, o.pon, o.onu_index, o.serial, m.mac, m.vlan, m.seen_at from onu_macs m join onus o on o.id = m.onu_id
    where ${sql.join(where, sql` and `)} order by m.mac, m.onu_id limit ${limit + 1}`.execute(db)
  return rows
}
