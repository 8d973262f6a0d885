import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { ComputedInvoice } from './invoice.ts'

/** Which clients a run bills. Empty = all of the company. */
export interface RunScope {
  readonly branchIds?: readonly bigint[]
  readonly areaIds?: readonly bigint[]
  readonly routerIds?: readonly bigint[]
  readonly resellerIds?: readonly bigint[]
  readonly clientIds?: readonly bigint[]
}

const idList = (ids: readonly bigint[]) => ids.map(String)

/** The clients `c` a run bills. */
export function inRunScope(scope: RunScope): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  if (scope.branchIds) parts.push(sql`c.branch_id = any(${idList(scope.branchIds)}::bigint[])`)
  if (scope.areaIds) parts.push(sql`c.area_id = any(${idList(scope.areaIds)}::bigint[])`)
  if (scope.resellerIds) parts.push(sql`c.reseller_id = any(${idList(scope.resellerIds)}::bigint[])`)
  if (scope.clientIds) parts.push(sql`c.id = any(${idList(scope.clientIds)}::bigint[])`)
  if (scope.routerIds)
    parts.push(sql`exists (select 1 from subscriptions r where r.client_id = c.id and r.router_id = any(${idList(scope.routerIds)}::bigint[]))`)
  return sql.join(parts, sql` and `)
}

/** Working tables of one chunk; they empty themselves at commit. */
export async function makeStage(tx: Tx): Promise<void> {
  await sql`set local client_min_messages = warning`.execute(tx.db)
  await sql`create temp table if not exists stage_clients (client_id bigint primary key, is_complex boolean not null) on commit delete rows`.execute(tx.db)
  await sql`create temp table if not exists stage_due (client_id bigint not null, charge_id bigint not null, subscription_id bigint, kind text, item text, quantity_milli bigint,
    starts_on date, ends_on date, billed_until date, reason text, anchor int, proration text, first_period text, due_days int, charge_while_paused boolean,
    charge_while_suspended boolean, reaches date, term_ends_on date, package_version_id bigint, price bigint, description text, discount_bp int, discount_fixed bigint, vat_bp int,
    vat_inclusive boolean) on commit delete rows`.execute(tx.db)
  await sql`create temp table if not exists stage_lines (client_id bigint not null, charge_id bigint not null, subscription_id bigint, package_version_id bigint,
    item text, description text, starts_on date, ends_on date, quantity_milli bigint, unit_price_minor bigint, net_minor bigint, discount_minor bigint, vat_bp int,
    vat_inclusive boolean, vat_minor bigint, total_minor bigint, rule text, explain jsonb, due_days int) on commit delete rows`.execute(tx.db)
  await sql`create temp table if not exists stage_invoices (client_id bigint primary key, series_branch bigint not null, k bigint not null, invoice_id bigint not null, branch_id bigint not null, reseller_id bigint,
    due_days int not null, net_minor bigint, discount_minor bigint, vat_minor bigint, total_minor bigint) on commit delete rows`.execute(tx.db)
  await sql`create temp table if not exists stage_allocations (id bigint not null, client_id bigint not null, payment_id bigint not null, invoice_id bigint not null,
    branch_id bigint not null, amount bigint not null) on commit delete rows`.execute(tx.db)
}

/** Something of a charge `ch` (of the line `s`, where it has one) is to be billed up to a day. */
export const isDue = (horizon: PlainDate) => sql`ch.billed_until < ${horizon}::date and (ch.ends_on is null or ch.billed_until < ch.ends_on)
  and (ch.kind <> 'one_time' or ch.billed_until = ch.starts_on)
  and (s.id is null or (s.billing_mode = 'postpaid' and s.state not in ('pending', 'left')))`

/**
 * Picks the next clients with something due, in id order, with everything their charges depend on. Those whose terms are beyond the bulk form (a pause or
 * a change of terms inside what is due, VAT rounded over several lines) are marked and computed by `computeInvoice`. Returns the last client id.
 */
