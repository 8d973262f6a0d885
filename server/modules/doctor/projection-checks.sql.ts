import { sql } from 'kysely'
import { MAX_ROWS } from './invariant.ts'
import type { CheckContext } from './invariant.ts'

type Row = Record<string, unknown>
const limit = sql.lit(MAX_ROWS)

/** The latest end of paid package days of a prepaid line `s`; twin of `paidThrough` of the billing module, held equal by a test. */
export const paidThrough = sql`(
  select max(least(p.ends_on, ch.ends_on)) from charges ch
    join billed_periods p on p.charge_id = ch.id left join invoice_balances b on b.invoice_id = p.invoice_id
  where ch.subscription_id = s.id and ch.item = 'package' and (ch.ends_on is null or p.starts_on < ch.ends_on)
    and ((b.open_minor = 0 and b.voided_minor = 0 and b.written_off_minor = 0) or (p.invoice_id is null and p.reason = 'free')))`

/**
 * D11. State, access, expiry and the client list say what their functions say. A profile whose terms begin today may still be
 * yesterday's: the job that follows the day has until midnight.
 */
export const projectionsThatDiffer = ({ today }: CheckContext) => sql<Row>`
  with reasons as (select subscription_id, array_agg(reason) as reasons from access_reasons group by 1),
  lines as (
    select s.id, s.client_id, s.state, s.static_ip, subscription_state(s.left_on, s.activated_on, coalesce(r.reasons, '{}')) as derived, coalesce(r.reasons, '{}') as reasons,
      coalesce((select v.router_profile from subscription_terms t join package_versions v on v.id = t.package_version_id
        where t.subscription_id = s.id and t.starts_on <= ${today} order by t.starts_on desc limit 1), '') as profile,
      coalesce((select v.router_profile from subscription_terms t join package_versions v on v.id = t.package_version_id
        where t.subscription_id = s.id and t.starts_on < ${today} order by t.starts_on desc limit 1), '') as profile_before
    from subscriptions s left join reasons r on r.subscription_id = s.id
  )
  select * from (
    (select 'state' as projection, l.id as subscription_id, l.client_id, l.state as kept, l.derived from lines l where l.state <> l.derived limit ${limit})
    union all
    (select 'access', l.id, l.client_id, case when a.subscription_id is null then 'no row' when a.desired_on then 'on ' else 'off ' end || coalesce(a.profile, ''), case when service_on(l.derived, l.reasons) then 'on ' else 'off ' end || l.profile
      from lines l left join access a on a.subscription_id = l.id
      where case when a.subscription_id is null then service_on(l.derived, l.reasons)
        else a.hash <> access_hash(service_on(l.derived, l.reasons), l.profile, l.static_ip) and a.hash <> access_hash(service_on(l.derived, l.reasons), l.profile_before, l.static_ip)
          or a.hash <> access_hash(a.desired_on, a.profile, a.static_ip) end limit ${limit})
    union all
    (select 'expiry', s.id, s.client_id, s.expires_on::text, ${paidThrough}::text from subscriptions s
      where s.billing_mode = 'prepaid' and s.expires_on is distinct from ${paidThrough} limit ${limit})
    union all
    (select 'client list', l.subscription_id, l.client_id, 'row differs', null from (
        (select * from client_list except select * from client_list_source) union all (select * from client_list_source except select * from client_list)) l limit ${limit})
  ) x order by 1, 2, 3 limit ${limit}`
