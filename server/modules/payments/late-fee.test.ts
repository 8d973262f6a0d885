import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween } from '../../testing/money.ts'
import { addReason, readReasons } from '../access/index.ts'
import { chargeLateFees, issueInvoice, writeOff } from '../billing/index.ts'
import { runDoctor } from '../doctor/index.ts'
import { allocatePayment, takeAllocationBack } from './allocate-payment.ts'
import { refundPayment, reversePayment, takePayment } from './index.ts'
import { decideOnMatch, proposeMatch } from './match-suspense.ts'

const clock = settableClock('2026-03-01T06:00:00Z')
const database = await testDatabase({ clock })
let branchId: bigint
let packageId: bigint
let office: bigint
let vatRateId: bigint

beforeAll(async () => {
  await partitionsBetween(database, '2026-01-01', '2026-07-01')
  branchId = await aBranch(database)
  packageId = (await aPackage(database, { price: toMinor(100_000) })).package.id
  office = await aWallet(database, { code: 'OFFICE', branchId })
  await sql`update billing_policies set due_days = 10, grace_days = 3, late_fee_minor = 5000, late_fee_bp = 200 where is_default`.execute(database.db)
  const { rows } = await sql<{ id: bigint }>`insert into vat_rates (code, name) values ('VAT15', 'VAT 15') returning id`.execute(database.db)
  vatRateId = rows[0]?.id as bigint
  await sql`insert into vat_rate_versions values (${vatRateId}, '2020-01-01', 1500)`.execute(database.db)
})

beforeEach(() => clock.set('2026-03-01T06:00:00Z'))

interface Late {
  readonly clientId: bigint
  readonly subscriptionId: bigint
  /** The bill of March: 1,000.00, due on the 11th, late from the 15th. */
  readonly march: bigint
}

/** A client whose bill of March is late since today, the 15th: 50.00 and 2 % of what is open. */
async function lateClient({ paid = 0, hasVat = false }: { paid?: number; hasVat?: boolean } = {}): Promise<Late> {
  clock.set('2026-03-01T06:00:00Z')
  const facts = { branch_id: branchId, subscription: { packageId, activatedOn: date('2026-03-01'), joinedOn: date('2026-03-01') } }
  const { client, subscription } = await aClient(database, facts)
  const march = (await bill(client.id, '2026-04-01')).invoiceId
  if (hasVat) await sql`update clients set vat_rate_id = ${vatRateId} where id = ${client.id}`.execute(database.db)
  if (paid > 0) await pay(client.id, paid, '2026-03-01')
  clock.set('2026-03-14T06:00:00Z')
  await doing(database, (tx) => chargeLateFees(tx))
  expect(await feesOf(client.id)).toEqual([])
  clock.set('2026-03-15T06:00:00Z')
  await doing(database, (tx) => chargeLateFees(tx))
  return { clientId: client.id, subscriptionId: subscription?.id as bigint, march }
}

async function bill(clientId: bigint, until: string): Promise<{ invoiceId: bigint }> {
  const issued = await doing(database, (tx) => issueInvoice(tx, { clientId, until: date(until) }))
  if (issued === null) throw new Error('nothing was billed')
  return issued
}

const pay = (clientId: bigint, amount: number, valueOn: string, invoiceIds?: readonly bigint[]) =>
  doing(database, (tx) =>
    takePayment(tx, {
      clientId,
      amount: toMinor(amount),
      method: 'cash',
      walletId: office,
      valueOn: date(valueOn),
      ...(invoiceIds === undefined ? {} : { allocations: invoiceIds.map((invoiceId) => ({ invoiceId })) }),
    }),
  )

/** Charges of late fees that may still be billed or were: price and whether a bill carries them. */
async function feesOf(clientId: bigint): Promise<string[]> {
  const { rows } = await sql<{ fee: string }>`
    select unit_price_minor || case when billed_until > starts_on then ' billed' else '' end as fee
    from charges where client_id = ${clientId} and item = 'late_fee' and ends_on > starts_on order by id`.execute(database.db)
  return rows.map(({ fee }) => fee)
}

