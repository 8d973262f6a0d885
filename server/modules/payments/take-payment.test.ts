import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs, logInAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween } from '../../testing/money.ts'
import { addReason, readReasons } from '../access/index.ts'
import { issueInvoice } from '../billing/index.ts'
import { runDoctor } from '../doctor/index.ts'
import { takePayment } from './index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
let branchId: bigint
let packageId: bigint
let office: bigint
let bkash: bigint
let send: Awaited<ReturnType<typeof appAs>>

beforeAll(async () => {
  await partitionsBetween(database, '2026-01-01', '2026-06-01')
  branchId = await aBranch(database)
  packageId = (await aPackage(database, { price: toMinor(100_000) })).package.id
  office = await aWallet(database, { code: 'OFFICE', branchId })
  bkash = await aWallet(database, { code: 'BKASH', kind: 'bkash' })
  send = await appAs(database, 'accountant')
})

/** A postpaid client with an invoice for each of these months, 1,000.00 each, due on its tenth day. */
async function debtor(months: readonly string[] = ['2026-03']): Promise<{ clientId: bigint; subscriptionId: bigint; invoiceIds: bigint[] }> {
  const { client, subscription } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId, activatedOn: date(`${months[0]}-01`), joinedOn: date(`${months[0]}-01`) },
  })
  const invoiceIds: bigint[] = []
  for (const month of months) {
    const issued = await doing(database, (tx) =>
      issueInvoice(tx, { clientId: client.id, until: date(`${month}-01`).add({ months: 1 }), issuedOn: date(`${month}-01`) }),
    )
    invoiceIds.push(issued?.invoiceId as bigint)
  }
  return { clientId: client.id, subscriptionId: subscription?.id as bigint, invoiceIds }
}

const cash = (clientId: bigint, amount: number, more: object = {}) => ({
  client_id: Number(clientId),
  amount_minor: amount,
  method: 'cash',
  wallet_id: Number(office),
  ...more,
})

async function balanceOf(clientId: bigint): Promise<{ receivable: bigint; credit: bigint }> {
  const { rows } = await sql<{
    receivable: bigint
    credit: bigint
  }>`select receivable_minor as receivable, credit_minor as credit from client_balances where client_id = ${clientId}`.execute(database.db)
  return rows[0] as { receivable: bigint; credit: bigint }
}

const openOf = async (invoiceId: bigint): Promise<bigint> =>
  (await sql<{ open: bigint }>`select open_minor as open from invoice_balances where invoice_id = ${invoiceId}`.execute(database.db)).rows[0]?.open as bigint
const countOf = async (clientId: bigint): Promise<bigint> =>
  (await sql<{ n: bigint }>`select count(*) as n from payments where client_id = ${clientId}`.execute(database.db)).rows[0]?.n as bigint

test('rule 20: a payment may pay nothing, one invoice or many, and an invoice may be paid by many payments', async () => {
  const { clientId, invoiceIds } = await debtor(['2026-02', '2026-03'])
  const first = await send('POST', '/payments', cash(clientId, 150_000))
  expect(first.status, first.text).toBe(201)
  expect(first.body.allocations.map((each: { invoice_id: number; amount_minor: number }) => [each.invoice_id, each.amount_minor])).toEqual([
    [Number(invoiceIds[0]), 100_000],
    [Number(invoiceIds[1]), 50_000],
  ])
  const second = await send('POST', '/payments', cash(clientId, 70_000))
  expect(second.body).toMatchObject({ remaining_minor: 20_000, allocations: [{ amount_minor: 50_000 }] })
  const third = await send('POST', '/payments', cash(clientId, 500))
  expect(third.body).toMatchObject({ remaining_minor: 500, allocations: [] })
  expect(await balanceOf(clientId)).toEqual({ receivable: 0n, credit: 20_500n })
})

