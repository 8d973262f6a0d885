import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import { paidThrough } from '../projection-checks.sql.ts'

/** One row of a projection that was not what its documents say. */
export interface ChangedRow {
  readonly key: Record<string, unknown>
  /** Null where the row was missing. */
  readonly before: Record<string, unknown> | null
  /** Null where the row stands for nothing and was removed. */
  readonly after: Record<string, unknown> | null
}

/**
 * Keeps everybody who moves money out until the transaction ends: each of them locks rows of these tables first. The mode also shuts out
 * `for update`, else a writer between his lock and his change would deadlock with the rebuild.
 */
export async function lockProjections(tx: Tx): Promise<void> {
  await sql`lock table client_balances, wallet_balances, invoice_balances, payment_balances, account_days in exclusive mode`.execute(tx.db)
}

const run = async (tx: Tx, query: RawBuilder<ChangedRow>): Promise<ChangedRow[]> => (await query.execute(tx.db)).rows

export const rebuildInvoiceBalances = async (tx: Tx): Promise<ChangedRow[]> =>
  await run(
    tx,
    sql<ChangedRow>`
    with moves as (
      select invoice_id, amount_minor as allocated, 0::bigint as credited, 0::bigint as written_off, 0::bigint as voided from allocations
      union all select invoice_id, 0, total_minor, 0, 0 from credit_notes
      union all select invoice_id, 0, 0, amount_minor, 0 from write_offs
      union all select v.invoice_id, 0, 0, 0, i.total_minor from voids v join invoices i on i.id = v.invoice_id
    ), derived as (
      select i.id as invoice_id, i.client_id, i.due_on, i.total_minor, coalesce(m.allocated, 0)::bigint as allocated_minor, coalesce(m.credited, 0)::bigint as credited_minor,
        coalesce(m.written_off, 0)::bigint as written_off_minor, coalesce(m.voided, 0)::bigint as voided_minor
      from invoices i left join (
        select invoice_id, sum(allocated) as allocated, sum(credited) as credited, sum(written_off) as written_off, sum(voided) as voided from moves group by 1) m on m.invoice_id = i.id
    ), changed as materialized (
      select d.*, to_jsonb(b) as before from derived d left join invoice_balances b on b.invoice_id = d.invoice_id
      where (b.client_id, b.due_on, b.total_minor, b.allocated_minor, b.credited_minor, b.written_off_minor, b.voided_minor)
        is distinct from (d.client_id, d.due_on, d.total_minor, d.allocated_minor, d.credited_minor, d.written_off_minor, d.voided_minor)
    ), written as (
      insert into invoice_balances as b (invoice_id, client_id, due_on, total_minor, allocated_minor, credited_minor, written_off_minor, voided_minor)
      select invoice_id, client_id, due_on, total_minor, allocated_minor, credited_minor, written_off_minor, voided_minor from changed
      on conflict (invoice_id) do update set client_id = excluded.client_id, due_on = excluded.due_on, total_minor = excluded.total_minor, allocated_minor = excluded.allocated_minor,
        credited_minor = excluded.credited_minor, written_off_minor = excluded.written_off_minor, voided_minor = excluded.voided_minor
    )
    select jsonb_build_object('invoice_id', invoice_id) as key, before - 'invoice_id' - 'open_minor' as before, to_jsonb(changed) - 'before' - 'invoice_id' as after from changed order by invoice_id`,
  )

