import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing, unique } from '../../testing/factories.ts'
import { aWallet, partitionsBetween } from '../../testing/money.ts'
import { issueInvoice } from '../billing/index.ts'
import { runDoctor } from '../doctor/index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
let branchId: bigint
let packageId: bigint
let fasterId: bigint
let office: bigint
let send: Awaited<ReturnType<typeof appAs>>

beforeAll(async () => {
  await partitionsBetween(database, '2026-01-01', '2026-06-01')
  branchId = await aBranch(database)
  packageId = (await aPackage(database, { price: toMinor(93_000) })).package.id
  fasterId = (await aPackage(database, { price: toMinor(186_000) })).package.id
  office = await aWallet(database, { code: 'OFFICE', branchId })
  send = await appAs(database, 'admin')
})

/** Billed for March, nothing paid. */
async function debtor(): Promise<{ clientId: bigint; line: bigint }> {
  const { client, subscription } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId, activatedOn: date('2026-03-01'), joinedOn: date('2026-03-01') },
  })
  await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-04-01'), issuedOn: date('2026-03-01') }))
  return { clientId: client.id, line: subscription?.id as bigint }
}

async function prepaid(): Promise<{ clientId: bigint; line: bigint }> {
  const { client, subscription } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId, billingMode: 'prepaid', activatedOn: date('2026-03-10'), joinedOn: date('2026-03-10') },
  })
  return { clientId: client.id, line: subscription?.id as bigint }
}

const ok = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, options?: { idempotencyKey?: string }) => {
  const answer = await send(method, path, body, options)
  expect([200, 201, 204], `${path}: ${answer.text}`).toContain(answer.status)
  return answer.body
}
const clientOf = async (id: bigint) => await ok('GET', `/clients/${id}`)
const owes = async (id: bigint) => {
  const { receivable_minor, credit_minor } = (await clientOf(id)).balance
  return { receivable_minor, credit_minor }
}

