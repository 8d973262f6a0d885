import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { toMinor } from '../../../kernel/money.ts'
import { date } from '../../../kernel/time.ts'
import { logInAs } from '../../../testing/app-as.ts'
import { aBareRouter, aBranch, aClient, anActor, doing } from '../../../testing/factories.ts'
import { company } from '../../../testing/suspensions.ts'
import { addReason } from '../../access/index.ts'
import { markLeft, restoreSubscription, setAutoControl, setFlag, suspendSubscription } from '../../clients/index.ts'
import { reversePayment, takePayment } from '../../payments/index.ts'
import { creditInvoice, voidInvoice, writeOff } from '../index.ts'
import { executeSuspension } from './execute-suspension.ts'
import { makePromise, withdrawPromise } from './promises.ts'
import { requestSuspension } from './request-suspension.ts'

const { at, bill, branchId, chase, clock, database, debtor, isCut, look, looked, notices, office, packageId, pay, reasons, set } = await company()

describe('rule 35: who is cut, and when', () => {
  test('the due day and the days of grace are over before anybody is cut: due on the 10th with 3 days, cut at midnight of the 14th', async () => {
    const client = await debtor()
    // 23:59:59 of the 13th in Dhaka, and a second later.
    clock.set('2026-01-13T17:59:59Z')
    await looked()
    expect(await chase()).toBe(null)
    expect(await isCut(client)).toBe(false)
    clock.set('2026-01-13T18:00:00Z')
    expect(await chase()).toMatchObject({ state: 'done', cutLines: 1n })
    expect(await isCut(client)).toBe(true)
    expect(await notices(client.clientId)).toContain('service-suspended')
  })

  test('on the days of the week and the holidays that are set nobody is cut, the day after they are', async () => {
    const client = await debtor()
    // 15 January 2026 is a Thursday, 16 a Friday.
    await set({ 'suspension.rest_weekdays': ['friday'] })
    await sql`insert into holidays (day, name) values ('2026-01-17', 'A holiday')`.execute(database.db)
    expect(await look('2026-01-16')).toBe(null)
    expect(await look('2026-01-17')).toBe(null)
    expect(await isCut(client)).toBe(false)
    expect(await look('2026-01-18')).toMatchObject({ state: 'done', cutLines: 1n })
    await set({ 'suspension.rest_weekdays': [] })
    await sql`delete from holidays`.execute(database.db)
  })

  test('who owes less than the least is not cut; who owes it is', async () => {
    await set({ 'suspension.min_due_minor': 50_000 })
    const [small, large] = [await debtor(), await debtor()]
    await doing(database, async (tx) => await creditInvoice(tx, { invoiceId: small.invoiceId, kind: 'correction', reason: 'test', amount: toMinor(50_001) }))
    await doing(database, async (tx) => await creditInvoice(tx, { invoiceId: large.invoiceId, kind: 'correction', reason: 'test', amount: toMinor(50_000) }))
    await look('2026-01-14')
    expect([await isCut(small), await isCut(large)]).toEqual([false, true])
    await set({ 'suspension.min_due_minor': 0 })
    await look('2026-01-15')
    expect(await isCut(small)).toBe(true)
  })

  test('money that pays nothing yet counts against the debt, a deposit does not', async () => {
    const [withCredit, withDeposit] = [await debtor(), await debtor()]
    at('2026-01-05')
    const paid = await pay(withCredit.clientId, 100_000)
    // The payment is put aside: the bill is open again, and the money is the client's.
    await sql`update invoice_balances set allocated_minor = 0 where invoice_id = ${withCredit.invoiceId}`.execute(database.db)
    await sql`update client_balances set credit_minor = 100000, receivable_minor = 100000 where client_id = ${withCredit.clientId}`.execute(database.db)
    await sql`insert into deposit_movements (client_id, kind, amount_minor, booked_on, recorded_at) values (${withDeposit.clientId}, 'taken', 500000, '2026-01-05', now())`.execute(
      database.db,
    )
    expect(paid.remaining).toBe(0n)
    await look('2026-01-14')
    expect([await isCut(withCredit), await isCut(withDeposit)]).toEqual([false, true])
  })

  test('bills of months that have not begun count only where the setting says so', async () => {
    const client = await debtor()
    await sql`alter table invoices disable trigger user`.execute(database.db)
    await sql`update invoices set month = '2026-03-01' where id = ${client.invoiceId}`.execute(database.db)
    await sql`alter table invoices enable trigger user`.execute(database.db)
    await set({ 'suspension.ignore_future_months': true })
    await look('2026-01-20')
    expect(await isCut(client)).toBe(false)
    await set({ 'suspension.ignore_future_months': false })
    await look('2026-01-20')
    expect(await isCut(client)).toBe(true)
  })

  test('whitelisted, VIP and uncontrolled lines are spared until the last day of it', async () => {
    const [white, vip, free] = [await debtor(), await debtor(), await debtor()]
    const until = { until: date('2026-01-20'), reason: 'test' }
    at('2026-01-13')
    await doing(database, async (tx) => {
      await setFlag(tx, { clientId: white.clientId, flag: 'whitelist', isSet: true, ...until })
      await setFlag(tx, { clientId: vip.clientId, flag: 'vip', isSet: true, ...until })
      await setAutoControl(tx, { subscriptionId: free.subscriptionId, isOn: false, ...until })
    })
    const cut = async () => [await isCut(white), await isCut(vip), await isCut(free)]
    await look('2026-01-20')
    expect(await cut()).toEqual([false, false, false])
    await look('2026-01-21')
    expect(await cut()).toEqual([true, true, true])
    await doing(database, async (tx) => await setFlag(tx, { clientId: white.clientId, flag: 'whitelist', isSet: true, ...until, until: null }))
    await doing(database, async (tx) => await setAutoControl(tx, { subscriptionId: free.subscriptionId, isOn: false, reason: 'office' }))
    expect(await cut()).toEqual([false, true, false])
    const { rows } = await sql`select ended_why from suspension_items where subscription_id = ${white.subscriptionId} and outcome = 'cut'`.execute(database.db)
    expect(rows).toEqual([{ ended_why: null }])
    await look('2026-01-22')
    const after = await sql`select ended_why from suspension_items where subscription_id = ${white.subscriptionId} and outcome = 'cut'`.execute(database.db)
    expect(after.rows).toEqual([{ ended_why: 'exempt' }])
    await set({ 'suspension.spare_vip': false })
    const other = await debtor()
    await doing(database, async (tx) => await setFlag(tx, { clientId: other.clientId, flag: 'vip', isSet: true, reason: 'test' }))
    await look('2026-01-23')
    expect(await isCut(other)).toBe(true)
    await set({ 'suspension.spare_vip': true })
  })

  test('each line has the grace of its own policy; pending, left and prepaid lines are not cut for a debt', async () => {
    const { rows } = await sql<{ id: bigint }>`insert into billing_policies (code, name, grace_days) values ('LONG', 'Long', 10) returning id`.execute(
      database.db,
    )
    const client = await debtor()
    const more = await aClientsLines(client.clientId, rows[0]?.id as bigint)
    await look('2026-01-14')
    const off = async () => await Promise.all([client.subscriptionId, ...more].map(async (id) => await reasons(id)))
    expect(await off()).toEqual([['billing'], [], [], [], ['left']])
    await look('2026-01-21')
    expect(await off()).toEqual([['billing'], ['billing'], [], [], ['left']])
  })

  async function aClientsLines(clientId: bigint, policyId: bigint): Promise<bigint[]> {
    const { rows } = await sql<{ id: bigint }>`
      insert into subscriptions (client_id, state, billing_mode, billing_policy_id, package_id, joined_on, activated_on, expires_on)
      select ${clientId}, v.state, v.mode, v.policy, ${packageId}, '2026-01-01', v.activated::date, v.expires::date
      from (values ('active', 'postpaid', ${policyId}::bigint, '2026-01-01', null), ('pending', 'postpaid', 1, null, null), ('active', 'prepaid', 1, '2026-01-01', '2026-12-01'), ('active', 'postpaid', 1, '2026-01-01', null)) as v(state, mode, policy, activated, expires)
      returning id`.execute(database.db)
    const ids = rows.map(({ id }) => id)
    await doing(database, async (tx) => await markLeft(tx, { subscriptionId: ids[3] as bigint, on: date('2026-01-02'), reason: 'test' }))
    return ids
  }

  test('a branch, an area, a router or a list: a run by hand cuts nobody else', async () => {
    const other = await aBranch(database)
    const router = await aBareRouter(database, branchId)
    const [near, far, onRouter] = [await debtor(), await debtor({ branchId: other }), await debtor({ routerId: router })]
    at('2026-01-14')
    const cutting = async (scope: object) => {
      const run = await doing(database, async (tx) => await requestSuspension(tx, { scope, minDue: toMinor(0), ignoresFutureMonths: false }))
      return await executeSuspension(database, run.id, { actor: anActor() })
    }
    await cutting({ branchIds: [other] })
    expect([await isCut(near), await isCut(far), await isCut(onRouter)]).toEqual([false, true, false])
    await cutting({ routerIds: [router] })
    expect([await isCut(near), await isCut(far), await isCut(onRouter)]).toEqual([false, true, true])
    expect(await cutting({ clientIds: [near.clientId] })).toMatchObject({ state: 'done', cutLines: 1n, plannedClients: 1n })
    expect(await isCut(near)).toBe(true)
  })
})