async function creditsOf(clientId: bigint): Promise<{ net: bigint; vat: bigint; kind: string }[]> {
  const { rows } = await sql<{ net: bigint; vat: bigint; kind: string }>`
    select net_minor as net, vat_minor as vat, kind from credit_notes where client_id = ${clientId} order by id`.execute(database.db)
  return rows
}

const openOf = async (invoiceId: bigint): Promise<bigint> =>
  (await sql<{ open: bigint }>`select open_minor as open from invoice_balances where invoice_id = ${invoiceId}`.execute(database.db)).rows[0]?.open as bigint

const invoicesOf = async (clientId: bigint): Promise<unknown[]> =>
  (
    await sql`select i.*, (select jsonb_agg(to_jsonb(l) order by l.line_no) from invoice_lines l where l.invoice_id = i.id) as lines
      from invoices i where i.client_id = ${clientId} order by i.id`.execute(database.db)
  ).rows

describe('rule 31: a late fee is recomputed as of the value day of money entered later', () => {
  test('paid before the fee: what is not billed yet is never billed', async () => {
    const { clientId, march } = await lateClient()
    expect(await feesOf(clientId)).toEqual(['7000'])
    clock.set('2026-03-20T06:00:00Z')
    await pay(clientId, 100_000, '2026-03-14')
    expect(await feesOf(clientId)).toEqual([])
    clock.set('2026-04-01T06:00:00Z')
    const april = await bill(clientId, '2026-05-01')
    expect([await openOf(march), await openOf(april.invoiceId)]).toEqual([0n, 100_000n])
  })

  test('a part paid before the fee: the fee is of the rest, and of no more when the job comes again', async () => {
    const { clientId } = await lateClient()
    clock.set('2026-03-20T06:00:00Z')
    await pay(clientId, 60_000, '2026-03-01')
    expect(await feesOf(clientId)).toEqual(['5800'])
    await pay(clientId, 10_000, '2026-03-13')
    expect(await feesOf(clientId)).toEqual(['5600'])
    await doing(database, (tx) => chargeLateFees(tx))
    expect(await feesOf(clientId)).toEqual(['5600'])
  })

  test('paid on the day of the fee or later: it stays', async () => {
    const { clientId } = await lateClient({ paid: 40_000 })
    expect(await feesOf(clientId)).toEqual(['6200'])
    clock.set('2026-03-20T06:00:00Z')
    await pay(clientId, 60_000, '2026-03-15')
    expect(await feesOf(clientId)).toEqual(['6200'])
  })

  test('a fee that is billed is given back with its VAT by a credit note; no issued document changes', async () => {
    const { clientId, march } = await lateClient({ hasVat: true })
    clock.set('2026-04-01T06:00:00Z')
    const april = await bill(clientId, '2026-05-01')
    expect(await feesOf(clientId)).toEqual(['7000 billed'])
    expect(await openOf(april.invoiceId)).toBe(115_000n + 8_050n)
    const issued = await invoicesOf(clientId)
    clock.set('2026-04-03T06:00:00Z')
    await pay(clientId, 60_000, '2026-03-10')
    expect(await creditsOf(clientId)).toEqual([{ net: 1_200n, vat: 180n, kind: 'correction' }])
    await pay(clientId, 40_000, '2026-03-10')
    expect(await creditsOf(clientId)).toEqual([
      { net: 1_200n, vat: 180n, kind: 'correction' },
      { net: 5_800n, vat: 870n, kind: 'correction' },
    ])
    expect(await invoicesOf(clientId)).toEqual(issued)
    expect([await openOf(march), await openOf(april.invoiceId)]).toEqual([0n, 115_000n])
  })

  test('the rest of a fee says for which invoice it is', async () => {
    const { clientId } = await lateClient()
    await pay(clientId, 60_000, '2026-03-01')
    clock.set('2026-04-01T06:00:00Z')
    const april = await bill(clientId, '2026-05-01')
    const send = await appAs(database, 'accountant')
    const why = await send('GET', `/invoices/${april.invoiceId}/explanation`)
    expect(why.text).toContain('which was still open after its due day')
  })

  test('money that paid the fee too is free again, and ends a cut for unpaid bills', async () => {
    const { clientId, subscriptionId, march } = await lateClient()
    clock.set('2026-04-01T06:00:00Z')
    const april = await bill(clientId, '2026-05-01')
    clock.set('2026-04-20T06:00:00Z')
    await doing(database, (tx) => addReason(tx, subscriptionId, 'billing'))
    const taken = await pay(clientId, 200_000, '2026-03-14')
    expect(taken).toMatchObject({ remaining: 0n, restored: 1 })
    expect([await openOf(march), await openOf(april.invoiceId)]).toEqual([0n, 0n])
    expect(await readReasons(database, [subscriptionId])).toEqual([])
    const next = await lateClient()
    clock.set('2026-04-01T06:00:00Z')
    await bill(next.clientId, '2026-05-01')
    clock.set('2026-04-02T06:00:00Z')
    expect(await pay(next.clientId, 207_000, '2026-03-14')).toMatchObject({ remaining: 7_000n })
  })

  test('the money is taken back: the fee is due again', async () => {
    const { clientId } = await lateClient()
    clock.set('2026-03-20T06:00:00Z')
    const { paymentId } = await pay(clientId, 100_000, '2026-03-14')
    await doing(database, (tx) => reversePayment(tx, { paymentId, kind: 'bounced', reason: 'the cheque bounced' }))
    expect(await feesOf(clientId)).toEqual(['7000'])
    const part = await pay(clientId, 50_000, '2026-03-14')
    expect(await feesOf(clientId)).toEqual(['6000'])
    await doing(database, (tx) => refundPayment(tx, { paymentId: part.paymentId, amount: toMinor(20_000), unallocate: true, reason: 'too much' }))
    expect(await feesOf(clientId)).toEqual(['6000', '400'])
    const again = await pay(clientId, 20_000, '2026-03-14')
    expect(await feesOf(clientId)).toEqual(['6000'])
    await doing(database, async (tx) => {
      const { rows } = await sql<{ id: bigint }>`select id from allocations where payment_id = ${again.paymentId}`.execute(tx.db)
      await takeAllocationBack(tx, { allocationId: rows[0]?.id as bigint, reason: 'meant for another bill' })
    })
    expect(await feesOf(clientId)).toEqual(['6000', '400'])
    await doing(database, (tx) => allocatePayment(tx, { paymentId: again.paymentId }))
    expect(await feesOf(clientId)).toEqual(['6000'])
  })

  test('unknown money is matched by its own value day', async () => {
    const { clientId } = await lateClient()
    clock.set('2026-03-18T06:00:00Z')
    const { paymentId } = await doing(database, (tx) =>
      takePayment(tx, { clientId: null, amount: toMinor(100_000), method: 'cash', walletId: office, valueOn: date('2026-03-12') }),
    )
    await doing(database, (tx) => proposeMatch(tx, { paymentId, clientId, reason: 'he showed the slip' }))
    await sql`update suspense_matches set proposed_by = 999 where payment_id = ${paymentId}`.execute(database.db)
    expect(await feesOf(clientId)).toEqual(['7000'])
    await doing(database, (tx) => decideOnMatch(tx, { paymentId, isApproved: true }))
    expect(await feesOf(clientId)).toEqual([])
  })

  test('what was written off is not given back, and the payment is taken all the same', async () => {
    const { clientId, march } = await lateClient()
    clock.set('2026-04-01T06:00:00Z')
    const april = await bill(clientId, '2026-05-01')
    await doing(database, (tx) => writeOff(tx, { invoiceId: april.invoiceId, reason: 'lost', requestedBy: null }))
    await pay(clientId, 100_000, '2026-03-14')
    expect(await openOf(march)).toBe(0n)
    expect(await creditsOf(clientId)).toEqual([])
  })

  test('leaves the books in order', async () => {
    const { results } = await runDoctor(database, { now: clock.now(), today: date('2026-04-01') })
    expect(results.filter(({ ok }) => !ok)).toEqual([])
  })
})
