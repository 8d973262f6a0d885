import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, aReseller, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween, receive } from '../../testing/money.ts'
import { issueInvoice } from '../billing/index.ts'
import { reversePayment } from '../payments/index.ts'

const clock = settableClock('2026-01-01T06:00:00Z')
let database: TestDatabase
let dhaka: bigint
let bogura: bigint
let reseller: bigint
let wallet: bigint

/** Three clients of 1,000.00 a month in Dhaka, one of them a reseller's, and one in Bogura; every sum below was made by hand from this story. */
beforeAll(async () => {
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  dhaka = await aBranch(database)
  bogura = await aBranch(database)
  reseller = await aReseller(database, dhaka)
  wallet = await aWallet(database, { code: 'OFFICE' })
  const packageId = (await aPackage(database, { price: toMinor(100_000) })).package.id
  const join = async (branch: bigint, on: string, resellerId?: bigint): Promise<bigint> => {
    const line = { packageId, joinedOn: date(on), activatedOn: date(on) }
    return (
      await aClient(database, { branch_id: branch, joined_on: date(on), ...(resellerId === undefined ? {} : { reseller_id: resellerId }), subscription: line })
    ).client.id
  }
  const bill = (clientId: bigint, until: string) => doing(database, (tx) => issueInvoice(tx, { clientId, until: date(until) }))
  const pay = (clientId: bigint, amount: number, method?: string) =>
    doing(database, (tx) => receive(tx, { clientId, walletId: wallet, amount, ...(method === undefined ? {} : { method }) }))

  const rahim = await join(dhaka, '2026-01-01')
  const karim = await join(dhaka, '2026-01-01', reseller)
  const nusrat = await join(bogura, '2026-01-01')
  for (const clientId of [rahim, karim, nusrat]) await bill(clientId, '2026-02-01')
  clock.set('2026-02-02T06:00:00Z')
  for (const clientId of [rahim, karim, nusrat]) await bill(clientId, '2026-03-01')
  clock.set('2026-02-10T06:00:00Z')
  await pay(rahim, 100_000)
  const mistaken = await pay(karim, 70_000)
  await doing(database, (tx) => reversePayment(tx, { paymentId: mistaken, kind: 'mistake', reason: 'typed twice' }))
  clock.set('2026-02-28T20:00:00Z') // in Dhaka 1 March, two in the morning
  await pay(nusrat, 50_000, 'bkash')
  clock.set('2026-03-05T06:00:00Z')
  await pay(rahim, 30_000)
  await join(dhaka, '2026-03-05')
  clock.set('2026-03-10T06:00:00Z')
  await pay(karim, 20_000, 'bkash')
  await pay(karim, 10_000)
})

const short = ({ payments, amount_minor }: { payments: number; amount_minor: number }) => [payments, amount_minor]

