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
import { violations } from '../../testing/planted-violations.ts'
import { applyCredit, issueCreditNote, issueInvoice, issueRenewal, refreshExpiry, voidInvoice, writeOff } from '../billing/index.ts'
import { acceptTransfer, postManualEntry, sealBooks, sendTransfer } from '../ledger/index.ts'
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
  const bank = await aWallet(database, { code: 'BANK', kind: 'bank', branchId })
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
  await doing(database, async (tx) => {
    const { transferId } = await sendTransfer(tx, { fromWalletId: office, toWalletId: bank, amount: toMinor(20_000), reason: 'banked' })
    await acceptTransfer(tx, { transferId, reason: '' })
  })
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
}, 120_000)

test('an invariant nobody knows is refused', async () => {
  await expect(check(database, ['D99'])).rejects.toBeInstanceOf(RangeError)
})

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
      sql`insert into billing_months (month, branch_id, reseller_id, is_opening, billed_minor) values ('2026-01-01', 1, 0, false, 1)`,
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
        account_days: 4,
        billing_months: 1,
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