describe('rule 36: a payment gives back what was cut for money, and nothing else', () => {
  test('who pays has service again in the same transaction; other reasons stay', async () => {
    const client = await debtor()
    await look('2026-01-14')
    await doing(database, async (tx) => await suspendSubscription(tx, { subscriptionId: client.subscriptionId, reason: 'abuse', note: 'test' }))
    expect((await pay(client.clientId, 100_000)).restored).toBe(1)
    expect(await reasons(client.subscriptionId)).toEqual(['abuse'])
    const { rows } = await sql`select ended_why from suspension_items where subscription_id = ${client.subscriptionId}`.execute(database.db)
    expect(rows).toEqual([{ ended_why: 'settled' }])
  })

  test('a part that brings him below the least is enough, a part that does not is not', async () => {
    await set({ 'suspension.min_due_minor': 30_000 })
    const client = await debtor()
    await look('2026-01-14')
    expect((await pay(client.clientId, 70_000)).restored).toBe(0)
    expect(await isCut(client)).toBe(true)
    expect((await pay(client.clientId, 1)).restored).toBe(1)
    expect(await isCut(client)).toBe(false)
    expect(await notices(client.clientId)).toContain('service-restored')
    await set({ 'suspension.min_due_minor': 0 })
  })

  test('a younger bill that is still in its grace does not keep him off', async () => {
    const client = await debtor()
    await look('2026-01-14')
    at('2026-02-01')
    await bill(client.clientId, '2026-02-01')
    at('2026-02-12')
    expect((await pay(client.clientId, 100_000)).restored).toBe(1)
    await look('2026-02-13')
    expect(await isCut(client)).toBe(false)
    await look('2026-02-14')
    expect(await isCut(client)).toBe(true)
  })

  test('a payment that is taken back is cut again at the next look; never twice on one day', async () => {
    const client = await debtor()
    await look('2026-01-14')
    at('2026-01-15')
    const taken = await pay(client.clientId, 100_000)
    expect(await isCut(client)).toBe(false)
    await doing(database, async (tx) => await reversePayment(tx, { paymentId: taken.paymentId, kind: 'bounced', reason: 'test' }))
    expect(await isCut(client)).toBe(false)
    await look('2026-01-15')
    expect(await isCut(client)).toBe(true)
    const again = await pay(client.clientId, 100_000)
    await doing(database, async (tx) => await reversePayment(tx, { paymentId: again.paymentId, kind: 'bounced', reason: 'test' }))
    await chase()
    expect(await isCut(client)).toBe(false)
    await look('2026-01-16')
    expect(await isCut(client)).toBe(true)
  })

  test('a void, a credit note and a write-off give service back as a payment does', async () => {
    const [voided, credited, lost] = [await debtor(), await debtor(), await debtor()]
    await look('2026-01-14')
    expect([await isCut(voided), await isCut(credited), await isCut(lost)]).toEqual([true, true, true])
    await doing(database, async (tx) => {
      await voidInvoice(tx, { invoiceId: voided.invoiceId, reason: 'test' })
      await creditInvoice(tx, { invoiceId: credited.invoiceId, kind: 'correction', reason: 'test', amount: toMinor(100_000) })
      await writeOff(tx, { invoiceId: lost.invoiceId, reason: 'test', requestedBy: null })
    })
    expect([await isCut(voided), await isCut(credited), await isCut(lost)]).toEqual([false, false, false])
  })

  test('by hand in spite of the debt: service until the end of the day', async () => {
    const client = await debtor()
    await look('2026-01-14')
    at('2026-01-15')
    await doing(database, async (tx) => await restoreSubscription(tx, { subscriptionId: client.subscriptionId, reason: 'billing' }))
    await look('2026-01-15')
    expect(await isCut(client)).toBe(false)
    await look('2026-01-16')
    expect(await isCut(client)).toBe(true)
  })

  test('what a person took for unpaid bills, quicker than the rule, stands until nothing is overdue', async () => {
    const client = await debtor()
    const { userId } = await logInAs(database, 'admin')
    at('2026-01-11')
    await doing(database, async (tx) => await addReason(tx, client.subscriptionId, 'billing'), { ...anActor(), userId })
    await look('2026-01-12')
    expect(await isCut(client)).toBe(true)
    expect((await pay(client.clientId, 99_999)).restored).toBe(0)
    expect((await pay(client.clientId, 1)).restored).toBe(1)
  })

  test('who would no longer be cut comes back at the next look, also on a day of rest and while cutting is held', async () => {
    const client = await debtor()
    await look('2026-01-14')
    await sql`update billing_policies set grace_days = 30 where is_default`.execute(database.db)
    await set({ 'suspension.rest_weekdays': ['thursday'] })
    at('2026-01-15')
    await sql`update suspension_breaker set hold = 'outage', held_since = now()`.execute(database.db)
    await chase()
    expect(await isCut(client)).toBe(false)
    await sql`update billing_policies set grace_days = 3 where is_default`.execute(database.db)
    await set({ 'suspension.rest_weekdays': [] })
  })
})