describe('money that came in', () => {
  test('is told of today, of this month, and of last month up to the same day and whole', async () => {
    const send = await appAs(database, 'accountant')
    const { status, body } = await send('GET', '/reports/collections')
    expect(status).toBe(200)
    expect(short(body.today)).toEqual([2, 30_000])
    expect(short(body.yesterday)).toEqual([0, 0])
    // 50,000 on the 1st, 30,000 on the 5th, 30,000 today.
    expect(short(body.this_month)).toEqual([4, 110_000])
    // What was taken back never came in.
    expect(body.last_month_to_day).toEqual({ from: '2026-02-01', to: '2026-02-10', payments: 1, amount_minor: 100_000 })
    expect(body.last_month).toEqual({ from: '2026-02-01', to: '2026-02-28', payments: 1, amount_minor: 100_000 })
    expect(body.days).toHaveLength(28 + 10)
    expect(body.days[0].day).toBe('2026-02-01')
    expect(
      body.days.filter((day: { payments: number }) => day.payments > 0).map((day: { day: string; amount_minor: number }) => [day.day, day.amount_minor]),
    ).toEqual([
      ['2026-02-10', 100_000],
      ['2026-03-01', 50_000],
      ['2026-03-05', 30_000],
      ['2026-03-10', 30_000],
    ])
    expect(body.methods).toEqual([
      { method: 'bkash', payments: 2, amount_minor: 70_000 },
      { method: 'cash', payments: 2, amount_minor: 40_000 },
    ])
  })

  test('is that of the own branch, or of the own reseller, for whoever sees no more', async () => {
    const inBogura = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [bogura] } })
    expect(short((await inBogura('GET', '/reports/collections')).body.this_month)).toEqual([1, 50_000])
    const ofReseller = await appAs(database, 'branch_manager', { scope: { kind: 'reseller', resellerId: reseller } })
    expect(short((await ofReseller('GET', '/reports/collections')).body.this_month)).toEqual([2, 30_000])
  })

  test('is the own hand’s for a collector, who does not see the company’s', async () => {
    const before = clock.now()
    clock.set('2026-04-02T06:00:00Z')
    const send = await appAs(database, 'collector')
    expect((await send('GET', '/reports/collections')).status).toBe(403)
    expect(short((await send('GET', '/reports/collections/own')).body.last_month)).toEqual([0, 0])
    await sql`insert into payments (client_id, branch_id, wallet_id, method, amount_minor, value_on, recorded_at, received_by)
      select id, branch_id, ${wallet}::bigint, 'cash', 12345, '2026-04-02', ${clock.now()}::timestamptz, ${send.user?.userId}::bigint from clients order by id limit 1`.execute(
      database.db,
    )
    const { body } = await send('GET', '/reports/collections/own')
    expect([short(body.today), short(body.last_month)]).toEqual([
      [1, 12_345],
      [0, 0],
    ])
    clock.set(before.toString())
  })

  test('leaves out credit of other books and deposits that became credit', async () => {
    await sql`insert into payments (client_id, branch_id, method, amount_minor, value_on, recorded_at)
      select id, branch_id, m, 99999, '2026-03-10', ${clock.now()}::timestamptz from clients, unnest(array['opening', 'deposit']) m where branch_id = ${bogura}`.execute(
      database.db,
    )
    const send = await appAs(database, 'accountant')
    expect(short((await send('GET', '/reports/collections')).body.today)).toEqual([2, 30_000])
  })

  test('of a long month is held against the whole of a shorter one', async () => {
    const before = clock.now()
    clock.set('2026-03-31T06:00:00Z')
    const { body } = await (await appAs(database, 'accountant'))('GET', '/reports/collections')
    expect([body.last_month_to_day.from, body.last_month_to_day.to]).toEqual(['2026-02-01', '2026-02-28'])
    clock.set(before.toString())
  })
})

describe('dues', () => {
  test('are told by how long ago they fell due, and lead to the bills by their due days', async () => {
    const send = await appAs(database, 'accountant')
    const { body } = await send('GET', '/reports/dues')
    const due = await sql<{ code: string; due_on: Temporal.PlainDate; open: bigint }>`
      select i.code, b.due_on, b.open_minor as open from invoice_balances b join invoices i on i.id = b.invoice_id where b.open_minor > 0 order by i.id`.execute(
      database.db,
    )
    // January: 100,000 x 3 less what came; February the same. Rahim paid January and 30,000, Karim 30,000 of January, Nusrat 50,000 of January.
    expect(due.rows.map(({ open }) => Number(open))).toEqual([70_000, 50_000, 70_000, 100_000, 100_000])
    const byHand = (from: number, to: number): [number, number] => {
      const within = due.rows.filter(({ due_on }) => {
        const days = due_on.until('2026-03-10', { largestUnit: 'days' }).days
        return days >= from && days <= to
      })
      return [within.length, within.reduce((sum, { open }) => sum + Number(open), 0)]
    }
    expect(body.on).toBe('2026-03-10')
    expect(body.items.map((item: { invoices: number; open_minor: number }) => [item.invoices, item.open_minor])).toEqual([
      byHand(-10_000, 0),
      byHand(1, 30),
      byHand(31, 60),
      byHand(61, 90),
      byHand(91, 10_000),
    ])
    expect(body.open_minor).toBe(390_000)
    for (const { due_from, due_to, invoices } of body.items) {
      const query = [due_from === null ? '' : `&due_from=${due_from}`, due_to === null ? '' : `&due_to=${due_to}`].join('')
      expect((await send('GET', `/invoices?open=true${query}`)).body.items, query).toHaveLength(invoices)
    }
    expect(body.overdue_minor).toBe(390_000 - byHand(-10_000, 0)[1])
    expect(body.items.map((item: { due_from: string; due_to: string }) => [item.due_from, item.due_to])).toEqual([
      ['2026-03-10', null],
      ['2026-02-08', '2026-03-09'],
      ['2026-01-09', '2026-02-07'],
      ['2025-12-10', '2026-01-08'],
      [null, '2025-12-09'],
    ])
  })

  test('are those of the own clients for whoever sees a branch', async () => {
    const send = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [bogura] } })
    expect((await send('GET', '/reports/dues')).body.open_minor).toBe(150_000)
    expect((await (await appAs(database, 'support'))('GET', '/reports/dues')).status).toBe(403)
  })
})

