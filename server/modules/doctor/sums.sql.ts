import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Conn } from '../../platform/db/tx.ts'
import { monthSums } from '../billing/index.ts'
import { PRIME } from './invariant.ts'

/** Fingerprints of both sides of what must agree, all of one moment; see the SQL function `fingerprint`. */
export type Sums = Readonly<Record<SumName, bigint>>

export type SumName =
  | 'entries_posted'
  | 'entries_dated'
  | 'owed'
  | 'owed_open'
  | 'owed_kept'
  | 'credit_kept'
  | 'credit_negative'
  | 'payments_moved'
  | 'payments_left'
  | 'payers_moved'
  | 'payers_left'
  | 'invoices_made'
  | 'invoices_kept'
  | 'paid'
  | 'paid_kept'
  | 'corrected'
  | 'corrected_kept'
  | 'overpaid'
  | 'chains'
  | 'cursors'
  | 'periods'
  | 'period_lines'
  | 'period_marks'
  | 'line_marks'
  | 'documents_posted'
  | 'documents_made'
  | 'documents_unposted'
  | 'documents'
  | 'document_sources'
  | 'sources'
  | 'entries'
  | 'days_posted'
  | 'days_kept'
  | 'totals'
  | 'lines'
  | 'numbers'
  | 'numbers_given'
  | 'series_astray'
  | 'months_made'
  | 'months_kept'

const P = sql.lit(PRIME)
const f = (key: RawBuilder<unknown>, amount: RawBuilder<unknown>) => sql`fingerprint(${key}, ${amount})`
const sum = (what: RawBuilder<unknown>, where: RawBuilder<unknown> = sql`true`) => sql`coalesce(sum(${what}) filter (where ${where}), 0)`
const day = (column: string) => sql`(${sql.ref(column)} - date '2000-01-01')`
/** A party together with its account, so that one sum holds several accounts apart. */
const onAccount = (party: string, account: number | string) =>
  sql`(coalesce(${sql.ref(party)}, 0) * 16 + ${typeof account === 'number' ? sql.lit(account) : sql.ref(account)})`
/** An amount together with the client it is about. */
const withClient = (amount: RawBuilder<unknown>, client: string) => sql`(${amount} + coalesce(${sql.ref(client)}, 0) * 1000003)`
const dayKey = (of: { day: string; account: string; branch: string; wallet: string }) =>
  sql`(((${day(of.day)}::bigint * 1024 + ${sql.ref(of.account)}) * 65536 + coalesce(${sql.ref(of.branch)}, 0)) * 65536 + coalesce(${sql.ref(of.wallet)}, 0))`
/** Debits and credits must not make up for each other. */
const sided = (debit: RawBuilder<unknown>, credit: RawBuilder<unknown>) => sql`(${debit} * 3 + ${credit} * 101)`
/** The same of a posting's amount, which is the one or the other. */
const sidedAmount = sql`(amount_minor * case when amount_minor > 0 then 3 else -101 end)`
/** A day, so large that no amount an entry may be wrong by stands for one. */
const bigDay = (column: string) => sql`(${day(column)}::bigint * 1500450271)`
const chainKey = (charge: string, on: string) => sql`hashint8(${sql.ref(charge)} * 100000 + ${day(on)})::bigint`
const periodMark = (alias: string) =>
  f(
    sql`${sql.ref(`${alias}.invoice_id`)} * 1000 + ${sql.ref(`${alias}.line_no`)}`,
    sql`(${sql.ref(`${alias}.charge_id`)} * 7 + ${day(`${alias}.starts_on`)} * 40009::bigint + (${sql.ref(`${alias}.ends_on`)} - ${sql.ref(`${alias}.starts_on`)}))`,
  )
/** An invoice as its balance has it. */
const balanceMark = (of: { invoice: string; total: string; client: string; due: string }) =>
  f(sql.ref(of.invoice), sql`(${sql.ref(of.total)} + ${sql.ref(of.client)} * 1000003 + ${day(of.due)} * 7919)`)
