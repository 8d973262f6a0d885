import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween, receive } from '../../testing/money.ts'
import { issueCreditNote, issueInvoice, voidInvoice, writeOff } from '../billing/index.ts'

const clock = settableClock('2026-01-01T06:00:00Z')
let database: TestDatabase
let clientId: bigint
let branchId: bigint

/** January: billed, partly paid, corrected. February: billed, voided, billed again. March: paid ahead. April: the rest of a debt given up. */
beforeAll(async () => {
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  branchId = await aBranch(database)
  const packageId = (await aPackage(database, { price: toMinor(100_000) })).package.id
  const wallet = await aWallet(database, { code: 'OFFICE', branchId })
  clientId = (await aClient(database, { branch_id: branchId, subscription: { packageId, activatedOn: date('2026-01-01') } })).client.id
  const bill = async (until: string): Promise<bigint> =>
    (await doing(database, (tx) => issueInvoice(tx, { clientId, until: date(until) })))?.invoiceId as bigint
  const january = await bill('2026-02-01')
  clock.set('2026-01-10T06:00:00Z')
  await doing(database, (tx) => receive(tx, { clientId, walletId: wallet, amount: 60_000 }))
  clock.set('2026-01-20T06:00:00Z')
  await doing(database, (tx) => issueCreditNote(tx, { invoiceId: january, kind: 'outage', reason: 'cable cut', amount: toMinor(10_000) }))
  clock.set('2026-02-01T06:00:00Z')
  const mistaken = await bill('2026-03-01')
  await doing(database, (tx) => voidInvoice(tx, { invoiceId: mistaken, reason: 'wrong day' }))
  clock.set('2026-02-02T06:00:00Z')
  await bill('2026-03-01')
  await doing(database, (tx) => writeOff(tx, { invoiceId: january, reason: 'goodwill', requestedBy: null }))
  clock.set('2026-03-05T06:00:00Z')
  await doing(database, (tx) => receive(tx, { clientId, walletId: wallet, amount: 150_000, method: 'bkash' }))
  clock.set('2026-03-31T06:00:00Z')
})

const told = (items: { booked_on: string; description: string; debit_minor: number; credit_minor: number; balance_minor: number }[]) =>
  items.map(({ booked_on, description, debit_minor, credit_minor, balance_minor }) => [booked_on, description, debit_minor, credit_minor, balance_minor])

describe('a client’s statement', () => {
  test('has every document and payment in order with the running balance', async () => {
    const send = await appAs(database, 'support')
    const { status, body } = await send('GET', `/clients/${clientId}/statement`)
    expect(status).toBe(200)
    expect(told(body.items)).toEqual([
      ['2026-01-01', 'Invoice, January 2026', 100_000, 0, 100_000],
      ['2026-01-10', 'Payment, cash', 0, 60_000, 40_000],
      ['2026-01-20', 'Credit note for INV-2026-000001: cable cut', 0, 10_000, 30_000],
      ['2026-02-01', 'Invoice, February 2026', 100_000, 0, 130_000],
      ['2026-02-01', 'Invoice INV-2026-000002 voided: wrong day', 0, 100_000, 30_000],
      ['2026-02-02', 'Invoice, February 2026', 100_000, 0, 130_000],
      ['2026-02-02', 'Invoice INV-2026-000001 written off: goodwill', 0, 30_000, 100_000],
      ['2026-03-05', 'Payment, bKash', 0, 150_000, -50_000],
    ])
    expect(body).toMatchObject({
      from: null,
      to: '2026-03-31',
      opening_balance_minor: 0,
      debit_minor: 300_000,
      credit_minor: 350_000,
      closing_balance_minor: -50_000,
      next_cursor: null,
    })
    expect(body.items[1]).toMatchObject({ kind: 'payment', method: 'cash', value_on: '2026-01-10', code: expect.stringMatching(/^RC/) })
    const { rows } = await sql<{
      balance: bigint
    }>`select receivable_minor - credit_minor as balance from client_balances where client_id = ${clientId}`.execute(database.db)
    expect(Number(rows[0]?.balance)).toBe(body.closing_balance_minor)
  })

  test('says of every move where it is looked at: a correction with the document it corrects', async () => {
    const send = await appAs(database, 'support')
    const { items } = (await send('GET', `/clients/${clientId}/statement`)).body as { items: { kind: string; paper_type: string; paper_id: number }[] }
    const [january, cash, note, february, voided, again, writtenOff, bkash] = items
    expect(items.map(({ paper_type }) => paper_type)).toEqual(['invoice', 'payment', 'credit_note', 'invoice', 'invoice', 'invoice', 'invoice', 'payment'])
    expect([voided?.paper_id, writtenOff?.paper_id]).toEqual([february?.paper_id, january?.paper_id])
    expect(new Set([january, february, again].map((row) => row?.paper_id)).size).toBe(3)
    for (const [row, path] of [
      [january, '/invoices/'],
      [note, '/credit-notes/'],
    ] as const) {
      expect((await send('GET', `${path}${row?.paper_id}`)).body).toMatchObject({ id: row?.paper_id, client_id: Number(clientId) })
    }
    const { rows } = await sql<{ id: bigint }>`select id from payments where client_id = ${clientId} order by id`.execute(database.db)
    expect([cash?.paper_id, bkash?.paper_id]).toEqual(rows.map(({ id }) => Number(id)))
  })

  test('of a period begins with the balance before it', async () => {
    const send = await appAs(database, 'support')
    const { body } = await send('GET', `/clients/${clientId}/statement?from=2026-02-01&to=2026-02-28&locale=bn`)
    expect(body).toMatchObject({ opening_balance_minor: 30_000, debit_minor: 200_000, credit_minor: 130_000, closing_balance_minor: 100_000 })
    expect(told(body.items)[0]).toEqual(['2026-02-01', 'বিল, ফেব্রুয়ারি ২০২৬', 100_000, 0, 130_000])
    const none = (await send('GET', `/clients/${clientId}/statement?from=2026-03-10`)).body
    expect(none).toMatchObject({ items: [], opening_balance_minor: -50_000, closing_balance_minor: -50_000 })
  })

  test('comes page by page with one running balance', async () => {
    const send = await appAs(database, 'support')
    const all = (await send('GET', `/clients/${clientId}/statement?from=2026-01-05`)).body.items
    const paged: unknown[] = []
    let cursor = ''
    do {
      const { body } = await send('GET', `/clients/${clientId}/statement?from=2026-01-05&limit=3${cursor}`)
      paged.push(...body.items)
      cursor = body.next_cursor === null ? '' : `&cursor=${body.next_cursor}`
    } while (cursor !== '')
    expect(paged).toEqual(all)
    expect(paged).toHaveLength(7)
  })

  test('is refused backwards, to people of other branches, and without the permission', async () => {
    const send = await appAs(database, 'support')
    expect((await send('GET', `/clients/${clientId}/statement?from=2026-02-02&to=2026-02-01`)).status).toBe(422)
    expect((await send('GET', '/clients/999999/statement')).status).toBe(404)
    const other = await aBranch(database)
    expect(
      (await (await appAs(database, 'support', { scope: { kind: 'branches', branchIds: [other] } }))('GET', `/clients/${clientId}/statement`)).status,
    ).toBe(404)
    expect((await (await appAs(database, 'technician'))('GET', `/clients/${clientId}/statement`)).status).toBe(403)
  })
})
