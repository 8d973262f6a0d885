import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { toMinor } from '../../../kernel/money.ts'
import { date } from '../../../kernel/time.ts'
import { appAs } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'
import { aBranch, doing } from '../../../testing/factories.ts'
import { partitionsBetween } from '../../../testing/money.ts'
import { runDoctor } from '../../doctor/index.ts'
import { ACCOUNT, accountBalance, createWallet, credit, debit, postEntry } from '../index.ts'

const clock = settableClock('2026-03-10T12:00:00Z')
const database = await testDatabase({ clock })
type Person = Awaited<ReturnType<typeof appAs>>
let branchId: bigint
let otherBranch: bigint
let accountant: Person
let second: Person
let office: number
let bank: number

beforeAll(async () => {
  await partitionsBetween(database, '2026-02-01', '2026-06-01')
  branchId = await aBranch(database)
  otherBranch = await aBranch(database)
  accountant = await appAs(database, 'accountant')
  second = await appAs(database, 'accountant')
  office = (await accountant('POST', '/wallets', { code: 'OFFICE', name: 'Office safe', kind: 'office', branch_id: Number(branchId) })).body.id
  bank = (await accountant('POST', '/wallets', { code: 'BANK', name: 'City Bank', kind: 'bank' })).body.id
})

let person = 0
let collector: Person
let drawer: number

/** A collector of the branch with a drawer that holds 5,000.00. */
beforeEach(async () => {
  person += 1
  const scope = { kind: 'branches', branchIds: [branchId] } as const
  collector = await appAs(database, 'collector', { scope })
  drawer = await aDrawer(collector, `D${person}`)
  await put(drawer, 500_000)
})

async function aDrawer(owner: Person, code: string, limit: number | null = null): Promise<number> {
  const id = await doing(database, (tx) =>
    createWallet(tx, {
      code,
      name: `Drawer ${code}`,
      kind: 'drawer',
      branchId,
      ownerUserId: owner.user?.userId ?? null,
      limit: limit === null ? null : toMinor(limit),
    }),
  )
  return Number(id)
}

let document = 0n
const put = (wallet: number, amount: number) =>
  doing(database, (tx) => {
    document += 1n
    const walletId = BigInt(wallet)
    const postings = [debit(ACCOUNT.wallets, toMinor(amount), { walletId, branchId }), credit(20n, toMinor(amount), { branchId })]
    return postEntry(tx, { kind: 'other', documentKind: 'other', documentId: document, bookedOn: tx.today, postings })
  })

const balanceOf = async (wallet: number): Promise<number> => (await accountant('GET', `/wallets/${wallet}`)).body.balance_minor
const inTransit = () => doing(database, (tx) => accountBalance(tx, { accountId: ACCOUNT.inTransit }))
const shortOver = () => doing(database, (tx) => accountBalance(tx, { accountId: ACCOUNT.shortOver }))
const sendOff = (by: Person, amount: number, more: object = {}) =>
  by('POST', '/wallet-transfers', { from_wallet_id: drawer, to_wallet_id: office, amount_minor: amount, reason: 'collected today', ...more })