export async function stageClients(
  tx: Tx,
  options: { after: bigint; limit: number; horizon: PlainDate; issuedOn: PlainDate; scope: RunScope; lock: boolean },
): Promise<bigint | null> {
  const { after, limit, horizon, issuedOn, scope, lock } = options
  await sql`
    insert into stage_clients (client_id, is_complex)
    select client_id, false from (
      select c.id as client_id from clients c
      where c.id > ${after} and c.deleted_at is null and ${inRunScope(scope)}
        and exists (select 1 from charges ch left join subscriptions s on s.id = ch.subscription_id where ch.client_id = c.id and ${isDue(horizon)})
      order by c.id limit ${limit}) due`.execute(tx.db)
  if (lock) {
    await sql`select 1 from client_balances b where b.client_id in (select client_id from stage_clients) order by b.client_id for update`.execute(tx.db)
  }
  const { rows } = await sql<{ first: bigint | null; last: bigint | null }>`select min(client_id) as first, max(client_id) as last from stage_clients`.execute(
    tx.db,
  )
  const { first, last } = rows[0] ?? { first: null, last: null }
  if (first === null || last === null) return null
  await sql`analyze stage_clients`.execute(tx.db)
  // The range is said twice so that the planner reads each table once, in order, instead of looking every client up.
  await sql`
    insert into stage_due
    select c.id, ch.id, ch.subscription_id, ch.kind, ch.item, ch.quantity_milli, ch.starts_on, ch.ends_on, ch.billed_until, ch.reason,
      coalesce(s.anchor_day, 1), p.proration, p.first_period, p.due_days, p.charge_while_paused, p.charge_while_suspended,
      least(cycle_end(${horizon}::date - 1, coalesce(s.anchor_day, 1)), ch.ends_on), t.ends_on,
      v.id, case when ch.item = 'package' then coalesce(t.price_override_minor, v.price_minor) else ch.unit_price_minor end,
      case when ch.item = 'package' then k.name else ch.description end,
      coalesce(t.discount_bp, 0), coalesce(t.discount_minor, 0),
      case when c.is_vat_exempt then 0 else coalesce(own.rate_bp, rate.rate_bp, 0) end,
      case when ch.item = 'package' then v.vat_inclusive else ch.vat_inclusive end
    from stage_clients sc
      join clients c on c.id = sc.client_id and c.id between ${first} and ${last}
      join charges ch on ch.client_id = sc.client_id and ch.client_id between ${first} and ${last}
      left join subscriptions s on s.id = ch.subscription_id
      join billing_policies p on p.id = coalesce(s.billing_policy_id, (select id from billing_policies where is_default))
      left join subscription_terms t on ch.item = 'package' and t.subscription_id = ch.subscription_id and t.starts_on <= ch.billed_until and (t.ends_on is null or t.ends_on > ch.billed_until)
      left join package_versions v on v.id = t.package_version_id
      left join packages k on k.id = v.package_id
      left join (select id, vat_rate_on(id, ${issuedOn}::date) as rate_bp from vat_rates) own on own.id = c.vat_rate_id
      left join (select id, vat_rate_on(id, ${issuedOn}::date) as rate_bp from vat_rates) rate on rate.id = case when ch.item = 'package' then v.vat_rate_id else ch.vat_rate_id end
    where ${isDue(horizon)}`.execute(tx.db)
  await sql`analyze stage_due`.execute(tx.db)
  await sql`
    update stage_clients t set is_complex = true
    where t.client_id in (
      select d.client_id from stage_due d where d.item = 'package' and (d.package_version_id is null or d.term_ends_on < d.reaches)
      union all
      select d.client_id from stage_due d join pauses z on z.subscription_id = d.subscription_id
      where z.starts_on < d.reaches and (z.ends_on is null or z.ends_on > d.billed_until)
        and not case z.kind when 'vacation' then d.charge_while_paused else d.charge_while_suspended end
      union all
      select d.client_id from stage_due d where ${tx.company.vatRounding} = 'invoice' group by d.client_id
        having count(*) > 1 or bool_or(d.kind <> 'one_time' and cycle_end(d.billed_until, d.anchor) < ${horizon}::date))`.execute(tx.db)
  return last
}

