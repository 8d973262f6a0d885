import { sql } from 'kysely'
import { brokenSeals } from '#modules/ledger/index.ts'
import { MAX_ROWS, PRIME } from './invariant.ts'
import type { CheckContext } from './invariant.ts'

type Row = Record<string, unknown>
const limit = sql.lit(MAX_ROWS)
const prime = sql.lit(PRIME)

/** D1. Each entry's postings sum to zero. */
export const unbalancedEntries = () => sql<Row>`
  with quick as materialized (select coalesce(sum(fingerprint(entry_id, amount_minor)), 0) % ${prime} <> 0 as differs from postings)
  select booked_on, entry_id, sum(amount_minor)::bigint as sum_minor
  from postings where (select differs from quick) group by 1, 2 having sum(amount_minor) <> 0 order by 2 limit ${limit}`

/**
 * What each document of a kind moves on the accounts of clients: receivable (3), credit (7) and deposits held (8), debit positive.
 * A payment without a client waits in suspense and moves none of them.
 */
const documents = sql`
  select 'invoice' as kind, id as document_id, total_minor as receivable, 0::bigint as credit, 0::bigint as deposit from invoices
  union all select 'credit_note', id, -total_minor, 0, 0 from credit_notes
  union all select 'void', v.id, -i.total_minor, 0, 0 from voids v join invoices i on i.id = v.invoice_id
  union all select 'write_off', id, -amount_minor, 0, 0 from write_offs
  union all select 'allocation', id, -amount_minor, amount_minor, 0 from allocations
  union all select 'payment', id, 0, case when client_id is null then 0 else -amount_minor end, case when method = 'deposit' then amount_minor else 0 end from payments
  union all select 'suspense_match', m.id, 0, -p.amount_minor, 0 from suspense_matches m join payments p on p.id = m.payment_id where m.state = 'approved'
  union all select 'payment_reversal', r.id, 0, case when coalesce(p.client_id, m.client_id) is null then 0 else p.amount_minor end, case when p.method = 'deposit' then -p.amount_minor else 0 end
    from payment_reversals r join payments p on p.id = r.payment_id left join suspense_matches m on m.payment_id = p.id and m.state = 'approved'
  union all select 'refund', id, 0, amount_minor, 0 from refunds
  union all select 'deposit', id, 0, 0, -amount_minor from deposit_movements where kind in ('taken', 'returned')
  union all select 'opening_balance', id, 0, 0, 0 from opening_balances
  union all select 'manual', id, 0, 0, 0 from manual_entries`
const KINDS = sql`('invoice', 'credit_note', 'void', 'write_off', 'allocation', 'payment', 'suspense_match', 'payment_reversal', 'refund', 'deposit', 'opening_balance', 'manual')`

/** D7. Each document has exactly one entry, and the entry moves what the document says. */
export const documentsWithoutTheirEntry = () => sql<Row>`
  with booked as (
    select coalesce(sum(fingerprint(entry_id, amount_minor)) filter (where account_id = 3), 0) as receivable, coalesce(sum(fingerprint(entry_id, amount_minor)) filter (where account_id = 7), 0) as credit,
      coalesce(sum(fingerprint(entry_id, amount_minor)) filter (where account_id = 8), 0) as deposit
    from postings where account_id in (3, 7, 8)
  ), documented as (
    select count(*) as documents, count(s.entry_id) as sources, coalesce(sum(fingerprint(s.entry_id, d.receivable)), 0) as receivable,
      coalesce(sum(fingerprint(s.entry_id, d.credit)), 0) as credit, coalesce(sum(fingerprint(s.entry_id, d.deposit)), 0) as deposit
    from (${documents}) d left join entry_sources s on s.kind = d.kind and s.document_id = d.document_id
  ), listed as (
    select count(*) filter (where kind in ${KINDS}) as documents, count(*) as entries, coalesce(sum(fingerprint(entry_id, document_id)), 0) as marks from entry_sources
  ), written as (
    select count(*) as entries, coalesce(sum(fingerprint(id, document_id)), 0) as marks from entries
  ), quick as materialized (
    select d.documents <> d.sources or d.documents <> l.documents or l.entries <> w.entries or (l.marks - w.marks) % ${prime} <> 0
      or (d.receivable - b.receivable) % ${prime} <> 0 or (d.credit - b.credit) % ${prime} <> 0 or (d.deposit - b.deposit) % ${prime} <> 0 as differs
    from booked b, documented d, listed l, written w
  )
  select coalesce(d.kind, s.kind) as kind, coalesce(d.document_id, s.document_id) as document_id, s.entry_id,
    case when s.entry_id is null then 'no entry' when d.kind is null then 'entry without document' when e.id is null then 'source without entry' else 'amounts differ' end as problem,
    d.receivable as receivable_minor, p.receivable as booked_receivable_minor, d.credit as credit_minor, p.credit as booked_credit_minor, d.deposit as deposit_minor, p.deposit as booked_deposit_minor
  from (select * from (${documents}) all_of_them where (select differs from quick)) d
  full join (select * from entry_sources where kind in ${KINDS} and (select differs from quick)) s on s.kind = d.kind and s.document_id = d.document_id
  left join entries e on e.booked_on = s.booked_on and e.id = s.entry_id
  left join (
    select booked_on, entry_id, coalesce(sum(amount_minor) filter (where account_id = 3), 0)::bigint as receivable, coalesce(sum(amount_minor) filter (where account_id = 7), 0)::bigint as credit,
      coalesce(sum(amount_minor) filter (where account_id = 8), 0)::bigint as deposit
    from postings where (select differs from quick) group by 1, 2
  ) p on p.booked_on = s.booked_on and p.entry_id = s.entry_id
  where s.entry_id is null or d.kind is null or e.id is null or (d.receivable, d.credit, d.deposit) is distinct from (coalesce(p.receivable, 0), coalesce(p.credit, 0), coalesce(p.deposit, 0))
  union all
  select e.kind, e.document_id, e.id, 'not in entry_sources', null, null, null, null, null, null
  from entries e left join entry_sources s on s.kind = e.kind and s.document_id = e.document_id and s.entry_id = e.id and s.booked_on = e.booked_on
  where (select differs from quick) and s.entry_id is null
  order by 1, 2, 3 limit ${limit}`

