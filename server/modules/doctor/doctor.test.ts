import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween, receive } from '../../testing/money.ts'
import { applyCredit, issueCreditNote, issueInvoice, issueRenewal, refreshExpiry, voidInvoice, writeOff } from '../billing/index.ts'
import { postManualEntry, sealBooks } from '../ledger/index.ts'
import { INVARIANTS, rebuildProjections, runDoctor } from './index.ts'
import type { DoctorReport } from './index.ts'

const clock = settableClock('2026-01-05T06:10:00Z')
let database: TestDatabase

/** A small company with every kind of document, sealed up to an hour ago and with something recorded since. */
beforeAll(async () => {
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  const branchId = await aBranch(database)
  const { rows } = await sql<{ id: bigint }>`insert into vat_rates (code, name) values ('VAT', 'VAT') returning id`.execute(database.db)
  const vatRateId = rows[0]?.id ?? null
  await sql`insert into vat_rate_versions values (${vatRateId}, '2020-01-01', 500)`.execute(database.db)
  const home = (await aPackage(database, { price: toMinor(100_000), vatRateId })).package.id
  const office = await aWallet(database, { code: 'OFFICE', branchId })
  const drawer = await aWallet(database, { code: 'DRAWER', kind: 'drawer', branchId, limit: 500_000 })
  const bill = async (activatedOn: string): Promise<{ clientId: bigint; invoiceId: bigint }> => {
    const { client } = await aClient(database, { branch_id: branchId, subscription: { packageId: home, activatedOn: date(activatedOn) } })
    const issued = await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-02-01') }))
    return { clientId: client.id, invoiceId: issued?.invoiceId as bigint }
  }
  const paying = await bill('2026-01-05')
  await doing(database, (tx) => receive(tx, { clientId: paying.clientId, walletId: drawer, amount: 50_000 }))
  await doing(database, (tx) => issueCreditNote(tx, { invoiceId: paying.invoiceId, kind: 'correction', reason: 'two days down', amount: toMinor(10_000) }))
  const ahead = await bill('2026-01-01')
  await doing(database, (tx) => receive(tx, { clientId: ahead.clientId, walletId: office, amount: 250_000, method: 'bkash' }))
  const mistaken = await bill('2026-01-02')
  await doing(database, (tx) => voidInvoice(tx, { invoiceId: mistaken.invoiceId, reason: 'billed by mistake' }))
  const lost = await bill('2026-01-03')
  await doing(database, (tx) => writeOff(tx, { invoiceId: lost.invoiceId, reason: 'moved away', requestedBy: null }))
  await bill('2026-01-04')
  const prepaid = await aClient(database, { branch_id: branchId, subscription: { packageId: home, billingMode: 'prepaid', activatedOn: date('2026-01-05') } })
  await doing(database, async (tx) => {
    const paymentId = await receive(tx, { clientId: prepaid.client.id, walletId: drawer, amount: 105_000, pays: false })
    const subscriptionId = prepaid.subscription?.id as bigint
    const { invoiceId } = await issueRenewal(tx, { subscriptionId, cycles: 1, paidOn: tx.today })
    await applyCredit(tx, { clientId: prepaid.client.id, paymentId, invoiceIds: [invoiceId as bigint], onlyChosen: true })
    await refreshExpiry(tx, [subscriptionId])
  })
  await doing(database, (tx) =>
    postManualEntry(tx, {
      memo: 'owner brings cash',
      postings: [
        { accountId: 1n, side: 'debit', amount: toMinor(70_000), walletId: office, branchId: null },
        { accountId: 14n, side: 'credit', amount: toMinor(70_000), walletId: null, branchId },
      ],
    }),
  )
  clock.set('2026-01-05T09:30:00Z')
  await sealBooks(database, { actor: anActor() })
  const late = await bill('2026-01-05')
  await doing(database, (tx) => receive(tx, { clientId: late.clientId, walletId: office, amount: 30_000 }))
})

const check = (db: Pick<Conn, 'db'>, only?: readonly string[], isExact = false): Promise<DoctorReport> =>
  runDoctor(db, { now: clock.now(), today: date('2026-01-05'), seals: 'all', isExact, ...(only ? { only } : {}) })

class Undone extends Error {}

/** Runs statements as nobody but a person with the server's own password could, looks, and takes everything back. */
async function plant(statements: readonly RawBuilder<unknown>[], look: (tx: Tx) => Promise<void>): Promise<void> {
  let isLookedAt = false
  const done = doing(database, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx.db)
    for (const statement of statements) await statement.execute(tx.db)
    await sql`set local session_replication_role = origin`.execute(tx.db)
    await look(tx)
    isLookedAt = true
    throw new Undone()
  })
  await done.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  expect(isLookedAt).toBe(true)
}