export async function complexClients(tx: Tx): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`select client_id as id from stage_clients where is_complex order by client_id limit 100000`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** The bulk form of `computeInvoice` for the simple clients of the chunk: one row per period of each charge that is due. */
export async function stageLines(tx: Tx, horizon: PlainDate): Promise<void> {
  await sql`
    insert into stage_lines
    with due as (
      select d.*, date_trunc('month', cycle_start(d.billed_until, d.anchor)::timestamp)::date as first_month
      from stage_due d join stage_clients sc on sc.client_id = d.client_id where not sc.is_complex
    ), cycles as (
      select d.*, anchor_in((d.first_month + make_interval(months => x.n))::date, d.anchor) as cycle_from,
        anchor_in((d.first_month + make_interval(months => x.n + 1))::date, d.anchor) as cycle_until
      from due d cross join lateral generate_series(0, ((extract(year from ${horizon}::date) - extract(year from d.first_month)) * 12 +
        extract(month from ${horizon}::date) - extract(month from d.first_month))::int) as x(n)
      where d.kind <> 'one_time'
    ), segments as (
      select c.*, greatest(c.billed_until, c.cycle_from) as from_on, least(c.cycle_until, c.ends_on) as until_on from cycles c
      where greatest(c.billed_until, c.cycle_from) < ${horizon}::date and (c.ends_on is null or greatest(c.billed_until, c.cycle_from) < c.ends_on)
      union all
      select d.*, d.billed_until, d.billed_until + 1, d.billed_until, d.billed_until + 1 from due d where d.kind = 'one_time'
    ), ruled as materialized (
      select g.*, g.until_on - g.from_on as days, g.cycle_until - g.cycle_from as cycle_days,
        case when g.kind = 'one_time' then 'one_time'
          when g.from_on = g.starts_on and g.cycle_from < g.from_on and g.reason <> 'package_change' and g.first_period = 'full' then 'first_full'
          when g.from_on = g.starts_on and g.cycle_from < g.from_on and g.reason <> 'package_change' and g.first_period = 'free' then 'first_free'
          when g.until_on - g.from_on >= g.cycle_until - g.cycle_from then 'whole' else 'part' end as rule
      from segments g
    ), listed as materialized (
      select r.*, case r.rule when 'first_free' then 0
          when 'part' then prorated(r.price, r.quantity_milli, r.days, r.cycle_days, r.proration)
          else case when r.quantity_milli = 1000 then r.price else div_round_half_up(r.price::numeric * r.quantity_milli, 1000) end end as list,
        case when r.discount_fixed = 0 then 0 when r.rule = 'part' then prorated(r.discount_fixed, 1000, r.days, r.cycle_days, r.proration) else r.discount_fixed end as fixed
      from ruled r
    ), discounted as materialized (
      select l.*, least(l.list, case when l.discount_bp = 0 then 0 else div_round_half_up(l.list::numeric * l.discount_bp, 10000) end + l.fixed) as given from listed l
    ), taxed as materialized (
      select d.*, vat_of(d.list - d.given, d.vat_bp, d.vat_inclusive) as vat,
        case when d.vat_inclusive and d.vat_bp > 0 then div_round_half_up(d.list::numeric * 10000, 10000 + d.vat_bp) else d.list end as net
      from discounted d
    )
    select client_id, charge_id, subscription_id, package_version_id, item, description, from_on, until_on, quantity_milli, price,
      net, case when vat_inclusive and vat_bp > 0 then net - (list - given - vat) else given end, vat_bp, vat_inclusive, vat,
      case when vat_inclusive then list - given else list - given + vat end, rule,
      jsonb_build_object('rule', rule, 'price', price, 'days', days, 'cycle_days', cycle_days, 'cycle_starts_on', cycle_from, 'cycle_ends_on', cycle_until, 'paused_days', 0,
        'basis', proration, 'discount_bp', discount_bp, 'discount_minor', discount_fixed), due_days
    from taxed`.execute(tx.db)
}