export const rebuildPaymentBalances = async (tx: Tx): Promise<ChangedRow[]> =>
  await run(
    tx,
    sql<ChangedRow>`
    with moves as (
      select payment_id, -amount_minor as amount from refunds
      union all select payment_id, -amount_minor from allocations
      union all select r.payment_id, -p.amount_minor from payment_reversals r join payments p on p.id = r.payment_id
    ), derived as (
      select p.id as payment_id, coalesce(p.client_id, s.client_id) as client_id, p.value_on, (p.amount_minor + coalesce(m.amount, 0))::bigint as remaining_minor
      from payments p left join (select payment_id, sum(amount) as amount from moves group by 1) m on m.payment_id = p.id
      left join suspense_matches s on s.payment_id = p.id and s.state = 'approved'
      where coalesce(p.client_id, s.client_id) is not null
    ), changed as materialized (
      select d.*, to_jsonb(b) as before from derived d left join payment_balances b on b.payment_id = d.payment_id
      where (b.client_id, b.value_on, b.remaining_minor) is distinct from (d.client_id, d.value_on, d.remaining_minor)
    ), written as (
      insert into payment_balances as b (payment_id, client_id, value_on, remaining_minor) select payment_id, client_id, value_on, remaining_minor from changed
      on conflict (payment_id) do update set client_id = excluded.client_id, value_on = excluded.value_on, remaining_minor = excluded.remaining_minor
    )
    select jsonb_build_object('payment_id', payment_id) as key, before - 'payment_id' as before, to_jsonb(changed) - 'before' - 'payment_id' as after from changed order by payment_id`,
  )

/** From the balances of invoices and payments, which are rebuilt before. */
export const rebuildClientBalances = async (tx: Tx): Promise<ChangedRow[]> =>
  await run(
    tx,
    sql<ChangedRow>`
    with derived as (
      select c.id as client_id, coalesce(o.amount, 0)::bigint as receivable_minor, coalesce(r.amount, 0)::bigint as credit_minor
      from clients c
      left join (select client_id, sum(open_minor) as amount from invoice_balances where open_minor > 0 group by 1) o on o.client_id = c.id
      left join (select client_id, sum(remaining_minor) as amount from payment_balances where remaining_minor > 0 group by 1) r on r.client_id = c.id
    ), changed as materialized (
      select d.*, to_jsonb(b) as before from derived d left join client_balances b on b.client_id = d.client_id
      where coalesce(b.receivable_minor, 0) <> d.receivable_minor or coalesce(b.credit_minor, 0) <> d.credit_minor
    ), written as (
      insert into client_balances as b (client_id, receivable_minor, credit_minor) select client_id, receivable_minor, credit_minor from changed
      on conflict (client_id) do update set receivable_minor = excluded.receivable_minor, credit_minor = excluded.credit_minor
    )
    select jsonb_build_object('client_id', client_id) as key, before - 'client_id' as before, to_jsonb(changed) - 'before' - 'client_id' as after from changed order by client_id`,
  )

export const rebuildWalletBalances = async (tx: Tx): Promise<ChangedRow[]> =>
  await run(
    tx,
    sql<ChangedRow>`
    with derived as (
      select w.id as wallet_id, coalesce((select sum(p.amount_minor) from postings p where p.wallet_id = w.id), 0)::bigint as balance_minor, w.limit_minor
      from wallets w where w.limit_minor is not null
    ), changed as materialized (
      select coalesce(d.wallet_id, b.wallet_id) as wallet_id, d.balance_minor, d.limit_minor, to_jsonb(b) as before, d.wallet_id is null as is_surplus
      from derived d full join wallet_balances b on b.wallet_id = d.wallet_id where (b.balance_minor, b.limit_minor) is distinct from (d.balance_minor, d.limit_minor)
    ), removed as (
      delete from wallet_balances b using changed c where c.is_surplus and b.wallet_id = c.wallet_id
    ), written as (
      insert into wallet_balances as b (wallet_id, balance_minor, limit_minor) select wallet_id, balance_minor, limit_minor from changed where not is_surplus
      on conflict (wallet_id) do update set balance_minor = excluded.balance_minor, limit_minor = excluded.limit_minor
    )
    select jsonb_build_object('wallet_id', wallet_id) as key, before - 'wallet_id' as before,
      case when not is_surplus then jsonb_build_object('balance_minor', balance_minor, 'limit_minor', limit_minor) end as after from changed order by wallet_id`,
  )

