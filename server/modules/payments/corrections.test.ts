import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween } from '../../testing/money.ts'
import { issueInvoice } from '../billing/index.ts'
import { runDoctor } from '../doctor/index.ts'
import { leaveAndSettle, refundPayment, reversePayment } from './index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
let branchId: bigint
let packageId: bigint
let office: bigint
let send: Awaited<ReturnType<typeof appAs>>
let admin: Awaited<ReturnType<typeof appAs>>

beforeAll(async () => {
  await partitionsBetween(database, '2026-01-01', '2026-06-01')
  branchId = await aBranch(database)
  packageId = (await aPackage(database, { price: toMinor(100_000) })).package.id
  office = await aWallet(database, { code: 'OFFICE', branchId })
  send = await appAs(database, 'accountant')
  admin = await appAs(database, 'admin')
})

async function debtor(): Promise<{ clientId: bigint; invoiceId: bigint; subscriptionId: bigint }> {
  const { client, subscription } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId, activatedOn: date('2026-03-01'), joinedOn: date('2026-03-01') },
  })
  const issued = await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-04-01'), issuedOn: date('2026-03-01') }))
  return { clientId: client.id, invoiceId: issued?.invoiceId as bigint, subscriptionId: subscription?.id as bigint }
}

async function pay(clientId: bigint, amount: number, more: object = {}): Promise<number> {
  const taken = await send('POST', '/payments', { client_id: Number(clientId), amount_minor: amount, method: 'cash', wallet_id: Number(office), ...more })
  expect(taken.status, taken.text).toBe(201)
  return taken.body.id as number
}

async function balanceOf(clientId: bigint): Promise<[receivable: number, credit: number]> {
  const { rows } = await sql<{
    r: bigint
    c: bigint
  }>`select receivable_minor as r, credit_minor as c from client_balances where client_id = ${clientId}`.execute(database.db)
  return [Number(rows[0]?.r), Number(rows[0]?.c)]
}

const walletOf = async (id: bigint | number) => (await admin('GET', `/wallets/${id}`)).body.balance_minor as number