describe('clients', () => {
  test('are counted by state as their list counts them', async () => {
    const send = await appAs(database, 'viewer')
    const { body } = await send('GET', '/reports/clients')
    expect(body.all).toBe(4)
    for (const state of ['pending', 'active', 'suspended', 'expired', 'left', 'none'])
      expect(body[state], state).toBe((await send('GET', `/clients/count?state=${state}`)).body.count)
    const inBogura = await appAs(database, 'technician', { scope: { kind: 'branches', branchIds: [bogura] } })
    expect((await inBogura('GET', '/reports/clients')).body).toMatchObject({ all: 1, active: 1 })
  })

  test('who joined and who left are told by month, counted back from how many there are', async () => {
    const packageId = (await aPackage(database)).package.id
    const gone = (await aClient(database, { branch_id: dhaka, joined_on: date('2026-01-15'), subscription: { packageId, joinedOn: date('2026-01-15') } }))
      .client.id
    await sql`update subscriptions set state = 'left', left_on = '2026-02-20' where client_id = ${gone}`.execute(database.db)
    const send = await appAs(database, 'viewer')
    const { items } = (await send('GET', '/reports/growth')).body
    expect(items).toHaveLength(12)
    expect(items.slice(-4)).toEqual([
      { month: '2025-12', joined: 0, left: 0, clients: 0 },
      { month: '2026-01', joined: 4, left: 0, clients: 4 },
      { month: '2026-02', joined: 0, left: 1, clients: 3 },
      { month: '2026-03', joined: 1, left: 0, clients: 4 },
    ])
    const ofFebruary = (await send('GET', '/clients?left_from=2026-02-01&left_to=2026-02-28')).body.items
    expect(ofFebruary.map(({ id }: { id: number }) => id)).toEqual([Number(gone)])
    expect((await send('GET', '/clients/count?left_to=2026-02-19')).body.count).toBe(0)
    expect((await send('GET', '/clients/count?left_from=2026-02-21')).body.count).toBe(0)
    // Who comes back has not left.
    await aClientLine(gone, packageId)
    expect((await send('GET', '/reports/growth')).body.items.at(-2)).toEqual({ month: '2026-02', joined: 0, left: 0, clients: 4 })
    expect((await send('GET', '/clients/count?left_from=2026-02-01')).body.count).toBe(0)
  })
})

const aClientLine = async (clientId: bigint, packageId: bigint): Promise<void> => {
  await sql`insert into subscriptions (client_id, state, billing_policy_id, package_id, joined_on)
    select ${clientId}::bigint, 'pending', billing_policy_id, ${packageId}::bigint, '2026-03-10' from subscriptions limit 1`.execute(database.db)
}

