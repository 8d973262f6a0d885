import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '../../kernel/actor.ts'
import { settableClock } from '../../kernel/clock.ts'
import { toMinor } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing } from '../../testing/factories.ts'
import { aWallet, partitionsBetween, receive } from '../../testing/money.ts'
import { addReason } from '../access/index.ts'
import { applyCredit, issueCreditNote, issueInvoice, issueRenewal, pauseSubscription, refreshExpiry, voidInvoice, writeOff } from '../billing/index.ts'
import { openCharge } from '../charges/index.ts'
import { explainLine } from './explain-line.ts'
import type { ExplainedLine } from './line-store.ts'
import { teller } from './teller.ts'

const clock = settableClock('2026-01-12T06:00:00Z')
let database: TestDatabase
let branchId: bigint
let vatRateId: bigint
let home: bigint
let wallet: bigint

beforeAll(async () => {
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  branchId = await aBranch(database)
  const { rows } = await sql<{ id: bigint }>`insert into vat_rates (code, name) values ('VAT', 'VAT') returning id`.execute(database.db)
  vatRateId = rows[0]?.id as bigint
  await sql`insert into vat_rate_versions values (${vatRateId}, '2020-01-01', 500)`.execute(database.db)
  home = (await aPackage(database, { name: 'Home-20', price: toMinor(100_000), vatRateId })).package.id
  wallet = await aWallet(database, { code: 'OFFICE', branchId })
})

/** Sentences with the no-break space behind the currency sign made an ordinary one. */
const texts = (steps: readonly { text: string }[]): string[] => steps.map(({ text }) => text.replaceAll('\u00a0', ' '))

const why = async (path: string, locale: Locale = 'en') => {
  const send = await appAs(database, 'support')
  const answer = await send('GET', `${path}/explanation?locale=${locale}`)
  expect(answer.status).toBe(200)
  return answer.body
}