describe('rule 41: a drawer is handed over by two people, and what is missing is short', () => {
  test('what is sent is in transit until the receiver accepts it', async () => {
    const [officeBefore, transitBefore] = [await balanceOf(office), await inTransit()]
    const sent = await sendOff(collector, 300_000)
    expect(sent.body, sent.text).toMatchObject({
      kind: 'transfer',
      state: 'waiting',
      amount_minor: 300_000,
      received_minor: null,
      sent_by: Number(collector.user?.userId),
    })
    expect(sent.body.code).toMatch(/^TR-2026-\d{6}$/)
    expect([await balanceOf(drawer), await balanceOf(office), await inTransit()]).toEqual([200_000, officeBefore, transitBefore + 300_000n])
    const accepted = await accountant('POST', `/wallet-transfers/${sent.body.id}/acceptance`, {})
    expect(accepted.body, accepted.text).toMatchObject({
      state: 'accepted',
      received_minor: 300_000,
      difference_minor: 0,
      ended_by: Number(accountant.user?.userId),
    })
    expect([await balanceOf(drawer), await balanceOf(office), await inTransit()]).toEqual([200_000, officeBefore + 300_000, transitBefore])
    expect((await accountant('POST', `/wallet-transfers/${sent.body.id}/acceptance`, {})).body).toMatchObject({ status: 409, code: 'transfer_over' })
    expect((await collector('POST', `/wallet-transfers/${sent.body.id}/cancellation`, {})).body.code).toBe('transfer_over')
  })

  test('a hand-over sends all of it; the count of sender and receiver decides what is short, with a reason', async () => {
    const before = await shortOver()
    const hand = (body: object) => collector('POST', `/wallets/${drawer}/hand-overs`, { to_wallet_id: office, ...body })
    expect((await hand({ counted_minor: 499_000 })).body.errors[0].field).toBe('reason')
    const handed = await hand({ counted_minor: 499_000, reason: 'gave 10 too much change' })
    expect(handed.body, handed.text).toMatchObject({ kind: 'hand_over', amount_minor: 500_000, counted_minor: 499_000 })
    expect(await balanceOf(drawer)).toBe(0)
    expect((await hand({ counted_minor: 1 })).body.code).toBe('nothing_to_hand_over')
    const accept = (body: object) => accountant('POST', `/wallet-transfers/${handed.body.id}/acceptance`, body)
    expect((await accept({ received_minor: 498_500 })).body.errors[0].field).toBe('reason')
    const officeBefore = await balanceOf(office)
    const accepted = await accept({ received_minor: 498_500, reason: 'a note of 5 was torn' })
    expect(accepted.body, accepted.text).toMatchObject({ received_minor: 498_500, difference_minor: -1_500, end_reason: 'a note of 5 was torn' })
    expect([(await balanceOf(office)) - officeBefore, (await shortOver()) - before]).toEqual([498_500, 1_500n])
  })

  test('the sender’s own count and reason stand where the receiver counts the same', async () => {
    const before = await shortOver()
    const handed = await collector('POST', `/wallets/${drawer}/hand-overs`, { to_wallet_id: office, counted_minor: 500_700, reason: 'somebody left change' })
    const accepted = await accountant('POST', `/wallet-transfers/${handed.body.id}/acceptance`, {})
    expect(accepted.body, accepted.text).toMatchObject({ received_minor: 500_700, difference_minor: 700 })
    expect((await shortOver()) - before).toBe(-700n)
  })

  test('who sent it cannot accept it, nor can somebody without the right; a company of one can', async () => {
    const keeper = await appAs(database, 'accountant')
    const own = await aDrawer(keeper, `K${person}`)
    await put(own, 1_000)
    const sent = await sendOff(keeper, 1_000, { from_wallet_id: own })
    expect(sent.body.allowed).toMatchObject({
      accept: { ok: false, code: 'second_person' },
      reject: { ok: false, code: 'cancel_instead' },
      cancel: { ok: true },
    })
    const accept = (by: Person, id: number) => by('POST', `/wallet-transfers/${id}/acceptance`, {})
    expect((await accept(keeper, sent.body.id)).body).toMatchObject({ status: 409, code: 'second_person_needed' })
    expect((await accept(collector, sent.body.id)).status).toBe(403)
    await sql`update users set status = 'disabled' where id <> ${keeper.user?.userId ?? null} and role_id <> (select id from roles where key = 'collector')`.execute(
      database.db,
    )
    expect((await accept(keeper, sent.body.id)).body.state).toBe('accepted')
    await sql`update users set status = 'active'`.execute(database.db)
  })

  test('a receiver sends it back with a reason, the sender takes it back; either way it is in the drawer again', async () => {
    const first = await sendOff(collector, 100_000)
    expect((await collector('POST', `/wallet-transfers/${first.body.id}/rejection`, { reason: 'mine' })).status).toBe(403)
    expect((await accountant('POST', `/wallet-transfers/${first.body.id}/rejection`, {})).status).toBe(422)
    const rejected = await accountant('POST', `/wallet-transfers/${first.body.id}/rejection`, { reason: 'nothing was in the bag' })
    expect(rejected.body, rejected.text).toMatchObject({
      state: 'rejected',
      end_reason: 'nothing was in the bag',
      received_minor: null,
      difference_minor: null,
    })
    const next = await sendOff(collector, 200_000)
    expect((await collector('POST', `/wallet-transfers/${next.body.id}/cancellation`, {})).body.state).toBe('cancelled')
    expect([await balanceOf(drawer), await inTransit()]).toEqual([500_000, 0n])
  })

  test('into a drawer only its owner takes money; a person may enter both sides of safe and bank', async () => {
    await put(office, 50_000)
    const change = await sendOff(accountant, 20_000, { from_wallet_id: office, to_wallet_id: drawer, reason: 'change for the day' })
    expect(change.body.allowed.accept).toMatchObject({ ok: false })
    expect((await second('POST', `/wallet-transfers/${change.body.id}/acceptance`, {})).status).toBe(403)
    const seen = (await collector('GET', '/wallet-transfers?state=waiting')).body.items
    expect(seen.map((row: { id: number; allowed: { accept: { ok: boolean } } }) => [row.id, row.allowed.accept.ok])).toEqual([[change.body.id, true]])
    expect((await collector('POST', `/wallet-transfers/${change.body.id}/acceptance`, {})).body.state).toBe('accepted')
    const toBank = await sendOff(accountant, 30_000, { from_wallet_id: office, to_wallet_id: bank, reason: 'banked' })
    const short = { received_minor: 29_000, reason: 'the bank counted less' }
    expect((await accountant('POST', `/wallet-transfers/${toBank.body.id}/acceptance`, short)).body.code).toBe('second_person_needed')
    expect((await accountant('POST', `/wallet-transfers/${toBank.body.id}/acceptance`, {})).body.state).toBe('accepted')
  })
})

