import { sql } from 'kysely'
import type { Instant, PlainDate } from '../../../../kernel/time.ts'
import type { Conn } from '../../../../platform/db/tx.ts'
import type { EVENT_KINDS } from '../onu.ts'

type Db = Pick<Conn, 'db'>

/** Light of an ONU over a span of time; null where it was not measured. */
export interface LightPoint {
  readonly at: Instant
  readonly rx_min: number | null
  readonly rx: number | null
  readonly rx_max: number | null
  readonly olt_rx: number | null
}

/** As measured, in steps of so many seconds; hundredths of a dBm. */
export async function selectSamples(
  { db }: Db,
  onuId: bigint,
  { from, to, stepSeconds }: { from: Instant; to: Instant; stepSeconds: number },
): Promise<LightPoint[]> {
  const { rows } = await sql<LightPoint>`
    select to_timestamp(floor(extract(epoch from at) / ${stepSeconds}::int) * ${stepSeconds}::int) as at, min(rx_centi_dbm)::int as rx_min, round(avg(rx_centi_dbm))::int as rx,
      max(rx_centi_dbm)::int as rx_max, round(avg(olt_rx_centi_dbm))::int as olt_rx
    from optical_samples where onu_id = ${onuId} and at >= ${from} and at < ${to} group by 1 order by 1`.execute(db)
  return rows
}

/** By the hour or by the day, from what was folded. */
export async function selectHours({ db }: Db, onuId: bigint, { from, to, unit }: { from: Instant; to: Instant; unit: 'hour' | 'day' }): Promise<LightPoint[]> {
  const { rows } = await sql<LightPoint>`
    with hours as (
      select (d.day + make_interval(hours => d.hours[n][1])) at time zone 'UTC' as at, nullif(d.hours[n][3], -32768) as low, nullif(d.hours[n][4], -32768) as mean,
        nullif(d.hours[n][5], -32768) as high, nullif(d.hours[n][7], -32768) as olt_mean
      from optical_hours d cross join lateral generate_subscripts(d.hours, 1) as n
      where d.onu_id = ${onuId} and d.day >= (${from}::timestamptz at time zone 'UTC')::date and d.day <= (${to}::timestamptz at time zone 'UTC')::date
    )
    select date_trunc(${unit}, at, 'UTC') as at, min(low)::int as rx_min, round(avg(mean))::int as rx, max(high)::int as rx_max, round(avg(olt_mean))::int as olt_rx
    from hours where at >= ${from} and at < ${to} group by 1 order by 1`.execute(db)
  return rows
}

export interface ShownEvent {
  readonly at: Instant
  readonly id: bigint
  readonly onu_id: bigint
  readonly olt_id: bigint
  readonly pon: string
  readonly kind: (typeof EVENT_KINDS)[number]
  readonly was: string | null
  readonly is_now: string | null
  readonly cause: string | null
  readonly raw_cause: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** What has happened to an ONU, the newest first; `limit + 1` rows. */
export async function selectEvents(
  { db }: Db,
  onuId: bigint,
  { limit, after }: { limit: number; after?: { at: Instant; id: bigint } | undefined },
): Promise<ShownEvent[]> {
  const older = after === undefined ? sql`true` : sql`(at, id) < (${after.at}, ${after.id})`
  const { rows } = await sql<ShownEvent>`
    select at, id, onu_id, olt_id, pon, kind, was, is_now, cause, raw_cause, detail from onu_events where onu_id = ${onuId} and ${older}
    order by at desc, id desc limit ${limit + 1}`.execute(db)
  return rows
}

export interface ShownPlace {
  readonly since: Instant
  readonly until: Instant | null
  readonly olt_id: bigint
  readonly olt_name: string
  readonly pon: string
  readonly onu_index: number
}

/** Where it has stood, the newest first. */
export async function selectPlacesOf({ db }: Db, onuId: bigint): Promise<ShownPlace[]> {
  const { rows } = await sql<ShownPlace>`
    select p.since, p.until, p.olt_id, o.name as olt_name, p.pon, p.onu_index from onu_places p join olts o on o.id = p.olt_id where p.onu_id = ${onuId}
    order by p.since desc limit 50`.execute(db)
  return rows
}

/** Days that are over and not folded yet, back to `most` days. */
export async function selectUnfolded({ db }: Db, today: PlainDate, most: number): Promise<PlainDate[]> {
  const { rows } = await sql<{ day: PlainDate }>`
    select d::date as day from generate_series(${today}::date - ${most}::int, ${today}::date - 1, interval '1 day') d
    where not exists (select from optical_folds f where f.day = d::date) order by 1`.execute(db)
  return rows.map(({ day }) => day)
}

export async function foldDay({ db }: Db, day: PlainDate, at: Instant): Promise<bigint> {
  return (await sql<{ n: bigint }>`select fold_optical_day(${day}, ${at}) as n`.execute(db)).rows[0]?.n ?? 0n
}