describe('a line of an invoice', () => {
  test('with a part cycle, a standing discount and VAT, and a pause given back, is told step by step in both languages', async () => {
    clock.set('2026-01-12T06:00:00Z')
    const { client, subscription } = await aClient(database, {
      branch_id: branchId,
      subscription: { packageId: home, activatedOn: date('2026-01-12'), discountBp: 1000, discountReason: 'neighbour' },
    })
    const issued = await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-02-01') }))
    // 1,000.00 x 20 / 31 = 645.161; 10 % of it 64.516; 5 % of 580.64 = 29.032.
    const path = `/invoices/${issued?.invoiceId}/lines/1`
    const told = await why(path)
    expect(texts(told.steps)).toEqual([
      'Home-20 costs ৳1,000.00 for a whole cycle.',
      '20 of the 31 days of the cycle 01–31 Jan 2026 are billed: ৳1,000.00 × 20 ÷ 31 ≈ ৳645.16.',
      'The standing discount of 10% takes off ৳64.52.',
      'VAT of 5% on ৳580.64 is ৳29.03.',
      'The line comes to ৳645.16 − ৳64.52 + ৳29.03 = ৳609.67.',
    ])
    expect(told.total_minor).toBe(60_967)
    expect(told.steps[4]).toMatchObject({
      figures: { net_minor: 64_516, discount_minor: 6_452, vat_minor: 2_903, total_minor: 60_967 },
      refs: [{ type: 'invoice_line', id: Number(issued?.invoiceId), code: `${issued?.code}/1` }],
    })
    expect(texts((await why(path, 'bn')).steps)).toEqual([
      'Home-20-এর পূর্ণ চক্রের মূল্য ১,০০০.০০৳।',
      '০১–৩১ জানুয়ারি ২০২৬ চক্রের ৩১ দিনের মধ্যে ২০ দিনের বিল: ১,০০০.০০৳ × ২০ ÷ ৩১ ≈ ৬৪৫.১৬৳।',
      'স্থায়ী ছাড় ১০%: ৬৪.৫২৳ কমেছে।',
      '৫৮০.৬৪৳-এর ওপর ৫% ভ্যাট ২৯.০৩৳।',
      'লাইনের মোট ৬৪৫.১৬৳ − ৬৪.৫২৳ + ২৯.০৩৳ = ৬০৯.৬৭৳।',
    ])
    await doing(database, (tx) =>
      pauseSubscription(tx, { subscriptionId: subscription?.id as bigint, from: date('2026-01-20'), to: date('2026-01-25'), kind: 'vacation', reason: 'Eid' }),
    )
    // 645.16 x 5/20 = 161.29, 64.52 x 5/20 = 16.13, 5 % of 145.16 = 7.258 -> 152.42; 609.67 - 152.42 = 457.25.
    expect(texts((await why(path)).steps).slice(5)).toEqual([
      'Credit note CN-2026-000001 of 12 Jan 2026 gave 5 of the 20 billed days back (20–24 Jan 2026): ৳152.42.',
      '৳457.25 of the line remains.',
    ])
  })

  test('with a price that holds VAT, a quantity, and days left out for a pause', async () => {
    clock.set('2026-02-01T06:00:00Z')
    const { client, subscription } = await aClient(database, { branch_id: branchId, subscription: { packageId: home, activatedOn: date('2026-02-01') } })
    const subscriptionId = subscription?.id as bigint
    await doing(database, (tx) =>
      pauseSubscription(tx, { subscriptionId, from: date('2026-02-05'), to: date('2026-02-09'), kind: 'vacation', reason: 'journey' }),
    )
    await doing(database, (tx) =>
      openCharge(tx, {
        clientId: client.id,
        subscriptionId: null,
        kind: 'recurring',
        item: 'addon',
        description: 'Static address',
        quantityMilli: 2000n,
        unitPrice: toMinor(10_500),
        vatRateId,
        vatInclusive: true,
        startsOn: date('2026-02-01'),
      }),
    )
    const issued = await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-03-01') }))
    const told = await why(`/invoices/${issued?.invoiceId}`)
    expect(texts(told.lines[0].steps)).toEqual([
      'Home-20 costs ৳1,000.00 for a whole cycle.',
      'Of the 28 days 01–28 Feb 2026, 4 were paused and are left out.',
      '24 of the 28 days of the cycle 01–28 Feb 2026 are billed: ৳1,000.00 × 24 ÷ 28 ≈ ৳857.14.',
      'VAT of 5% on ৳857.14 is ৳42.86.',
      'The line comes to ৳857.14 + ৳42.86 = ৳900.00.',
    ])
    expect(texts(told.lines[1].steps)).toEqual([
      'Static address costs ৳105.00 for a whole cycle, VAT included.',
      'There are 2 of it: ৳105.00 × 2 = ৳210.00.',
      'The whole cycle 01–28 Feb 2026 (28 days) is billed: ৳210.00.',
      '৳210.00 holds VAT of 5%: ৳10.00.',
      'The line comes to ৳210.00.',
    ])
    expect(texts(told.steps)).toEqual([
      `Invoice ${issued?.code} of 01 Feb 2026 is due on 11 Feb 2026.`,
      'Its lines come to ৳900.00 + ৳210.00 = ৳1,110.00.',
      'Nothing of it is paid yet: ৳1,110.00 is open.',
    ])
  })

  test('that is charged once', async () => {
    clock.set('2026-02-03T06:00:00Z')
    const { client } = await aClient(database, { branch_id: branchId })
    await doing(database, (tx) =>
      openCharge(tx, {
        clientId: client.id,
        subscriptionId: null,
        kind: 'one_time',
        item: 'installation',
        description: '',
        unitPrice: toMinor(150_000),
        startsOn: date('2026-02-03'),
      }),
    )
    const issued = await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-02-04') }))
    expect(texts((await why(`/invoices/${issued?.invoiceId}/lines/1`)).steps)).toEqual([
      'The installation is charged once, on 03 Feb 2026: ৳1,500.00.',
      'It carries no VAT.',
      'The line comes to ৳1,500.00.',
    ])
  })

  const row = (more: Partial<ExplainedLine> & { rule: string; basis?: string; days?: number; paused?: number }): ExplainedLine => ({
    ...{
      invoice_id: 9n,
      invoice_code: 'INV-9',
      line_no: 1,
      item: 'package',
      description: 'Home-20',
      starts_on: date('2026-01-12'),
      ends_on: date('2026-02-01'),
      quantity_milli: 1000n,
    },
    ...{
      unit_price_minor: 100_000n as Minor,
      net_minor: 66_667n as Minor,
      discount_minor: 0n as Minor,
      vat_bp: 0,
      vat_inclusive: false,
      vat_minor: 0n as Minor,
      total_minor: 66_667n as Minor,
    },
    ...{
      whole_minor: 100_000n as Minor,
      list_minor: 66_667n as Minor,
      given_minor: 0n as Minor,
      expected_vat_minor: 0n as Minor,
      late_code: null,
      late_due_on: null,
      late_invoice_id: null,
    },
    explain: {
      rule: more.rule,
      basis: more.basis ?? 'actual_days',
      days: more.days ?? 20,
      cycle_days: 31,
      cycle_starts_on: '2026-01-01',
      cycle_ends_on: '2026-02-01',
      paused_days: more.paused ?? 0,
      discount_bp: 0,
      discount_minor: 0,
    },
    ...more,
  })
  const english = teller('en', { currency: 'BDT', zone: 'Asia/Dhaka' })
  const amounts = (net: number, list = net) => ({ net_minor: toMinor(net), total_minor: toMinor(net), list_minor: toMinor(list) })

  test.each([
    [
      'every cycle as 30 days',
      row({ rule: 'part', basis: 'fixed_30' }),
      '20 days of the cycle 01–31 Jan 2026 are billed, and every cycle counts as 30 days: ৳1,000.00 × 20 ÷ 30 ≈ ৳666.67.',
    ],
    [
      'cycles that are never divided',
      row({ rule: 'part', basis: 'none', ...amounts(100_000) }),
      '20 days of the cycle 01–31 Jan 2026 are billed, but by the billing policy a cycle is never divided, so the whole price is due: ৳1,000.00.',
    ],
    [
      'a first cycle in full',
      row({ rule: 'first_full', ...amounts(100_000) }),
      'This is the first, incomplete cycle (12–31 Jan 2026); by the billing policy it is billed in full: ৳1,000.00.',
    ],
    [
      'a free first cycle',
      row({ rule: 'first_free', ...amounts(0) }),
      'This is the first, incomplete cycle (12–31 Jan 2026); by the billing policy it is free.',
    ],
    ['a cycle all paused', row({ rule: 'paused', days: 0, paused: 20, ...amounts(0) }), 'All days 12–31 Jan 2026 were paused; nothing is billed.'],
    [
      'an exact part',
      row({ rule: 'part', days: 31, unit_price_minor: toMinor(31_000), whole_minor: toMinor(31_000), ...amounts(20_000) }),
      '31 of the 31 days of the cycle 01–31 Jan 2026 are billed: ৳310.00 × 31 ÷ 31 = ৳200.00.',
    ],
    [
      'amounts taken over from a credit of the same day',
      row({ rule: 'part', ...amounts(66_660, 66_667) }),
      'A change of package was taken back on the same day, so these days are billed again exactly as they had been: ৳666.60.',
    ],
  ])('of %s says so', (_what, line, sentence) => {
    expect(texts(explainLine(english, line, []))[1]).toBe(sentence)
  })

  test('of an invoice whose VAT is rounded once says which share it has', () => {
    const line = row({
      rule: 'whole',
      ...amounts(33_333),
      unit_price_minor: toMinor(33_333),
      whole_minor: toMinor(33_333),
      vat_bp: 500,
      vat_minor: toMinor(1_666),
      expected_vat_minor: toMinor(1_667),
      total_minor: toMinor(34_999),
    })
    expect(texts(explainLine(english, line, []))[2]).toBe('VAT of 5% is rounded once for the whole invoice; the share of this line is ৳16.66.')
  })

  test('that is not there, or outside the scope, is not found', async () => {
    const send = await appAs(database, 'support')
    expect((await send('GET', '/invoices/1/lines/99/explanation')).status).toBe(404)
    expect((await send('GET', '/invoices/1/lines/x/explanation')).status).toBe(422)
    const other = await aBranch(database)
    const elsewhere = await appAs(database, 'support', { scope: { kind: 'branches', branchIds: [other] } })
    for (const path of ['/invoices/1/lines/1', '/invoices/1', '/clients/1/balance', '/subscriptions/1/expiry', '/subscriptions/1/access'])
      expect((await elsewhere('GET', `${path}/explanation`)).status, path).toBe(404)
  })
})