/** Which document an entry is of. */
const sourceMark = (entry: string) => f(sql.ref(entry), sql`(document_id + hashtext(kind))`)
const totalsOf = (alias: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`(${column('net_minor')} + ${column('discount_minor')} * 31 + ${column('vat_minor')} * 101 + ${column('total_minor')} * 211)`
}

/** What became of all invoices, of whichever month; the sums of months add up to the same. */
const inMonths = (of: { billed: string; collected: string; credited: string; writtenOff: string; voided: string }) =>
  sql`coalesce(sum(${sql.ref(of.billed)} + ${sql.ref(of.collected)} * 31 + ${sql.ref(of.credited)} * 101 + ${sql.ref(of.writtenOff)} * 211 + ${sql.ref(of.voided)} * 307), 0)`

/** Kinds of entries whose documents the doctor knows. */
export const KINDS = sql`('invoice', 'credit_note', 'void', 'write_off', 'allocation', 'payment', 'suspense_match', 'payment_reversal', 'refund', 'deposit', 'opening_balance', 'manual', 'transfer', 'transfer_accepted',
  'transfer_returned')`

/** Documents there are few of: what each moves on the accounts of clients, receivable (3), credit (7) and deposits held (8), debit positive. */
export const rareDocuments = sql`
  select 'credit_note' as kind, id as document_id, -total_minor as receivable, 0::bigint as credit, 0::bigint as deposit, client_id from credit_notes
  union all select 'void', v.id, -i.total_minor, 0, 0, i.client_id from voids v join invoices i on i.id = v.invoice_id
  union all select 'write_off', id, -amount_minor, 0, 0, client_id from write_offs
  union all select 'suspense_match', m.id, 0, -p.amount_minor, 0, m.client_id from suspense_matches m join payments p on p.id = m.payment_id where m.state = 'approved'
  union all select 'payment_reversal', r.id, 0, case when coalesce(p.client_id, m.client_id) is null then 0 else p.amount_minor end, case when p.method = 'deposit' then -p.amount_minor else 0 end, coalesce(p.client_id, m.client_id)
    from payment_reversals r join payments p on p.id = r.payment_id left join suspense_matches m on m.payment_id = p.id and m.state = 'approved'
  union all select 'refund', id, 0, amount_minor, 0, client_id from refunds
  union all select 'deposit', id, 0, 0, -amount_minor, client_id from deposit_movements where kind in ('taken', 'returned')
  union all select 'opening_balance', id, 0, 0, 0, client_id from opening_balances
  union all select 'manual', id, 0, 0, 0, null from manual_entries
  union all select 'transfer', id, 0, 0, 0, null from wallet_transfers
  union all select case kind when 'accepted' then 'transfer_accepted' else 'transfer_returned' end, transfer_id, 0, 0, 0, null from wallet_transfer_outcomes`

/** What a document's postings on one account of clients should add up to in `documents_posted`; nothing where it moves nothing there. */
const moved = (account: number, amount: RawBuilder<unknown>, client: string) =>
  sql`case when ${amount} = 0 then 0 else ${f(onAccount('s.entry_id', account), withClient(amount, client))} end`

/** A number of a series, counted and added up at once: a number given twice must not make up for one left out. */
const numberMark = (series: RawBuilder<unknown>, number: RawBuilder<unknown>) => f(series, sql`(${number} + 4294967296)`)

/** Where numbers are taken besides invoices and receipts of payments: few rows. */
const rareNumbers = sql`
  ${sql.join(
    ['credit_notes', 'voids', 'write_offs', 'refunds', 'wallet_transfers'].map((table) => sql`select series_id, number from ${sql.table(table)}`),
    sql` union all `,
  )}
  union all select receipt_series_id, receipt_number from deposit_movements where receipt_series_id is not null`