describe('rule 21: money pays what was chosen, else the oldest due first, and the rest is credit', () => {
  test('chosen invoices are paid in the order named, each with at most its open amount', async () => {
    const { clientId, invoiceIds } = await debtor(['2026-01', '2026-02', '2026-03'])
    const taken = await send(
      'POST',
      '/payments',
      cash(clientId, 260_000, {
        allocations: [
          { invoice_id: Number(invoiceIds[2]), amount_minor: 999_999 },
          { invoice_id: Number(invoiceIds[0]), amount_minor: 40_000 },
        ],
      }),
    )
    expect(taken.body.allocations.map((each: { invoice_id: number; amount_minor: number }) => [each.invoice_id, each.amount_minor])).toEqual([
      [Number(invoiceIds[2]), 100_000],
      [Number(invoiceIds[0]), 40_000],
    ])
    expect(taken.body.remaining_minor).toBe(120_000)
    expect(await openOf(invoiceIds[1] as bigint)).toBe(100_000n)
  })

  test('an empty choice leaves all of it credit', async () => {
    const { clientId } = await debtor()
    expect((await send('POST', '/payments', cash(clientId, 100_000, { allocations: [] }))).body).toMatchObject({ remaining_minor: 100_000, allocations: [] })
  })

  test("another client's invoice, or one named twice, is a mistake and nothing is stored", async () => {
    const { clientId, invoiceIds } = await debtor()
    const other = await debtor()
    expect((await send('POST', '/payments', cash(clientId, 1000, { allocations: [{ invoice_id: Number(other.invoiceIds[0]) }] }))).status).toBe(404)
    expect(
      (await send('POST', '/payments', cash(clientId, 1000, { allocations: [{ invoice_id: Number(invoiceIds[0]) }, { invoice_id: Number(invoiceIds[0]) }] })))
        .status,
    ).toBe(422)
    expect(await countOf(clientId)).toBe(0n)
  })

  test('earlier credit is not touched by a payment', async () => {
    const { clientId } = await debtor()
    await send('POST', '/payments', cash(clientId, 30_000, { allocations: [] }))
    expect((await send('POST', '/payments', cash(clientId, 50_000))).body).toMatchObject({ remaining_minor: 0 })
    expect(await balanceOf(clientId)).toEqual({ receivable: 50_000n, credit: 30_000n })
  })
})

test('rule 22: the last poisha makes an invoice paid, one less leaves it partly open', async () => {
  const { clientId, invoiceIds } = await debtor()
  await send('POST', '/payments', cash(clientId, 99_999))
  expect((await send('GET', `/invoices/${invoiceIds[0]}`)).body).toMatchObject({ status: 'partial', open_minor: 1 })
  await send('POST', '/payments', cash(clientId, 1))
  expect((await send('GET', `/invoices/${invoiceIds[0]}`)).body).toMatchObject({ status: 'paid', open_minor: 0 })
})

test('rule 23: an advance pays the next invoice when it is finalized', async () => {
  const { client } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId, activatedOn: date('2026-03-01'), joinedOn: date('2026-03-01') },
  })
  await send('POST', '/payments', cash(client.id, 130_000))
  const issued = await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-04-01') }))
  expect(await openOf(issued?.invoiceId as bigint)).toBe(0n)
  expect(await balanceOf(client.id)).toEqual({ receivable: 0n, credit: 30_000n })
})

describe('rule 24: payments at once', () => {
  test('200 payments for one client at concurrency 50 are all stored and the balance is exact', async () => {
    const { clientId, invoiceIds } = await debtor()
    let next = 0
    const statuses: number[] = []
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        while (next < 200) {
          next += 1
          statuses.push((await send('POST', '/payments', cash(clientId, 1000 + next))).status)
        }
      }),
    )
    const total = Array.from({ length: 200 }, (_, n) => 1001 + n).reduce((sum, amount) => sum + amount, 0)
    expect(statuses.filter((status) => status === 201).length).toBe(200)
    expect(await countOf(clientId)).toBe(200n)
    expect(await balanceOf(clientId)).toEqual({ receivable: 0n, credit: BigInt(total - 100_000) })
    expect(await openOf(invoiceIds[0] as bigint)).toBe(0n)
  })

  test('50 parallel payments of one invoice never over-allocate; the surplus is credit', async () => {
    const { clientId, invoiceIds } = await debtor()
    const invoice = invoiceIds[0] as bigint
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        send('POST', '/payments', cash(clientId, 30_000, { allocations: [{ invoice_id: Number(invoice), amount_minor: 30_000 }] })),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201))
    const allocated = await sql<{ sum: bigint }>`select sum(amount_minor)::bigint as sum from allocations where invoice_id = ${invoice}`.execute(database.db)
    expect(allocated.rows[0]?.sum).toBe(100_000n)
    expect(await balanceOf(clientId)).toEqual({ receivable: 0n, credit: 1_400_000n })
  })

  test('the same Idempotency-Key stores one payment and answers the same twice, also at once', async () => {
    const { clientId } = await debtor()
    const idempotencyKey = randomUUID()
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('POST', '/payments', cash(clientId, 5000), { idempotencyKey })))
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
    expect(answers[0]?.status).toBe(201)
    expect(await countOf(clientId)).toBe(1n)
    expect((await send('POST', '/payments', cash(clientId, 6000), { idempotencyKey })).body.code).toBe('idempotency_key_reused')
    expect((await send('POST', '/payments', cash(clientId, 6000), { idempotencyKey: null })).body.code).toBe('idempotency_key_required')
  })
})

