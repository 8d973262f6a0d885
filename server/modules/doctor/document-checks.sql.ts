import { sql } from 'kysely'
import { monthsThatDiffer } from '../billing/index.ts'
import { MAX_ROWS } from './invariant.ts'

type Row = Record<string, unknown>
const limit = sql.lit(MAX_ROWS)
/** D5. The billed periods of a charge touch from its first day to its cursor: no gap, no overlap, and each paid for by one standing line. */
export const periodsThatDoNotTouch = () => sql<Row>`
  with chained as (select charge_id, starts_on, ends_on, lag(ends_on) over (partition by charge_id order by starts_on) as before from billed_periods),
  spans as (
    select charge_id, min(starts_on) as first_on, max(ends_on) as last_on, min(starts_on) filter (where before <> starts_on) as torn_on from chained group by 1
  ), standing as (
    select l.invoice_id, l.line_no, l.charge_id, l.starts_on, l.ends_on from invoice_lines l where l.charge_id is not null and not exists (select 1 from voids v where v.invoice_id = l.invoice_id)
  )
  select * from (
    select 'charge ' || case when s.charge_id is null then 'cursor without periods' when s.first_on <> c.starts_on then 'does not begin with a period' when s.torn_on is not null then 'periods gap or overlap'
        else 'cursor is not at the end of its periods' end as problem, c.id as charge_id, c.starts_on, c.billed_until, s.torn_on as period_starts_on, null::bigint as invoice_id, null::smallint as line_no
    from charges c left join spans s on s.charge_id = c.id
    where case when s.charge_id is null then c.billed_until <> c.starts_on else s.first_on <> c.starts_on or s.last_on <> c.billed_until or s.torn_on is not null end
    union all
    select case when l.invoice_id is null then 'period without its line' else 'line without its period' end, coalesce(p.charge_id, l.charge_id), coalesce(p.starts_on, l.starts_on), coalesce(p.ends_on, l.ends_on), null,
      coalesce(p.invoice_id, l.invoice_id), coalesce(p.line_no, l.line_no)
    from (select * from billed_periods where invoice_id is not null) p
    full join standing l on l.invoice_id = p.invoice_id and l.line_no = p.line_no and l.charge_id = p.charge_id and l.starts_on = p.starts_on and l.ends_on = p.ends_on
    where p.invoice_id is null or l.invoice_id is null
  ) x order by charge_id, problem limit ${limit}`

/** D6. The numbers of each series are 1 to next - 1, each once. */
export const seriesWithGaps = () => sql<Row>`
  with numbers as (
    select series_id, number from invoices
    union all select series_id, number from credit_notes
    union all select series_id, number from voids
    union all select series_id, number from write_offs
    union all select series_id, number from refunds
    union all select series_id, number from wallet_transfers
    union all select receipt_series_id, receipt_number from payments where receipt_series_id is not null
    union all select receipt_series_id, receipt_number from deposit_movements where receipt_series_id is not null
  ), counted as (
    select series_id, sum(count)::bigint as count, min(first) as first, max(last) as last, sum(total) as total from (
      select series_id, count(*) as count, min(number) as first, max(number) as last, sum(number) as total from invoices group by 1
      union all select series_id, count(*), min(number), max(number), sum(number) from credit_notes group by 1
      union all select series_id, count(*), min(number), max(number), sum(number) from voids group by 1
      union all select series_id, count(*), min(number), max(number), sum(number) from write_offs group by 1
      union all select series_id, count(*), min(number), max(number), sum(number) from refunds group by 1
      union all select series_id, count(*), min(number), max(number), sum(number) from wallet_transfers group by 1
      union all select receipt_series_id, count(*), min(receipt_number), max(receipt_number), sum(receipt_number) from payments where receipt_series_id is not null group by 1
      union all select receipt_series_id, count(*), min(receipt_number), max(receipt_number), sum(receipt_number) from deposit_movements where receipt_series_id is not null group by 1
    ) x group by 1
  ), bad as materialized (
    select s.*, coalesce(c.count, 0) as count, c.last from number_series s left join counted c on c.series_id = s.id
    -- Receipts lie in two tables: a number in both and one in neither would make up for each other in the count, but not in the sum.
    where coalesce(c.count, 0) <> s.next - 1 or coalesce(c.first, 1) <> 1 or coalesce(c.last, 0) <> s.next - 1 or coalesce(c.total, 0) <> (s.next - 1) * s.next / 2
  )
  select b.id as series_id, b.document_kind, b.owner, b.fiscal_year, b.next, b.count, b.last, (
    select array_agg(n order by n) from (
      select n from generate_series(1, b.next - 1) n where not exists (select 1 from numbers x where x.series_id = b.id and x.number = n) order by n limit 20) missing
  ) as missing
  from bad b order by b.id limit ${limit}`

/** D10. Lines sum to the totals of their document. */
export const documentsThatDoNotAdd = () => sql<Row>`
  select * from (
    select 'invoice' as document, d.id, d.code, d.net_minor, l.net::bigint as lines_net_minor, d.discount_minor, l.discount::bigint as lines_discount_minor, d.vat_minor, l.vat::bigint as lines_vat_minor,
      d.total_minor, l.total::bigint as lines_total_minor
    from invoices d
    left join (select invoice_id, sum(net_minor) as net, sum(discount_minor) as discount, sum(vat_minor) as vat, sum(total_minor) as total from invoice_lines group by 1) l on l.invoice_id = d.id
    where (d.net_minor, d.discount_minor, d.vat_minor, d.total_minor) is distinct from (l.net, l.discount, l.vat, l.total)
    union all
    select 'credit_note', d.id, d.code, d.net_minor, l.net::bigint, d.discount_minor, l.discount::bigint, d.vat_minor, l.vat::bigint, d.total_minor, l.total::bigint
    from credit_notes d
    left join (select credit_note_id, sum(net_minor) as net, sum(discount_minor) as discount, sum(vat_minor) as vat, sum(total_minor) as total from credit_note_lines group by 1) l on l.credit_note_id = d.id
    where (d.net_minor, d.discount_minor, d.vat_minor, d.total_minor) is distinct from (l.net, l.discount, l.vat, l.total)
  ) x order by document, id limit ${limit}`

/** D15. No message key twice: each message of the outbox has its own key in message_keys. Keys outlive old messages. */
export const messagesTwice = () => sql<Row>`
  with kept as (select min(created_at) as since from outbox_messages),
  quick as materialized (
    select o.count <> k.count or o.marks <> k.marks as differs
    from (select count(*) as count, coalesce(sum(hashtext(dedupe_key)), 0) as marks from outbox_messages) o,
      (select count(*) as count, coalesce(sum(hashtext(dedupe_key)), 0) as marks from message_keys where created_at >= (select since from kept)) k
  )
  select * from (
    (select 'sent twice' as problem, dedupe_key, count(*)::bigint as messages from outbox_messages where (select differs from quick) group by 2 having count(*) > 1 limit ${limit})
    union all
    (select 'message without its key', o.dedupe_key, 1 from outbox_messages o where (select differs from quick) and not exists (select 1 from message_keys k where k.dedupe_key = o.dedupe_key) limit ${limit})
  ) x order by 1, 2 limit ${limit}`

/** D16. What a billing month's page shows is what its invoices and their corrections and payments add up to. */
export const billingMonthsThatDiffer = () => sql<Row>`select * from (${monthsThatDiffer()}) d order by month, branch_id, reseller_id, is_opening limit ${limit}`