describe('rule 11: days cut for money are not charged where the policy says so', () => {
  test('a pause stands as long as the cut, and what of it was billed is credited when it ends', async () => {
    const { rows } = await sql<{ id: bigint }>`
      insert into billing_policies (code, name, due_days, grace_days, charge_while_suspended) values ('FAIR', 'Fair', 9, 3, false) returning id`.execute(
      database.db,
    )
    const client = await debtor({ policyId: rows[0]?.id as bigint })
    await look('2026-01-14')
    const pauses = async () =>
      (await sql`select starts_on::text as a, ends_on::text as b, kind from pauses where subscription_id = ${client.subscriptionId}`.execute(database.db)).rows
    expect(await pauses()).toEqual([{ a: '2026-01-14', b: null, kind: 'suspension' }])
    at('2026-01-24')
    await pay(client.clientId, 100_000)
    expect(await pauses()).toEqual([{ a: '2026-01-14', b: '2026-01-24', kind: 'suspension' }])
    // 10 of 31 days of 1,000.00
    const credit = await sql<{ total: bigint }>`select total_minor as total from credit_notes where client_id = ${client.clientId}`.execute(database.db)
    expect(credit.rows).toEqual([{ total: 32_258n }])
  })
})

describe('a promise to pay', () => {
  const promise = (clientId: bigint, promisedOn: string, note = 'Salary on the 20th') =>
    doing(database, async (tx) => await makePromise(tx, { clientId, promisedOn: date(promisedOn), note }))
  const states = async (clientId: bigint) =>
    (await sql<{ state: string }>`select state from payment_promises where client_id = ${clientId} order by id`.execute(database.db)).rows.map(
      ({ state }) => state,
    )

  test('gives service back at once and spares until the end of its day; broken, he is cut', async () => {
    const client = await debtor()
    await look('2026-01-14')
    at('2026-01-15')
    await promise(client.clientId, '2026-01-20')
    expect(await isCut(client)).toBe(false)
    await look('2026-01-20')
    expect([await isCut(client), await states(client.clientId)]).toEqual([false, ['open']])
    await look('2026-01-21')
    expect([await isCut(client), await states(client.clientId)]).toEqual([true, ['broken']])
  })

  test('is kept when what was overdue is paid; a younger bill has nothing to do with it', async () => {
    const client = await debtor()
    at('2026-01-30')
    await promise(client.clientId, '2026-02-05')
    at('2026-02-01')
    await bill(client.clientId, '2026-02-01')
    at('2026-02-03')
    await pay(client.clientId, 100_000)
    await look('2026-02-03')
    expect(await states(client.clientId)).toEqual(['kept'])
  })

  test('one at a time, so many in 90 days, so far ahead, and only of who owes', async () => {
    const [client, paid] = [await debtor(), await debtor()]
    at('2026-01-15')
    await pay(paid.clientId, 100_000)
    await expect(promise(paid.clientId, '2026-01-20')).rejects.toMatchObject({ code: 'nothing_overdue' })
    await expect(promise(client.clientId, '2026-01-14')).rejects.toMatchObject({ code: 'invalid' })
    await expect(promise(client.clientId, '2026-01-23')).rejects.toMatchObject({ code: 'invalid' })
    await expect(promise(999_999n, '2026-01-20')).rejects.toMatchObject({ code: 'not_found' })
    await promise(client.clientId, '2026-01-16')
    await expect(promise(client.clientId, '2026-01-20')).rejects.toMatchObject({ code: 'promise_open' })
    await look('2026-01-17')
    await promise(client.clientId, '2026-01-18')
    await look('2026-01-19')
    await expect(promise(client.clientId, '2026-01-20')).rejects.toMatchObject({ code: 'promises_used_up' })
    at('2026-04-16')
    await promise(client.clientId, '2026-04-20')
  })

  test('one taken back counts for nothing, and he is cut at the next look', async () => {
    const client = await debtor()
    await look('2026-01-14')
    at('2026-01-15')
    const id = await promise(client.clientId, '2026-01-20')
    await doing(database, async (tx) => await withdrawPromise(tx, id))
    await expect(doing(database, async (tx) => await withdrawPromise(tx, id))).rejects.toMatchObject({ code: 'promise_over' })
    await look('2026-01-15')
    expect([await isCut(client), await states(client.clientId)]).toEqual([true, ['withdrawn']])
  })
})