/** D9. The folded sums by day and the postings recorded since the last seal make up all postings. */
export const daysThatDiffer = () => sql<Row>`
  with tail as (
    select p.booked_on as day, p.account_id, coalesce(p.branch_id, 0) as branch_id, coalesce(p.wallet_id, 0) as wallet_id, greatest(p.amount_minor, 0) as debit, greatest(-p.amount_minor, 0) as credit
    from entries e join postings p on p.booked_on = e.booked_on and p.entry_id = e.id
    where e.recorded_at >= coalesce((select max(sealed_until) from seals where book = 'ledger'), '-infinity')
  ), kept as (
    select day, account_id, branch_id, wallet_id, sum(debit) as debit, sum(credit) as credit
    from (select day, account_id, branch_id, wallet_id, debit_minor as debit, credit_minor as credit from account_days union all select * from tail) x group by 1, 2, 3, 4
  ), posted as (
    select booked_on as day, account_id, coalesce(branch_id, 0) as branch_id, coalesce(wallet_id, 0) as wallet_id,
      coalesce(sum(amount_minor) filter (where amount_minor > 0), 0) as debit, coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0) as credit
    from postings group by 1, 2, 3, 4
  )
  select day, account_id, branch_id, wallet_id, coalesce(k.debit, 0)::bigint as debit_minor, coalesce(p.debit, 0)::bigint as posted_debit_minor,
    coalesce(k.credit, 0)::bigint as credit_minor, coalesce(p.credit, 0)::bigint as posted_credit_minor
  from kept k full join posted p using (day, account_id, branch_id, wallet_id)
  where coalesce(k.debit, 0) <> coalesce(p.debit, 0) or coalesce(k.credit, 0) <> coalesce(p.credit, 0)
  order by 1, 2, 3, 4 limit ${limit}`

/** D12. Nothing sits in a default partition; no posting is without its entry, its client, wallet or branch. */
export const misplacedRows = () => sql<Row>`
  with quick as materialized (
    select (w.marks - p.marks) % ${prime} <> 0 as differs
    from (select coalesce(sum(fingerprint(id, booked_on - date '2000-01-01')), 0) as marks from entries) w,
      (select coalesce(sum(fingerprint(entry_id, booked_on - date '2000-01-01')), 0) as marks from postings where line_no = 1) p
  ), clients_posted as (select distinct client_id from postings where client_id is not null)
  select * from (
    (select 'default partition' as problem, 'entries' as table_name, count(*)::bigint as id from entries_default having count(*) > 0)
    union all (select 'default partition', 'postings', count(*) from postings_default having count(*) > 0)
    union all (select 'default partition', 'audit_events', count(*) from audit_events_default having count(*) > 0)
    union all (select 'default partition', 'outbox_messages', count(*) from outbox_messages_default having count(*) > 0)
    union all (select 'default partition', 'login_attempts', count(*) from login_attempts_default having count(*) > 0)
    union all (select 'no such client', 'postings', client_id from clients_posted p where not exists (select 1 from clients c where c.id = p.client_id) limit ${limit})
    union all (select distinct 'no such wallet', 'postings', wallet_id from postings p where wallet_id is not null and not exists (select 1 from wallets w where w.id = p.wallet_id) limit ${limit})
    union all (select 'posting without entry', 'postings', p.entry_id from postings p left join entries e on e.booked_on = p.booked_on and e.id = p.entry_id
      where (select differs from quick) and e.id is null group by p.entry_id limit ${limit})
    union all (select 'entry without postings', 'entries', e.id from entries e left join postings p on p.booked_on = e.booked_on and p.entry_id = e.id
      where (select differs from quick) and p.entry_id is null limit ${limit})
  ) x order by 1, 2, 3 limit ${limit}`

/** D13. Seals agree with the rows they cover; recent ones each time, older months in turn. */
export const sealsThatDoNotVerify = ({ now, seals, today }: CheckContext) => {
  if (seals === 'all') return brokenSeals({ limit: MAX_ROWS })
  // A month a day: 25 months back are each looked at once in 25 days.
  const monthsBack = 1 + (Number(today.since('2000-01-01').days) % 25)
  const month = now.toZonedDateTimeISO('UTC').subtract({ months: monthsBack }).toInstant()
  return brokenSeals({ since: now.subtract({ hours: 35 * 24 }), andMonthOf: month, limit: MAX_ROWS })
}
