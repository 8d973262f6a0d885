import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { toMinor } from '../../../kernel/money.ts'
import { appAs } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'
import { aBranch, doing } from '../../../testing/factories.ts'
import { partitionsBetween } from '../../../testing/money.ts'
import { ACCOUNT, credit, createWallet, debit, postEntry } from '../index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
let branchId: bigint
let send: Awaited<ReturnType<typeof appAs>>

beforeAll(async () => {
  await partitionsBetween(database, '2026-02-01', '2026-06-01')
  branchId = await aBranch(database)
  send = await appAs(database, 'accountant')
})

let document = 0n
/** Money in (+) or out (-) of a wallet against other income. */
const move = (walletId: bigint, amount: number) =>
  doing(database, (tx) => {
    document += 1n
    return postEntry(tx, {
      kind: 'manual',
      documentKind: 'manual_entry',
      documentId: document,
      bookedOn: tx.today,
      postings: [debit(ACCOUNT.wallets, toMinor(amount), { walletId, branchId }), credit(20n, toMinor(amount), { branchId })],
    })
  })

const make = async (code: string, more: object = {}) =>
  await send('POST', '/wallets', { code, name: `Wallet ${code}`, kind: 'office', branch_id: Number(branchId), ...more })

test('a wallet is opened, renamed and closed when it is empty; its code is its own', async () => {
  const made = await make('safe')
  expect(made.body, made.text).toMatchObject({ code: 'SAFE', balance_minor: 0, is_active: true, limit_minor: null })
  expect((await make('SAFE')).body.code).toBe('wallet_code_taken')
  expect((await make('no good')).status).toBe(422)
  await move(BigInt(made.body.id), 500)
  expect((await send('PATCH', `/wallets/${made.body.id}`, { is_active: false })).body.code).toBe('wallet_not_empty')
  expect((await send('PATCH', `/wallets/${made.body.id}`, { name: 'Safe upstairs' })).body).toMatchObject({
    name: 'Safe upstairs',
    balance_minor: 500,
    branch_id: Number(branchId),
  })
  await move(BigInt(made.body.id), -500)
  expect((await send('PATCH', `/wallets/${made.body.id}`, { is_active: false })).body.is_active).toBe(false)
})

test('a drawer belongs to somebody', async () => {
  expect((await make('nobody', { kind: 'drawer' })).status).toBe(422)
  expect((await make('nobody', { kind: 'drawer', owner_user_id: 999_999 })).status).toBe(422)
})

test('rule 25: a limited wallet goes neither above its limit nor below zero, also with many at once', async () => {
  const id = BigInt((await make('limited', { limit_minor: 10_000 })).body.id)
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => move(id, 1000)))
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(10)
  expect((await send('GET', `/wallets/${id}`)).body.balance_minor).toBe(10_000)
  await expect(move(id, -10_001)).rejects.toMatchObject({ constraint: 'wallet_within_limit' })
})

test('a limit may begin on a wallet that holds money, move and end, but not below what it holds', async () => {
  const id = BigInt((await make('later')).body.id)
  await move(id, 5000)
  expect((await send('PATCH', `/wallets/${id}`, { limit_minor: 4999 })).body.code).toBe('wallet_limit')
  expect((await send('PATCH', `/wallets/${id}`, { limit_minor: 6000 })).status).toBe(200)
  await expect(move(id, 1001)).rejects.toMatchObject({ constraint: 'wallet_within_limit' })
  expect((await send('PATCH', `/wallets/${id}`, { limit_minor: null })).status).toBe(200)
  await move(id, 1001)
  expect((await send('GET', `/wallets/${id}`)).body).toMatchObject({ balance_minor: 6001, limit_minor: null })
})

test('while a limit begins no posting slips by', async () => {
  const id = BigInt((await make('race')).body.id)
  await Promise.all([
    ...Array.from({ length: 20 }, () => move(id, 100)),
    send('PATCH', `/wallets/${id}`, { limit_minor: 1_000_000 }),
    ...Array.from({ length: 20 }, () => move(id, 100)),
  ])
  const { rows } = await sql<{ balance: bigint }>`select balance_minor as balance from wallet_balances where wallet_id = ${id}`.execute(database.db)
  expect(rows).toEqual([{ balance: 4000n }])
})

test('what a wallet held before the books began is posted once, against opening equity', async () => {
  const { id } = (await make('opened')).body
  expect((await send('POST', `/wallets/${id}/opening-balance`, { amount_minor: 12_345, reason: 'counted on the first day' })).status).toBe(201)
  expect((await send('POST', `/wallets/${id}/opening-balance`, { amount_minor: 1, reason: 'once more' })).body.code).toBe('opening_balance_exists')
  expect((await send('GET', `/wallets/${id}`)).body.balance_minor).toBe(12_345)
})

