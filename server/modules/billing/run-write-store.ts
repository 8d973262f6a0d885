import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { moveStagedCursors } from '#modules/charges/index.ts'
import { postStaged } from '#modules/ledger/index.ts'
import { notifyStaged } from '#modules/notifications/index.ts'
import { buyerSnapshot } from './documents-store.ts'

export interface StagedRun {
  readonly runId: bigint
  readonly issuedOn: PlainDate
  readonly month: PlainDate
  readonly sellerId: bigint
  readonly series: readonly StagedSeries[]
}

/** Numbers taken for the chunk from one series; branch 0 = the company's. */
export interface StagedSeries {
  readonly branchId: bigint
  readonly seriesId: bigint
  readonly first: bigint
  readonly pattern: string
  readonly ownerCode: string
  readonly fiscalYear: number
}

const seriesRows = (
  series: readonly StagedSeries[],
) => sql`(select * from unnest(${series.map((s) => s.branchId)}::bigint[], ${series.map((s) => s.seriesId)}::bigint[],
  ${series.map((s) => s.first)}::bigint[], ${series.map((s) => s.pattern)}::text[], ${series.map((s) => s.ownerCode)}::text[], ${series.map((s) => s.fiscalYear)}::int[])
  as s(branch_id, series_id, first, pattern, owner_code, fiscal_year))`

/** Periods of the chunk that cost nothing: recorded, the cursor passes them. */
export async function writeFreePeriods(tx: Tx): Promise<void> {
  await sql`insert into billed_periods (charge_id, starts_on, ends_on, reason)
    select charge_id, starts_on, ends_on, case rule when 'paused' then 'paused' else 'free' end from stage_lines where total_minor = 0`.execute(tx.db)
}

/** Invoices, lines, periods, cursors, balances, journal and notices of the staged chunk. The numbers are already taken. */
export async function writeStagedInvoices(tx: Tx, run: StagedRun): Promise<void> {
  await sql`
    insert into invoices (id, client_id, branch_id, reseller_id, series_id, number, code, kind, issued_on, issued_at, due_on, month, net_minor, discount_minor, vat_minor,
      total_minor, run_id, seller_id, buyer, issued_by)
    select i.invoice_id, i.client_id, i.branch_id, i.reseller_id, s.series_id, s.first + i.k - 1,
      document_code(s.pattern, s.fiscal_year, s.owner_code, s.first + i.k - 1), 'month', ${run.issuedOn}::date, ${tx.now}::timestamptz,
      ${run.issuedOn}::date + i.due_days, ${run.month}::date, i.net_minor, i.discount_minor, i.vat_minor, i.total_minor, ${run.runId}::bigint, ${run.sellerId}::bigint,
      ${buyerSnapshot('c')}, ${tx.actor.userId}::bigint
    from stage_invoices i join clients c on c.id = i.client_id join ${seriesRows(run.series)} s on s.branch_id = i.series_branch order by i.client_id`.execute(
    tx.db,
  )
  await sql`
    with l as materialized (
      select i.invoice_id, row_number() over (partition by l.client_id order by l.charge_id, l.starts_on)::smallint as line_no, l.*
      from stage_lines l join stage_invoices i on i.client_id = l.client_id where l.total_minor > 0
    ), written as (
      insert into invoice_lines (invoice_id, line_no, charge_id, subscription_id, package_version_id, item, description, starts_on, ends_on, quantity_milli, unit_price_minor,
        net_minor, discount_minor, vat_bp, vat_inclusive, vat_minor, total_minor, explain)
      select invoice_id, line_no, charge_id, subscription_id, package_version_id, item, description, starts_on, ends_on, quantity_milli, unit_price_minor,
        net_minor, discount_minor, vat_bp, vat_inclusive, vat_minor, total_minor, explain from l
    )
    insert into billed_periods (charge_id, starts_on, ends_on, invoice_id, line_no) select charge_id, starts_on, ends_on, invoice_id, line_no from l`.execute(
    tx.db,
  )
  await sql`
    insert into invoice_balances (invoice_id, client_id, due_on, total_minor)
    select invoice_id, client_id, ${run.issuedOn}::date + due_days, total_minor from stage_invoices`.execute(tx.db)
  await moveStagedCursors(tx)
  await postStaged(tx, {
    kind: 'invoice',
    documentKind: 'invoice',
    bookedOn: run.issuedOn,
    postings: sql`
      select invoice_id as document_id, 1::smallint as line_no, 3::bigint as account_id, total_minor as amount_minor, client_id, branch_id from stage_invoices
      union all
      select i.invoice_id, (1 + row_number() over (partition by i.invoice_id order by x.account_id))::smallint, x.account_id, -x.amount, null::bigint, i.branch_id
      from stage_invoices i join (
        select client_id, income_account(item) as account_id, sum(net_minor - discount_minor)::bigint as amount from stage_lines where total_minor > 0 group by 1, 2) x
        on x.client_id = i.client_id where x.amount <> 0
      union all
      select invoice_id, 99::smallint, 9::bigint, -vat_minor, null::bigint, branch_id from stage_invoices where vat_minor <> 0`,
  })
  await notifyStaged(
    tx,
    'invoice-issued',
    sql`
    select i.client_id, 'invoice-issued:' || i.invoice_id as dedupe_key, c.locale, jsonb_build_object('invoice_id', i.invoice_id,
      'code', v.code, 'total_minor', i.total_minor, 'due_on', ${run.issuedOn}::date + i.due_days) as payload
    from stage_invoices i join clients c on c.id = i.client_id join invoices v on v.id = i.invoice_id`,
  )
}

