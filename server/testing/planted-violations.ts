import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { date } from '../kernel/time.ts'

const aPosting = (account: bigint) =>
  sql`(booked_on, entry_id, line_no) = (select booked_on, entry_id, line_no from postings where account_id = ${account} order by entry_id limit 1)`

/** What is planted, and what the row that names it says. */
/** What somebody with the server's own password could do to the books, and the rows that doctor must name for it. */
export const violations: readonly {
  readonly id: string
  readonly what: string
  readonly plant: () => readonly RawBuilder<unknown>[]
  readonly names: Record<string, unknown>
}[] = [
  {
    id: 'D1',
    what: 'an entry that does not sum to zero',
    plant: () => [sql`update postings set amount_minor = amount_minor + 7 where ${aPosting(15n)}`],
    names: { sum_minor: 7n },
  },
  {
    id: 'D2',
    what: 'a client balance changed by hand',
    plant: () => [sql`update client_balances set receivable_minor = receivable_minor + 100 where client_id = 1`],
    names: { client_id: 1n, booked_minor: 31_452n, open_minor: 31_452n, balance_minor: 31_552n },
  },
  {
    id: 'D2',
    what: 'a receivable posted to another client',
    plant: () => [sql`update postings set client_id = 2 where account_id = 3 and client_id = 1`],
    names: { client_id: 1n, booked_minor: 0n, open_minor: 31_452n },
  },
  {
    id: 'D3',
    what: 'credit from nowhere',
    plant: () => [sql`update client_balances set credit_minor = credit_minor + 5 where client_id = 2`],
    names: { client_id: 2n, derived_minor: 145_000n, balance_minor: 145_005n },
  },
  {
    id: 'D3',
    what: 'a payment that has more left than it should',
    plant: () => [sql`update payment_balances set remaining_minor = 3 where payment_id = 1`],
    names: { client_id: 1n, remaining_minor: 3n, derived_minor: 0n },
  },
  {
    id: 'D4',
    what: 'an invoice that is paid without money',
    plant: () => [sql`update invoice_balances set allocated_minor = allocated_minor + 500 where invoice_id = 1`],
    names: { invoice_id: 1n, allocated_minor: 50_000n, balance_allocated_minor: 50_500n },
  },
  {
    id: 'D4',
    what: 'an invoice without its balance',
    plant: () => [sql`delete from invoice_balances where invoice_id = 5`],
    names: { invoice_id: 5n, balance_total_minor: null },
  },
  {
    id: 'D5',
    what: 'a gap in the billed days',
    plant: () => [sql`update billed_periods set starts_on = starts_on + 3 where charge_id = 1`],
    names: { problem: 'charge does not begin with a period', charge_id: 1n },
  },
  {
    id: 'D5',
    what: 'days billed twice',
    plant: () => [sql`insert into billed_periods (charge_id, starts_on, ends_on, reason) values (2, '2026-01-10', '2026-01-20', 'free')`],
    names: { problem: 'charge periods gap or overlap', charge_id: 2n, period_starts_on: date('2026-01-10') },
  },
  {
    id: 'D5',
    what: 'a cursor moved by hand',
    plant: () => [sql`update charges set billed_until = '2026-03-01' where id = 1`],
    names: { problem: 'charge cursor is not at the end of its periods', charge_id: 1n },
  },
  {
    id: 'D5',
    what: 'a line whose days were freed behind its back',
    plant: () => [sql`delete from billed_periods where charge_id = 4`, sql`update charges set billed_until = starts_on where id = 4`],
    names: { problem: 'line without its period', charge_id: 4n, invoice_id: 4n },
  },
  {
    id: 'D6',
    what: 'a number that was given to nobody',
    plant: () => [sql`update number_series set next = next + 2 where document_kind = 'invoice'`],
    names: { document_kind: 'invoice', missing: [8n, 9n] },
  },
  {
    id: 'D6',
    what: 'a number of one series moved to where another leaves a gap',
    plant: () => [sql`update invoices set number = number + 1000 where number = 2`],
    names: { document_kind: 'invoice', missing: [2n], last: 1002n },
  },
  {
    id: 'D7',
    what: 'a document without its entry',
    plant: () => [
      sql`delete from entry_sources where kind = 'credit_note'`,
      sql`delete from postings p using entries e where e.booked_on = p.booked_on and e.id = p.entry_id and e.kind = 'credit_note'`,
      sql`delete from entries where kind = 'credit_note'`,
    ],
    names: { kind: 'credit_note', document_id: 1n, problem: 'no entry' },
  },
  {
    id: 'D7',
    what: 'an entry of another amount than its document',
    plant: () => [
      sql`update postings set amount_minor = amount_minor + sign(amount_minor) * 100 where entry_id = (select entry_id from entry_sources where kind = 'write_off') and account_id in (3, 22)`,
    ],
    names: { kind: 'write_off', problem: 'amounts differ', receivable_minor: -98_225n, booked_receivable_minor: -98_325n },
  },
  {
    id: 'D7',
    what: 'a second entry of one document',
    plant: () => [
      sql`insert into entries select booked_on, 999999, kind, document_kind, document_id, reverses_id, recorded_at, recorded_by, memo, content_hash from entries where kind = 'void'`,
    ],
    names: { kind: 'void', entry_id: 999_999n, problem: 'not in entry_sources' },
  },
  {
    id: 'D7',
    what: 'an entry that names another client than its document',
    plant: () => [sql`update postings set client_id = 2 where entry_id = (select entry_id from entry_sources where kind = 'write_off') and account_id = 3`],
    names: { kind: 'write_off', problem: 'another client', client_id: 4n, booked_client_id: 2n },
  },
  {
    id: 'D8',
    what: 'a drawer that holds more than was put into it',
    plant: () => [sql`update wallet_balances set balance_minor = balance_minor + 1 where wallet_id = 2`],
    names: { wallet_id: 2n, balance_minor: 155_001n, posted_minor: 155_000n },
  },
  { id: 'D8', what: 'a limited wallet without its row', plant: () => [sql`delete from wallet_balances`], names: { wallet_id: 2n, balance_minor: null } },
  {
    id: 'D9',
    what: 'a daily sum changed by hand',
    plant: () => [sql`update account_days set debit_minor = debit_minor + 9 where account_id = 1 and wallet_id = 1`],
    names: { account_id: 1n, wallet_id: 1n, debit_minor: 350_009n, posted_debit_minor: 350_000n },
  },
  {
    id: 'D10',
    what: 'a line that does not add up to its invoice',
    plant: () => [sql`update invoice_lines set net_minor = net_minor + 10, total_minor = total_minor + 10 where invoice_id = 2`],
    names: { document: 'invoice', id: 2n, total_minor: 105_000n, lines_total_minor: 105_010n },
  },
  {
    id: 'D10',
    what: 'a credit note that does not add up',
    plant: () => [sql`update credit_note_lines set net_minor = net_minor + 10, total_minor = total_minor + 10`],
    names: { document: 'credit_note', id: 1n, lines_total_minor: 10_010n },
  },
  {
    id: 'D11',
    what: 'a state typed in',
    plant: () => [sql`update subscriptions set state = 'suspended' where id = 1`],
    names: { projection: 'state', subscription_id: 1n, kept: 'suspended', derived: 'active' },
  },
  {
    id: 'D11',
    what: 'service switched on for nobody’s reason',
    plant: () => [sql`insert into access_reasons (subscription_id, reason, since) values (2, 'billing', now())`],
    names: { projection: 'access', subscription_id: 2n, kept: 'on home-10', derived: 'off home-10' },
  },
  {
    id: 'D11',
    what: 'an expiry typed in',
    plant: () => [sql`update subscriptions set expires_on = '2027-01-01' where billing_mode = 'prepaid'`],
    names: { projection: 'expiry', kept: '2027-01-01', derived: '2026-02-05' },
  },
  {
    id: 'D11',
    what: 'a client list that misses a client',
    plant: () => [sql`delete from client_list where client_id = 3`],
    names: { projection: 'client list', client_id: 3n },
  },
  {
    id: 'D12',
    what: 'an entry of a day nobody foresaw',
    plant: () => [
      sql`insert into entries (booked_on, kind, document_kind, document_id, recorded_at, content_hash) values ('2199-01-01', 'manual', 'manual', 1, now(), '')`,
    ],
    names: { problem: 'default partition', table_name: 'entries' },
  },
  { id: 'D12', what: 'a posting without its entry', plant: () => [sql`delete from entries where kind = 'void'`], names: { problem: 'posting without entry' } },
  {
    id: 'D12',
    what: 'a posting of a client nobody knows',
    plant: () => [sql`update postings set client_id = 987 where client_id = 3`],
    names: { problem: 'no such client', id: 987n },
  },
  {
    id: 'D12',
    what: 'money in a wallet nobody knows',
    plant: () => [
      sql`update postings set wallet_id = 555 where entry_id = (select max(entry_id) from postings where wallet_id is not null) and wallet_id is not null`,
    ],
    names: { problem: 'no such wallet', id: 555n },
  },
  {
    id: 'D13',
    what: 'a changed entry, by its own hash',
    plant: () => [sql`update entries set memo = 'changed' where kind = 'void'`],
    names: { book: 'ledger', problem: 'row' },
  },
  {
    id: 'D13',
    what: 'a changed posting, by the hash of its entry',
    plant: () => [sql`update postings set branch_id = 77 where ${aPosting(22n)}`],
    names: { book: 'ledger', problem: 'row' },
  },
  {
    id: 'D13',
    what: 'a missing entry, by the seal of its hour',
    plant: () => [sql`delete from entries where kind = 'void'`],
    names: { book: 'ledger', problem: 'seal', id: null },
  },
  {
    id: 'D13',
    what: 'a changed audit row',
    plant: () => [sql`update audit_events set actor_name = 'somebody else' where action = 'invoice.voided'`],
    names: { book: 'audit', problem: 'row' },
  },
  {
    id: 'D13',
    what: 'an audit row that was removed',
    plant: () => [sql`delete from audit_events where action = 'invoice.voided'`],
    names: { book: 'audit', problem: 'seal' },
  },
  {
    id: 'D13',
    what: 'a seal that was removed',
    plant: () => [sql`delete from seals where book = 'audit' and sealed_until = (select min(sealed_until) from seals)`],
    names: { book: 'audit', problem: 'seal' },
  },
  {
    id: 'D14',
    what: 'gateway money without a payment',
    plant: () => [sql`update postings set account_id = 4, gateway_id = 3, wallet_id = null where ${aPosting(1n)}`],
    names: { gateway_id: 3n, captured_minor: 0n, clearing_minor: 50_000n },
  },
  {
    id: 'D15',
    what: 'a message queued twice',
    plant: () => [
      sql`insert into outbox_messages (created_at, dedupe_key, kind, payload, not_before) select created_at, dedupe_key, kind, payload, not_before from outbox_messages where dedupe_key = 'invoice-issued:1'`,
    ],
    names: { problem: 'sent twice', dedupe_key: 'invoice-issued:1', messages: 2n },
  },
  {
    id: 'D16',
    what: 'money missing from a billing month',
    plant: () => [sql`insert into billing_months (month, branch_id, reseller_id, is_opening, collected_minor) values ('2026-01-01', 1, 0, false, -700)`],
    names: { branch_id: 1n, reseller_id: 0n, is_opening: false },
  },
  {
    id: 'D17',
    what: 'a late fee of what was paid before its day',
    plant: () => [
      sql`insert into late_fees (invoice_id, charge_id, created_at, client_id, charged_on, base_minor, fixed_minor, rate_bp, fee_minor, after_allocation)
        select invoice_id, 1, now(), client_id, '2026-02-01', 50000, 700, 0, 700, 0 from allocations where id = 1`,
    ],
    names: { fee_minor: 700n, due_minor: 0n },
  },
  {
    id: 'D18',
    what: 'money in transit that nobody sent',
    plant: () => [sql`insert into account_days (day, account_id, branch_id, wallet_id, debit_minor, credit_minor) values ('2026-01-05', 2, 0, 0, 700, 0)`],
    names: { problem: 'in transit', amount_minor: 0n, booked_minor: 700n },
  },
  {
    id: 'D18',
    what: 'a transfer that left another wallet',
    plant: () => [
      sql`update postings p set wallet_id = t.to_wallet_id from wallet_transfers t join entry_sources x on x.kind = 'transfer' and x.document_id = t.id
      where p.entry_id = x.entry_id and p.account_id = 1`,
    ],
    names: { problem: 'amounts differ', kind: 'transfer', amount_minor: -20_000n, booked_minor: 0n },
  },
]
