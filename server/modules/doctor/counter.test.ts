import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { conn } from '../../platform/db/transaction.ts'
import { logInAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween } from '../../testing/money.ts'
import { issueInvoice } from '../billing/index.ts'
import { sealBooks } from '../ledger/index.ts'
import { leaveAndSettle, openClientBalance, refundPayment, renewSubscription, reversePayment, takeDeposit, takePayment } from '../payments/index.ts'
import { decideOnMatch, proposeMatch } from '../payments/match-suspense.ts'
import { explainBalance } from '../why/explain-balance.ts'
import { readStatement } from '../statements/index.ts'
import { runDoctor } from './index.ts'

const clock = settableClock('2026-01-05T06:10:00Z')

test('everything the counter does leaves the books in agreement, every row looked at', async () => {
  const database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  await sql`insert into settings (key, value) values ('payments.cash_rounding_minor', '100')`.execute(database.db)
  const branchId = await aBranch(database)
  const packageId = (await aPackage(database, { price: toMinor(100_000) })).package.id
  const drawer = await aWallet(database, { code: 'DRAWER', kind: 'office', branchId, limit: 5_000_000 })
  const bkash = await aWallet(database, { code: 'BKASH', kind: 'bkash', branchId })
  const line = async (billingMode: 'postpaid' | 'prepaid' = 'postpaid') => {
    const { client, subscription } = await aClient(database, { branch_id: branchId, subscription: { packageId, billingMode, activatedOn: date('2026-01-05') } })
    return { clientId: client.id, subscriptionId: subscription?.id as bigint }
  }
  const bill = (clientId: bigint) => doing(database, (tx) => issueInvoice(tx, { clientId, until: date('2026-02-01') }))
  const check = async () => {
    for (const isExact of [true, false]) {
      const report = await runDoctor(database, { now: clock.now(), today: date('2026-01-05'), seals: 'all', isExact })
      expect(report.results.filter(({ ok }) => !ok)).toEqual([])
    }
  }

  const paying = await line()
  await bill(paying.clientId)
  const { paymentId: rounded } = await doing(database, (tx) =>
    takePayment(tx, { clientId: paying.clientId, amount: toMinor(90_050), method: 'cash', walletId: drawer }),
  )
  await doing(database, (tx) => refundPayment(tx, { paymentId: rounded, amount: toMinor(10_000), walletId: drawer, unallocate: true, reason: 'paid too much' }))
  const mistaken = await line()
  await bill(mistaken.clientId)
  const { paymentId: wrong } = await doing(database, (tx) =>
    takePayment(tx, { clientId: mistaken.clientId, amount: toMinor(50_000), method: 'bkash', walletId: bkash, trxId: 'ABC123XYZ9' }),
  )
  await doing(database, (tx) => reversePayment(tx, { paymentId: wrong, kind: 'mistake', reason: 'another client' }))
  const brought = await line()
  await doing(database, (tx) => openClientBalance(tx, { clientId: brought.clientId, amount: toMinor(30_000), reason: 'old book' }))
  const ahead = await line()
  await doing(database, (tx) => openClientBalance(tx, { clientId: ahead.clientId, amount: toMinor(-20_000), reason: 'old book' }))
  await bill(ahead.clientId)
  const prepaid = await line('prepaid')
  await doing(database, (tx) => renewSubscription(tx, { subscriptionId: prepaid.subscriptionId, cycles: 2, method: 'cash', walletId: drawer }))
  await check()

  clock.set('2026-01-05T08:10:00Z')
  await sealBooks(database, { actor: anActor() })
  const leaving = await line()
  await bill(leaving.clientId)
  await doing(database, (tx) => takeDeposit(tx, { clientId: leaving.clientId, amount: toMinor(80_000), method: 'cash', walletId: drawer }))
  await doing(database, (tx) => leaveAndSettle(tx, { subscriptionId: leaving.subscriptionId, on: date('2026-01-05'), reason: 'moved' }))
  const [one, other] = await Promise.all([logInAs(database, 'admin'), logInAs(database, 'admin')])
  const { paymentId: unknown } = await doing(database, (tx) =>
    takePayment(tx, { clientId: null, amount: toMinor(40_000), method: 'bkash', walletId: bkash, trxId: 'UNKNOWN777' }),
  )
  await check()
  await doing(database, (tx) => proposeMatch(tx, { paymentId: unknown, clientId: mistaken.clientId, reason: 'he called' }), {
    ...anActor(),
    userId: one.userId,
  })
  await doing(database, (tx) => decideOnMatch(tx, { paymentId: unknown, isApproved: true }), { ...anActor(), userId: other.userId })
  await check()
  await doing(database, (tx) => reversePayment(tx, { paymentId: unknown, kind: 'chargeback', reason: 'the bank took it back' }))
  const { rows: offsets } = await sql<{ id: bigint }>`select payment_id as id from deposit_movements where kind = 'offset' limit 1`.execute(database.db)
  if (offsets[0]) await doing(database, (tx) => reversePayment(tx, { paymentId: offsets[0]?.id as bigint, kind: 'mistake', reason: 'keep the deposit' }))
  await check()
  clock.set('2026-01-05T10:10:00Z')
  await sealBooks(database, { actor: anActor() })
  await check()

  const reading = await conn(database)
  const { rows } = await sql<{
    id: bigint
    balance: bigint
  }>`select client_id as id, receivable_minor - credit_minor as balance from client_balances order by 1`.execute(database.db)
  for (const { id, balance } of rows) {
    const statement = await readStatement(reading, anActor().scope, { clientId: id, from: null, to: date('2026-01-05'), locale: 'bn', limit: 200 })
    expect(statement.closing).toBe(balance)
    expect(statement.lines.at(-1)?.balance_minor ?? 0n).toBe(balance)
    expect(statement.lines.filter((one) => one.kind !== 'deposit' && one.description.startsWith('এন্ট্রি'))).toEqual([])
    expect((await explainBalance(reading, anActor().scope, { clientId: id, locale: 'en', today: date('2026-01-05') })).balance_minor).toBe(balance)
  }
})
