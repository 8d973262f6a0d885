import { sql } from 'kysely'
import { MAX_ROWS } from './invariant.ts'

type Row = Record<string, unknown>
const limit = sql.lit(MAX_ROWS)

/** D2. What each client owes is the same in the journal, in his balance and in his open invoices. */
export const receivablesThatDiffer = () => sql<Row>`
  select client_id, coalesce(b.amount, 0)::bigint as booked_minor, coalesce(o.amount, 0)::bigint as open_minor, coalesce(k.amount, 0)::bigint as balance_minor
  from (select coalesce(client_id, 0) as client_id, sum(amount_minor) as amount from postings where account_id = 3 group by 1) b
  full join (select client_id, sum(open_minor) as amount from invoice_balances where open_minor <> 0 group by 1) o using (client_id)
  full join (select client_id, receivable_minor as amount from client_balances) k using (client_id)
  where coalesce(b.amount, 0) <> coalesce(o.amount, 0) or coalesce(b.amount, 0) <> coalesce(k.amount, 0)
  order by client_id limit ${limit}`

/** D3. A client's credit is what his payments have left: payments less refunds, reversals and standing allocations; never below zero. */
export const creditsThatDiffer = () => sql<Row>`
  with moves as (
    select p.id as payment_id, coalesce(p.client_id, s.client_id) as client_id, p.amount_minor as amount from payments p
      left join suspense_matches s on s.payment_id = p.id and s.state = 'approved' where p.client_id is not null or s.client_id is not null
    union all select r.payment_id, r.client_id, -r.amount_minor from refunds r
    union all select v.payment_id, coalesce(p.client_id, s.client_id), -p.amount_minor from payment_reversals v join payments p on p.id = v.payment_id
      left join suspense_matches s on s.payment_id = p.id and s.state = 'approved' where p.client_id is not null or s.client_id is not null
    union all select a.payment_id, a.client_id, -a.amount_minor from allocations a
  )
  select * from (
    select client_id, null::bigint as payment_id, coalesce(m.amount, 0)::bigint as derived_minor, coalesce(r.amount, 0)::bigint as remaining_minor, coalesce(k.amount, 0)::bigint as balance_minor, coalesce(-b.amount, 0)::bigint as booked_minor
    from (select client_id, sum(amount) as amount from moves group by 1) m
    full join (select client_id, sum(remaining_minor) as amount from payment_balances where remaining_minor <> 0 group by 1) r using (client_id)
    full join (select coalesce(client_id, 0) as client_id, sum(amount_minor) as amount from postings where account_id = 7 group by 1) b using (client_id)
    full join (select client_id, credit_minor as amount from client_balances) k using (client_id)
    where coalesce(m.amount, 0) <> coalesce(k.amount, 0) or coalesce(m.amount, 0) <> coalesce(-b.amount, 0) or coalesce(m.amount, 0) <> coalesce(r.amount, 0) or k.amount < 0
    union all
    select null, payment_id, coalesce(m.amount, 0)::bigint, coalesce(r.amount, 0)::bigint, null, null
    from (select payment_id, sum(amount) as amount from moves group by 1) m full join (select payment_id, remaining_minor as amount from payment_balances) r using (payment_id)
    where coalesce(m.amount, 0) <> coalesce(r.amount, 0)
  ) x order by client_id, payment_id limit ${limit}`

/** D4. An invoice's balance is what its allocations, credit notes, write-offs and void make it, and never more than its total. */
export const invoiceBalancesThatDiffer = () => sql<Row>`
  with moves as (
    select invoice_id, amount_minor as allocated, 0::bigint as credited, 0::bigint as written_off, 0::bigint as voided from allocations
    union all select invoice_id, 0, total_minor, 0, 0 from credit_notes
    union all select invoice_id, 0, 0, amount_minor, 0 from write_offs
    union all select v.invoice_id, 0, 0, 0, i.total_minor from voids v join invoices i on i.id = v.invoice_id
  )
  select i.id as invoice_id, i.code, i.client_id, i.total_minor, b.total_minor as balance_total_minor, coalesce(m.allocated, 0)::bigint as allocated_minor, b.allocated_minor as balance_allocated_minor,
    coalesce(m.credited, 0)::bigint as credited_minor, b.credited_minor as balance_credited_minor, coalesce(m.written_off, 0)::bigint as written_off_minor, b.written_off_minor as balance_written_off_minor,
    coalesce(m.voided, 0)::bigint as voided_minor, b.voided_minor as balance_voided_minor
  from invoices i left join invoice_balances b on b.invoice_id = i.id
  left join (select invoice_id, sum(allocated) as allocated, sum(credited) as credited, sum(written_off) as written_off, sum(voided) as voided from moves group by 1) m on m.invoice_id = i.id
  where (b.total_minor, b.client_id, b.due_on, b.allocated_minor, b.credited_minor, b.written_off_minor, b.voided_minor)
      is distinct from (i.total_minor, i.client_id, i.due_on, coalesce(m.allocated, 0), coalesce(m.credited, 0), coalesce(m.written_off, 0), coalesce(m.voided, 0))
    or coalesce(m.allocated, 0) + coalesce(m.credited, 0) + coalesce(m.written_off, 0) + coalesce(m.voided, 0) > i.total_minor
  order by 1 limit ${limit}`

/** D8. Limited wallets hold what was posted to them, within their limit; every limited wallet has its row and no other has. */
export const walletsThatDiffer = () => sql<Row>`
  with posted as (
    select wallet_id, sum(amount_minor) as amount from postings where wallet_id in (select wallet_id from wallet_balances) group by 1
  )
  select coalesce(w.id, b.wallet_id) as wallet_id, w.code, w.limit_minor, b.limit_minor as balance_limit_minor, b.balance_minor, coalesce(p.amount, 0)::bigint as posted_minor
  from wallets w full join wallet_balances b on b.wallet_id = w.id left join posted p on p.wallet_id = b.wallet_id
  where (w.limit_minor is not null or b.wallet_id is not null)
    and (b.limit_minor is distinct from w.limit_minor or b.balance_minor is distinct from coalesce(p.amount, 0) or b.balance_minor < 0 or b.balance_minor > b.limit_minor)
  order by 1 limit ${limit}`

/** D14. What waits at each gateway is what was captured there and neither settled nor taken back. */
export const gatewaysThatDiffer = () => sql<Row>`
  with captured as (
    select p.gateway_id, sum(p.amount_minor - p.rounding_minor) as amount from payments p
    where p.gateway_id is not null and not exists (select 1 from payment_reversals r where r.payment_id = p.id) group by 1
  ), posted as (select gateway_id, sum(amount_minor) as amount from postings where gateway_id is not null and account_id = 4 group by 1)
  select gateway_id, coalesce(c.amount, 0)::bigint as captured_minor, coalesce(p.amount, 0)::bigint as clearing_minor
  from captured c full join posted p using (gateway_id) where coalesce(c.amount, 0) <> coalesce(p.amount, 0) order by 1 limit ${limit}`