/** Puts invoices computed in TypeScript beside the others; from here on there is one way. */
export async function stageComputed(tx: Tx, invoices: readonly ComputedInvoice[]): Promise<void> {
  if (invoices.length === 0) return
  const rows = invoices.flatMap((invoice) => [
    ...invoice.lines.map((line) => ({
      client_id: invoice.clientId.toString(),
      charge_id: line.chargeId.toString(),
      subscription_id: line.subscriptionId?.toString() ?? null,
      package_version_id: line.packageVersionId?.toString() ?? null,
      item: line.item,
      description: line.description,
      starts_on: line.startsOn.toString(),
      ends_on: line.endsOn.toString(),
      quantity_milli: line.quantityMilli.toString(),
      unit_price_minor: line.unitPrice.toString(),
      net_minor: line.net.toString(),
      discount_minor: line.discount.toString(),
      vat_bp: line.vatBp,
      vat_inclusive: line.vatInclusive,
      vat_minor: line.vat.toString(),
      total_minor: line.total.toString(),
      rule: line.explain.rule,
      explain: line.explain,
      due_days: invoice.dueDays,
    })),
    ...invoice.free.map((period) => ({
      client_id: invoice.clientId.toString(),
      charge_id: period.chargeId.toString(),
      starts_on: period.startsOn.toString(),
      ends_on: period.endsOn.toString(),
      total_minor: '0',
      rule: period.reason === 'paused' ? 'paused' : 'first_free',
      due_days: invoice.dueDays,
    })),
  ])
  await sql`insert into stage_lines select * from jsonb_populate_recordset(null::stage_lines, ${JSON.stringify(rows)}::jsonb)`.execute(tx.db)
}

export interface Unbillable {
  readonly clientId: bigint
  readonly reason: string
  /** Which lines and from which day, or what the arithmetic said. */
  readonly detail: string
}

/** Lines the bulk form could not price; their clients are taken out of the chunk and parked, with which lines and from which day. */
export async function takeOutUnpriced(tx: Tx): Promise<Unbillable[]> {
  const { rows } = await sql<Unbillable>`
    with bad as (
      select l.client_id, string_agg(distinct concat_ws(' · ', s.pppoe_login, l.description, l.starts_on), '; ') as detail
      from stage_lines l left join subscriptions s on s.id = l.subscription_id where l.total_minor is null group by l.client_id
    ), gone as (delete from stage_lines l using bad where l.client_id = bad.client_id)
    select client_id as "clientId", 'package_has_no_price' as reason, detail from bad order by client_id`.execute(tx.db)
  return rows
}

/** One row per client with something to pay; ids and order of numbers are given here. */
export async function stageInvoices(tx: Tx, perBranch: boolean): Promise<{ count: number; total: bigint; bySeries: SeriesCount[] }> {
  await sql`analyze stage_lines (client_id, charge_id, total_minor)`.execute(tx.db)
  await sql`
    insert into stage_invoices
    select l.client_id, case when ${perBranch} then c.branch_id else 0 end,
      row_number() over (partition by case when ${perBranch} then c.branch_id else 0 end order by l.client_id), nextval('invoices_id_seq'), c.branch_id, c.reseller_id, l.due_days, l.net, l.discount, l.vat, l.total
    from (select client_id, (array_agg(due_days order by subscription_id nulls last))[1] as due_days, sum(net_minor)::bigint as net, sum(discount_minor)::bigint as discount,
        sum(vat_minor)::bigint as vat, sum(total_minor)::bigint as total
      from stage_lines where total_minor > 0 group by client_id) l join clients c on c.id = l.client_id`.execute(tx.db)
  await sql`analyze stage_invoices`.execute(tx.db)
  const { rows } = await sql<SeriesCount & { total: bigint }>`
    select series_branch as "branchId", count(*)::int as count, sum(total_minor)::bigint as total from stage_invoices group by 1 order by 1`.execute(tx.db)
  return { count: rows.reduce((sum, row) => sum + row.count, 0), total: rows.reduce((sum, row) => sum + row.total, 0n), bySeries: rows }
}

/** How many numbers a chunk needs of a series; branch 0 = the company's. */
export interface SeriesCount {
  readonly branchId: bigint
  readonly count: number
}
