import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, anActor, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween } from '../../testing/money.ts'
import { issueInvoice } from '../billing/index.ts'
import { runDoctor } from '../doctor/index.ts'
import { readDepositReceipt } from '../payments/index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
let branchId: bigint
let office: number
let clientId: number
let send: Awaited<ReturnType<typeof appAs>>

beforeAll(async () => {
  await partitionsBetween(database, '2026-02-01', '2026-06-01')
  branchId = await aBranch(database)
  const packageId = (await aPackage(database, { price: toMinor(100_000) })).package.id
  office = Number(await aWallet(database, { code: 'OFFICE', branchId }))
  const { client } = await aClient(database, {
    branch_id: branchId,
    name: 'Nusrat Jahan',
    subscription: { packageId, activatedOn: date('2026-03-01'), joinedOn: date('2026-03-01') },
  })
  clientId = Number(client.id)
  await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-04-01') }))
  send = await appAs(database, 'accountant')
})

const take = (amount: number) =>
  send('POST', `/clients/${clientId}/deposits`, { amount_minor: amount, method: 'cash', wallet_id: office, reason: 'ONU on loan' })
const receiptOf = (id: number) => doing(database, (tx) => readDepositReceipt(tx, tx.actor, BigInt(id)))

test('a deposit taken, and one given back, have receipts in the book of the wallet, between its payments', async () => {
  const taken = await take(150_000)
  expect(taken.body, taken.text).toMatchObject({ receipt_code: 'RC-OFFICE-26-000001', held_minor: 150_000 })
  const paid = await send('POST', '/payments', { client_id: clientId, amount_minor: 10_000, method: 'cash', wallet_id: office })
  expect(paid.body.receipt_code).toBe('RC-OFFICE-26-000002')
  const returned = await send('POST', `/clients/${clientId}/deposits/return`, { amount_minor: 50_000, wallet_id: office, reason: 'ONU brought back' })
  expect(returned.body, returned.text).toMatchObject({ receipt_code: 'RC-OFFICE-26-000003', held_minor: 100_000 })
  expect(await receiptOf(taken.body.id)).toMatchObject({ kind: 'taken', amount: 150_000n, method: 'cash', held_after: 150_000n, reason: 'ONU on loan' })
  expect(await receiptOf(returned.body.id)).toMatchObject({
    kind: 'returned',
    amount: 50_000n,
    method: null,
    held_after: 100_000n,
    buyer: { name: 'Nusrat Jahan' },
  })
  const { items } = (await send('GET', `/clients/${clientId}/deposits`)).body
  expect(items.map((row: { receipt_code: string }) => row.receipt_code)).toEqual(['RC-OFFICE-26-000003', 'RC-OFFICE-26-000001'])
})

test('twelve deposits and payments at once are numbered without a gap, and one that is refused takes no number', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      n % 3 === 0 ? send('POST', '/payments', { client_id: clientId, amount_minor: 100, method: 'cash', wallet_id: office }) : take(1_000),
    ),
  )
  expect(answers.map(({ body }) => Number(body.receipt_code.slice(-6))).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 4))
  const tooMuch = await send('POST', `/clients/${clientId}/deposits/return`, { amount_minor: 9_000_000, wallet_id: office, reason: 'too much' })
  expect(tooMuch.body.code).toBe('deposit_not_enough')
  expect((await take(1_000)).body.receipt_code).toBe('RC-OFFICE-26-000016')
})

test('receipts of payments and deposits print on each paper, in both languages', async () => {
  const paid = await send('POST', '/payments', { client_id: clientId, amount_minor: 10_000, method: 'cash', wallet_id: office })
  const taken = await take(2_000)
  for (const path of [`/payments/${paid.body.id}`, `/deposits/${taken.body.id}`])
    for (const [paper, locale] of [
      ['80mm', 'en'],
      ['a4', 'bn'],
      ['a5', 'en'],
    ]) {
      const pdf = await send('GET', `${path}/receipt.pdf?paper=${paper}&locale=${locale}`)
      expect([pdf.status, pdf.headers['content-type'], pdf.text.slice(0, 5)], `${path} ${paper}`).toEqual([200, 'application/pdf', '%PDF-'])
      expect(pdf.headers['content-disposition']).toContain('RC-OFFICE-26-0000')
    }
})

test('what is offset has no receipt, and that of another branch does not exist', async () => {
  await send('POST', `/clients/${clientId}/deposits/offset`, { amount_minor: 5_000, reason: 'pays March' })
  const [offset, taken] = (await send('GET', `/clients/${clientId}/deposits`)).body.items
  expect([offset.kind, offset.receipt_code]).toEqual(['offset', null])
  expect((await send('GET', `/deposits/${offset.id}/receipt.pdf`)).status).toBe(404)
  const elsewhere = { kind: 'branches', branchIds: [await aBranch(database)] } as const
  const stranger = await appAs(database, 'branch_manager', { scope: elsewhere })
  expect((await stranger('GET', `/deposits/${taken.id}/receipt.pdf`)).status).toBe(404)
  expect(await doing(database, (tx) => readDepositReceipt(tx, tx.actor, BigInt(taken.id)), anActor({ scope: elsewhere }))).toBeUndefined()
})

test('the doctor finds the numbers of the wallet’s receipts without gap', async () => {
  const { results } = await runDoctor(database, { now: clock.now(), today: date('2026-03-10') })
  expect(results.filter(({ ok }) => !ok)).toEqual([])
})