/** From the postings of sealed hours; those recorded since stay outside, as always. */
export const rebuildAccountDays = async (tx: Tx): Promise<ChangedRow[]> =>
  await run(
    tx,
    sql<ChangedRow>`
    with derived as (
      select p.booked_on as day, p.account_id, coalesce(p.branch_id, 0) as branch_id, coalesce(p.wallet_id, 0) as wallet_id,
        coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::bigint as debit_minor, coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::bigint as credit_minor
      from entries e join postings p on p.booked_on = e.booked_on and p.entry_id = e.id
      where e.recorded_at < (select max(sealed_until) from seals where book = 'ledger') group by 1, 2, 3, 4
    ), changed as materialized (
      select day, account_id, branch_id, wallet_id, d.debit_minor, d.credit_minor, to_jsonb(b) as before, d.debit_minor is null as is_surplus
      from derived d full join account_days b using (day, account_id, branch_id, wallet_id)
      where (b.debit_minor, b.credit_minor) is distinct from (d.debit_minor, d.credit_minor)
    ), removed as (
      delete from account_days b using changed c where c.is_surplus and (b.account_id, b.branch_id, b.wallet_id, b.day) = (c.account_id, c.branch_id, c.wallet_id, c.day)
    ), written as (
      insert into account_days as b (day, account_id, branch_id, wallet_id, debit_minor, credit_minor) select day, account_id, branch_id, wallet_id, debit_minor, credit_minor from changed where not is_surplus
      on conflict (account_id, branch_id, wallet_id, day) do update set debit_minor = excluded.debit_minor, credit_minor = excluded.credit_minor
    )
    select jsonb_build_object('day', day, 'account_id', account_id, 'branch_id', branch_id, 'wallet_id', wallet_id) as key,
      case when before is not null then jsonb_build_object('debit_minor', before->'debit_minor', 'credit_minor', before->'credit_minor') end as before,
      case when not is_surplus then jsonb_build_object('debit_minor', debit_minor, 'credit_minor', credit_minor) end as after
    from changed order by day, account_id, branch_id, wallet_id`,
  )

/** Paid-through days of prepaid lines, from the balances of their invoices, which are rebuilt before. */
export const rebuildExpiry = async (tx: Tx): Promise<ChangedRow[]> =>
  await run(
    tx,
    sql<ChangedRow>`
    with derived as materialized (select s.id, s.expires_on, ${paidThrough} as paid_through from subscriptions s where s.billing_mode = 'prepaid'),
    changed as materialized (select * from derived where expires_on is distinct from paid_through),
    written as (update subscriptions s set expires_on = c.paid_through from changed c where s.id = c.id)
    select jsonb_build_object('subscription_id', id) as key, jsonb_build_object('expires_on', expires_on) as before, jsonb_build_object('expires_on', paid_through) as after from changed order by id`,
  )

/** Lines whose state or access differs from what their facts say; the access module writes them anew. */
export async function linesToProject(tx: Tx): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select s.id from subscriptions s left join access a on a.subscription_id = s.id
    cross join lateral (select coalesce(array_agg(r.reason), '{}') as reasons from access_reasons r where r.subscription_id = s.id) q
    left join lateral (select v.router_profile from subscription_terms t join package_versions v on v.id = t.package_version_id
      where t.subscription_id = s.id and t.starts_on <= ${tx.today} order by t.starts_on desc limit 1) v on true
    where s.state <> subscription_state(s.left_on, s.activated_on, q.reasons)
      or a.hash is distinct from access_hash(service_on(subscription_state(s.left_on, s.activated_on, q.reasons), q.reasons), coalesce(v.router_profile, ''), s.static_ip)
      or a.hash is distinct from access_hash(a.desired_on, a.profile, a.static_ip)
    order by s.id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** The stored hash is what tells whether an access row is up to date; where it does not belong to its own row, that is forgotten first. */
export async function forgetFalseHashes(tx: Tx): Promise<void> {
  await sql`update access set hash = ''::bytea where hash <> access_hash(desired_on, profile, static_ip)`.execute(tx.db)
}

export const rebuildClientList = async (tx: Tx): Promise<ChangedRow[]> =>
  await run(
    tx,
    sql<ChangedRow>`
    with changed as materialized (
      select distinct client_id from ((select * from client_list except select * from client_list_source) union all (select * from client_list_source except select * from client_list)) x
    ), refreshed as materialized (select refresh_client_list(array_agg(client_id order by client_id)) as done from changed having count(*) > 0)
    select jsonb_build_object('client_id', client_id) as key, null::jsonb as before, jsonb_build_object('listed_anew', true) as after
    from changed where (select count(*) from refreshed) > 0 order by client_id`,
  )
