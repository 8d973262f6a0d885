import { sql } from 'kysely'
import { brokenSeals } from '#modules/ledger/index.ts'
import { MAX_ROWS } from './invariant.ts'
import type { CheckContext } from './invariant.ts'
import { agree, KINDS, rareDocuments, youngPostings } from './sums.sql.ts'

type Row = Record<string, unknown>
const limit = sql.lit(MAX_ROWS)

/** D1. Each entry's postings sum to zero. */
export const unbalancedEntries = () => sql<Row>`
  select booked_on, entry_id, sum(amount_minor)::bigint as sum_minor from postings group by 1, 2 having sum(amount_minor) <> 0 order by 2 limit ${limit}`

/**
 * What each document moves on the accounts of clients, debit positive. A payment without a client waits in suspense and moves none of them.
 */
const documents = sql`
  select 'invoice' as kind, id as document_id, total_minor as receivable, 0::bigint as credit, 0::bigint as deposit, client_id from invoices
  union all select 'allocation', id, -amount_minor, amount_minor, 0, client_id from allocations
  union all select 'payment', id, 0, case when client_id is null then 0 else -amount_minor end, case when method = 'deposit' then amount_minor else 0 end, client_id from payments
  union all ${rareDocuments}`

/** D7. Each document has exactly one entry, and the entry moves what the document says, of the client it is about. */
export const documentsWithoutTheirEntry = () => sql<Row>`
  with d as (${documents}),
  s as (select * from entry_sources where kind in ${KINDS}),
  p as (
    select booked_on, entry_id, coalesce(sum(amount_minor) filter (where account_id = 3), 0)::bigint as receivable, coalesce(sum(amount_minor) filter (where account_id = 7), 0)::bigint as credit,
      coalesce(sum(amount_minor) filter (where account_id = 8), 0)::bigint as deposit, min(coalesce(client_id, 0)) as first_client, max(coalesce(client_id, 0)) as last_client
    from postings where account_id in (3, 7, 8) group by 1, 2
  )
  select coalesce(d.kind, s.kind) as kind, coalesce(d.document_id, s.document_id) as document_id, s.entry_id,
    case when s.entry_id is null then 'no entry' when d.kind is null then 'entry without document' when e.id is null then 'source without entry'
      when (d.receivable, d.credit, d.deposit) is distinct from (coalesce(p.receivable, 0), coalesce(p.credit, 0), coalesce(p.deposit, 0)) then 'amounts differ' else 'another client' end as problem,
    d.receivable as receivable_minor, p.receivable as booked_receivable_minor, d.credit as credit_minor, p.credit as booked_credit_minor, d.deposit as deposit_minor, p.deposit as booked_deposit_minor,
    d.client_id, p.last_client as booked_client_id
  from d full join s on s.kind = d.kind and s.document_id = d.document_id
  left join entries e on e.booked_on = s.booked_on and e.id = s.entry_id
  left join p on p.booked_on = s.booked_on and p.entry_id = s.entry_id
  where s.entry_id is null or d.kind is null or e.id is null or (d.receivable, d.credit, d.deposit) is distinct from (coalesce(p.receivable, 0), coalesce(p.credit, 0), coalesce(p.deposit, 0))
    or (p.entry_id is not null and (p.first_client, p.last_client) is distinct from (d.client_id, d.client_id))
  union all
  select e.kind, e.document_id, e.id, 'not in entry_sources', null, null, null, null, null, null, null, null
  from entries e left join entry_sources s on s.kind = e.kind and s.document_id = e.document_id and s.entry_id = e.id and s.booked_on = e.booked_on
  where s.entry_id is null
  order by 1, 2, 3 limit ${limit}`

