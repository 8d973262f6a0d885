import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/time.ts'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

export const PORT_KINDS = ['pon', 'uplink', 'other'] as const

export interface PortSeen {
  readonly name: string
  readonly kind: (typeof PORT_KINDS)[number]
  readonly description: string
  readonly is_enabled: boolean | null
  readonly is_up: boolean | null
  readonly speed_mbps: number | null
  readonly tx_centi_dbm: number | null
  readonly rx_centi_dbm: number | null
  readonly temperature_c: number | null
}

/** Ports as they are, and a sample of those whose light or temperature was measured. */
export async function upsertPorts(tx: Tx, oltId: bigint, ports: readonly PortSeen[], at: Instant): Promise<void> {
  if (ports.length === 0) return
  await sql`
    with given as (
      select distinct on (name) * from jsonb_to_recordset(${JSON.stringify(ports)}::jsonb) as g (name text, kind text, description text, is_enabled boolean, is_up boolean,
        speed_mbps bigint, tx_centi_dbm smallint, rx_centi_dbm smallint, temperature_c real) order by name
    ), sampled as (
      insert into olt_interface_samples (olt_id, name, at, is_up, tx_centi_dbm, rx_centi_dbm, temperature_c)
      select ${oltId}, name, ${at}, is_up, tx_centi_dbm, rx_centi_dbm, temperature_c from given
      where tx_centi_dbm is not null or rx_centi_dbm is not null or temperature_c is not null
    )
    insert into olt_interfaces as i (olt_id, name, kind, description, is_enabled, is_up, speed_mbps, tx_centi_dbm, rx_centi_dbm, temperature_c, since, seen_at)
    select ${oltId}, name, kind, description, is_enabled, is_up, speed_mbps, tx_centi_dbm, rx_centi_dbm, temperature_c, ${at}, ${at} from given
    on conflict (olt_id, name) do update set kind = excluded.kind, description = excluded.description, is_enabled = excluded.is_enabled, is_up = excluded.is_up,
      speed_mbps = excluded.speed_mbps, tx_centi_dbm = excluded.tx_centi_dbm, rx_centi_dbm = excluded.rx_centi_dbm, temperature_c = excluded.temperature_c,
      seen_at = excluded.seen_at, since = case when i.is_up is distinct from excluded.is_up then excluded.since else i.since end`.execute(tx.db)
}

export async function deletePortsUnseen(tx: Tx, oltId: bigint, at: Instant): Promise<void> {
  await sql`delete from olt_interfaces where olt_id = ${oltId} and seen_at < ${at}`.execute(tx.db)
}

export interface Port extends PortSeen {
  readonly since: Instant
  readonly seen_at: Instant
}

export async function selectPorts({ db }: Db, oltId: bigint): Promise<Port[]> {
  const { rows } = await sql<Port>`
    select name, kind, description, is_enabled, is_up, speed_mbps::float8 as speed_mbps, tx_centi_dbm, rx_centi_dbm, temperature_c, since, seen_at
    from olt_interfaces where olt_id = ${oltId} order by kind, name`.execute(db)
  return rows
}

export interface PortSample {
  readonly at: Instant
  readonly is_up: boolean | null
  readonly tx_centi_dbm: number | null
  readonly rx_centi_dbm: number | null
  readonly temperature_c: number | null
}

/** A port's light over a time, at most `most` of the samples, evenly taken. */
export async function selectPortSamples(
  { db }: Db,
  oltId: bigint,
  name: string,
  { from, to, most }: { from: Instant; to: Instant; most: number },
): Promise<PortSample[]> {
  const { rows } = await sql<PortSample>`
    select at, is_up, tx_centi_dbm, rx_centi_dbm, temperature_c from (
      select *, row_number() over (order by at) as n, count(*) over () as total from olt_interface_samples
      where olt_id = ${oltId} and name = ${name} and at >= ${from} and at < ${to}) s
    where total <= ${most}::int or n % ceil(total::numeric / ${most}::int) = 0 order by at`.execute(db)
  return rows
}
