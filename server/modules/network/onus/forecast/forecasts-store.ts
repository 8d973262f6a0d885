import { sql } from 'kysely'
import type { Scope } from '../../../../kernel/actor.ts'
import type { Minor } from '../../../../kernel/money.ts'
import type { Instant, PlainDate } from '../../../../kernel/time.ts'
import type { Conn } from '../../../../platform/db/tx.ts'
import { oltsIn } from '../../olts/index.ts'
import type { DayOfLight } from './trend.ts'

type Db = Pick<Conn, 'db'>

/** The light of each day, in the middle of its hours, of ONUs that are there; in the order of their ids, `limit` of them behind `after`. */
export async function selectDays(
  { db }: Db,
  { from, after, limit }: { from: PlainDate; after: bigint; limit: number },
): Promise<{ onu_id: bigint; days: DayOfLight[] }[]> {
  const { rows } = await sql<{ onu_id: bigint; days: DayOfLight[] }>`
    with batch as (select id from onus where id > ${after} and is_present order by id limit ${limit})
    select h.onu_id, jsonb_agg(jsonb_build_object('day', h.day - ${from}::date, 'dbm', h.mean / 100.0) order by h.day) as days
    from batch join lateral (
      select onu_id, day, (select percentile_cont(0.5) within group (order by hours[n][4]) from generate_subscripts(hours, 1) n where hours[n][4] > -32768) as mean
      from optical_hours where onu_id = batch.id and day >= ${from}) h on h.mean is not null
    group by h.onu_id order by h.onu_id`.execute(db)
  return rows
}

/** The last of so many ONUs behind `after`; null: there are none. */
export async function selectLast({ db }: Db, after: bigint, limit: number): Promise<bigint | null> {
  const { rows } = await sql<{ id: bigint | null }>`
    select max(id) as id from (select id from onus where id > ${after} and is_present order by id limit ${limit}) s`.execute(db)
  return rows[0]?.id ?? null
}

export interface Forecast {
  readonly onu_id: bigint
  readonly slope_centi_per_1000_days: number
  readonly now_centi_dbm: number
  readonly days: number
  readonly crosses_on: string | null
}

/** Replaces what was foretold of the ONUs between two ids. */
export async function replaceForecasts(
  { db }: Db,
  { after, until, forecasts, at }: { after: bigint; until: bigint; forecasts: readonly Forecast[]; at: Instant },
): Promise<void> {
  await sql`
    with gone as (delete from onu_forecasts where onu_id > ${after} and onu_id <= ${until} and onu_id <> all(${forecasts.map(({ onu_id }) => onu_id.toString())}::bigint[]))
    insert into onu_forecasts as f (onu_id, slope_centi_per_1000_days, now_centi_dbm, days, crosses_on, computed_at)
    select onu_id, slope_centi_per_1000_days, now_centi_dbm, days, crosses_on, ${at}
    from jsonb_to_recordset(${JSON.stringify(forecasts, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))}::jsonb)
      as g (onu_id bigint, slope_centi_per_1000_days int, now_centi_dbm smallint, days int, crosses_on date)
    on conflict (onu_id) do update set slope_centi_per_1000_days = excluded.slope_centi_per_1000_days, now_centi_dbm = excluded.now_centi_dbm, days = excluded.days,
      crosses_on = excluded.crosses_on, computed_at = excluded.computed_at`.execute(db)
}

export interface ShownForecast {
  readonly onu_id: bigint
  readonly serial: string | null
  readonly mac: string | null
  readonly olt_id: bigint
  readonly olt_name: string
  readonly pon: string
  readonly onu_index: number
  readonly box_name: string | null
  readonly subscription_id: bigint | null
  readonly client_id: bigint | null
  readonly client_code: string | null
  readonly client_name: string | null
  readonly now_centi_dbm: number
  readonly slope_centi_per_1000_days: number
  readonly days: number
  readonly crosses_on: PlainDate
  /** The price of the line's package now; 0 where none is linked. */
  readonly monthly_minor: Minor
}

export const FORECAST_SORTS = ['revenue', 'soonest'] as const
export type ForecastSort = (typeof FORECAST_SORTS)[number]

/** Whose light crosses the limit until then, by what is at stake or the soonest first; `limit + 1` rows. */
export async function selectForecasts(
  { db }: Db,
  scope: Scope,
  {
    sort,
    until,
    today,
    limit,
    after,
  }: { sort: ForecastSort; until: PlainDate; today: PlainDate; limit: number; after?: { key: string; onu_id: bigint } | undefined },
): Promise<(ShownForecast & { sort_key: string })[]> {
  const money = sql`to_char(999999999999 - monthly_minor, 'FM000000000000')`
  const day = sql`to_char(crosses_on, 'YYYYMMDD')`
  const key = sort === 'revenue' ? sql`(${money} || ${day}) collate "C"` : sql`(${day} || ${money}) collate "C"`
  const further = after === undefined ? sql`true` : sql`(sort_key, onu_id) > (${after.key}, ${after.onu_id})`
  const { rows } = await sql<ShownForecast & { sort_key: string }>`
    select * from (
      select *, ${key} as sort_key from (
        select f.onu_id, n.serial, n.mac, n.olt_id, o.name as olt_name, n.pon, n.onu_index, b.name as box_name, l.subscription_id, s.client_id, c.code as client_code,
          c.name as client_name, f.now_centi_dbm, f.slope_centi_per_1000_days, f.days, f.crosses_on,
          coalesce((select coalesce(t.price_override_minor, v.price_minor) from subscription_terms t join package_versions v on v.id = t.package_version_id
            where t.subscription_id = l.subscription_id and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on > ${today}) order by t.starts_on desc limit 1), 0) as monthly_minor
        from onu_forecasts f join onus n on n.id = f.onu_id join olts o on o.id = n.olt_id left join boxes b on b.id = n.box_id
          left join onu_links l on l.onu_id = n.id and l.until is null left join subscriptions s on s.id = l.subscription_id left join clients c on c.id = s.client_id
        where f.crosses_on <= ${until} and n.is_present and ${oltsIn(scope)}) priced) keyed
    where ${further} order by sort_key, onu_id limit ${limit + 1}`.execute(db)
  return rows
}