/** Prepaid subscriptions with package days on invoices that the chunk's credit paid; the month's own invoices never have any. */
export async function prepaidPaidByStage(tx: Tx): Promise<bigint[]> {
  const { rows } = await sql<{ id: bigint }>`
    select distinct s.id from stage_allocations m join invoices i on i.id = m.invoice_id and i.kind <> 'month'
      join invoice_lines l on l.invoice_id = i.id and l.item = 'package' join subscriptions s on s.id = l.subscription_id
    where s.billing_mode = 'prepaid' order by s.id limit 100000`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Applies waiting credit of the chunk's invoiced clients: oldest money to the oldest due invoice, the set-based form of `applyCredit`. */
export async function applyStagedCredit(tx: Tx): Promise<number> {
  await sql`
    insert into stage_allocations (id, client_id, payment_id, invoice_id, branch_id, amount)
    with payers as (
      select i.client_id from stage_invoices i join client_balances b on b.client_id = i.client_id where b.credit_minor > 0
    ), money as (
      select p.client_id, p.payment_id, p.remaining_minor as part, sum(p.remaining_minor) over (partition by p.client_id order by p.value_on, p.payment_id) as upto
      from payment_balances p join payers using (client_id) where p.remaining_minor > 0
    ), debts as (
      select d.client_id, d.invoice_id, d.open_minor as part, sum(d.open_minor) over (partition by d.client_id order by d.due_on, d.invoice_id) as upto
      from invoice_balances d join payers using (client_id) where d.open_minor > 0
    ), matches as (
      select m.client_id, m.payment_id, d.invoice_id, (least(m.upto, d.upto) - greatest(m.upto - m.part, d.upto - d.part))::bigint as amount, d.upto as debt_order, m.upto as money_order
      from money m join debts d on d.client_id = m.client_id and m.upto - m.part < d.upto and d.upto - d.part < m.upto
    )
    select nextval('allocations_id_seq'), x.client_id, x.payment_id, x.invoice_id, x.branch_id, x.amount
    from (select m.*, i.branch_id from matches m join invoices i on i.id = m.invoice_id order by m.client_id, m.debt_order, m.money_order) x`.execute(tx.db)
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from stage_allocations`.execute(tx.db)
  const count = Number(rows[0]?.count ?? 0n)
  if (count === 0) return 0
  await sql`analyze stage_allocations`.execute(tx.db)
  await sql`
    insert into allocations (id, payment_id, invoice_id, client_id, amount_minor, reason, booked_on, created_at, created_by)
    select id, payment_id, invoice_id, client_id, amount, 'finalize', ${tx.today}::date, ${tx.now}::timestamptz, ${tx.actor.userId}::bigint from stage_allocations order by id`.execute(
    tx.db,
  )
  await sql`
    with drawn as (
      update payment_balances b set remaining_minor = remaining_minor - m.amount
      from (select payment_id, sum(amount)::bigint as amount from stage_allocations group by 1) m where b.payment_id = m.payment_id
    )
    update invoice_balances b set allocated_minor = allocated_minor + m.amount
    from (select invoice_id, sum(amount)::bigint as amount from stage_allocations group by 1) m where b.invoice_id = m.invoice_id`.execute(tx.db)
  await postStaged(tx, {
    kind: 'allocation',
    documentKind: 'allocation',
    bookedOn: tx.today,
    postings: sql`
      select id as document_id, 1::smallint as line_no, 7::bigint as account_id, amount as amount_minor, client_id, branch_id from stage_allocations
      union all select id, 2::smallint, 3::bigint, -amount, client_id, branch_id from stage_allocations`,
  })
  return count
}