describe('a balance', () => {
  test('is made of open invoices and unused money, and what happened to each invoice', async () => {
    clock.set('2026-03-01T06:00:00Z')
    const { client } = await aClient(database, { branch_id: branchId, subscription: { packageId: home, activatedOn: date('2026-03-01') } })
    const clientId = client.id
    const issue = async (until: string): Promise<{ invoiceId: bigint; code: string }> =>
      (await doing(database, (tx) => issueInvoice(tx, { clientId, until: date(until) }))) as { invoiceId: bigint; code: string }
    expect(texts((await why(`/clients/${clientId}/balance`)).steps)).toEqual(['No invoice is open.', 'The account is even.'])
    const march = await issue('2026-04-01')
    await doing(database, (tx) => receive(tx, { clientId, walletId: wallet, amount: 50_000 }))
    await doing(database, (tx) =>
      issueCreditNote(tx, { invoiceId: march.invoiceId, kind: 'outage', reason: 'two days without service', amount: toMinor(10_500) }),
    )
    clock.set('2026-04-01T06:00:00Z')
    const april = await issue('2026-05-01')
    clock.set('2026-04-02T06:00:00Z')
    // March: 1,050.00 - 500.00 - 105.00 = 445.00, due 11 March, 22 days ago. April: 1,050.00.
    const told = await why(`/clients/${clientId}/balance`)
    expect(texts(told.steps)).toEqual([
      `Invoice ${march.code} of 01 Mar 2026: ৳1,050.00 billed − ৳500.00 paid − ৳105.00 credited = ৳445.00 is open, due on 11 Mar 2026. It has been overdue for 22 days.`,
      `Invoice ${april.code} of 01 Apr 2026: ৳1,050.00 is open, due on 11 Apr 2026.`,
      'Together ৳445.00 + ৳1,050.00 = ৳1,495.00 is owed.',
      'The client owes ৳1,495.00.',
    ])
    expect(told).toMatchObject({ receivable_minor: 149_500, credit_minor: 0, balance_minor: 149_500 })
    expect(texts((await why(`/clients/${clientId}/balance`, 'bn')).steps)[0]).toBe(
      `০১ মার্চ ২০২৬ তারিখের বিল ${march.code}: ১,০৫০.০০৳ বিল − ৫০০.০০৳ পরিশোধ − ১০৫.০০৳ ক্রেডিট = ৪৪৫.০০৳ বাকি, শেষ তারিখ ১১ মার্চ ২০২৬। মেয়াদ ২২ দিন আগে পার হয়েছে।`,
    )
    await doing(database, (tx) => voidInvoice(tx, { invoiceId: april.invoiceId, reason: 'left in March' }))
    await doing(database, (tx) => writeOff(tx, { invoiceId: march.invoiceId, amount: toMinor(44_000), reason: 'goodwill', requestedBy: null }))
    await doing(database, (tx) => receive(tx, { clientId, walletId: wallet, amount: 3_000, method: 'bkash' }))
    // 5.00 was open; 30.00 came in.
    expect(texts((await why(`/clients/${clientId}/balance`)).steps)).toEqual([
      'No invoice is open.',
      '2 earlier invoices are settled.',
      expect.stringMatching(/^৳25\.00 of the payment of ৳30\.00 from 02 Apr 2026 \(bKash, RC--26-\d{6}\) is not used yet\.$/),
      'The client is ৳25.00 ahead; it pays the next invoices by itself.',
    ])
    expect(texts((await why(`/invoices/${march.invoiceId}`)).steps)).toEqual([
      `Invoice ${march.code} of 01 Mar 2026 is due on 11 Mar 2026.`,
      'Its one line comes to ৳1,050.00.',
      expect.stringMatching(/^৳500\.00 was paid from the payment of 01 Mar 2026 \(cash, RC--26-\d{6}\)\.$/),
      expect.stringMatching(/^৳5\.00 was paid from the payment of 02 Apr 2026 \(bKash, RC--26-\d{6}\)\.$/),
      expect.stringMatching(/^Credit note CN-2026-\d{6} of 01 Mar 2026 took off ৳105\.00: two days without service\.$/),
      '৳440.00 was written off on 02 Apr 2026 (WO-2026-000001): goodwill.',
      'Nothing of it is open.',
    ])
    expect(texts((await why(`/invoices/${april.invoiceId}`)).steps)[2]).toBe(
      'It was voided on 02 Apr 2026 (VD-2026-000001), so nothing of it is owed: left in March.',
    )
  })
})

