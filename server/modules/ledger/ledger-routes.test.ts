import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, aReseller, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween, receive } from '../../testing/money.ts'
import { issueInvoice } from '../billing/index.ts'
import { sealBooks } from './index.ts'

const clock = settableClock('2026-01-05T06:10:00Z')
let database: TestDatabase
let north: bigint
let south: bigint
let reseller: bigint
const wallets = { north: 0n, south: 0n }
const clients = { north: 0n, south: 0n }

beforeAll(async () => {
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  north = await aBranch(database, 'NORTH')
  south = await aBranch(database, 'SOUTH')
  reseller = await aReseller(database, south)
  wallets.north = await aWallet(database, { code: 'NORTH', branchId: north })
  wallets.south = await aWallet(database, { code: 'SOUTH', branchId: south })
  const packageId = (await aPackage(database)).package.id
  for (const [name, branch, resellerId] of [
    ['north', north, null],
    ['south', south, reseller],
  ] as const) {
    const { client } = await aClient(database, { branch_id: branch, reseller_id: resellerId, subscription: { packageId, activatedOn: date('2026-01-01') } })
    clients[name] = client.id
    await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-02-01') }))
    clock.advance({ minutes: 1 })
    await doing(database, (tx) => receive(tx, { clientId: client.id, walletId: wallets[name], amount: 60_000 }))
    clock.advance({ minutes: 1 })
  }
})

const inBranch = (branchId: bigint) => ({ scope: { kind: 'branches', branchIds: [branchId] } as const })

describe('the journal', () => {
  test('lists entries newest first with both sides, page by page', async () => {
    const send = await appAs(database, 'accountant')
    const first = await send('GET', '/ledger/entries?limit=4')
    expect(first.status).toBe(200)
    expect(first.body.items.map((entry: { kind: string }) => entry.kind)).toEqual(['allocation', 'payment', 'invoice', 'allocation'])
    expect(first.body.items[1].postings).toMatchObject([
      { line_no: 1, account_code: '1000', debit_minor: 60_000, credit_minor: 0, wallet_id: Number(wallets.south), branch_id: Number(south) },
      { line_no: 2, account_code: '2000', debit_minor: 0, credit_minor: 60_000, client_id: Number(clients.south) },
    ])
    const second = await send('GET', `/ledger/entries?limit=4&cursor=${first.body.next_cursor}`)
    expect(second.body.items.map((entry: { kind: string }) => entry.kind)).toEqual(['payment', 'invoice'])
    expect(second.body.next_cursor).toBeNull()
    expect(first.body.items[1].postings[0]).toMatchObject({ wallet_name: 'SOUTH', branch_name: 'Branch SOUTH', client_code: null })
    expect(first.body.items.map((entry: { subject: { kind: string } }) => entry.subject.kind)).toEqual(['invoice', 'payment', 'invoice', 'invoice'])
    expect(second.body.items[1].subject).toEqual({ kind: 'invoice', id: 1, code: expect.stringContaining('000001') })
    expect(second.body.items[1].allowed).toEqual({ reverse: { ok: false, code: 'entry_not_manual', reason: 'It belongs to a document; correct that instead' } })
    const one = await send('GET', `/ledger/entries/${second.body.items[1].id}`)
    expect(one.body).toEqual(second.body.items[1])
    expect((await send('GET', '/ledger/entries/999999')).status).toBe(404)
  })

  test('is filtered by client, account, document, kind and day', async () => {
    const send = await appAs(database, 'accountant')
    const kinds = async (query: string) => (await send('GET', `/ledger/entries?${query}`)).body.items.map((entry: { kind: string }) => entry.kind)
    expect(await kinds(`client_id=${clients.north}`)).toEqual(['allocation', 'payment', 'invoice'])
    expect(await kinds('account_id=1')).toEqual(['payment', 'payment'])
    expect(await kinds('kind=invoice&document_kind=invoice&document_id=1')).toEqual(['invoice'])
    expect(await kinds('from=2026-01-06')).toEqual([])
    expect(await kinds('to=2026-01-04&account_id=1')).toEqual([])
  })

  test('shows a branch and a reseller their own entries only', async () => {
    const ofNorth = await appAs(database, 'accountant', inBranch(north))
    const items = (await ofNorth('GET', '/ledger/entries')).body.items as { id: number; postings: { client_id: number | null }[] }[]
    expect(items).toHaveLength(3)
    expect(items.flatMap((entry) => entry.postings.map((posting) => posting.client_id)).filter((id) => id !== null && id !== Number(clients.north))).toEqual([])
    const ofReseller = await appAs(database, 'accountant', { scope: { kind: 'reseller', resellerId: reseller } })
    const theirs = (await ofReseller('GET', '/ledger/entries')).body.items as { id: number }[]
    expect(theirs).toHaveLength(3)
    expect((await ofNorth('GET', `/ledger/entries/${theirs[0]?.id}`)).status).toBe(404)
    expect((await ofReseller('GET', '/ledger/trial-balance')).status).toBe(403)
  })

  test('is refused without the permission', async () => {
    const send = await appAs(database, 'collector')
    for (const path of ['/ledger/entries', '/ledger/accounts', '/ledger/trial-balance', '/ledger/months']) expect((await send('GET', path)).status).toBe(403)
  })
})

