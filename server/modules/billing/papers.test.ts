import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween, receive } from '../../testing/money.ts'
import { issueInvoice } from './index.ts'

const clock = settableClock('2026-01-05T06:10:00Z')
let database: TestDatabase
let client: bigint
let invoice: bigint

beforeAll(async () => {
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  const branch = await aBranch(database, 'NORTH')
  const packageId = (await aPackage(database)).package.id
  client = (await aClient(database, { branch_id: branch, code: 'C-1', subscription: { packageId, activatedOn: date('2026-01-01') } })).client.id
  invoice = (await doing(database, (tx) => issueInvoice(tx, { clientId: client, until: date('2026-02-01') })))?.invoiceId ?? 0n
})

describe('an invoice', () => {
  test('shows each time money was set against it, what stands of it, and what may be done', async () => {
    const send = await appAs(database, 'accountant')
    const read = async () => (await send('GET', `/invoices/${invoice}`)).body
    expect((await read()).allowed).toMatchObject({ void: { ok: true }, take_back: { ok: false, code: 'nothing_paid', reason: 'Nothing is paid of it' } })
    const wallet = await aWallet(database, { code: 'OFFICE' })
    await doing(database, (tx) => receive(tx, { clientId: client, walletId: wallet, amount: 30_000 }))
    await doing(database, (tx) => receive(tx, { clientId: client, walletId: wallet, amount: 20_000 }))
    const paid = await read()
    expect(paid.allowed).toMatchObject({ void: { ok: false, code: 'has_payments' }, take_back: { ok: true } })
    expect(paid.allocations).toMatchObject([{ amount_minor: 30_000, standing_minor: 30_000 }, { amount_minor: 20_000 }])
    const back = await send('POST', `/allocations/${paid.allocations[0].id}/reversal`, { reason: 'set against the wrong bill' })
    expect(back.status, back.text).toBe(201)
    expect(await read()).toMatchObject({ open_minor: 80_000, allocations: [{ amount_minor: 30_000, standing_minor: 0 }, { standing_minor: 20_000 }] })
    const viewer = await appAs(database, 'viewer')
    expect((await viewer('GET', `/invoices/${invoice}`)).body.allowed.credit).toMatchObject({ ok: false, code: 'permission' })
  })
})

describe('a credit note', () => {
  test('shows what it gives back of which line; the line says what is left of it', async () => {
    const send = await appAs(database, 'accountant')
    const made = await send('POST', `/invoices/${invoice}/credit-notes`, {
      kind: 'waiver',
      reason: 'kept waiting',
      lines: [{ line_no: 1, amount_minor: 10_000 }],
    })
    expect(made.status, made.text).toBe(201)
    expect((await send('GET', `/credit-notes/${made.body.id}`)).body).toMatchObject({
      code: made.body.code,
      client_code: 'C-1',
      issued_by_name: send.user?.username,
      lines: [{ invoice_line_no: 1, item: 'package', total_minor: 10_000 }],
    })
    expect((await send('GET', `/invoices/${invoice}`)).body.lines).toMatchObject([{ total_minor: 100_000, left_minor: 90_000 }])
    const codes = async (query: string) => (await send('GET', `/credit-notes?${query}`)).body.items.map(({ code }: { code: string }) => code)
    expect(await codes('kind=waiver&month=2026-01&issued_from=2026-01-05')).toEqual([made.body.code])
    expect(await codes(`code=${made.body.code.slice(0, 6)}`)).toEqual([made.body.code])
    for (const none of ['kind=outage', 'month=2026-02', 'issued_to=2026-01-04', 'code=zzz']) expect(await codes(none)).toEqual([])
  })
})

describe('a draft', () => {
  const lines = [{ description: 'Router', item: 'equipment', quantity_milli: 2000, unit_price_minor: 150_000 }]

  test('is quoted without being written, changed, made an invoice once, and then found among those that are', async () => {
    const send = await appAs(database, 'accountant')
    const quoted = (await send('POST', '/invoice-drafts/quote', { client_id: Number(client), lines })).body
    expect(quoted).toMatchObject({ total_minor: 300_000, lines: [{ description: 'Router', total_minor: 300_000 }] })
    expect((await send('GET', '/invoice-drafts')).body.items).toEqual([])
    expect((await send('POST', '/invoice-drafts/quote', { client_id: 999_999, lines })).status).toBe(404)
    const { id } = (await send('POST', '/invoice-drafts', { client_id: Number(client), lines })).body
    expect((await send('PUT', `/invoice-drafts/${id}`, { lines: [{ ...lines[0], quantity_milli: 1000 }] })).status).toBe(204)
    expect((await send('GET', '/invoice-drafts?open=true')).body.items).toMatchObject([{ id, client_code: 'C-1', created_by_name: send.user?.username }])
    const issued = await send('POST', `/invoice-drafts/${id}/finalization`)
    expect(issued.body).toMatchObject({ total_minor: 150_000 })
    expect((await send('GET', '/invoice-drafts?open=true')).body.items).toEqual([])
    expect((await send('GET', '/invoice-drafts?open=false')).body.items).toMatchObject([{ id, invoice_id: issued.body.id, invoice_code: issued.body.code }])
    expect((await send('DELETE', `/invoice-drafts/${id}`)).body).toMatchObject({ code: 'already_finalized' })
  })
})