/** What the numbers of all series must add up to; how many series begin or end elsewhere, the ends of the large ones found in an index. */
const seriesGiven = sql`
  select ${sum(f(sql`id`, sql`((next - 1) * next / 2 + (next - 1) * 4294967296)`))} as numbers, count(*) filter (where coalesce(first, 1) <> 1 or coalesce(last, 0) <> next - 1) as astray from (
    select s.id, s.next, least(i.first, y.first, r.first) as first, greatest(i.last, y.last, r.last) as last from number_series s
      left join lateral (select min(number) as first, max(number) as last from invoices where series_id = s.id) i on true
      left join lateral (select min(receipt_number) as first, max(receipt_number) as last from payments where receipt_series_id = s.id) y on true
      left join (select series_id, min(number) as first, max(number) as last from (${rareNumbers}) few group by 1) r on r.series_id = s.id) x`

/**
 * Postings recorded since the last seal, which the sums of days do not hold yet. They are few among many, so each entry's are looked up:
 * joined as a whole, all postings would be read for them.
 */
export const youngPostings = sql`
  select p.* from entries e cross join lateral (select * from postings p where p.booked_on = e.booked_on and p.entry_id = e.id offset 0) p
  where e.recorded_at >= coalesce((select max(sealed_until) from seals where book = 'ledger'), '-infinity')`

/**
 * Every table that takes part is read once, all of them in one statement and so at one moment. Nothing is sorted, and only documents
 * are joined, to the entry each of them has.
 */
