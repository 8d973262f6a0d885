import { sql } from 'kysely'
import { MAX_ROWS } from './invariant.ts'
import { youngPostings } from './sums.sql.ts'

type Row = Record<string, unknown>
const limit = sql.lit(MAX_ROWS)

/** D17. Each late fee is what the money that came before its day left of it. */
export const lateFeesThatDiffer = () => sql<Row>`
  select invoice_id, client_id, charged_on, fee_minor, due_minor from late_fee_standing where fee_minor <> due_minor order by invoice_id limit ${limit}`

/**
 * D18. In transit is what was sent and has neither arrived nor come back; each transfer left the wallet it names and arrived in the other, or
 * came back. What is in transit is summed from the days, which D9 holds equal to the postings.
 */
export const transfersThatDiffer = () => sql<Row>`
  with booked as (
    select coalesce(sum(amount), 0)::bigint as amount from (
      select debit_minor - credit_minor as amount from account_days where account_id = 2
      union all select amount_minor from (${youngPostings}) young where account_id = 2) x
  ), waiting as (
    select coalesce(sum(t.amount_minor), 0)::bigint as amount from wallet_transfers t where not exists (select 1 from wallet_transfer_outcomes o where o.transfer_id = t.id)
  ), steps as (
    select 'transfer' as kind, t.id, t.from_wallet_id as wallet_id, -t.amount_minor as moved, t.amount_minor as transit from wallet_transfers t
    union all select case o.kind when 'accepted' then 'transfer_accepted' else 'transfer_returned' end, t.id, case o.kind when 'accepted' then t.to_wallet_id else t.from_wallet_id end,
      coalesce(o.received_minor, t.amount_minor), -t.amount_minor from wallet_transfer_outcomes o join wallet_transfers t on t.id = o.transfer_id
  )
  select * from (
    select 'in transit' as problem, null::text as kind, null::bigint as transfer_id, w.amount as amount_minor, b.amount as booked_minor from booked b, waiting w where b.amount <> w.amount
    union all
    (select 'amounts differ', s.kind, s.id, s.moved, p.moved
      from steps s left join entry_sources x on x.kind = s.kind and x.document_id = s.id
      left join lateral (
        select coalesce(sum(amount_minor) filter (where account_id = 1 and wallet_id = s.wallet_id), 0)::bigint as moved, coalesce(sum(amount_minor) filter (where account_id = 2), 0)::bigint as transit
        from postings where booked_on = x.booked_on and entry_id = x.entry_id) p on true
      where (p.moved, p.transit) is distinct from (s.moved, s.transit) order by s.id, s.kind limit ${limit})
  ) y limit ${limit}`
