import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { systemActor } from '../../server/kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../server/kernel/permissions.ts'
import { sendMessages } from '../../server/modules/messages/index.ts'
import type { Console } from './console.ts'
import { fillFibre } from './fill-fibre.ts'
import { fillMoney } from './fill-money.ts'
import { fillNetwork } from './fill-network.ts'
import { fillSessions } from './fill-sessions.ts'
import { fillSetUp } from './fill-set-up.ts'
import type { Post } from './fill-set-up.ts'
import { fillSuspensions } from './fill-suspensions.ts'

/** Ids by the words in capitals of addresses. */
export type Ids = Readonly<Record<string, number>>

/** An address with its ids. */
export const addressOf = (path: string, ids: Ids): string => path.replace(/[A-Z]{3,}/, (key) => String(ids[key]))

/** A company with something on each page, made by the API as its people would; `page` is an administrator's. Jobs run from now on. */
export async function fillCompany(given: Console, page: Page): Promise<Ids> {
  await given.work()
  const { send, get, read } = over(given, page)
  const company = { 'company.name': 'Padma Net', 'company.address': 'House 12, Road 7, Mirpur-10, Dhaka', 'company.phone': '09610000000' }
  await send('/settings', { values: company }, 'PATCH')
  const branch = await send('/branches', { code: 'dhk', name: 'Dhaka' })
  const area = await send('/areas', { name: 'মিরপুর-১০' })
  const wallet = await send('/wallets', { code: 'OFFICE', name: 'Office cash', kind: 'office' })
  const plan = await send('/packages', {
    code: 'HOME-20',
    name: 'Home 20 Mbps',
    starts_on: '2020-01-01',
    price_minor: 80_000,
    download_kbps: 20_000,
    upload_kbps: 20_000,
  })
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Temporal.Now.instant().epochMilliseconds)
  const month = today.slice(0, 7)
  const clients: number[] = []
  for (const [at, name] of ['Rahim Uddin', 'করিম শেখ', 'Nusrat Jahan', 'মোছাঃ ফাতেমা বেগম'].entries()) {
    const subscription = { package_id: plan.id, pppoe_login: `user${at}`, joined_on: `${month}-01`, activated_on: `${month}-01` }
    const facts = { name, phone: `0171100000${at}`, branch_id: branch.id, area_id: area.id, joined_on: `${month}-01`, subscription }
    clients.push((await send('/clients', facts)).id)
  }
  const [client = 0, other = 0] = clients
  const invoice = await send('/invoices', { client_id: client })
  const credited = await send('/invoices', { client_id: other })
  const payment = await send('/payments', { client_id: client, amount_minor: 30_000, method: 'cash' })
  const money = await fillMoney(given, send, { client, invoice: invoice.id, payment: payment.id, wallet: wallet.id })
  await send(`/clients/${client}/notes`, { body: 'Calls only after 18:00.' })
  const note = await send(`/invoices/${credited.id}/credit-notes`, { kind: 'outage', reason: 'Three days without service', amount_minor: 8000 })
  const draft = await send('/invoice-drafts', { client_id: other, lines: [{ description: 'Router TP-Link', item: 'equipment', unit_price_minor: 250_000 }] })
  const rest = await fillSetUp(send, today)
  const router = await fillNetwork(given, page, send, { branch: branch.id, plan: rest.PACKAGE, month })

  const run = await send('/invoice-runs', { month })
  await reaches(read, `/invoice-runs/${run.id}`, 'ready')
  await send(`/invoice-runs/${run.id}/start`, undefined)
  await reaches(read, `/invoice-runs/${run.id}`, 'done')
  const bulk = await send('/bulk-jobs', { change: { action: 'change_tags', tags: ['late payer'], is_added: true }, selection: { client_ids: [client, other] } })
  await reaches(read, `/bulk-jobs/${bulk.id}`, 'previewed')
  await send('/signup-requests', { name: 'শিরিন আক্তার', phone: '01811000011', area_id: area.id, package_id: plan.id, note: 'Call after 18:00, please.' })
  await send('/exports', { list: 'clients' })
  await send('/doctor/runs', {})
  const cut = await fillSuspensions(send, { branch: branch.id, plan: plan.id, today })
  await reaches(read, `/suspensions/${cut.id}`, 'done')
  await get('PUT', `/holidays/${Number(today.slice(0, 4)) + 1}-02-21`, { name: 'শহীদ দিবস' })
  const file = await page.request.post(`${given.url}/api/v1/imports`, {
    multipart: { file: { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from('name,phone\nSelim Reza,01811000001\n,01811000002\n') } },
  })
  const sent = (await file.json()) as { id: number; suggested_mapping: unknown }
  expect(file.ok(), JSON.stringify(sent)).toBe(true)
  await get('PUT', `/imports/${sent.id}/mapping`, { mapping: sent.suggested_mapping, options: { branch_id: branch.id } })
  await reaches(read, `/imports/${sent.id}`, 'previewed')

  const pop = await send('/routers', { branch_id: branch.id, name: 'POP উত্তরা ৩', host: '192.0.2.1', username: 'lastmile', is_active: false })
  await send(`/clients/${client}`, { latitude: 23.8102, longitude: 90.3646, area_id: area.id }, 'PATCH')
  const border = [
    [90.362, 23.806],
    [90.372, 23.805],
    [90.373, 23.813],
    [90.363, 23.814],
  ]
  await send(`/areas/${area.id}`, { polygon: border }, 'PATCH')
  const [line] = (await read<{ subscriptions: { id: number }[] }>(`/clients/${client}`)).subscriptions
  await send(`/subscriptions/${line?.id}`, { router_id: pop.id }, 'PATCH')
  await fillSessions(given, { routerId: pop.id, lineId: line?.id ?? 0, login: 'user0', gone: 'user1' })
  await get('PUT', `/routers/${pop.id}/radius`, { secret: 'a secret of sixteen letters', is_signed: true })
  const online = (await read<{ items: { id: number }[] }>('/clients?q=Network+1&limit=1')).items[0]?.id ?? 0
  const [fibreLine] = (await read<{ subscriptions: { id: number }[] }>(`/clients/${online}`)).subscriptions
  const fibre = await fillFibre(given, { send, read }, { branch: branch.id, area: area.id, lineId: fibreLine?.id ?? 0 })
  const hour = Temporal.Now.instant().subtract({ hours: 2 })
  const asked = { address: '100.64.0.17', port: 40_123, from: hour.toString(), until: hour.add({ minutes: 5 }).toString() }
  const trace = await send('/address-traces', { ...asked, reason: 'Fraud over a mobile wallet', reference: 'CID 118/2026' })

  await sendMessages(given.database, { actor: systemActor('test', ALL_PERMISSIONS) })
  const first = async (path: string): Promise<number> => (await read<{ items: { id: number }[] }>(path)).items[0]?.id ?? 0
  return {
    CLIENT: client,
    AREA: area.id,
    ONLINE: online,
    INVOICE: invoice.id,
    PAYMENT: payment.id,
    WALLET: wallet.id,
    NOTE: note.id,
    DRAFT: draft.id,
    RUN: run.id,
    CUT: cut.id,
    MESSAGE: await first('/messages?kind=payment-received&limit=1'),
    BULK: bulk.id,
    IMPORT: sent.id,
    SIGNUP: await first('/signup-requests?limit=1'),
    ENTRY: await first('/ledger/entries?limit=1'),
    ACCOUNT: await first('/ledger/accounts?limit=1'),
    ROUTER: router,
    BYRADIUS: pop.id,
    TRACE: trace.id,
    ...fibre,
    ...money,
    ...rest,
  }
}

/** Sends and reads through the page's own log-in. */
function over({ url }: Console, page: Page) {
  const get = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
    const answer = await page.request.fetch(`${url}/api/v1${path}`, { method, data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as T
  }
  const send: Post = async (path, data, method = 'POST') => await get<{ id: number }>(method, path, data)
  const read = async <T>(path: string): Promise<T> => await get<T>('GET', path)
  return { send, get, read }
}

/** Waits for a job's outcome. */
async function reaches(read: <T>(path: string) => Promise<T>, path: string, state: string): Promise<void> {
  await expect.poll(async () => (await read<{ state: string }>(path)).state, { timeout: 30_000 }).toBe(state)
}
