import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'

export interface MonthlyPrice {
  readonly subscriptionId: bigint
  /** Of a month by the terms in force, the discount taken off; VAT as the price list has it. */
  readonly price: Minor
  readonly anchorDay: number
  readonly proration: 'actual_days' | 'fixed_30' | 'none'
}

/** What lines cost a month on a day. A prepaid package of days or several months is brought to a month; lines without terms on that day are left out. */
export async function selectMonthlyPrices(conn: Pick<Conn, 'db'>, subscriptionIds: readonly bigint[], on: PlainDate): Promise<Map<bigint, MonthlyPrice>> {
  if (subscriptionIds.length === 0) return new Map()
  const { rows } = await sql<MonthlyPrice>`
    select s.id as "subscriptionId", s.anchor_day as "anchorDay", p.proration,
      case when s.billing_mode = 'postpaid' then d.price when v.validity_unit = 'month' then div_round_half_up(d.price, v.validity_count)
        else div_round_half_up(d.price::numeric * 30, v.validity_count) end as price
    from subscriptions s join billing_policies p on p.id = s.billing_policy_id
      join lateral (
        select t.package_version_id, t.price_override_minor, t.discount_bp, t.discount_minor from subscription_terms t
        where t.subscription_id = s.id and t.starts_on <= ${on} and (t.ends_on is null or t.ends_on > ${on}) order by t.starts_on desc limit 1) t on true
      join package_versions v on v.id = t.package_version_id
      cross join lateral (select coalesce(t.price_override_minor, v.price_minor) as list) l
      cross join lateral (select greatest(l.list - div_round_half_up(l.list::numeric * t.discount_bp, 10000) - t.discount_minor, 0)::bigint as price) d
    where s.id = any(${subscriptionIds.map(String)}::bigint[]) order by s.id`.execute(conn.db)
  return new Map(rows.map((row) => [row.subscriptionId, row]))
}