describe('the trial balance', () => {
  const balances = (body: { items: { code: string; balance_minor: number }[] }) => Object.fromEntries(body.items.map((item) => [item.code, item.balance_minor]))

  test('has equal sides, of the company and of a branch, before and after the hour is sealed', async () => {
    const send = await appAs(database, 'accountant')
    const expected = { '1000': 120_000, '1100': 80_000, '2000': 0, '4000': 200_000 }
    const before = await send('GET', '/ledger/trial-balance')
    expect(balances(before.body)).toEqual(expected)
    expect(before.body.debit_minor).toBe(before.body.credit_minor)
    const ofNorth = await appAs(database, 'accountant', inBranch(north))
    expect(balances((await ofNorth('GET', '/ledger/trial-balance')).body)).toEqual({ '1000': 60_000, '1100': 40_000, '2000': 0, '4000': 100_000 })
    const now = clock.now()
    clock.set('2026-01-05T08:30:00Z')
    await sealBooks(database, { actor: anActor(), patience: 5, pauseMs: 50 })
    expect(balances((await send('GET', '/ledger/trial-balance?on=2026-01-05')).body)).toEqual(expected)
    expect(balances((await send('GET', '/ledger/trial-balance?on=2026-01-04')).body)).toEqual({})
    expect(clock.now().epochMilliseconds).toBeGreaterThan(now.epochMilliseconds)
  })
})

describe('the statement of an account', () => {
  test('goes day by day with its balance, of the company, a branch or a wallet; folded days and today’s together', async () => {
    const send = await appAs(database, 'accountant')
    const whole = (await send('GET', '/ledger/accounts/1/statement')).body
    expect(whole).toMatchObject({
      account: { code: '1000', is_postable: true },
      from: '2026-01-01',
      to: '2026-01-05',
      opening_minor: 0,
      closing_minor: 120_000,
    })
    expect(whole.items).toEqual([{ day: '2026-01-05', debit_minor: 120_000, credit_minor: 0, balance_minor: 120_000 }])
    expect((await send('GET', '/ledger/accounts/3/statement?from=2026-01-06&to=2026-01-31')).body).toMatchObject({
      items: [],
      opening_minor: 80_000,
      closing_minor: 80_000,
    })
    expect((await send('GET', `/ledger/accounts/1/statement?wallet_id=${wallets.north}`)).body.closing_minor).toBe(60_000)
    expect((await send('GET', `/ledger/accounts/15/statement?branch_id=${south}`)).body.items).toEqual([
      { day: '2026-01-05', debit_minor: 0, credit_minor: 100_000, balance_minor: 100_000 },
    ])
    const ofNorth = await appAs(database, 'accountant', inBranch(north))
    expect((await ofNorth('GET', '/ledger/accounts/1/statement')).body.closing_minor).toBe(60_000)
    expect((await ofNorth('GET', `/ledger/accounts/1/statement?branch_id=${south}`)).status).toBe(403)
    expect((await ofNorth('GET', `/ledger/trial-balance?branch_id=${south}`)).status).toBe(403)
    expect((await send('GET', `/ledger/trial-balance?branch_id=${south}`)).body.debit_minor).toBe(100_000 + 60_000 + 60_000)
    expect((await send('GET', '/ledger/accounts/999/statement')).status).toBe(404)
    expect((await send('GET', '/ledger/accounts/1/statement?from=2026-02-01&to=2026-01-01')).status).toBe(422)
  })
})