describe('prepaid cover that ends obeys the same rule', () => {
  async function prepaid(expiresOn: string): Promise<{ clientId: bigint; subscriptionId: bigint }> {
    const { client, subscription } = await aClient(database, {
      branch_id: branchId,
      subscription: { packageId, billingMode: 'prepaid', joinedOn: date('2026-01-01'), activatedOn: date('2026-01-01') },
    })
    const subscriptionId = subscription?.id as bigint
    await sql`update subscriptions set expires_on = ${expiresOn}::date where id = ${subscriptionId}`.execute(database.db)
    return { clientId: client.id, subscriptionId }
  }
  const isOff = async ({ subscriptionId }: { subscriptionId: bigint }) => (await reasons(subscriptionId)).includes('expired')

  test('not on days of rest, not VIP, not under a promise, not out of control; and once no longer exempt it ends', async () => {
    const [plain, vip, promised, free] = [await prepaid('2026-01-16'), await prepaid('2026-01-16'), await prepaid('2026-01-16'), await prepaid('2026-01-16')]
    at('2026-01-15')
    await doing(database, async (tx) => {
      await setFlag(tx, { clientId: vip.clientId, flag: 'vip', isSet: true, reason: 'test', until: date('2026-01-20') })
      await setAutoControl(tx, { subscriptionId: free.subscriptionId, isOn: false, reason: 'test', until: date('2026-01-20') })
    })
    const off = async () => [await isOff(plain), await isOff(vip), await isOff(promised), await isOff(free)]
    await set({ 'suspension.rest_weekdays': ['friday'] })
    await look('2026-01-16', 'expiry')
    expect(await off()).toEqual([false, false, false, false])
    await set({ 'suspension.rest_weekdays': [] })
    at('2026-01-16')
    await doing(database, async (tx) => await makePromise(tx, { clientId: promised.clientId, promisedOn: date('2026-01-18'), note: 'test' }))
    await look('2026-01-17', 'expiry')
    expect(await off()).toEqual([true, false, false, false])
    await doing(database, async (tx) => await makePromise(tx, { clientId: plain.clientId, promisedOn: date('2026-01-18'), note: 'test' }))
    expect(await isOff(plain)).toBe(false)
    // The hourly look settles promises; then the cover that has ended takes the service.
    await look('2026-01-19')
    await look('2026-01-19', 'expiry')
    expect(await off()).toEqual([true, false, true, false])
    await look('2026-01-21', 'expiry')
    expect(await off()).toEqual([true, true, true, true])
  })

  test('an old debt does not take what is paid ahead', async () => {
    const client = await prepaid('2026-12-01')
    await sql`insert into client_balances (client_id, receivable_minor) values (${client.clientId}, 50000) on conflict (client_id) do update set receivable_minor = 50000`.execute(
      database.db,
    )
    await sql`
      with made as (
        insert into invoices (client_id, branch_id, series_id, number, code, kind, issued_on, issued_at, due_on, month, net_minor, total_minor, buyer)
        select ${client.clientId}, ${branchId}, s.id, 900001, 'OLD-1', 'opening', '2026-01-01', now(), '2026-01-01', '2026-01-01', 50000, 50000, '{}' from number_series s limit 1 returning id)
      insert into invoice_balances (invoice_id, client_id, due_on, total_minor) select id, ${client.clientId}, '2026-01-01', 50000 from made`.execute(
      database.db,
    )
    await look('2026-02-01')
    expect(await reasons(client.subscriptionId)).toEqual([])
    const taken = await doing(
      database,
      async (tx) => await takePayment(tx, { clientId: client.clientId, amount: toMinor(100), method: 'cash', walletId: office }),
    )
    expect(taken.restored).toBe(0)
  })
})