describe('what may be sent', () => {
  test('no more than the wallet holds, not to itself, not to a closed one, and not back to front', async () => {
    expect((await sendOff(collector, 500_001)).body).toMatchObject({ status: 409, code: 'wallet_not_enough', balance_minor: 500_000 })
    expect((await sendOff(collector, 1, { to_wallet_id: drawer })).status).toBe(422)
    expect((await sendOff(collector, 1, { to_wallet_id: 999_999 })).status).toBe(422)
    expect((await sendOff(collector, 0)).status).toBe(422)
    const closed = (await accountant('POST', '/wallets', { code: `C${person}`, name: 'Closed', kind: 'office' })).body.id
    await accountant('PATCH', `/wallets/${closed}`, { is_active: false })
    expect((await sendOff(collector, 1, { to_wallet_id: closed })).body.code).toBe('wallet_closed')
    expect((await accountant('POST', `/wallets/${office}/hand-overs`, { to_wallet_id: bank, counted_minor: 1 })).body.code).toBe('not_a_drawer')
  })

  test('many at once never send more than there is, with a limit or without', async () => {
    const limited = await aDrawer(collector, `L${person}`, 1_000_000)
    await put(limited, 100_000)
    for (const from of [drawer, limited]) {
      const held = await balanceOf(from)
      const answers = await Promise.all(Array.from({ length: 8 }, () => sendOff(collector, held / 4, { from_wallet_id: from })))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 409, 409, 409, 409])
      expect(await balanceOf(from)).toBe(0)
    }
  })

  test('a wallet takes no more than its limit, and what it cannot take waits', async () => {
    const small = await aDrawer(collector, `S${person}`, 10_000)
    await put(office, 20_000)
    const change = await sendOff(accountant, 10_001, { from_wallet_id: office, to_wallet_id: small })
    expect((await collector('POST', `/wallet-transfers/${change.body.id}/acceptance`, {})).body.code).toBe('wallet_limit')
    expect((await collector('POST', `/wallet-transfers/${change.body.id}/acceptance`, { received_minor: 10_000, reason: '0.01 was missing' })).status).toBe(201)
  })

  test('the same request again sends once; two who accept at once take it once', async () => {
    const key = { idempotencyKey: `hand-over-${person}` }
    const body = { from_wallet_id: drawer, to_wallet_id: office, amount_minor: 1_000 }
    const [one, again] = [await collector('POST', '/wallet-transfers', body, key), await collector('POST', '/wallet-transfers', body, key)]
    expect(again.body).toEqual(one.body)
    expect(await balanceOf(drawer)).toBe(499_000)
    expect((await collector('POST', '/wallet-transfers', body, { idempotencyKey: null })).status).toBe(400)
    const ends = await Promise.all([accountant, second, accountant, second].map((by) => by('POST', `/wallet-transfers/${one.body.id}/acceptance`, {})))
    expect(ends.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })
})