describe('expiry', () => {
  test('of a prepaid line names the paid invoice that reaches furthest and the one that does not count', async () => {
    clock.set('2026-01-15T06:00:00Z')
    const { client, subscription } = await aClient(database, {
      branch_id: branchId,
      subscription: { packageId: home, billingMode: 'prepaid', activatedOn: date('2026-01-15') },
    })
    const subscriptionId = subscription?.id as bigint
    const path = `/subscriptions/${subscriptionId}/expiry`
    expect(texts((await why(path)).steps)).toEqual(['Nothing has been paid for this prepaid line yet, so it has no cover.'])
    const renew = (amount: number) =>
      doing(database, async (tx) => {
        const paymentId = await receive(tx, { clientId: client.id, walletId: wallet, amount, pays: false })
        const { invoiceId } = await issueRenewal(tx, { subscriptionId, cycles: 1, paidOn: tx.today })
        await applyCredit(tx, { clientId: client.id, paymentId, invoiceIds: [invoiceId as bigint], onlyChosen: true })
        await refreshExpiry(tx, [subscriptionId])
        return invoiceId
      })
    await renew(105_000)
    const paid = await why(path)
    expect(paid.expires_on).toBe('2026-02-15')
    expect(texts(paid.steps)).toEqual([
      expect.stringMatching(/^Invoice INV-2026-\d{6} covers 15 Jan – 14 Feb 2026 and is fully paid\.$/),
      expect.stringMatching(/^It was paid from the payment of 15 Jan 2026 \(cash, RC--26-\d{6}\)\.$/),
      'So the line is paid up to 14 Feb 2026 and expires on 15 Feb 2026.',
    ])
    await renew(100_000)
    clock.set('2026-02-20T06:00:00Z')
    const half = await why(path)
    expect(half.expires_on).toBe('2026-02-15')
    expect(texts(half.steps).slice(2)).toEqual([
      expect.stringMatching(/^Invoice INV-2026-\d{6} would cover 15 Feb – 14 Mar 2026, but ৳50\.00 of it is open, so these days do not count\.$/),
      'So the line was paid up to 14 Feb 2026 and expired on 15 Feb 2026.',
    ])
  })

  test('of a line billed by the month says how far it is billed', async () => {
    clock.set('2026-03-05T06:00:00Z')
    const { client, subscription } = await aClient(database, { branch_id: branchId, subscription: { packageId: home, activatedOn: date('2026-03-05') } })
    expect(texts((await why(`/subscriptions/${subscription?.id}/expiry`)).steps)).toEqual([
      'This line pays by the month, so it does not expire; nothing has been billed yet.',
    ])
    await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-04-01') }))
    expect(texts((await why(`/subscriptions/${subscription?.id}/expiry`)).steps)).toEqual([
      'This line pays by the month, so it does not expire; it is billed up to 31 Mar 2026.',
    ])
  })
})