/** D9. The folded sums by day and the postings recorded since the last seal make up all postings. */
export const daysThatDiffer = () => sql<Row>`
  with tail as (
    select booked_on as day, account_id, coalesce(branch_id, 0) as branch_id, coalesce(wallet_id, 0) as wallet_id, greatest(amount_minor, 0) as debit, greatest(-amount_minor, 0) as credit
    from (${youngPostings}) young
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

/**
 * D12. Nothing sits in a default partition; no posting is without its entry, its client or its wallet. Wallets are looked for in the daily
 * sums, which D9 holds equal to the postings; clients and entries only where the fingerprints give reason to.
 */
export const misplacedRows = ({ sums }: CheckContext) => {
  const suspectsEntries = sql.lit(sums === null || !agree(sums.entries_posted, sums.entries_dated))
  const suspectsClients = sql.lit(sums === null || !agree(sums.documents_posted, sums.documents_made))
  return sql<Row>`
  with wallets_posted as (
    select wallet_id from account_days where wallet_id <> 0
    union select wallet_id from (${youngPostings}) young where wallet_id is not null
  )
  select * from (
    (select 'default partition' as problem, 'entries' as table_name, count(*)::bigint as id from entries_default having count(*) > 0)
    union all (select 'default partition', 'postings', count(*) from postings_default having count(*) > 0)
    union all (select 'default partition', 'audit_events', count(*) from audit_events_default having count(*) > 0)
    union all (select 'default partition', 'outbox_messages', count(*) from outbox_messages_default having count(*) > 0)
    union all (select 'default partition', 'message_attempts', count(*) from message_attempts_default having count(*) > 0)
    union all (select 'default partition', 'login_attempts', count(*) from login_attempts_default having count(*) > 0)
    union all (select 'no such wallet', 'postings', wallet_id from wallets_posted p where not exists (select 1 from wallets w where w.id = p.wallet_id) limit ${limit})
    union all (select distinct 'no such client', 'postings', client_id from postings p
      where ${suspectsClients} and client_id is not null and not exists (select 1 from clients c where c.id = p.client_id) limit ${limit})
    union all (select 'posting without entry', 'postings', p.entry_id from postings p left join entries e on e.booked_on = p.booked_on and e.id = p.entry_id
      where ${suspectsEntries} and e.id is null group by p.entry_id limit ${limit})
    union all (select 'entry without postings', 'entries', e.id from entries e left join postings p on p.booked_on = e.booked_on and p.entry_id = e.id
      where ${suspectsEntries} and p.entry_id is null limit ${limit})
  ) x order by 1, 2, 3 limit ${limit}`
}

/** D13. Seals agree with the rows they cover: all of them, or the newest and those of half a month in each {@link ROUND} halves, the next half each day. */
export const sealsThatDoNotVerify = ({ now, seals, today }: CheckContext) => {
  if (seals === 'all') return brokenSeals({ limit: MAX_ROWS })
  const { year, month, day } = now.toZonedDateTimeISO('UTC')
  const present = (year * 12 + month - 1) * 2 + (day > 15 ? 1 : 0)
  const turn = Number(today.since('2000-01-01').days) % ROUND
  const half = present - ((present - turn) % ROUND)
  const ranges = [0, 1, 2, 3].map((rounds) => ({ from: startOfHalf(half - rounds * ROUND), until: startOfHalf(half - rounds * ROUND + 1) }))
  const parts = [{ from: now.subtract({ hours: 48 }) }, ...ranges].map((range) => sql`select * from (${brokenSeals({ ...range, limit: MAX_ROWS })}) part`)
  return sql<Row>`${sql.join(parts, sql` union `)} order by 1, 2 limit ${limit}`
}

/** Halves of months are counted from the year 0, so that a night's turn does not depend on when the counting began. */
const ROUND = 50

const startOfHalf = (half: number) =>
  Temporal.PlainDate.from({ year: Math.floor(half / 24), month: (Math.floor(half / 2) % 12) + 1, day: half % 2 === 0 ? 1 : 16 })
    .toZonedDateTime('UTC')
    .toInstant()