const rowsOf = (report: DoctorReport, id: string) => report.results.find((result) => result.id === id)?.rows ?? []

test('a company with every kind of document is green', async () => {
  expect((await check(database, undefined, true)).results.filter(({ ok }) => !ok)).toEqual([])
  const report = await check(database)
  expect(report.results.filter(({ ok }) => !ok)).toEqual([])
  expect(report.results.map(({ id }) => id)).toEqual(INVARIANTS.map(({ id }) => id))
  expect(report.ok).toBe(true)
})

test('within fifty nights every seal is verified, and the newest each night', async () => {
  const changed = [sql`update entries set memo = 'changed' where kind = 'void'`]
  await plant(changed, async (tx) => {
    const found: boolean[] = []
    for (let n = 0; n < 150; n += 1) {
      const now = clock.now().add({ hours: 24 * n })
      const { results } = await runDoctor(tx, { now, today: date('2026-01-05').add({ days: n }), only: ['D13'], seals: 'recent' })
      found.push(results[0]?.ok === false)
    }
    expect(found.slice(0, 2)).toEqual([true, true])
    const later = found.flatMap((isFound, n) => (isFound && n > 2 ? [n] : []))
    expect(later).toHaveLength(3)
    expect(later.map((n, index) => n - (later[index - 1] ?? n - 50))).toEqual([50, 50, 50])
  })
})

test('an invariant nobody knows is refused', async () => {
  await expect(check(database, ['D99'])).rejects.toBeInstanceOf(RangeError)
})

const aPosting = (account: bigint) =>
  sql`(booked_on, entry_id, line_no) = (select booked_on, entry_id, line_no from postings where account_id = ${account} order by entry_id limit 1)`

/** What is planted, and what the row that names it says. */
const violations: readonly {
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
]

describe('a planted violation is named', () => {
  test.each(violations)('$id: $what', async ({ id, plant: statements, names }) => {
    await plant(statements(), async (tx) => {
      for (const isExact of [false, true]) {
        const report = await check(tx, [id], isExact)
        expect(report.ok).toBe(false)
        expect(rowsOf(report, id)).toEqual(expect.arrayContaining([expect.objectContaining(names)]))
      }
    })
  })

  test('every invariant has at least one', () => {
    expect(INVARIANTS.map(({ id }) => id).filter((id) => !violations.some((violation) => violation.id === id))).toEqual([])
  })
})

describe('rebuilding', () => {
  test('puts every projection right and says what changed; a second time nothing changes', async () => {
    const damage = [
      sql`update invoice_balances set allocated_minor = 0 where invoice_id = 1`,
      sql`delete from invoice_balances where invoice_id = 5`,
      sql`update payment_balances set remaining_minor = 1 where payment_id = 1`,
      sql`update client_balances set receivable_minor = 1, credit_minor = 2 where client_id = 1`,
      sql`update wallet_balances set balance_minor = 0`,
      sql`update account_days set debit_minor = debit_minor + 4 where account_id = 1`,
      sql`delete from account_days where account_id = 9`,
      sql`update subscriptions set expires_on = null where billing_mode = 'prepaid'`,
      sql`update subscriptions set state = 'left' where id = 2`,
      sql`update access set desired_on = false where subscription_id = 3`,
      sql`delete from client_list where client_id = 4`,
    ]
    await plant(damage, async (tx) => {
      expect((await check(tx)).ok).toBe(false)
      const rebuilt = await rebuildProjections(tx)
      const changed = Object.fromEntries(rebuilt.map((one) => [one.projection, one.changed]))
      expect(changed).toEqual({
        invoice_balances: 2,
        payment_balances: 1,
        client_balances: 1,
        wallet_balances: 1,
        account_days: 3,
        'subscriptions.expires_on': 1,
        'subscriptions.state and access': 2,
        client_list: 1,
      })
      expect(rebuilt[0]?.rows[0]).toMatchObject({ key: { invoice_id: 1 }, before: { allocated_minor: 0 }, after: { allocated_minor: 50_000 } })
      expect((await check(tx)).results.filter(({ ok }) => !ok)).toEqual([])
      expect((await rebuildProjections(tx)).filter((one) => one.changed > 0)).toEqual([])
      const { rows } = await sql<{
        after: { changed: Record<string, number> }
      }>`select after from audit_events where action = 'doctor.projections_rebuilt' order by id limit 1`.execute(tx.db)
      expect(rows[0]?.after).toMatchObject({ changed: { invoice_balances: 2, client_list: 1 } })
    })
  })

  test('changes nothing of a company that is right', async () => {
    expect((await doing(database, rebuildProjections)).filter((one) => one.changed > 0)).toEqual([])
  })
})