describe('who sees it', () => {
  test('other people’s drawers, other branches and what lies between them do not exist for a person', async () => {
    const sent = await sendOff(collector, 1_000)
    const stranger = await appAs(database, 'collector', { scope: { kind: 'branches', branchIds: [branchId] } })
    expect((await sendOff(stranger, 1)).status).toBe(403)
    expect((await stranger('GET', `/wallet-transfers/${sent.body.id}`)).status).toBe(404)
    const elsewhere = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [otherBranch] } })
    expect((await elsewhere('GET', `/wallet-transfers/${sent.body.id}`)).status).toBe(404)
    expect((await elsewhere('POST', `/wallet-transfers/${sent.body.id}/acceptance`, {})).status).toBe(404)
    expect((await sendOff(elsewhere, 1)).status).toBe(404)
    const keeper = await appAs(database, 'accountant')
    expect((await sendOff(keeper, 1_000)).status).toBe(201)
    const support = await appAs(database, 'support')
    expect((await support('GET', '/wallet-transfers')).status).toBe(403)
  })

  test('a list is filtered and paged; destinations are named without their balances', async () => {
    for (const amount of [100, 200, 300]) await sendOff(collector, amount)
    const first = (await collector('GET', `/wallet-transfers?limit=2&from_wallet_id=${drawer}`)).body
    expect(first.items.map((row: { amount_minor: number }) => row.amount_minor)).toEqual([300, 200])
    const rest = (await collector('GET', `/wallet-transfers?limit=2&from_wallet_id=${drawer}&cursor=${first.next_cursor}`)).body
    expect(rest.items.map((row: { amount_minor: number }) => row.amount_minor)).toEqual([100])
    for (const nothing of [`to_wallet_id=${drawer}`, 'state=accepted', 'kind=hand_over', 'from=2026-03-11', 'to=2026-03-09', 'sent_by=1'])
      expect((await collector('GET', `/wallet-transfers?${nothing}`)).body.items, nothing).toEqual([])
    expect((await collector('GET', `/wallet-transfers?wallet_id=${drawer}&from=2026-03-10&to=2026-03-10`)).body.items).toHaveLength(3)
    const places = (await collector('GET', `/wallets/${drawer}/destinations?limit=200`)).body.items
    expect(places.find((place: { id: number }) => place.id === office)).toEqual({
      id: office,
      code: 'OFFICE',
      name: 'Office safe',
      kind: 'office',
      owner_name: null,
    })
    expect(places.some((place: { id: number }) => place.id === drawer)).toBe(false)
  })

  test('movements, day sheet, journal and audit tell of it', async () => {
    const sent = await sendOff(collector, 150_000)
    await accountant('POST', `/wallet-transfers/${sent.body.id}/acceptance`, { received_minor: 149_000, reason: 'ten short' })
    const [movement] = (await collector('GET', `/wallets/${drawer}/movements?limit=1`)).body.items
    expect(movement).toMatchObject({ kind: 'transfer', document_kind: 'wallet_transfer', document_id: sent.body.id, amount_minor: -150_000 })
    const sheet = (await collector('GET', `/wallets/${drawer}/day-sheet`)).body
    expect(sheet).toMatchObject({ opening_minor: 0, closing_minor: 350_000 })
    expect(sheet.kinds).toContainEqual({ kind: 'transfer', count: 1, in_minor: 0, out_minor: 150_000 })
    expect(movement).toMatchObject({ balance_minor: 350_000, other_wallet_name: 'Office safe', subject: { kind: 'wallet_transfer', id: sent.body.id } })
    expect(sheet.transfers).toMatchObject([{ id: sent.body.id, state: 'accepted', received_minor: 149_000, difference_minor: -1000 }])
    const { items } = (await accountant('GET', '/wallet-days?day=2026-03-10&limit=200')).body
    expect(items.find((row: { wallet_id: number }) => row.wallet_id === drawer)).toMatchObject({
      counted_minor: null,
      waiting_minor: 0,
      difference_minor: -1000,
    })
    const entries = (await accountant('GET', `/ledger/entries?document_kind=wallet_transfer&document_id=${sent.body.id}`)).body.items
    expect(entries.map((entry: { kind: string; memo: string }) => [entry.kind, entry.memo])).toEqual([
      ['transfer_accepted', 'ten short'],
      ['transfer', 'collected today'],
    ])
    const { rows } = await sql<{
      action: string
    }>`select action from audit_events where subject_type = 'wallet_transfer' and subject_id = ${sent.body.id} order by id`.execute(database.db)
    expect(rows.map(({ action }) => action)).toEqual(['wallet.transfer_sent', 'wallet.transfer_accepted'])
  })

  test('a wallet says what may be done with it, and does not close while money is on its way', async () => {
    expect((await collector('GET', `/wallets/${drawer}`)).body.allowed).toEqual({
      transfer: { ok: true },
      hand_over: { ok: true },
      edit: expect.objectContaining({ ok: false, code: 'permission' }),
      open: expect.objectContaining({ ok: false, code: 'permission' }),
    })
    expect((await accountant('GET', `/wallets/${office}`)).body.allowed).toMatchObject({ hand_over: { ok: false, code: 'not_a_drawer' }, open: { ok: true } })
    const sent = await sendOff(collector, 500_000)
    expect((await accountant('PATCH', `/wallets/${drawer}`, { is_active: false })).body.code).toBe('wallet_in_transit')
    await accountant('POST', `/wallet-transfers/${sent.body.id}/acceptance`, {})
    expect((await accountant('PATCH', `/wallets/${drawer}`, { is_active: false })).body.is_active).toBe(false)
  })
})

test('nothing is posted to what is in transit by hand', async () => {
  const postings = [
    { account_id: 2, side: 'debit', amount_minor: 100 },
    { account_id: 20, side: 'credit', amount_minor: 100 },
  ]
  expect((await accountant('POST', '/ledger/entries', { memo: 'by hand', postings })).body.code).toBe('entry_not_postable')
})

test('the doctor finds all of it in order', async () => {
  const { results } = await runDoctor(database, { now: clock.now(), today: date('2026-03-10') })
  expect(results.filter(({ ok }) => !ok)).toEqual([])
})