test('a day sheet adds up: what it began with, took, gave and ends with; movements are paged, newest first', async () => {
  const { id } = (await make('sheet')).body
  await move(BigInt(id), 1000)
  clock.set('2026-03-11T06:00:00Z')
  for (const amount of [300, 200, -150]) await move(BigInt(id), amount)
  clock.set('2026-03-12T06:00:00Z')
  await move(BigInt(id), 7)
  // The session of two days ago has ended.
  const later = await appAs(database, 'accountant')
  expect((await later('GET', `/wallets/${id}/day-sheet?day=2026-03-11`)).body).toMatchObject({
    opening_minor: 1000,
    closing_minor: 1350,
    kinds: [{ kind: 'manual', count: 3, in_minor: 500, out_minor: 150 }],
  })
  expect((await later('GET', `/wallets/${id}/day-sheet`)).body).toMatchObject({ day: '2026-03-12', opening_minor: 1350, closing_minor: 1357 })
  const first = (await later('GET', `/wallets/${id}/movements?limit=3`)).body
  expect(first.items.map((row: { balance_minor: number }) => row.balance_minor)).toEqual([1357, 1350, 1500])
  expect(first.items.map((row: { amount_minor: number }) => row.amount_minor)).toEqual([7, -150, 200])
  expect(
    (await later('GET', `/wallets/${id}/movements?limit=3&cursor=${first.next_cursor}`)).body.items.map(
      (row: { amount_minor: number; balance_minor: number }) => [row.amount_minor, row.balance_minor],
    ),
  ).toEqual([
    [300, 1300],
    [1000, 1000],
  ])
  const theDay = (await later('GET', `/wallets/${id}/movements?from=2026-03-11&to=2026-03-11`)).body.items
  expect(theDay.map((row: { balance_minor: number }) => row.balance_minor)).toEqual([1350, 1500, 1300])
  clock.set('2026-03-10T06:00:00Z')
})

test('the day of every wallet is seen at once, and each adds up to its day sheet', async () => {
  const { id } = (await make('alldays')).body
  const idle = (await make('idle')).body.id
  const closed = (await make('closed')).body.id
  await move(BigInt(id), 5000)
  await move(BigInt(id), -700)
  expect((await send('PATCH', `/wallets/${closed}`, { is_active: false })).status).toBe(200)
  const days = (await send('GET', '/wallet-days?day=2026-03-10&limit=200')).body
  expect(days.day).toBe('2026-03-10')
  const of = (wallet: number) => days.items.find((row: { wallet_id: number }) => row.wallet_id === wallet)
  expect(of(id)).toMatchObject({ opening_minor: 0, in_minor: 5000, out_minor: 700, closing_minor: 4300, counted_minor: null, difference_minor: 0 })
  expect(of(idle)).toMatchObject({ closing_minor: 0 })
  expect(of(closed)).toBeUndefined()
  for (const row of days.items) {
    const sheet = (await send('GET', `/wallets/${row.wallet_id}/day-sheet?day=2026-03-10`)).body
    expect([sheet.opening_minor, sheet.in_minor, sheet.out_minor, sheet.closing_minor], row.code).toEqual([
      row.opening_minor,
      row.in_minor,
      row.out_minor,
      row.closing_minor,
    ])
  }
  const first = (await send('GET', '/wallet-days?day=2026-03-10&limit=1')).body
  expect((await send('GET', `/wallet-days?day=2026-03-10&limit=1&cursor=${first.next_cursor}`)).body.items[0].wallet_id).toBe(days.items[1].wallet_id)
})

test('a person sees his own drawer, and others only where he may; branches see theirs and the company’s', async () => {
  const collector = await appAs(database, 'collector')
  const own = await doing(database, (tx) =>
    createWallet(tx, { code: 'OWN', name: 'Own', kind: 'drawer', branchId, ownerUserId: collector.user?.userId ?? null, limit: null }),
  )
  const other = (await make('other')).body.id
  expect((await collector('GET', '/wallets')).body.items.map((row: { id: number }) => row.id)).toEqual([Number(own)])
  expect((await collector('GET', `/wallets/${other}`)).status).toBe(404)
  expect((await collector('POST', '/wallets', { code: 'mine', name: 'Mine', kind: 'office' })).status).toBe(403)
  const elsewhere = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
  const shared = (await make('shared', { branch_id: null })).body.id
  expect((await elsewhere('GET', '/wallets')).body.items.map((row: { id: number }) => row.id)).toEqual([shared])
  expect((await elsewhere('GET', `/wallets/${own}/movements`)).status).toBe(404)
})