describe('a quote is the deed itself, rolled back', () => {
  test.each([
    ['package-changes', (at: bigint) => ({ package_id: Number(at), on: '2026-03-10', how: 'now' })],
    ['pauses', () => ({ from: '2026-03-12', to: '2026-03-22' })],
    ['leaving', () => ({ on: '2026-03-21', reason: 'moves away' })],
  ] as const)('%s', async (deed, bodyOf) => {
    const { clientId, line } = await debtor()
    const before = await owes(clientId)
    const body = bodyOf(fasterId)
    const quoted = await ok('POST', `/subscriptions/${line}/${deed}/quote`, body)
    expect(await owes(clientId)).toEqual(before)
    const done = await ok('POST', `/subscriptions/${line}/${deed}`, body)
    expect(quoted.credited_minor).toBe(done.credited_minor)
    expect(quoted.balance_after).toEqual(await owes(clientId))
    expect(quoted.balance_after).not.toEqual(before)
  })

  test('a package agreed for the first of next month costs nothing now, is taken back from that day, and is not overtaken', async () => {
    const { clientId, line } = await debtor()
    const before = await owes(clientId)
    const faster = { package_id: Number(fasterId), on: '2026-04-01', how: 'now' }
    expect(await ok('POST', `/subscriptions/${line}/package-changes/quote`, faster)).toMatchObject({
      starts_on: '2026-04-01',
      invoiced_minor: 0,
      credited_minor: 0,
    })
    await ok('POST', `/subscriptions/${line}/package-changes`, faster)
    expect(await owes(clientId)).toEqual(before)
    const overtaking = await send('POST', `/subscriptions/${line}/package-changes/quote`, { ...faster, on: '2026-03-10' })
    expect([overtaking.status, overtaking.body.code]).toEqual([409, 'package_begins_later'])
    await ok('POST', `/subscriptions/${line}/package-changes`, { ...faster, package_id: Number(packageId) })
    await ok('POST', `/subscriptions/${line}/package-changes`, { ...faster, on: '2026-04-16' })
    const april = await ok('POST', '/invoices', { client_id: Number(clientId), month: '2026-04' })
    expect(april.total_minor).toBe(93_000 / 2 + 186_000 / 2)
    expect(await owes(clientId)).toEqual({ receivable_minor: before.receivable_minor + april.total_minor, credit_minor: 0 })
  })

  test('the end of a pause', async () => {
    const { clientId, line } = await debtor()
    await ok('POST', `/subscriptions/${line}/pauses`, { from: '2026-03-05' })
    const quoted = await ok('POST', `/subscriptions/${line}/resumption/quote`, { on: '2026-03-15' })
    expect(quoted).toMatchObject({ credited_minor: 30_000, balance_after: { receivable_minor: 63_000, credit_minor: 0 } })
    expect((await ok('POST', `/subscriptions/${line}/resumption`, { on: '2026-03-15' })).credited_minor).toBe(30_000)
    expect(await owes(clientId)).toEqual(quoted.balance_after)
  })

  test('leaving before anything is billed names the final bill', async () => {
    const { client, subscription } = await aClient(database, {
      branch_id: branchId,
      subscription: { packageId, activatedOn: date('2026-03-01'), joinedOn: date('2026-03-01') },
    })
    const quoted = await ok('POST', `/subscriptions/${subscription?.id}/leaving/quote`, { on: '2026-03-11' })
    expect(quoted).toMatchObject({ billed_minor: 30_000, credited_minor: 0, balance_after: { receivable_minor: 30_000 } })
    await ok('POST', `/subscriptions/${subscription?.id}/leaving`, { on: '2026-03-11' })
    expect(await owes(client.id)).toEqual(quoted.balance_after)
  })

  test('a renewal of some cycles: what it costs, what is left to pay, what it covers', async () => {
    const { clientId, line } = await prepaid()
    await ok('POST', '/payments', { client_id: Number(clientId), amount_minor: 20_000, method: 'cash', wallet_id: Number(office) })
    const quoted = await ok('POST', `/subscriptions/${line}/renewals/quote`, { cycles: 3 })
    expect(quoted).toEqual({ total_minor: 279_000, to_pay_minor: 259_000, starts_on: '2026-03-10', ends_on: '2026-06-10' })
    const done = await ok('POST', `/subscriptions/${line}/renewals`, { cycles: 3, method: 'cash', wallet_id: Number(office), amount_minor: 259_000 })
    expect([done.starts_on, done.ends_on]).toEqual([quoted.starts_on, quoted.ends_on])
    expect(await owes(clientId)).toEqual({ receivable_minor: 0, credit_minor: 0 })
  })

  test('a bill: its lines and where the client would stand', async () => {
    const { clientId } = await debtor()
    const quoted = await ok('POST', '/invoices/quote', { client_id: Number(clientId), month: '2026-04' })
    expect(quoted).toMatchObject({ total_minor: 93_000, lines: [{ starts_on: '2026-04-01', ends_on: '2026-05-01', total_minor: 93_000 }] })
    await ok('POST', '/invoices', { client_id: Number(clientId), month: '2026-04' })
    expect(await owes(clientId)).toEqual(quoted.balance_after)
    const again = await send('POST', '/invoices/quote', { client_id: Number(clientId), month: '2026-04' })
    expect(again.body.code).toBe('nothing_to_bill')
  })

  test('months paid ahead: what is handed over now meets the bills that will come, to the poisha', async () => {
    const { clientId } = await debtor()
    await ok('POST', '/payments', { client_id: Number(clientId), amount_minor: 50_000, method: 'cash', wallet_id: Number(office) })
    const quoted = await ok('POST', `/clients/${clientId}/payments/quote`, { month: '2026-05' })
    expect(quoted).toEqual({ billed_minor: 186_000, to_pay_minor: 229_000 })
    expect(await owes(clientId)).toEqual({ receivable_minor: 43_000, credit_minor: 0 })
    const collector = await appAs(database, 'collector', { grants: ['payment.take'] })
    expect((await collector('POST', `/clients/${clientId}/payments/quote`, { month: '2026-05' })).body).toEqual(quoted)
    await ok('POST', '/payments', { client_id: Number(clientId), amount_minor: quoted.to_pay_minor, method: 'cash', wallet_id: Number(office) })
    await ok('POST', '/invoices', { client_id: Number(clientId), month: '2026-05' })
    expect(await owes(clientId)).toEqual({ receivable_minor: 0, credit_minor: 0 })
    expect(await ok('POST', `/clients/${clientId}/payments/quote`, { month: '2026-05' })).toEqual({ billed_minor: 0, to_pay_minor: 0 })
  })

  test('months paid ahead are told to nobody of another branch, nor without the permission', async () => {
    const { clientId } = await debtor()
    const elsewhere = await appAs(database, 'admin', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    expect((await elsewhere('POST', `/clients/${clientId}/payments/quote`, { month: '2026-05' })).status).toBe(404)
    expect((await (await appAs(database, 'technician'))('POST', `/clients/${clientId}/payments/quote`, { month: '2026-05' })).status).toBe(403)
  })

  test('needs the permission of the deed', async () => {
    const { clientId, line } = await debtor()
    const collector = await appAs(database, 'collector')
    for (const path of [`/subscriptions/${line}/pauses/quote`, `/subscriptions/${line}/resumption/quote`, '/invoices/quote'])
      expect((await collector('POST', path, path === '/invoices/quote' ? { client_id: Number(clientId) } : {})).status, path).toBe(403)
  })
})

describe('add-ons and one-time charges', () => {
  const addOn = async (clientId: bigint, more: object = {}) =>
    await ok('POST', `/clients/${clientId}/charges`, {
      kind: 'recurring',
      item: 'addon',
      description: 'Public address',
      unit_price_minor: 31_000,
      starts_on: '2026-03-01',
      ...more,
    })

  test('an add-on that ends gives its billed days back, once', async () => {
    const { clientId } = await debtor()
    const charge = await addOn(clientId)
    expect(charge.allowed.end).toEqual({ ok: true })
    await ok('POST', '/invoices', { client_id: Number(clientId), month: '2026-03' })
    const quoted = await ok('POST', `/charges/${charge.id}/end/quote`, { on: '2026-03-22' })
    expect(quoted.credited_minor).toBe(10_000)
    expect((await ok('POST', `/charges/${charge.id}/end`, { on: '2026-03-22' })).credited_minor).toBe(10_000)
    expect(await owes(clientId)).toEqual(quoted.balance_after)
    expect((await ok('POST', `/charges/${charge.id}/end`, { on: '2026-03-22' })).credited_minor).toBe(0)
    expect((await send('POST', '/invoices', { client_id: Number(clientId), month: '2026-03' })).body.code).toBe('nothing_to_bill')
  })

  test('a one-time charge is taken away before it is billed, and stays afterwards', async () => {
    const { clientId } = await debtor()
    const wrong = await addOn(clientId, { kind: 'one_time', item: 'installation', description: 'Cable' })
    await ok('POST', `/charges/${wrong.id}/end`, {})
    expect((await send('POST', '/invoices', { client_id: Number(clientId), month: '2026-03' })).body.code).toBe('nothing_to_bill')
    const right = await addOn(clientId, { kind: 'one_time', item: 'installation', description: 'Cable' })
    await ok('POST', '/invoices', { client_id: Number(clientId), month: '2026-03' })
    const refused = await send('POST', `/charges/${right.id}/end`, {})
    expect(refused.body).toMatchObject({ status: 409, code: 'charge_billed' })
    const shown = (await ok('GET', `/clients/${clientId}/charges`)).items as { id: number; item: string; allowed: { end: { code?: string } } }[]
    expect(shown.find(({ id }) => id === right.id)?.allowed.end).toMatchObject({ ok: false, code: 'is_billed' })
    const ofLine = shown.find(({ item }) => item === 'package')
    expect(ofLine?.allowed.end).toMatchObject({ ok: false, code: 'of_the_line' })
    expect((await send('POST', `/charges/${ofLine?.id}/end`, {})).body.code).toBe('package_charge')
  })

  test('the charge of somebody else’s client is not found', async () => {
    const { clientId } = await debtor()
    const charge = await addOn(clientId)
    const other = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    expect((await other('POST', `/charges/${charge.id}/end`, {})).status).toBe(404)
  })
})

describe('what may be done with a client, and why not', () => {
  test('follows his money: a deposit, an opening balance, what is open, what was deleted', async () => {
    const { client } = await aClient(database, { branch_id: branchId })
    const at = async () => (await clientOf(client.id)).allowed
    expect(await at()).toMatchObject({
      take_payment: { ok: true },
      bill: { ok: false, code: 'no_live_line' },
      give_discount: { ok: false, code: 'nothing_open' },
      open_balance: { ok: true },
      offset_deposit: { ok: false, code: 'nothing_held' },
      return_deposit: { ok: false, code: 'nothing_held' },
      verify_nid: { ok: false, code: 'nothing_sealed' },
      delete: { ok: true },
    })
    await ok('POST', `/clients/${client.id}/deposits`, { amount_minor: 50_000, method: 'cash', wallet_id: Number(office) })
    expect(await at()).toMatchObject({ offset_deposit: { code: 'nothing_open' }, return_deposit: { ok: true }, delete: { code: 'has_documents' } })
    expect((await clientOf(client.id)).balance.deposit_minor).toBe(50_000)
    await ok('POST', `/clients/${client.id}/opening-balance`, { amount_minor: 70_000, reason: 'the other books' })
    expect(await at()).toMatchObject({ open_balance: { ok: false, code: 'has_opening' }, offset_deposit: { ok: true }, give_discount: { ok: true } })
    const gone = await aClient(database, { branch_id: branchId })
    await ok('POST', `/clients/${gone.client.id}/deletion`, {})
    expect((await clientOf(gone.client.id)).allowed).toMatchObject({
      take_payment: { code: 'is_deleted' },
      edit: { code: 'is_deleted' },
      restore: { ok: true },
    })
  })

  test('a discount that waits says who asked, and that the same person may not decide', async () => {
    const { clientId } = await debtor()
    const [invoice] = (await ok('GET', `/invoices?client_id=${clientId}&open=true`)).items
    const support = await appAs(database, 'support', { grants: ['discount.give', 'discount.approve'] })
    const asked = await support('POST', `/clients/${clientId}/discounts`, { invoice_id: invoice.id, amount_minor: 90_000, reason: 'long outage' })
    expect(asked.body, asked.text).toMatchObject({ state: 'waiting' })
    const path = `/discount-requests?client_id=${clientId}`
    expect((await support('GET', path)).body.items[0]).toMatchObject({
      requested_by_name: support.user?.username,
      allowed: { decide: { code: 'second_person' } },
    })
    expect((await ok('GET', path)).items[0].allowed.decide).toEqual({ ok: true })
    await ok('POST', `/discount-requests/${asked.body.request_id}/decision`, { is_approved: false })
    expect((await ok('GET', path)).items[0]).toMatchObject({ state: 'rejected', allowed: { decide: { code: 'already_decided' } } })
  })

  test('own terms name who approved them', async () => {
    const { line } = await debtor()
    await ok('POST', `/subscriptions/${line}/terms`, { starts_on: '2026-04-01', ends_on: '2026-07-01', discount_bp: 1000, reason: 'a neighbour' })
    const { terms, allowed } = await ok('GET', `/subscriptions/${line}`)
    expect(terms.map((term: { discount_bp: number; approved_by_name: string | null }) => [term.discount_bp, term.approved_by_name])).toEqual([
      [0, null],
      [1000, send.user?.username],
      [0, null],
    ])
    expect(allowed).toMatchObject({ change_terms: { ok: true }, set_password: { ok: true } })
  })
})

test('open invoices are listed apart from the settled ones', async () => {
  const { clientId } = await debtor()
  const of = async (open: boolean) => (await ok('GET', `/invoices?client_id=${clientId}&open=${open}`)).items.length
  expect([await of(true), await of(false)]).toEqual([1, 0])
  await ok('POST', '/payments', { client_id: Number(clientId), amount_minor: 93_000, method: 'cash', wallet_id: Number(office) })
  expect([await of(true), await of(false)]).toEqual([0, 1])
})

test('a registration sent twice with one key registers once', async () => {
  const body = { name: `Twice ${unique()}`, phone: '01711555555', branch_id: Number(branchId), subscription: { package_id: Number(packageId) } }
  const [first, second] = [
    await ok('POST', '/clients', body, { idempotencyKey: 'registering-once' }),
    await ok('POST', '/clients', body, { idempotencyKey: 'registering-once' }),
  ]
  expect(second.id).toBe(first.id)
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from clients where name = ${body.name}`.execute(database.db)
  expect(rows[0]?.n).toBe(1n)
  expect((await ok('GET', '/client-types')).items).toContain('home')
})

test('the quote of a package takes an own price, discounts and the client’s VAT', async () => {
  const rate = await ok('POST', '/vat-rates', { code: 'V5', name: 'VAT 5%', starts_on: '2020-01-01', rate_bp: 500 })
  const own = await ok('POST', '/vat-rates', { code: 'V10', name: 'VAT 10%', starts_on: '2020-01-01', rate_bp: 1000 })
  const { package: taxed } = await aPackage(database, { price: toMinor(100_000), vatRateId: BigInt(rate.id) })
  const cycle = async (query: string) => (await ok('GET', `/packages/${taxed.id}/quote?starts_on=2026-04-01${query}`)).cycle.total_minor
  expect(await cycle('')).toBe(105_000)
  expect(await cycle('&price_override_minor=80000')).toBe(84_000)
  expect(await cycle('&discount_bp=1000')).toBe(94_500)
  expect(await cycle('&discount_minor=20000')).toBe(84_000)
  expect(await cycle('&is_vat_exempt=true')).toBe(100_000)
  expect(await cycle(`&vat_rate_id=${own.id}`)).toBe(110_000)
})

test('afterwards the books agree', async () => {
  const report = await runDoctor(database, { now: clock.now(), today: date('2026-03-10'), seals: 'all' })
  expect(report.results.filter(({ ok: isGreen }) => !isGreen).map(({ id, rows }) => ({ id, rows: rows.slice(0, 3) }))).toEqual([])
})
