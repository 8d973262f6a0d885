import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween } from '../../testing/money.ts'
import { addReason, readReasons } from '../access/index.ts'
import { issueRenewal } from '../billing/index.ts'
import { runDoctor } from '../doctor/index.ts'
import { renewSubscription } from './index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
let branchId: bigint
let packageId: bigint
let office: bigint
let send: Awaited<ReturnType<typeof appAs>>

beforeAll(async () => {
  await partitionsBetween(database, '2026-01-01', '2026-06-01')
  branchId = await aBranch(database)
  packageId = (await aPackage(database, { price: toMinor(100_000) })).package.id
  office = await aWallet(database, { code: 'OFFICE', branchId })
  send = await appAs(database, 'accountant')
})

const cash = (clientId: bigint, amount: number, more: object = {}) => ({
  client_id: Number(clientId),
  amount_minor: amount,
  method: 'cash',
  wallet_id: Number(office),
  ...more,
})

async function balanceOf(clientId: bigint): Promise<{ receivable: bigint; credit: bigint }> {
  const { rows } = await sql<{
    receivable: bigint
    credit: bigint
  }>`select receivable_minor as receivable, credit_minor as credit from client_balances where client_id = ${clientId}`.execute(database.db)
  return rows[0] as { receivable: bigint; credit: bigint }
}

const prepaid = async () =>
  await aClient(database, { branch_id: branchId, subscription: { packageId, billingMode: 'prepaid', activatedOn: date('2026-03-10') } })
const expiryOf = async (subscriptionId: bigint) =>
  (
    await sql<{ day: Temporal.PlainDate | null }>`select expires_on as day from subscriptions where id = ${subscriptionId}`.execute(database.db)
  ).rows[0]?.day?.toString() ?? null

test('rule 18: the payment, its invoice and the cover are one; n cycles are n lines; the rest is credit', async () => {
  const { client, subscription } = await prepaid()
  const id = subscription?.id as bigint
  const renewed = await send('POST', `/subscriptions/${id}/renewals`, { amount_minor: 250_000, method: 'cash', wallet_id: Number(office), cycles: 2 })
  expect(renewed.status, renewed.text).toBe(201)
  expect(renewed.body).toMatchObject({ starts_on: '2026-03-10', ends_on: '2026-05-10', payment: { remaining_minor: 50_000 } })
  expect(await expiryOf(id)).toBe('2026-05-10')
  expect(await balanceOf(client.id)).toEqual({ receivable: 0n, credit: 50_000n })
  const { rows } = await sql`select 1 from subscription_renewals where payment_id = ${BigInt(renewed.body.payment.id)} and subscription_id = ${id}`.execute(
    database.db,
  )
  expect(rows.length).toBe(1)
})

test('takes exactly what it costs where no amount is said, gives service back, and lapses when the payment bounces', async () => {
  const { subscription } = await prepaid()
  const id = subscription?.id as bigint
  await doing(database, (tx) => addReason(tx, id, 'expired'))
  const renewed = await doing(database, (tx) => renewSubscription(tx, { subscriptionId: id, cycles: 1, method: 'cash', walletId: office }))
  expect(renewed.payment).toMatchObject({ amount: 100_000n, remaining: 0n })
  expect(await readReasons(database, [id])).toEqual([])
  await send('POST', `/payments/${renewed.payment.paymentId}/reversal`, { kind: 'bounced', reason: 'the cheque came back' })
  expect(await expiryOf(id)).toBeNull()
})

test('too little money leaves the invoice open and the line without cover until it is paid', async () => {
  const { client, subscription } = await prepaid()
  const id = subscription?.id as bigint
  await send('POST', '/payments', cash(client.id, 60_000, { renewal: { subscription_id: Number(id) } }))
  expect(await expiryOf(id)).toBeNull()
  await send('POST', '/payments', cash(client.id, 40_000))
  expect(await expiryOf(id)).toBe('2026-04-10')
  expect((await send('POST', '/payments', cash((await prepaid()).client.id, 100, { renewal: { subscription_id: Number(id) } }))).status).toBe(404)
  await expect(doing(database, (tx) => issueRenewal(tx, { subscriptionId: 999_999n, cycles: 1, paidOn: tx.today }))).rejects.toMatchObject({ status: 404 })
})

test('after all of it the books agree', async () => {
  const report = await runDoctor(database, { now: clock.now(), today: date('2026-03-10'), seals: 'all' })
  expect(report.results.filter(({ ok }) => !ok).map(({ id, rows }) => ({ id, rows: rows.slice(0, 3) }))).toEqual([])
})