describe('rule 28: a TrxID pays once, whoever the client is', () => {
  const trx = (clientId: bigint, trxId: string, method = 'bkash') => ({ client_id: Number(clientId), amount_minor: 1000, method, trx_id: trxId })

  test('a second one is refused and names the earlier receipt, however it is spelt', async () => {
    const [one, two] = [await debtor(), await debtor()]
    const first = await send('POST', '/payments', trx(one.clientId, '9ab cd3fg'))
    expect(first.status, first.text).toBe(201)
    expect(first.body.wallet_id).toBe(Number(bkash))
    const second = await send('POST', '/payments', trx(two.clientId, ' 9ABCD3FG '))
    expect(second.status).toBe(409)
    expect(second.body).toMatchObject({ code: 'trx_already_used', receipt_code: first.body.receipt_code, payment_id: first.body.id })
    expect(second.body.detail).toContain(first.body.receipt_code)
    expect(await countOf(two.clientId)).toBe(0n)
  })

  test('of many at once for many clients one is stored, and the others name it', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => debtor()))
    const answers = await Promise.all(clients.map(({ clientId }) => send('POST', '/payments', trx(clientId, 'RACE1'))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)])
    const stored = answers.find(({ status }) => status === 201)?.body.receipt_code
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.receipt_code))).toEqual(new Set([stored]))
  })

  test('a payment reversed as a mistake gives its TrxID back; a chargeback does not', async () => {
    const [one, two] = [await debtor(), await debtor()]
    const wrong = await send('POST', '/payments', trx(one.clientId, 'WRONG1'))
    await send('POST', `/payments/${wrong.body.id}/reversal`, { kind: 'mistake', reason: 'entered for the neighbour' })
    const right = await send('POST', '/payments', trx(two.clientId, 'WRONG1'))
    expect(right.status).toBe(201)
    await send('POST', `/payments/${right.body.id}/reversal`, { kind: 'chargeback', reason: 'the bank took it back' })
    expect((await send('POST', '/payments', trx(one.clientId, 'WRONG1'))).body.code).toBe('trx_already_used')
  })

  test('bKash and Nagad need one; another method may use the same', async () => {
    const { clientId } = await debtor()
    expect((await send('POST', '/payments', { client_id: Number(clientId), amount_minor: 1000, method: 'bkash' })).status).toBe(422)
    await aWallet(database, { code: 'NAGAD', kind: 'nagad' })
    expect((await send('POST', '/payments', trx(clientId, 'BOTH1'))).status).toBe(201)
    expect((await send('POST', '/payments', trx(clientId, 'BOTH1', 'nagad'))).status).toBe(201)
  })
})

