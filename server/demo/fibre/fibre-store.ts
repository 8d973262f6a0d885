import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

/** A fibre line and the POP whose router carries it. */
export interface FibreLine {
  readonly id: bigint
  readonly login: string
  readonly mac: string | null
  readonly client_code: string
  readonly pop: string
  readonly has_left: boolean
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Fibre lines that were changed since then, in the order they were registered. */
export async function selectFibreLines({ db }: Db, since: Instant): Promise<FibreLine[]> {
  const { rows } = await sql<FibreLine>`
    select s.id, s.pppoe_login as login, s.mac, c.code as client_code, r.name as pop, s.state = 'left' as has_left, c.latitude, c.longitude
    from subscriptions s join clients c on c.id = s.client_id join routers r on r.id = s.router_id
    where s.medium = 'fibre' and s.pppoe_login is not null and s.updated_at >= ${since} order by s.id`.execute(db)
  return rows
}

export async function selectOltAt({ db }: Db, host: string, port: number): Promise<bigint | null> {
  return (await sql<{ id: bigint }>`select id from olts where host = ${host} and cli_port = ${port}`.execute(db)).rows[0]?.id ?? null
}

/** The fitters have written down whose ONU is whose, but for a few. */
export async function insertLinks(tx: Tx, oltId: bigint, { unlinkedEvery }: { unlinkedEvery: number }): Promise<void> {
  await sql`
    insert into onu_links (onu_id, subscription_id, source, reason, since)
    select distinct on (s.id) o.id, s.id, 'automatic', jsonb_build_array(jsonb_build_object('rule', 'caller_id', 'value', m.mac)), ${tx.now}
    from onus o join onu_macs m on m.onu_id = o.id join subscriptions s on s.mac = m.mac
    where o.olt_id = ${oltId} and o.is_present and s.state <> 'left' and s.id % ${unlinkedEvery}::int <> 0 order by s.id, o.id
    on conflict do nothing`.execute(tx.db)
}

/** Where an ONU is, as far as it is known whose it is. */
export interface Home {
  readonly pon: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly area_id: bigint | null
}

/** The homes of an OLT's ONUs, PON by PON, in the order of their numbers. */
export async function selectHomes({ db }: Db, oltId: bigint): Promise<Home[]> {
  const { rows } = await sql<Home>`
    select o.pon, c.latitude, c.longitude, c.area_id
    from onus o left join onu_links l on l.onu_id = o.id and l.until is null left join subscriptions s on s.id = l.subscription_id left join clients c on c.id = s.client_id
    where o.olt_id = ${oltId} and o.is_present order by o.pon, o.onu_index`.execute(db)
  return rows
}

/** Which box each ONU of a PON is on: eight in a row on one. */
export async function updateBoxes(tx: Tx, oltId: bigint, pon: string, boxIds: readonly bigint[], perBox: number): Promise<void> {
  await sql`
    update onus o set box_id = (${boxIds.map(String)}::bigint[])[((n.n - 1) / ${perBox}::int + 1)::int], box_port = ((n.n - 1) % ${perBox}::int + 1)::int
    from (select id, row_number() over (order by onu_index) as n from onus where olt_id = ${oltId} and pon = ${pon} and is_present) n where n.id = o.id`.execute(
    tx.db,
  )
}

/**
 * Light as it would have been measured over the last weeks: what it is now, with what each has lost since by its decay (hundredths of a dB in a day, by
 * MAC of the host), and the small ups and downs of every day.
 */
export async function insertPastLight(
  tx: Tx,
  oltId: bigint,
  { days, decayEvery, decayCenti }: { days: number; decayEvery: number; decayCenti: number },
): Promise<void> {
  await sql`select make_month_partition('optical_hours', (${tx.now}::timestamptz at time zone 'UTC')::date - n) from generate_series(0, ${days}::int, 15) n`.execute(
    tx.db,
  )
  await sql`select make_day_partition('optical_samples', (${tx.now}::timestamptz at time zone 'UTC')::date - n) from generate_series(0, 2) n`.execute(tx.db)
  const lit = sql`
    select o.id, o.rx_centi_dbm as rx, o.olt_rx_centi_dbm as olt_rx, coalesce(s.id % ${decayEvery}::int = 0, false) as decays
    from onus o left join onu_links l on l.onu_id = o.id and l.until is null left join subscriptions s on s.id = l.subscription_id
    where o.olt_id = ${oltId} and o.rx_centi_dbm is not null`
  await sql`
    insert into optical_hours (onu_id, day, hours)
    select id, day, array_agg(array[hour, 4, v - 9, v, v + 8, coalesce(w - 11, -32768), coalesce(w, -32768), coalesce(w + 10, -32768)]::smallint[] order by hour)
    from (
      select x.id, d.day::date as day, h.hour, x.rx + x.lost * d.ago + x.drift as v, x.olt_rx + x.lost * d.ago + x.drift as w
      from (select days.ago, (${tx.now}::timestamptz at time zone 'UTC')::date - days.ago as day from generate_series(1, ${days}::int) as days (ago)) d
        cross join generate_series(0, 23) as h (hour)
        cross join lateral (select lit.id, lit.rx, lit.olt_rx, case when lit.decays then ${decayCenti}::int else 0 end as lost, ((lit.id * 7 + h.hour * 13 + d.ago * 5) % 13 - 6)::int as drift
          from (${lit}) lit) x
    ) v group by id, day
    on conflict (onu_id, day) do nothing`.execute(tx.db)
  await sql`
    insert into optical_samples (onu_id, at, rx_centi_dbm, olt_rx_centi_dbm)
    select lit.id, at, lit.rx + (lit.id * 7 + n * 13) % 13 - 6, lit.olt_rx + (lit.id * 5 + n * 11) % 13 - 6
    from (${lit}) lit cross join lateral generate_series(1, 96) n cross join lateral (select ${tx.now}::timestamptz - n * interval '15 minutes' as at) t`.execute(
    tx.db,
  )
  await sql`
    insert into optical_folds (day, folded_at) select (${tx.now}::timestamptz at time zone 'UTC')::date - n, ${tx.now} from generate_series(1, ${days}::int) n on conflict do nothing`.execute(
    tx.db,
  )
}