describe('what waits', () => {
  test('is told to whoever may decide on it, and not to who asked for it', async () => {
    const asking = await appAs(database, 'support')
    const deciding = await appAs(database, 'manager')
    const { rows } = await sql<{
      client_id: bigint
      invoice_id: bigint
    }>`select client_id, invoice_id from invoice_balances where open_minor > 0 order by invoice_id limit 1`.execute(database.db)
    await sql`insert into discount_requests (client_id, invoice_id, amount_minor, kind, reason, requested_by, requested_at)
      select ${rows[0]?.client_id}::bigint, ${rows[0]?.invoice_id}::bigint, 1000, 'discount', 'flood', u, ${clock.now()}::timestamptz from unnest(${[asking.user?.userId, deciding.user?.userId].map(String)}::bigint[]) u`.execute(
      database.db,
    )
    await sql`insert into signup_requests (name, phone, branch_id, created_at) values ('Nadia', '01711000001', ${bogura}, ${clock.now()}), ('Mitu', '01711000002', ${dhaka}, ${clock.now()})`.execute(
      database.db,
    )
    await sql`insert into invoice_runs (month, issued_on, state) values ('2026-03-01', '2026-03-01', 'awaiting_release')`.execute(database.db)
    const of = async (send: typeof asking) =>
      Object.fromEntries(
        (await send('GET', '/waiting')).body.items.map(({ kind, count, id }: { kind: string; count: number; id: number | null }) => [
          kind,
          id === null ? count : 'one',
        ]),
      )
    expect(await of(deciding)).toEqual({ run_to_release: 'one', discount_to_decide: 'one', signup_to_decide: 2 })
    expect(await of(asking)).toEqual({ signup_to_decide: 2 })
    expect(await of(await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [bogura] } }))).toEqual({ signup_to_decide: 'one' })
    expect(await of(await appAs(database, 'collector'))).toEqual({})
    expect((await (await appAs(database, null))('GET', '/waiting')).status).toBe(401)
  })

  test('unknown money waits to be matched, then for somebody else to agree, and then no more', async () => {
    const proposing = await appAs(database, 'accountant', { grants: ['suspense.approve'] })
    const other = await appAs(database, 'manager')
    const waits = async (send: typeof other) =>
      (await send('GET', '/waiting')).body.items.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind.startsWith('suspense'))
    const { body } = await other('POST', '/payments', { client_id: null, amount_minor: 5_000, method: 'cash', wallet_id: Number(wallet) })
    expect(await waits(other)).toEqual(['suspense_to_match'])
    const { rows } = await sql<{ id: bigint }>`select id from clients order by id limit 1`.execute(database.db)
    expect((await proposing('POST', `/payments/${body.id}/match`, { client_id: Number(rows[0]?.id), reason: 'his number' })).status).toBe(201)
    expect(await waits(proposing)).toEqual([])
    expect(await waits(other)).toEqual(['suspense_to_agree'])
    expect((await other('POST', `/payments/${body.id}/match/decision`, { is_approved: true })).status).toBe(201)
    expect(await waits(other)).toEqual([])
  })
})

describe('money on its way', () => {
  test('waits for whoever it was sent to, until he ends it', async () => {
    const sending = await appAs(database, 'accountant')
    const cashier = await appAs(database, 'collector')
    const drawer = await aWallet(database, { code: 'D1', kind: 'drawer', limit: 1_000_000 })
    await sql`update wallets set owner_user_id = ${cashier.user?.userId}::bigint where id = ${drawer}`.execute(database.db)
    const waits = async (send: typeof sending) =>
      (await send('GET', '/waiting')).body.items
        .filter(({ kind }: { kind: string }) => kind === 'transfer_to_accept')
        .map(({ count }: { count: number }) => count)
    const sent = await sending('POST', '/wallet-transfers', { from_wallet_id: Number(wallet), to_wallet_id: Number(drawer), amount_minor: 1_000 })
    expect(sent.status, sent.text).toBe(201)
    expect([await waits(sending), await waits(cashier), await waits(await appAs(database, 'manager'))]).toEqual([[], [1], []])
    expect((await cashier('POST', `/wallet-transfers/${sent.body.id}/rejection`, { reason: 'not mine' })).status).toBe(201)
    expect(await waits(cashier)).toEqual([])
  })
})