describe('rule 31: a back date', () => {
  test('is kept beside the day of recording, and the books move today', async () => {
    const { clientId } = await debtor()
    const taken = await send('POST', '/payments', cash(clientId, 1000, { value_on: '2026-02-20' }))
    const shown = await send('GET', `/payments/${taken.body.id}`)
    expect(shown.body).toMatchObject({ value_on: '2026-02-20', recorded_at: '2026-03-10T06:00:00Z' })
    const { rows } = await sql<{
      day: Temporal.PlainDate
    }>`select booked_on as day from entry_sources where kind = 'payment' and document_id = ${BigInt(taken.body.id)}`.execute(database.db)
    expect(rows[0]?.day.toString()).toBe('2026-03-10')
  })

  test('does not lie in a closed month, nor in the future', async () => {
    const { clientId } = await debtor()
    await sql`insert into months (month, closed_at) values ('2025-12-01', now())`.execute(database.db)
    expect((await send('POST', '/payments', cash(clientId, 1000, { value_on: '2025-12-31' }))).body.code).toBe('month_closed')
    expect((await send('POST', '/payments', cash(clientId, 1000, { value_on: '2026-03-11' }))).status).toBe(422)
    expect(await countOf(clientId)).toBe(0n)
  })
})

describe('rule 34: cash rounding', () => {
  const step = async (value: number) =>
    await sql`insert into settings (key, value, updated_at) values ('payments.cash_rounding_minor', ${JSON.stringify(value)}::jsonb, now()) on conflict (key) do update set value = excluded.value`.execute(
      database.db,
    )
  const oddDebtor = async () => {
    const debt = await debtor()
    await send('POST', '/payments', cash(debt.clientId, 60))
    return debt
  }

  test('is off until a company turns it on', async () => {
    const { clientId } = await oddDebtor()
    expect((await send('POST', '/payments', cash(clientId, 99_900))).body).toMatchObject({ rounding_minor: 0, amount_minor: 99_900 })
    expect((await balanceOf(clientId)).receivable).toBe(40n)
  })

  test('pays a debt exactly when the cash is the debt rounded, by an entry of its own', async () => {
    await step(100)
    const { clientId } = await oddDebtor()
    const down = await send('POST', '/payments', cash(clientId, 99_900))
    expect(down.body).toMatchObject({ rounding_minor: 40, amount_minor: 99_940, remaining_minor: 0 })
    const { rows } = await sql<{ account_id: bigint; amount: bigint }>`
      select p.account_id, p.amount_minor as amount from entry_sources s join postings p on p.booked_on = s.booked_on and p.entry_id = s.entry_id where s.kind = 'payment' and s.document_id = ${BigInt(down.body.id)} order by p.line_no`.execute(
      database.db,
    )
    expect(rows).toEqual([
      { account_id: 1n, amount: 99_900n },
      { account_id: 24n, amount: 40n },
      { account_id: 7n, amount: -99_940n },
    ])
    expect((await balanceOf(clientId)).receivable).toBe(0n)
    const other = await debtor()
    await send('POST', '/payments', cash(other.clientId, 30))
    expect((await send('POST', '/payments', cash(other.clientId, 100_000))).body).toMatchObject({
      rounding_minor: -30,
      amount_minor: 99_970,
      remaining_minor: 0,
    })
    await step(0)
  })

  test('leaves a part payment and other methods as they are', async () => {
    await step(100)
    const { clientId } = await oddDebtor()
    expect((await send('POST', '/payments', cash(clientId, 50_000))).body.rounding_minor).toBe(0)
    expect(
      (await send('POST', '/payments', { client_id: Number(clientId), amount_minor: 49_900, method: 'bkash', trx_id: 'NOROUND' })).body.rounding_minor,
    ).toBe(0)
    await step(0)
  })
})

describe('rule 36: access', () => {
  test('a payment clears only the reason billing, and only when nothing overdue stays open', async () => {
    const { clientId, subscriptionId } = await debtor(['2026-01', '2026-02', '2026-03'])
    await doing(database, (tx) => addReason(tx, subscriptionId, 'billing'))
    await doing(database, (tx) => addReason(tx, subscriptionId, 'manual'))
    const reasons = async () => (await readReasons(database, [subscriptionId])).map(({ reason }) => reason)
    expect((await send('POST', '/payments', cash(clientId, 150_000))).body.restored_lines).toBe(0)
    expect(await reasons()).toEqual(['billing', 'manual'])
    expect((await send('POST', '/payments', cash(clientId, 50_000))).body.restored_lines).toBe(1)
    expect(await reasons()).toEqual(['manual'])
    expect((await balanceOf(clientId)).receivable).toBe(100_000n)
  })
})