describe('rule 30: a payment is taken back by rows of its own', () => {
  test('a reversal opens its invoices again, newest first, takes the credit and empties the wallet of it', async () => {
    const { clientId, invoiceId } = await debtor()
    const before = await walletOf(office)
    const id = await pay(clientId, 130_000)
    const reversed = await send('POST', `/payments/${id}/reversal`, { kind: 'bounced', reason: 'the cheque came back' })
    expect(reversed.status, reversed.text).toBe(201)
    expect(await balanceOf(clientId)).toEqual([100_000, 0])
    expect(await walletOf(office)).toBe(before)
    const shown = await send('GET', `/payments/${id}`)
    expect(shown.body).toMatchObject({
      status: 'reversed',
      remaining_minor: 0,
      reversal: { kind: 'bounced' },
      allowed: { reverse: { ok: false, code: 'payment_already_reversed' }, refund: { ok: false } },
    })
    expect(shown.body.allocations.map((row: { amount_minor: number; live_minor: number }) => [row.amount_minor, row.live_minor])).toEqual([
      [100_000, 0],
      [-100_000, 0],
    ])
    expect((await send('GET', `/invoices/${invoiceId}`)).body.open_minor).toBe(100_000)
    expect((await send('POST', `/payments/${id}/reversal`, { kind: 'mistake', reason: 'once more' })).body.code).toBe('payment_already_reversed')
  })

  test('the rows of money refuse to be changed', async () => {
    const { clientId } = await debtor()
    const id = await pay(clientId, 1000)
    for (const statement of [
      sql`update payments set amount_minor = 1 where id = ${id}`,
      sql`delete from payments where id = ${id}`,
      sql`delete from allocations where payment_id = ${id}`,
    ])
      await expect(statement.execute(database.db)).rejects.toMatchObject({ code: '23001' })
  })

  test('two reversals at once make one', async () => {
    const { clientId } = await debtor()
    const id = await pay(clientId, 5000)
    const answers = await Promise.all(Array.from({ length: 4 }, () => send('POST', `/payments/${id}/reversal`, { kind: 'mistake', reason: 'pressed twice' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    expect(await balanceOf(clientId)).toEqual([100_000, 0])
  })

  test('a reversal that fails half-way leaves the payment as it was, and roles without the permission are refused', async () => {
    const { clientId } = await debtor()
    const id = await pay(clientId, 5000)
    await expect(
      doing(database, async (tx) => {
        await reversePayment(tx, { paymentId: BigInt(id), kind: 'mistake', reason: 'to be undone' })
        throw new Error('the light went out')
      }),
    ).rejects.toThrow('the light went out')
    expect(await balanceOf(clientId)).toEqual([95_000, 0])
    const collector = await appAs(database, 'collector')
    expect((await collector('POST', `/payments/${id}/reversal`, { kind: 'mistake', reason: 'mine' })).status).toBe(403)
    const elsewhere = anActor({ scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    await expect(doing(database, (tx) => reversePayment(tx, { paymentId: BigInt(id), kind: 'mistake', reason: 'not mine' }), elsewhere)).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('rule 29: refunds', () => {
  test('give back at most what pays nothing, with a number of their own', async () => {
    const { clientId } = await debtor()
    const id = await pay(clientId, 130_000)
    const tooMuch = await send('POST', `/payments/${id}/refunds`, { amount_minor: 30_001, reason: 'paid twice' })
    expect(tooMuch.body).toMatchObject({ code: 'more_than_remaining', remaining_minor: 30_000 })
    const refunded = await send('POST', `/payments/${id}/refunds`, { amount_minor: 30_000, reason: 'paid twice' })
    expect(refunded.body.code).toMatch(/^RF-2026-\d{6}$/)
    expect(await balanceOf(clientId)).toEqual([0, 0])
    expect((await send('POST', `/payments/${id}/reversal`, { kind: 'mistake', reason: 'all of it' })).body.code).toBe('payment_refunded')
    expect((await send('GET', `/refunds?payment_id=${id}`)).body.items).toMatchObject([{ amount_minor: 30_000, code: refunded.body.code }])
  })

  test('take allocations back, newest first, when asked to', async () => {
    const { clientId, invoiceId } = await debtor()
    const id = await pay(clientId, 100_000)
    expect((await send('POST', `/payments/${id}/refunds`, { amount_minor: 100_001, unallocate: true, reason: 'moved away' })).body.code).toBe(
      'more_than_remaining',
    )
    expect((await send('POST', `/payments/${id}/refunds`, { amount_minor: 40_000, unallocate: true, reason: 'moved away' })).status).toBe(201)
    expect((await send('GET', `/invoices/${invoiceId}`)).body.open_minor).toBe(40_000)
    expect(await balanceOf(clientId)).toEqual([40_000, 0])
  })

  test('200 at once never give back more than there is', async () => {
    const { clientId } = await debtor()
    const id = await pay(clientId, 150_000)
    /** Who is turned away because no connection became free in time asks the same again, as every client may. */
    const refund = async (idempotencyKey: string): Promise<string> => {
      const { status, body } = await send('POST', `/payments/${id}/refunds`, { amount_minor: 1000, reason: 'many hands' }, { idempotencyKey })
      if (body.code === 'database_unavailable') return await refund(idempotencyKey)
      return `${status} ${status === 201 ? 'given' : body.code}`
    }
    const answers = await Promise.all(Array.from({ length: 200 }, () => refund(randomUUID())))
    const count = Object.fromEntries(Object.entries(Object.groupBy(answers, (answer) => answer)).map(([answer, all]) => [answer, all?.length]))
    expect(count).toEqual({ '201 given': 50, '409 more_than_remaining': 150 })
    expect(await balanceOf(clientId)).toEqual([0, 0])
  })

  test('rule 25: a drawer gives no more than it holds', async () => {
    const { clientId } = await debtor()
    const id = await pay(clientId, 150_000)
    const drawer = await aWallet(database, { code: 'SMALL', kind: 'drawer', branchId, limit: 100_000 })
    const refused = await admin('POST', `/payments/${id}/refunds`, { amount_minor: 1000, wallet_id: Number(drawer), reason: 'from an empty drawer' })
    expect(refused.body.code).toBe('wallet_limit')
    expect(await balanceOf(clientId)).toEqual([0, 50_000])
    await expect(
      doing(database, (tx) => refundPayment(tx, { paymentId: BigInt(id), amount: toMinor(1000), walletId: 999_999n, reason: 'nowhere' })),
    ).rejects.toMatchObject({ status: 422 })
  })
})

describe('allocations by hand', () => {
  test('what is left of a payment pays chosen invoices, and one allocation is taken back', async () => {
    const { clientId, invoiceId } = await debtor()
    const id = await pay(clientId, 50_000, { allocations: [] })
    const paid = await send('POST', `/payments/${id}/allocations`, { allocations: [{ invoice_id: Number(invoiceId), amount_minor: 20_000 }] })
    expect(paid.body.allocations).toMatchObject([{ invoice_id: Number(invoiceId), amount_minor: 20_000 }])
    expect((await send('POST', `/payments/${id}/allocations`, {})).body.allocations).toMatchObject([{ amount_minor: 30_000 }])
    expect((await send('POST', `/payments/${id}/allocations`, {})).body.code).toBe('nothing_left')
    const back = await send('POST', `/allocations/${paid.body.allocations[0].id}/reversal`, { reason: 'for another bill' })
    expect(back.body.freed_minor).toBe(20_000)
    expect((await send('POST', `/allocations/${paid.body.allocations[0].id}/reversal`, { reason: 'again' })).body.code).toBe('allocation_taken_back')
    expect(await balanceOf(clientId)).toEqual([70_000, 20_000])
    const other = await debtor()
    expect((await send('POST', `/payments/${id}/allocations`, { allocations: [{ invoice_id: Number(other.invoiceId) }] })).status).toBe(404)
  })
})

describe('discounts at the counter', () => {
  test('within the limit of the role they are given at once, as a credit note', async () => {
    const { clientId, invoiceId } = await debtor()
    const given = await send('POST', `/clients/${clientId}/discounts`, { invoice_id: Number(invoiceId), amount_minor: 50_000, reason: 'two days down' })
    expect(given.body, given.text).toMatchObject({ state: 'given', request_id: null })
    expect(await balanceOf(clientId)).toEqual([50_000, 0])
    expect(
      (await send('POST', `/clients/${clientId}/discounts`, { invoice_id: Number(invoiceId), amount_minor: 50_001, reason: 'more than is open' })).body.code,
    ).toBe('amount_exceeds_open')
  })

  test('beyond it they wait for another person who may approve', async () => {
    const { clientId, invoiceId } = await debtor()
    const asked = await send('POST', `/clients/${clientId}/discounts`, { invoice_id: Number(invoiceId), amount_minor: 60_000, reason: 'a poor family' })
    expect(asked.body).toMatchObject({ state: 'waiting', credit_note_id: null })
    expect(await balanceOf(clientId)).toEqual([100_000, 0])
    const decide = `/discount-requests/${asked.body.request_id}/decision`
    expect((await send('POST', decide, { is_approved: true })).status).toBe(403)
    expect((await admin('POST', decide, { is_approved: true, note: 'known to me' })).body.credit_note_id).toBeGreaterThan(0)
    expect((await admin('POST', decide, { is_approved: true })).body.code).toBe('already_decided')
    expect(await balanceOf(clientId)).toEqual([40_000, 0])
  })

  test('nobody approves his own, and a refused one changes nothing', async () => {
    const { clientId, invoiceId } = await debtor()
    const both = await appAs(database, 'accountant', { grants: ['discount.approve'] })
    const asked = await both('POST', `/clients/${clientId}/discounts`, { invoice_id: Number(invoiceId), amount_minor: 60_000, reason: 'a friend' })
    const decide = `/discount-requests/${asked.body.request_id}/decision`
    expect((await both('POST', decide, { is_approved: true })).body.code).toBe('second_person_needed')
    expect((await admin('POST', decide, { is_approved: false, note: 'no' })).body.credit_note_id).toBeNull()
    expect(await balanceOf(clientId)).toEqual([100_000, 0])
    expect((await send('GET', `/discount-requests?client_id=${clientId}`)).body.items).toMatchObject([{ state: 'rejected', decision_note: 'no' }])
  })

  test('with a payment: the discount first, then the money pays what is left', async () => {
    const { clientId, invoiceId } = await debtor()
    await pay(clientId, 90_000, { discount: { invoice_id: Number(invoiceId), amount_minor: 10_000, reason: 'pays in time' } })
    expect(await balanceOf(clientId)).toEqual([0, 0])
    const next = await debtor()
    const refused = await send('POST', '/payments', {
      client_id: Number(next.clientId),
      amount_minor: 1000,
      method: 'cash',
      wallet_id: Number(office),
      discount: { invoice_id: Number(next.invoiceId), amount_minor: 60_000, reason: 'too much' },
    })
    expect(refused.body.code).toBe('discount_needs_approval')
    expect(await balanceOf(next.clientId)).toEqual([100_000, 0])
  })
})

describe('deposits', () => {
  test('are held apart, offset against what is open, and given back', async () => {
    const { clientId } = await debtor()
    const taken = await send('POST', `/clients/${clientId}/deposits`, { amount_minor: 150_000, method: 'cash', wallet_id: Number(office) })
    expect(taken.body).toMatchObject({ held_minor: 150_000 })
    expect(await balanceOf(clientId)).toEqual([100_000, 0])
    const offset = await send('POST', `/clients/${clientId}/deposits/offset`, { reason: 'moves out' })
    expect(offset.body).toMatchObject({ held_minor: 50_000 })
    expect(await balanceOf(clientId)).toEqual([0, 0])
    expect((await send('POST', `/clients/${clientId}/deposits/offset`, { reason: 'nothing is open' })).body).toMatchObject({
      payment_id: null,
      held_minor: 50_000,
    })
    expect(
      (await send('POST', `/clients/${clientId}/deposits/return`, { amount_minor: 50_001, wallet_id: Number(office), reason: 'too much' })).body.code,
    ).toBe('deposit_not_enough')
    expect(
      (await send('POST', `/clients/${clientId}/deposits/return`, { amount_minor: 50_000, wallet_id: Number(office), reason: 'moves out' })).body.held_minor,
    ).toBe(0)
    await send('POST', `/payments/${offset.body.payment_id}/reversal`, { kind: 'mistake', reason: 'stays after all' })
    const shown = await send('GET', `/clients/${clientId}/deposits`)
    expect(shown.body).toMatchObject({ held_minor: 100_000 })
    expect(shown.body.items.map((row: { kind: string }) => row.kind)).toEqual(['restored', 'returned', 'offset', 'taken'])
    expect(await balanceOf(clientId)).toEqual([100_000, 0])
  })

  test('two returns at once give one deposit back once', async () => {
    const { clientId } = await debtor()
    await send('POST', `/clients/${clientId}/deposits`, { amount_minor: 20_000, method: 'cash', wallet_id: Number(office) })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        send('POST', `/clients/${clientId}/deposits/return`, { amount_minor: 20_000, wallet_id: Number(office), reason: 'moves out' }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201).length).toBe(1)
  })

  test('rule 42: the deposit is offset when the last line leaves', async () => {
    const { clientId, subscriptionId } = await debtor()
    await send('POST', `/clients/${clientId}/deposits`, { amount_minor: 30_000, method: 'cash', wallet_id: Number(office) })
    const quoted = await admin('POST', `/subscriptions/${subscriptionId}/leaving/quote`, { on: '2026-04-01' })
    expect(quoted.body, quoted.text).toMatchObject({ deposit_offset_minor: 30_000 })
    expect(await balanceOf(clientId)).toEqual([100_000, 0])
    const left = await doing(database, (tx) => leaveAndSettle(tx, { subscriptionId, on: date('2026-04-01'), reason: 'moved' }))
    expect(left.deposited).toBe(30_000n)
    expect(await balanceOf(clientId)).toEqual([70_000, 0])
  })
})

describe('balances from other books', () => {
  test('a debt is an invoice numbered apart, credit is a payment; one of them for each client', async () => {
    const { client } = await aClient(database, { branch_id: branchId })
    const debt = await send('POST', `/clients/${client.id}/opening-balance`, { amount_minor: 70_000, reason: 'from the old system' })
    expect(debt.status, debt.text).toBe(201)
    expect((await send('GET', `/invoices/${debt.body.invoice_id}`)).body).toMatchObject({
      kind: 'opening',
      code: 'OB-000001',
      total_minor: 70_000,
      due_on: '2026-03-10',
    })
    expect((await send('POST', `/clients/${client.id}/opening-balance`, { amount_minor: 1, reason: 'once more' })).body.code).toBe('opening_balance_exists')
    const second = await aClient(database, { branch_id: branchId })
    const credit = await send('POST', `/clients/${second.client.id}/opening-balance`, { amount_minor: -25_000, reason: 'paid ahead there' })
    expect((await send('GET', `/payments/${credit.body.payment_id}`)).body).toMatchObject({ method: 'opening', receipt_code: null, remaining_minor: 25_000 })
    expect(await balanceOf(second.client.id)).toEqual([0, 25_000])
    const { rows } = await sql<{ sum: bigint }>`select sum(amount_minor)::bigint as sum from postings where account_id = 14`.execute(database.db)
    expect(rows[0]?.sum).toBe(-70_000n + 25_000n)
  })
})

describe('unknown money', () => {
  test('waits in suspense until two people agree whose it is; then it pays by its own day', async () => {
    const { clientId } = await debtor()
    const taken = await send('POST', '/payments', {
      client_id: null,
      amount_minor: 110_000,
      method: 'cash',
      wallet_id: Number(office),
      note: 'an envelope without a name',
    })
    expect(taken.body, taken.text).toMatchObject({ client_id: null, remaining_minor: 110_000 })
    const id = taken.body.id as number
    expect((await send('POST', `/payments/${id}/refunds`, { amount_minor: 1, reason: 'to whom' })).body.code).toBe('payment_in_suspense')
    expect((await send('GET', '/suspense')).body.items).toMatchObject([
      { payment_id: id, proposed_client_id: null, receipt_code: taken.body.receipt_code, allowed: { match: { ok: true }, decide: { code: 'permission' } } },
    ])
    expect((await admin('GET', '/suspense')).body.items[0].allowed.decide).toMatchObject({ code: 'no_match_proposed' })
    expect((await send('GET', `/payments/${id}`)).body).toMatchObject({
      match: null,
      allowed: { refund: { code: 'payment_in_suspense' }, allocate: { code: 'payment_in_suspense' }, match: { ok: true } },
    })
    expect((await send('POST', `/payments/${id}/match`, { client_id: Number(clientId), reason: 'she called' })).status).toBe(201)
    expect((await send('GET', '/suspense')).body.items).toMatchObject([
      { proposal_reason: 'she called', allowed: { match: { code: 'match_already_proposed' } } },
    ])
    expect((await send('GET', `/payments/${id}`)).body).toMatchObject({ client_id: null, match: { client_id: Number(clientId), state: 'proposed' } })
    expect((await send('POST', `/payments/${id}/match`, { client_id: Number(clientId), reason: 'again' })).body.code).toBe('match_already_proposed')
    const proposer = await appAs(database, 'admin')
    expect((await send('POST', `/payments/${id}/match/decision`, { is_approved: true })).status).toBe(403)
    expect((await proposer('POST', `/payments/${id}/match/decision`, { is_approved: true })).body).toEqual({ client_id: Number(clientId) })
    expect(await balanceOf(clientId)).toEqual([0, 10_000])
    expect((await send('GET', '/suspense')).body.items).toEqual([])
    expect((await send('GET', `/payments/${id}`)).body).toMatchObject({
      client_id: Number(clientId),
      status: 'live',
      remaining_minor: 10_000,
      match: { state: 'approved', reason: 'she called' },
      allowed: { match: { code: 'payment_not_in_suspense' }, reverse: { ok: true } },
    })
    expect((await send('GET', `/payments?client_id=${clientId}`)).body.items.map((row: { id: number }) => row.id)).toEqual([id])
    await send('POST', `/payments/${id}/reversal`, { kind: 'mistake', reason: 'it was another one' })
    expect(await balanceOf(clientId)).toEqual([100_000, 0])
  })

  test('the proposer cannot agree with himself; a refused match leaves it waiting; a reversal ends it', async () => {
    const { clientId } = await debtor()
    const id = (await send('POST', '/payments', { client_id: null, amount_minor: 5000, method: 'cash', wallet_id: Number(office) })).body.id as number
    await admin('POST', `/payments/${id}/match`, { client_id: Number(clientId), reason: 'I think so' })
    expect((await admin('GET', `/payments/${id}`)).body.allowed.decide).toMatchObject({ ok: false, code: 'second_person' })
    expect((await admin('POST', `/payments/${id}/match/decision`, { is_approved: true })).body.code).toBe('second_person_needed')
    const other = await appAs(database, 'admin')
    await other('POST', `/payments/${id}/match/decision`, { is_approved: false })
    expect(await balanceOf(clientId)).toEqual([100_000, 0])
    expect((await send('POST', `/payments/${id}/reversal`, { kind: 'mistake', reason: 'given back at the door' })).status).toBe(201)
    expect((await send('POST', `/payments/${id}/match`, { client_id: Number(clientId), reason: 'too late' })).body.code).toBe('payment_already_reversed')
  })
})

describe('finding payments and their receipts', () => {
  test('the list is filtered and paged; a receipt is found by its code, a TrxID by its beginning', async () => {
    const { clientId } = await debtor()
    await aWallet(database, { code: 'BK', kind: 'bkash' })
    for (const n of [1, 2, 3]) await send('POST', '/payments', { client_id: Number(clientId), amount_minor: 1000 * n, method: 'bkash', trx_id: `FIND${n}ME` })
    const first = await send('GET', `/payments?client_id=${clientId}&limit=2`)
    expect(first.body.items.map((row: { amount_minor: number }) => row.amount_minor)).toEqual([3000, 2000])
    const rest = await send('GET', `/payments?client_id=${clientId}&limit=2&cursor=${first.body.next_cursor}`)
    expect(rest.body.items.map((row: { amount_minor: number }) => row.amount_minor)).toEqual([1000])
    expect((await send('GET', '/payments?trx_id=find2me')).body.items).toMatchObject([{ amount_minor: 2000 }])
    const code = first.body.items[0].receipt_code as string
    expect((await send('GET', `/receipts/${code.toLowerCase()}`)).body).toMatchObject({ receipt_code: code, amount_minor: 3000 })
    expect((await send('GET', '/receipts/RC-NONE-26-000001')).status).toBe(404)
    const found = await admin('GET', '/search?q=find2')
    expect(found.body.items).toMatchObject([{ type: 'payment', subtitle: expect.stringContaining('FIND2ME') }])
  })

  test('the receipt prints as PDF, in both languages', async () => {
    const { clientId } = await debtor()
    const id = await pay(clientId, 60_000)
    for (const locale of ['en', 'bn']) {
      const pdf = await send('GET', `/payments/${id}/receipt.pdf?paper=80mm&locale=${locale}`)
      expect([pdf.status, pdf.headers['content-type'], pdf.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
    }
    expect((await send('GET', '/payments/999999/receipt.pdf')).status).toBe(404)
  })
})

test('after all of it the books agree', async () => {
  const report = await runDoctor(database, { now: clock.now(), today: date('2026-03-10'), seals: 'all' })
  expect(report.results.filter(({ ok }) => !ok).map(({ id, rows }) => ({ id, rows: rows.slice(0, 3) }))).toEqual([])
})
