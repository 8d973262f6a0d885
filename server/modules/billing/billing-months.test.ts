import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, aReseller, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween, receive } from '../../testing/money.ts'
import { sealBooks } from '../ledger/index.ts'
import { foldMonths } from './fold-months.ts'
import { executePreview, executeRun, issueCreditNote, issueInvoice, releaseRun, requestRun, startRun, voidInvoice, writeOff } from './index.ts'
import { issueOpeningInvoice } from './opening-invoice.ts'

const clock = settableClock('2026-01-05T06:10:00Z')
let database: TestDatabase
let north: bigint
let south: bigint
let reseller: bigint
const clients: bigint[] = []
let wallet: bigint

const actor = anActor()
const runMonth = async (month: string): Promise<bigint> => {
  const run = await doing(database, (tx) => requestRun(tx, { month: date(month), scope: {}, startsItself: false }))
  const { state, expectedTotal } = await executePreview(database, run.id, { actor, chunk: 2 })
  await doing(database, (tx) => (state === 'ready' ? startRun(tx, run.id) : releaseRun(tx, { runId: run.id, typedTotal: expectedTotal ?? 0n })))
  await executeRun(database, run.id, { actor, chunk: 2 })
  return run.id
}
const months = async (query = '', as = 'accountant', options = {}) => {
  const send = await appAs(database, as, options)
  return (await send('GET', `/billing-months${query}`)).body
}

beforeAll(async () => {
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  north = await aBranch(database, 'NORTH')
  south = await aBranch(database, 'SOUTH')
  reseller = await aReseller(database, south)
  wallet = await aWallet(database, { code: 'OFFICE' })
  const packageId = (await aPackage(database)).package.id
  for (const [branch, resellerId] of [
    [north, null],
    [north, null],
    [south, null],
    [south, reseller],
  ] as const) {
    const { client } = await aClient(database, { branch_id: branch, reseller_id: resellerId, subscription: { packageId, activatedOn: date('2026-01-01') } })
    clients.push(client.id)
  }
})

describe('the figures of a billing month', () => {
  const expected = [
    {
      month: '2026-01',
      invoices: 3,
      billed_minor: 300_000,
      collected_minor: 60_000,
      credit_notes: 1,
      credited_minor: 10_000,
      written_off_minor: 5_000,
      voids: 1,
      voided_minor: 100_000,
      open_minor: 225_000,
    },
  ]

  test('say what was billed for it, what was paid of it and what was given up, whichever document it was', async () => {
    const [one = 0n, two = 0n, three = 0n, four = 0n] = clients
    await doing(database, (tx) => issueInvoice(tx, { clientId: one, until: date('2026-02-01') }))
    await runMonth('2026-01-01')
    const invoiceOf = async (client: bigint) =>
      (await sql<{ id: bigint }>`select id from invoices where client_id = ${client} order by id desc limit 1`.execute(database.db)).rows[0]?.id ?? 0n
    await doing(database, (tx) => receive(tx, { clientId: one, walletId: wallet, amount: 60_000 }))
    await doing(database, async (tx) =>
      issueCreditNote(tx, { invoiceId: await invoiceOf(two), kind: 'discount', reason: 'kept waiting', amount: toMinor(10_000) }),
    )
    await doing(database, async (tx) => writeOff(tx, { invoiceId: await invoiceOf(three), reason: 'moved away', requestedBy: null, amount: toMinor(5_000) }))
    await doing(database, async (tx) => voidInvoice(tx, { invoiceId: await invoiceOf(four), reason: 'billed by mistake' }))
    await doing(database, (tx) => issueOpeningInvoice(tx, { clientId: four, amount: toMinor(700), description: 'Old books' }))
    expect((await months()).items).toEqual(expected)
  })

  test('are the same when their hours were folded, and folding again changes nothing', async () => {
    clock.advance({ hours: 3 })
    await sealBooks(database, { actor })
    expect(await doing(database, foldMonths)).toBe(true)
    expect(await doing(database, foldMonths)).toBe(false)
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from billing_months`.execute(database.db)
    expect(rows[0]?.n).toBeGreaterThan(0n)
    expect((await months()).items).toEqual(expected)
  })

  test('come by branch, and a branch or a reseller sees its own only', async () => {
    const send = await appAs(database, 'accountant')
    const { items, ...total } = (await send('GET', '/billing-months/2026-01')).body
    expect(total).toEqual(expected[0])
    expect(
      items.map((item: { branch_name: string; billed_minor: number; open_minor: number }) => [item.branch_name, item.billed_minor, item.open_minor]),
    ).toEqual([
      ['Branch NORTH', 200_000, 130_000],
      ['Branch SOUTH', 100_000, 95_000],
    ])
    expect((await months(`?branch_id=${south}`)).items).toMatchObject([{ billed_minor: 100_000 }])
    const ofNorth = { scope: { kind: 'branches', branchIds: [north] } }
    expect((await months('', 'accountant', ofNorth)).items).toMatchObject([{ billed_minor: 200_000 }])
    expect((await months('', 'accountant', { scope: { kind: 'reseller', resellerId: reseller } })).items).toMatchObject([{ billed_minor: 0, voids: 1 }])
  })

  test('add what came since the last fold', async () => {
    const [, two = 0n] = clients
    await doing(database, (tx) => receive(tx, { clientId: two, walletId: wallet, amount: 90_000 }))
    expect((await months()).items[0]).toMatchObject({ collected_minor: 150_000, open_minor: 135_000 })
    clock.set('2026-02-01T06:10:00Z')
    await runMonth('2026-02-01')
    const page = await months('?limit=1')
    expect(page.items).toMatchObject([{ month: '2026-02', invoices: 4 }])
    expect((await months(`?limit=1&cursor=${page.next_cursor}`)).items).toMatchObject([{ month: '2026-01' }])
  })
})

describe('who is not billed yet', () => {
  test('is listed with the day it begins, counted by branch, and gone once billed', async () => {
    clock.set('2026-03-02T06:10:00Z')
    const send = await appAs(database, 'accountant')
    const count = async () => (await send('GET', '/billing-months/2026-03/unbilled/count')).body
    expect(await count()).toEqual({
      count: 4,
      is_capped: false,
      branches: [
        { branch_id: Number(north), count: 2 },
        { branch_id: Number(south), count: 2 },
      ],
    })
    await sql`update subscription_terms set ends_on = '2026-03-01' where subscription_id = (select id from subscriptions where client_id = ${clients[2]})`.execute(
      database.db,
    )
    const runId = await runMonth('2026-03-01')
    const { items } = (await send('GET', '/billing-months/2026-03/unbilled')).body
    expect(items).toMatchObject([
      { client_id: Number(clients[2]), since: '2026-03-01', items: ['package'], parked_reason: 'package_has_no_price', parked_title: expect.any(String) },
    ])
    expect(await count()).toMatchObject({ count: 1, branches: [{ branch_id: Number(south), count: 1 }] })
    const ofNorth = await appAs(database, 'accountant', { scope: { kind: 'branches', branchIds: [north] } })
    expect((await ofNorth('GET', '/billing-months/2026-03/unbilled')).body.items).toEqual([])
    expect((await send('GET', `/invoice-runs/${runId}`)).body).toMatchObject({ state: 'done', parked_count: 1, still_parked: 1 })
  })
})