describe('an entry by hand', () => {
  const line = (account_id: number, side: 'debit' | 'credit', amount_minor: number, more: object = {}) => ({ account_id, side, amount_minor, ...more })

  test('is posted once for one key, and taken back once', async () => {
    const send = await appAs(database, 'accountant')
    const body = { memo: 'Rent of the office', postings: [line(28, 'debit', 5_000), line(1, 'credit', 5_000, { wallet_id: Number(wallets.north) })] }
    const made = await send('POST', '/ledger/entries', body, { idempotencyKey: 'rent-2026-01' })
    expect(made.status).toBe(201)
    const again = await send('POST', '/ledger/entries', body, { idempotencyKey: 'rent-2026-01' })
    expect(again.body).toEqual(made.body)
    const entry = (await send('GET', `/ledger/entries/${made.body.id}`)).body
    expect(entry).toMatchObject({
      kind: 'manual',
      memo: 'Rent of the office',
      reversed_by_id: null,
      allowed: { reverse: { ok: true } },
      subject: null,
      postings: [
        { account_code: '5900', debit_minor: 5_000, branch_id: null },
        { account_code: '1000', credit_minor: 5_000, branch_id: Number(north) },
      ],
    })
    const back = await send('POST', `/ledger/entries/${made.body.id}/reversal`, { memo: 'Paid by the owner himself' })
    expect(back.status).toBe(201)
    expect((await send('GET', `/ledger/entries/${back.body.id}`)).body).toMatchObject({
      reverses_id: made.body.id,
      postings: [{ credit_minor: 5_000 }, { debit_minor: 5_000 }],
    })
    expect((await send('GET', `/ledger/entries/${made.body.id}`)).body.reversed_by_id).toBe(back.body.id)
    expect((await send('POST', `/ledger/entries/${made.body.id}/reversal`, { memo: 'once more' })).body.code).toBe('entry_already_reversed')
    const { rows } = await sql<{ action: string }>`select action from audit_events where subject_type = 'entry' order by id`.execute(database.db)
    expect(rows.map(({ action }) => action)).toEqual(['ledger.entry_posted', 'ledger.entry_reversed'])
  })

  test.each([
    ['one-sided', [line(28, 'debit', 100), line(20, 'credit', 99)], 422, 'entry_not_postable'],
    ['on the account of clients', [line(3, 'debit', 100), line(15, 'credit', 100)], 422, 'entry_not_postable'],
    ['on the account of wallets without a wallet', [line(1, 'debit', 100), line(14, 'credit', 100)], 422, 'entry_not_postable'],
    ['with a wallet where none belongs', [line(28, 'debit', 100, { wallet_id: 1 }), line(14, 'credit', 100)], 422, 'entry_not_postable'],
    ['that leaves nothing', [line(28, 'debit', 100), line(28, 'credit', 100)], 422, 'entry_not_postable'],
    ['on an account nobody knows', [line(999, 'debit', 100), line(14, 'credit', 100)], 404, 'not_found'],
    ['for a branch nobody knows', [line(28, 'debit', 100, { branch_id: 999 }), line(14, 'credit', 100)], 404, 'not_found'],
    ['with one line', [line(28, 'debit', 100)], 422, 'invalid'],
  ])('%s is refused', async (_what, postings, status, code) => {
    const send = await appAs(database, 'accountant')
    const answer = await send('POST', '/ledger/entries', { memo: 'not so', postings })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  test('of tomorrow, without a key, without the permission, or of another branch is refused', async () => {
    const send = await appAs(database, 'accountant')
    const body = {
      memo: 'Rent',
      postings: [line(28, 'debit', 5_000, { branch_id: Number(north) }), line(1, 'credit', 5_000, { wallet_id: Number(wallets.north) })],
    }
    expect((await send('POST', '/ledger/entries', { ...body, booked_on: '2026-01-06' })).body.code).toBe('entry_not_postable')
    expect((await send('POST', '/ledger/entries', body, { idempotencyKey: null })).body.code).toBe('idempotency_key_required')
    expect((await (await appAs(database, 'branch_manager'))('POST', '/ledger/entries', body)).status).toBe(403)
    const ofSouth = await appAs(database, 'accountant', inBranch(south))
    expect(
      (
        await ofSouth('POST', '/ledger/entries', {
          memo: 'Rent',
          postings: [line(28, 'debit', 5_000, { branch_id: Number(south) }), line(1, 'credit', 5_000, { wallet_id: Number(wallets.north) })],
        })
      ).status,
    ).toBe(404)
    expect(
      (
        await ofSouth('POST', '/ledger/entries', {
          memo: 'Rent',
          postings: [line(28, 'debit', 5_000, { branch_id: Number(north) }), line(14, 'credit', 5_000, { branch_id: Number(south) })],
        })
      ).status,
    ).toBe(403)
    expect((await ofSouth('POST', '/ledger/entries', { memo: 'Rent', postings: [line(28, 'debit', 5_000), line(14, 'credit', 5_000)] })).status).toBe(403)
  })

  test('that is not by hand is not taken back by hand', async () => {
    const send = await appAs(database, 'accountant')
    const invoice = (await send('GET', '/ledger/entries?kind=invoice&limit=1')).body.items[0]
    expect((await send('POST', `/ledger/entries/${invoice.id}/reversal`, { memo: 'no' })).status).toBe(422)
    expect((await send('POST', `/ledger/entries/${invoice.id}/reversal`, { memo: 'not so' })).body.code).toBe('entry_not_manual')
  })
})

describe('months', () => {
  test('are listed from the first entry to the present one', async () => {
    const send = await appAs(database, 'accountant')
    expect((await send('GET', '/ledger/months')).body.items).toEqual([
      {
        month: '2026-01',
        is_closed: false,
        closed_at: null,
        closed_by: null,
        closed_by_name: null,
        allowed: {
          close: { ok: false, code: 'month_not_over', reason: 'The month is not over yet' },
          reopen: { ok: false, code: 'permission', reason: expect.any(String) },
        },
      },
    ])
  })

  test('the present month cannot be closed; a past one is closed once the books agree, refuses entries, and is opened again', async () => {
    expect((await (await appAs(database, 'accountant'))('POST', '/ledger/months/2026-01/closing')).body.code).toBe('month_not_over')
    clock.set('2026-02-03T06:00:00Z')
    const send = await appAs(database, 'accountant')
    expect((await (await appAs(database, 'accountant', inBranch(north)))('POST', '/ledger/months/2026-01/closing')).status).toBe(403)
    await sql`update client_balances set credit_minor = 1 where client_id = ${clients.north}`.execute(database.db)
    const refused = await send('POST', '/ledger/months/2026-01/closing')
    expect(refused.body).toMatchObject({ status: 409, code: 'books_do_not_agree', red: [{ id: 'D3', rows: 1 }] })
    await sql`update client_balances set credit_minor = 0 where client_id = ${clients.north}`.execute(database.db)
    const closed = await send('POST', '/ledger/months/2026-01/closing')
    expect([closed.status, closed.text]).toEqual([204, ''])
    expect((await send('POST', '/ledger/months/2026-01/closing')).status).toBe(204)
    const months = (await send('GET', '/ledger/months')).body.items
    expect(months).toMatchObject([
      { month: '2026-02', is_closed: false },
      {
        month: '2026-01',
        is_closed: true,
        allowed: { close: { ok: false, code: 'month_is_closed' } },
        closed_by: Number(send.user?.userId),
        closed_at: '2026-02-03T06:00:00Z',
      },
    ])
    const body = {
      booked_on: '2026-01-31',
      memo: 'too late',
      postings: [
        { account_id: 28, side: 'debit', amount_minor: 100 },
        { account_id: 20, side: 'credit', amount_minor: 100 },
      ],
    }
    expect((await send('POST', '/ledger/entries', body)).body.code).toBe('month_closed')
    expect((await send('DELETE', '/ledger/months/2026-01/closing')).status).toBe(403)
    const admin = await appAs(database, 'admin')
    expect((await admin('DELETE', '/ledger/months/2026-01/closing')).status).toBe(204)
    expect((await admin('DELETE', '/ledger/months/2026-01/closing')).body.code).toBe('month_not_closed')
    expect((await send('POST', '/ledger/entries', body)).status).toBe(201)
    const { rows } = await sql<{ occasion: string; is_ok: boolean }>`select occasion, is_ok from doctor_results order by id`.execute(database.db)
    expect(rows).toEqual([
      { occasion: 'month_close', is_ok: false },
      { occasion: 'month_close', is_ok: true },
      { occasion: 'month_close', is_ok: true },
    ])
  })
})

describe('the doctor', () => {
  test('runs when asked, and shows what it found; branches see no rows of others', async () => {
    const manager = await appAs(database, 'manager')
    expect((await manager('POST', '/doctor/runs', {})).body).toMatchObject({ is_new: true })
    expect((await manager('POST', '/doctor/runs', {})).body).toEqual({ is_new: false, job_run_id: null })
    const results = (await manager('GET', '/doctor/results')).body
    expect(results.items).toHaveLength(3)
    const red = results.items[2].results.find((result: { ok: boolean }) => !result.ok)
    expect(red).toMatchObject({
      id: 'D3',
      title: 'Credit of clients is what their payments have left',
      rows: [{ client_id: Number(clients.north), balance_minor: 1 }],
    })
    const ofNorth = await appAs(database, 'manager', inBranch(north))
    expect((await ofNorth('GET', '/doctor/results')).body.items[2].results.find((result: { ok: boolean }) => !result.ok)).toMatchObject({ id: 'D3', rows: [] })
    const accountant = await appAs(database, 'accountant')
    expect((await accountant('GET', '/doctor/results')).status).toBe(200)
    expect((await accountant('POST', '/doctor/runs', {})).status).toBe(403)
  })
})