describe('access', () => {
  test('is told reason by reason with what clears it', async () => {
    clock.set('2026-03-01T06:00:00Z')
    const { client, subscription } = await aClient(database, { branch_id: branchId, subscription: { packageId: home, activatedOn: date('2026-03-01') } })
    const subscriptionId = subscription?.id as bigint
    const path = `/subscriptions/${subscriptionId}/access`
    expect(texts((await why(path)).steps)).toEqual([
      'The line is in use and no reason speaks against it: service is on.',
      'The network has not confirmed this yet; wanted since 01 Mar 2026.',
    ])
    await doing(database, (tx) => issueInvoice(tx, { clientId: client.id, until: date('2026-04-01') }))
    clock.set('2026-03-20T06:00:00Z')
    await doing(database, (tx) => addReason(tx, subscriptionId, 'billing'))
    await doing(database, (tx) => addReason(tx, subscriptionId, 'vacation', { note: 'at the village', until: date('2026-03-27') }))
    await sql`update access set applied_revision = revision where subscription_id = ${subscriptionId}`.execute(database.db)
    const off = await why(path)
    expect(off).toMatchObject({ state: 'suspended', is_on: false })
    expect(texts(off.steps)).toEqual([
      'Service is off for 2 reasons; it comes back when none is left.',
      'Since 20 Mar 2026: bills are unpaid. One invoice is overdue, ৳1,050.00 in all; paying that clears this reason.',
      'Since 20 Mar 2026: paused at the client’s wish. Note: “at the village”. It ends by itself on 27 Mar 2026.',
      'The network has confirmed this.',
    ])
    expect(texts((await why(path, 'bn')).steps)[1]).toBe('২০ মার্চ ২০২৬ থেকে: বিল বাকি। মেয়াদোত্তীর্ণ বিল একটি, মোট ১,০৫০.০০৳; তা পরিশোধ করলে এই কারণ থাকবে না।')
  })

  test('is off for a line that nobody has put into service', async () => {
    const { subscription } = await aClient(database, { branch_id: branchId, subscription: { packageId: home } })
    expect(texts((await why(`/subscriptions/${subscription?.id}/access`)).steps)[0]).toBe('The line has not been put into service yet: service is off.')
  })
})