describe('work', () => {
  test('is told with how far it is, to whoever may see it, and for some minutes after its end', async () => {
    await sql`delete from invoice_runs`.execute(database.db)
    const own = await appAs(database, 'manager')
    const exporter = own.user?.userId
    await sql`insert into invoice_runs (month, issued_on, state, issued_count, expected_count, requested_by, created_at) values ('2026-03-01', '2026-03-01', 'running', 40, 100, ${exporter}, ${clock.now()})`.execute(
      database.db,
    )
    await sql`insert into exports (list, format, state, row_count, created_by, created_at, finished_at) values
      ('clients', 'csv', 'done', 4, ${exporter}, ${clock.now().subtract({ minutes: 5 })}, ${clock.now().subtract({ minutes: 4 })}),
      ('payments', 'csv', 'done', 4, ${exporter}, ${clock.now().subtract({ minutes: 50 })}, ${clock.now().subtract({ minutes: 40 })})`.execute(database.db)
    const told = (await own('GET', '/work')).body.items
    expect(told).toEqual([
      expect.objectContaining({ kind: 'invoice_run', state: 'running', is_preview: false, month: '2026-03', done: 40, of: 100, is_own: true }),
      expect.objectContaining({ kind: 'export', state: 'done', name: 'clients', done: 4, of: null, is_own: true }),
    ])
    const other = (await (await appAs(database, 'manager'))('GET', '/work')).body.items
    expect(other).toEqual([expect.objectContaining({ kind: 'invoice_run', is_own: false })])
    expect((await (await appAs(database, 'technician'))('GET', '/work')).body.items).toEqual([])
    await sql`insert into bulk_jobs (action, params, selection, state, counts, created_by, created_at) values
      ('set_area', '{}', '{}', 'running', '{"waiting": 0, "ready": 6, "done": 3, "failed": 1, "refused": 2, "unchanged": 5}', ${exporter}, ${clock.now()})`.execute(
      database.db,
    )
    expect((await own('GET', '/work')).body.items.find(({ kind }: { kind: string }) => kind === 'bulk_job')).toMatchObject({
      name: 'set_area',
      state: 'running',
      done: 4,
      of: 10,
      failed: 1,
    })
    // Asked for a moment ago: its clients are not chosen yet.
    await sql`update bulk_jobs set state = 'previewing', counts = '{}'`.execute(database.db)
    expect((await own('GET', '/work')).body.items.find(({ kind }: { kind: string }) => kind === 'bulk_job')).toMatchObject({
      state: 'running',
      is_preview: true,
      done: 0,
      of: null,
      failed: 0,
    })
  })
})

interface Told {
  action: string
  actor_name: string
  client_name: string | null
  subject_name: string | null
  amount_minor: number | null
}

describe('activity', () => {
  const read = async (send: Awaited<ReturnType<typeof appAs>>, limit = 200): Promise<Told[]> =>
    (await send('GET', `/reports/activity?limit=${limit}`)).body.items

  test('tells the work done last with whom and how much, and not what merely follows from it', async () => {
    const admin = await appAs(database, 'admin')
    const { rows: people } = await sql<{ id: bigint; name: string }>`select id, name from clients where branch_id = ${dhaka} order by id`.execute(database.db)
    const payment = { client_id: Number(people[0]?.id), amount_minor: 12_300, method: 'cash', wallet_id: Number(wallet) }
    const taken = await admin('POST', '/payments', payment)
    expect(taken.status, taken.text).toBe(201)
    const all = await read(admin)
    expect(all.find(({ action }) => action === 'payment.taken')).toMatchObject({
      amount_minor: 12_300,
      client_name: people[0]?.name,
      subject_name: taken.body.receipt_code,
      actor_name: admin.user?.username,
    })
    expect(all.filter(({ action }) => action === 'invoice.issued').map(({ amount_minor }) => amount_minor)).toContain(100_000)
    const { rows } = await sql<{ family: string }>`select distinct split_part(action, '.', 1) as family from audit_events`.execute(database.db)
    const families = rows.map(({ family }) => family)
    expect(families).toContain('charge')
    expect(all.filter(({ action }) => /^(charge|access|session)\./.test(action))).toEqual([])
    expect(await read(await appAs(database, 'admin'), 3)).toHaveLength(3)
  })

  test('a branch hears of its own clients only, and nobody hears it who may not read the audit', async () => {
    const own = await read(await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [bogura] } }))
    const nusrat = await sql<{ name: string }>`select name from clients where branch_id = ${bogura}`.execute(database.db)
    expect(own.length).toBeGreaterThan(0)
    expect(new Set(own.map(({ client_name }) => client_name).filter((name) => name !== null))).toEqual(new Set(nusrat.rows.map(({ name }) => name)))
    expect((await (await appAs(database, 'collector'))('GET', '/reports/activity')).status).toBe(403)
  })
})