describe('rule 41: drawers', () => {
  test('cash goes into the collector’s own drawer, which numbers its receipts and has a limit', async () => {
    const { clientId } = await debtor()
    const collector = await logInAs(database, 'collector')
    const { app } = send
    const as = (body: object) =>
      app.inject({ method: 'POST', url: '/api/v1/payments', headers: { cookie: collector.cookie, 'idempotency-key': randomUUID() }, payload: body })
    const body = { client_id: Number(clientId), amount_minor: 40_000, method: 'cash' }
    expect((await as(body)).json()).toMatchObject({ code: 'wallet_needed' })
    const made = await send('POST', '/wallets', {
      code: 'rahim',
      name: 'Drawer of Rahim',
      kind: 'drawer',
      owner_user_id: Number(collector.userId),
      limit_minor: 60_000,
    })
    expect(made.status, made.text).toBe(201)
    const [first, second] = [(await as(body)).json(), (await as({ ...body, amount_minor: 20_000 })).json()]
    expect([first.receipt_code, second.receipt_code]).toEqual(['RC-RAHIM-26-000001', 'RC-RAHIM-26-000002'])
    expect((await as({ ...body, amount_minor: 1 })).json()).toMatchObject({ status: 409, code: 'wallet_limit' })
    expect((await send('GET', `/wallets/${made.body.id}`)).body.balance_minor).toBe(60_000)
    expect((await as({ ...body, wallet_id: Number(office) })).statusCode).toBe(403)
    const other = await appAs(database, 'collector')
    expect((await other('POST', '/payments', { ...body, wallet_id: made.body.id })).body.code).toBe('forbidden')
  })

  test('a wallet of another kind, a closed one and an unknown one are refused', async () => {
    const { clientId } = await debtor()
    const closed = await aWallet(database, { code: 'CLOSED', branchId })
    await sql`update wallets set is_active = false where id = ${closed}`.execute(database.db)
    expect((await send('POST', '/payments', cash(clientId, 1000, { wallet_id: Number(bkash) }))).status).toBe(422)
    expect((await send('POST', '/payments', cash(clientId, 1000, { wallet_id: Number(closed) }))).body.code).toBe('wallet_closed')
    expect((await send('POST', '/payments', cash(clientId, 1000, { wallet_id: 999_999 }))).status).toBe(422)
  })
})

describe('who may take money, and how much', () => {
  test('roles without the permission and people of other branches are refused', async () => {
    const { clientId } = await debtor()
    expect((await (await appAs(database, 'support'))('POST', '/payments', cash(clientId, 1000))).status).toBe(403)
    const elsewhere = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    expect((await elsewhere('POST', '/payments', cash(clientId, 1000))).status).toBe(404)
    expect((await elsewhere('GET', `/payments?client_id=${clientId}`)).body.items).toEqual([])
  })

  test('an amount beyond the limit is a slip of the keys; one of nothing is none', async () => {
    const { clientId } = await debtor()
    expect((await send('POST', '/payments', cash(clientId, 1_000_000_001))).status).toBe(422)
    expect((await send('POST', '/payments', cash(clientId, 0))).status).toBe(422)
    expect((await send('POST', '/payments', cash(987_654n, 1000))).status).toBe(404)
    expect(await countOf(clientId)).toBe(0n)
  })

  test('a payment that fails half-way leaves no trace, not even a gap in the numbers', async () => {
    const { clientId } = await debtor()
    const before = await send('POST', '/payments', cash(clientId, 1000))
    await expect(
      doing(database, async (tx) => {
        await takePayment(tx, { clientId, amount: toMinor(500), method: 'cash', walletId: office })
        throw new Error('the light went out')
      }),
    ).rejects.toThrow('the light went out')
    const after = await send('POST', '/payments', cash(clientId, 1000))
    const number = (code: string) => Number(code.split('-').at(-1))
    expect(number(after.body.receipt_code)).toBe(number(before.body.receipt_code) + 1)
    expect(await countOf(clientId)).toBe(2n)
  })
})

test('after all of it the books agree', async () => {
  const report = await runDoctor(database, { now: clock.now(), today: date('2026-03-10'), seals: 'all' })
  expect(report.results.filter(({ ok }) => !ok).map(({ id, rows }) => ({ id, rows: rows.slice(0, 3) }))).toEqual([])
})