export async function readSums(conn: Pick<Conn, 'db'>): Promise<Sums> {
  const { rows } = await sql<{ sums: Record<SumName, string | number> }>`
    with p as (
      select ${sum(f(sql`entry_id`, sql`(amount_minor + case when line_no = 1 then ${bigDay('booked_on')} else 0 end)`))} as entries,
        ${sum(f(onAccount('entry_id', 'account_id'), withClient(sql`amount_minor`, 'client_id')), sql`account_id in (3, 7, 8)`)} as documents,
        ${sum(f(dayKey({ day: 'booked_on', account: 'account_id', branch: 'branch_id', wallet: 'wallet_id' }), sidedAmount))} as days
      from postings
    ), e as (
      select ${sum(sourceMark('id'))} as marks, ${sum(f(sql`id`, bigDay('booked_on')))} as dated from entries
    ), x as (
      select count(*) filter (where kind in ${KINDS}) as known, ${sum(sourceMark('entry_id'))} as marks from entry_sources
    ), i as (
      select count(*) as count, count(*) - count(s.entry_id) as unposted, ${sum(moved(3, sql`i.total_minor`, 'i.client_id'))} as posted, ${sum(f(sql`i.id`, totalsOf('i')))} as totals,
        ${sum(balanceMark({ invoice: 'i.id', total: 'i.total_minor', client: 'i.client_id', due: 'i.due_on' }))} as made, ${sum(f(sql`i.client_id`, sql`i.total_minor`))} as owed, ${sum(numberMark(sql`i.series_id`, sql`i.number`))} as numbers
      from invoices i left join entry_sources s on s.kind = 'invoice' and s.document_id = i.id
    ), l as (
      select count(*) filter (where charge_id is not null) as count, ${sum(f(sql`l.invoice_id`, totalsOf('l')))} as totals, ${sum(periodMark('l'), sql`charge_id is not null`)} as marks from invoice_lines l
    ), voided as (
      select count(*) as count, ${sum(periodMark('l'))} as marks from voids v join invoice_lines l on l.invoice_id = v.invoice_id where l.charge_id is not null
    ), n as (select ${sum(f(sql`-n.id`, totalsOf('n')))} as totals, ${sum(f(sql`invoice_id`, sql`total_minor * 31`))} as corrected from credit_notes n
    ), m as (select ${sum(f(sql`-m.credit_note_id`, totalsOf('m')))} as totals from credit_note_lines m
    ), w as (select ${sum(f(sql`invoice_id`, sql`amount_minor * 101`))} as corrected from write_offs
    ), v as (select ${sum(f(sql`v.invoice_id`, sql`i.total_minor * 211`))} as corrected from voids v join invoices i on i.id = v.invoice_id
    ), b as (
      select ${sum(balanceMark({ invoice: 'invoice_id', total: 'total_minor', client: 'client_id', due: 'due_on' }))} as kept, ${sum(f(sql`invoice_id`, sql`allocated_minor`), sql`allocated_minor <> 0`)} as paid,
        ${sum(f(sql`invoice_id`, sql`(credited_minor * 31 + written_off_minor * 101 + voided_minor * 211)`), sql`credited_minor + written_off_minor + voided_minor <> 0`)} as corrected,
        ${sum(f(sql`client_id`, sql`open_minor`), sql`open_minor <> 0`)} as open, count(*) filter (where open_minor < 0) as over,
        ${inMonths({ billed: 'total_minor', collected: 'allocated_minor', credited: 'credited_minor', writtenOff: 'written_off_minor', voided: 'voided_minor' })} as months
      from invoice_balances
    ), a as (
      select count(*) as count, count(*) - count(s.entry_id) as unposted, ${sum(sql`${moved(3, sql`-a.amount_minor`, 'a.client_id')} + ${moved(7, sql`a.amount_minor`, 'a.client_id')}`)} as posted,
        ${sum(f(sql`a.invoice_id`, sql`a.amount_minor`))} as paid, ${sum(f(sql`a.payment_id`, sql`a.amount_minor`))} as used, ${sum(f(sql`a.client_id`, sql`a.amount_minor`))} as payers
      from allocations a left join entry_sources s on s.kind = 'allocation' and s.document_id = a.id
    ), y as (
      select count(*) as count, count(*) - count(s.entry_id) as unposted, ${sum(numberMark(sql`y.receipt_series_id`, sql`y.receipt_number`), sql`y.receipt_series_id is not null`)} as numbers,
        ${sum(sql`${moved(7, sql`(case when y.client_id is null then 0 else -y.amount_minor end)`, 'y.client_id')} + ${moved(8, sql`(case when y.method = 'deposit' then y.amount_minor else 0 end)`, 'y.client_id')}`)} as posted,
        ${sum(f(sql`y.id`, sql`y.amount_minor`), sql`coalesce(y.client_id, k.client_id) is not null`)} as received, ${sum(f(sql`coalesce(y.client_id, k.client_id)`, sql`y.amount_minor`))} as payers
      from payments y left join entry_sources s on s.kind = 'payment' and s.document_id = y.id left join suspense_matches k on y.client_id is null and k.payment_id = y.id and k.state = 'approved'
    ), r as (
      select ${sum(f(sql`payment_id`, sql`amount`))} as used, ${sum(f(sql`client_id`, sql`amount`))} as payers from (
        select payment_id, client_id, amount_minor as amount from refunds
        union all select q.payment_id, coalesce(z.client_id, k.client_id), z.amount_minor from payment_reversals q join payments z on z.id = q.payment_id
          left join suspense_matches k on k.payment_id = z.id and k.state = 'approved' where coalesce(z.client_id, k.client_id) is not null) back
    ), g as (
      select ${sum(f(sql`payment_id`, sql`remaining_minor`), sql`remaining_minor <> 0`)} as left_over, ${sum(f(sql`client_id`, sql`remaining_minor`), sql`remaining_minor <> 0`)} as payers
      from payment_balances
    ), o as (
      select count(*) as count, count(*) - count(s.entry_id) as unposted, ${sum(sql`${moved(3, sql`d.receivable`, 'd.client_id')} + ${moved(7, sql`d.credit`, 'd.client_id')} + ${moved(8, sql`d.deposit`, 'd.client_id')}`)} as posted,
        ${sum(f(sql`d.client_id`, sql`d.receivable`), sql`d.receivable <> 0`)} as owed
      from (${rareDocuments}) d left join entry_sources s on s.kind = d.kind and s.document_id = d.document_id
    ), c as (
      select ${sum(f(sql`client_id`, sql`receivable_minor`))} as owed, ${sum(f(sql`client_id`, sql`credit_minor`))} as credit, count(*) filter (where credit_minor < 0) as negative from client_balances
    ), t as (
      select count(*) filter (where invoice_id is not null) as count, ${sum(sql`${chainKey('t.charge_id', 't.starts_on')} - ${chainKey('t.charge_id', 't.ends_on')}`)} as chains, ${sum(periodMark('t'), sql`invoice_id is not null`)} as marks from billed_periods t
    ), h as (select ${sum(sql`${chainKey('h.id', 'h.starts_on')} - ${chainKey('h.id', 'h.billed_until')}`)} as cursors from charges h
    ), d as (
      select ${sum(f(dayKey({ day: 'day', account: 'account_id', branch: 'branch_id', wallet: 'wallet_id' }), sided(sql`debit`, sql`credit`)))} as days from (
        select day, account_id, branch_id, wallet_id, debit_minor as debit, credit_minor as credit from account_days
        union all select booked_on, account_id, branch_id, wallet_id, greatest(amount_minor, 0), greatest(-amount_minor, 0) from (${youngPostings}) young) both_parts
    ), k as (
      select ${inMonths({ billed: 'billed_minor', collected: 'collected_minor', credited: 'credited_minor', writtenOff: 'written_off_minor', voided: 'voided_minor' })} as months from (${monthSums()}) k
    ), q as (${seriesGiven}
    ), u as (select ${sum(numberMark(sql`series_id`, sql`number`))} as numbers from (${rareNumbers}) few
    )
    select jsonb_build_object(
      'entries_posted', p.entries % ${P}, 'entries_dated', e.dated % ${P}, 'owed', (i.owed - a.payers + o.owed) % ${P}, 'owed_open', b.open % ${P}, 'owed_kept', c.owed % ${P},
      'credit_kept', c.credit % ${P}, 'credit_negative', c.negative,
      'payments_moved', (y.received - a.used - r.used) % ${P}, 'payments_left', g.left_over % ${P}, 'payers_moved', (y.payers - a.payers - r.payers) % ${P}, 'payers_left', g.payers % ${P},
      'invoices_made', i.made % ${P}, 'invoices_kept', b.kept % ${P}, 'paid', a.paid % ${P}, 'paid_kept', b.paid % ${P}, 'corrected', (n.corrected + w.corrected + v.corrected) % ${P}, 'corrected_kept', b.corrected % ${P}, 'overpaid', b.over,
      'chains', t.chains, 'cursors', h.cursors, 'periods', t.count, 'period_lines', l.count - voided.count, 'period_marks', t.marks % ${P}, 'line_marks', (l.marks - voided.marks) % ${P},
      'documents_posted', p.documents % ${P}, 'documents_made', (i.posted + a.posted + y.posted + o.posted) % ${P}, 'documents_unposted', i.unposted + a.unposted + y.unposted + o.unposted,
      'documents', i.count + a.count + y.count + o.count, 'document_sources', x.known, 'sources', x.marks % ${P}, 'entries', e.marks % ${P},
      'days_posted', p.days % ${P}, 'days_kept', d.days % ${P}, 'totals', (i.totals + n.totals) % ${P}, 'lines', (l.totals + m.totals) % ${P},
      'numbers', (i.numbers + y.numbers + u.numbers) % ${P}, 'numbers_given', q.numbers % ${P}, 'series_astray', q.astray,
      'months_made', b.months % ${P}, 'months_kept', k.months % ${P}
    ) as sums
    from p, e, x, i, l, voided, n, m, w, v, b, a, y, r, g, o, c, t, h, d, k, q, u`.execute(conn.db)
  const [row] = rows
  if (!row) throw new Error('the sums of the books were not read')
  return Object.fromEntries(Object.entries(row.sums).map(([name, value]) => [name, BigInt(value)])) as Sums
}

/** Whether two sums of fingerprints stand for the same rows. Counts and chains are compared as they are. */
export const agree = (one: bigint, other: bigint): boolean => (one - other) % BigInt(PRIME) === 0n
