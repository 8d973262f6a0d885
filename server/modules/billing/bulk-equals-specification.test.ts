import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { settableClock } from '../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { date, firstDayAfter, month } from '../../kernel/time.ts'
import { conn, inTransaction } from '../../platform/db/transaction.ts'
import type { Database } from '../../platform/db/tx.ts'
import { testDatabase } from '../../testing/database.ts'
import { executeRun } from './execute-run.ts'
import { computeInvoice } from './invoice.ts'
import { insertRun, setRun } from './run-store.ts'
import { readBillingTerms } from './terms-store.ts'

const actor = systemActor('test', ALL_PERMISSIONS)
const BILLED = month('2024-03')

const day = (from: string, span: number) => fc.integer({ min: 0, max: span }).map((n) => Temporal.PlainDate.from(from).add({ days: n }).toString())

const line = fc.record({
  joined: day('2023-12-20', 110),
  anchor: fc.integer({ min: 1, max: 31 }),
  policy: fc.integer({ min: 1, max: 5 }),
  version: fc.integer({ min: 1, max: 5 }),
  mode: fc.constantFrom('postpaid', 'postpaid', 'postpaid', 'prepaid'),
  state: fc.constantFrom('active', 'active', 'active', 'suspended', 'pending', 'left'),
  override: fc.option(fc.integer({ min: 0, max: 500_000 }), { freq: 3 }),
  bp: fc.constantFrom(0, 0, 0, 500, 3333, 10_000),
  fixed: fc.constantFrom(0, 0, 0, 5_001, 999_999_999),
  newTerms: fc.option(day('2024-02-01', 70), { freq: 4 }),
  endsAfter: fc.option(fc.integer({ min: 1, max: 60 }), { freq: 5 }),
  pause: fc.option(
    fc.record({ from: day('2024-01-15', 80), days: fc.option(fc.integer({ min: 1, max: 40 })), kind: fc.constantFrom('vacation', 'suspension') }),
    { freq: 5 },
  ),
  addon: fc.option(fc.record({ price: fc.integer({ min: 0, max: 90_000 }), quantity: fc.integer({ min: 1, max: 5_000 }), inclusive: fc.boolean() }), {
    freq: 3,
  }),
})

const client = fc.record({
  exempt: fc.constantFrom(false, false, false, true),
  ownRate: fc.constantFrom(null, null, null, 2),
  lines: fc.array(line, { minLength: 0, maxLength: 3 }),
  once: fc.option(fc.record({ price: fc.integer({ min: 0, max: 70_000 }), on: day('2024-01-01', 110) }), { freq: 3 }),
})
type RandomClient = typeof client extends fc.Arbitrary<infer T> ? T : never

async function makeCatalogue({ db }: Database): Promise<void> {
  await sql`insert into branches (id, code, name) overriding system value values (1, 'HQ', 'Head office')`.execute(db)
  await sql`insert into vat_rates (id, code, name) values (1, 'VAT', 'VAT'), (2, 'OWN', 'Own')`.execute(db)
  await sql`insert into vat_rate_versions values (1, '2020-01-01', 500), (1, '2024-02-15', 750), (2, '2020-01-01', 1500)`.execute(db)
  await sql`insert into billing_policies (id, code, name, proration, first_period, charge_while_paused, charge_while_suspended, due_days) values
    (2, 'p2', 'p2', 'fixed_30', 'full', true, false, 5), (3, 'p3', 'p3', 'none', 'free', false, false, 7), (4, 'p4', 'p4', 'actual_days', 'free', false, true, 0), (5, 'p5', 'p5', 'fixed_30', 'prorate', true, true, 3)`.execute(
    db,
  )
  await sql`insert into packages (id, code, name) select n, 'P' || n, 'Package ' || n from generate_series(1, 5) n`.execute(db)
  await sql`insert into package_versions (id, package_id, version_no, starts_on, price_minor, vat_rate_id, vat_inclusive, download_kbps, upload_kbps) values
    (1, 1, 1, '2020-01-01', 100000, 1, false, 1, 1), (2, 2, 1, '2020-01-01', 105001, 1, true, 1, 1), (3, 3, 1, '2020-01-01', 33333, null, false, 1, 1), (4, 4, 1, '2020-01-01', 0, 1, false, 1, 1), (5, 5, 1, '2020-01-01', 777, 2, true, 1, 1)`.execute(
    db,
  )
}

async function makeClients({ db }: Database, clients: readonly RandomClient[]): Promise<void> {
  let subscription = 0
  for (const [index, one] of clients.entries()) {
    const id = index + 1
    await sql`insert into clients (id, code, name, phone, branch_id, joined_on, is_vat_exempt, vat_rate_id) values (${id}, ${`C${id}`}, ${`Client ${id}`}, '017', 1, '2023-12-01', ${one.exempt}, ${one.ownRate})`.execute(
      db,
    )
    await sql`insert into client_balances (client_id) values (${id})`.execute(db)
    for (const l of one.lines) {
      subscription += 1
      const ends = l.endsAfter === null ? null : date(l.joined).add({ days: l.endsAfter }).toString()
      await sql`insert into subscriptions (id, client_id, state, billing_mode, anchor_day, billing_policy_id, package_id, joined_on) values (${subscription}, ${id}, ${l.state}, ${l.mode}, ${l.anchor}, ${l.policy}, ${l.version}, ${l.joined})`.execute(
        db,
      )
      const changes = l.newTerms !== null && date(l.newTerms).since(date(l.joined)).days > 0 ? l.newTerms : null
      await sql`insert into subscription_terms (subscription_id, starts_on, ends_on, package_version_id, price_override_minor, discount_bp, discount_minor) values (${subscription}, ${l.joined}, ${changes}, ${l.version}, ${l.override}, ${l.bp}, ${l.fixed})`.execute(
        db,
      )
      if (changes !== null)
        await sql`insert into subscription_terms (subscription_id, starts_on, package_version_id) values (${subscription}, ${changes}, ${(l.version % 5) + 1})`.execute(
          db,
        )
      await sql`insert into charges (client_id, subscription_id, kind, item, starts_on, ends_on, billed_until) values (${id}, ${subscription}, 'recurring', 'package', ${l.joined}, ${ends}, ${l.joined})`.execute(
        db,
      )
      if (l.addon)
        await sql`insert into charges (client_id, subscription_id, kind, item, description, quantity_milli, unit_price_minor, vat_rate_id, vat_inclusive, starts_on, billed_until) values (${id}, ${subscription}, 'recurring', 'addon', 'Add-on', ${l.addon.quantity}, ${l.addon.price}, 1, ${l.addon.inclusive}, ${l.joined}, ${l.joined})`.execute(
          db,
        )
      if (l.pause)
        await sql`insert into pauses (subscription_id, starts_on, ends_on, kind) values (${subscription}, ${l.pause.from}, ${l.pause.days === null ? null : date(l.pause.from).add({ days: l.pause.days }).toString()}, ${l.pause.kind})`.execute(
          db,
        )
    }
    if (one.once)
      await sql`insert into charges (client_id, kind, item, description, unit_price_minor, vat_rate_id, starts_on, ends_on, billed_until) values (${id}, 'one_time', 'installation', 'Installation', ${one.once.price}, 1, ${one.once.on}, ${date(one.once.on).add({ days: 1 }).toString()}, ${one.once.on})`.execute(
        db,
      )
  }
}

describe.each(['line', 'invoice'] as const)('a month run with VAT rounded per %s', (rounding) => {
  test('bills exactly what the specification computes, line by line, for 400 random clients', async () => {
    const clock = settableClock('2024-03-01T04:00:00Z')
    const database = await testDatabase({ clock })
    await makeCatalogue(database)
    await sql`insert into settings (key, value) values ('billing.vat_rounding', ${JSON.stringify(rounding)}::jsonb)`.execute(database.db)
    await makeClients(database, fc.sample(client, { numRuns: 400, seed: rounding === 'line' ? 7 : 11 }))
    const reading = await conn(database)
    expect(reading.company.vatRounding).toBe(rounding)
    const terms = await readBillingTerms(
      reading,
      Array.from({ length: 400 }, (_none, n) => BigInt(n + 1)),
      date('2024-03-01'),
    )
    const expected = [...terms.values()].map((one) => computeInvoice(one, firstDayAfter(BILLED)))

    const run = await inTransaction(database, { actor }, async (tx) => {
      const made = await insertRun(tx, { month: date('2024-03-01'), scope: {}, issuedOn: date('2024-03-01'), startsItself: false })
      await setRun(tx, made.id, { state: 'queued' })
      return made
    })
    const done = await executeRun(database, run.id, { actor, chunk: 90 })
    expect(done.state).toBe('done')
    expect(done.parkedCount).toBe(0n)

    const { rows: lines } = await sql<Record<string, unknown>>`
      select i.client_id, l.line_no, l.charge_id, l.subscription_id, l.package_version_id, l.item, l.description, l.starts_on::text as starts_on, l.ends_on::text as ends_on, l.quantity_milli, l.unit_price_minor, l.net_minor,
        l.discount_minor, l.vat_bp, l.vat_inclusive, l.vat_minor, l.total_minor, l.explain, (i.due_on - i.issued_on) as due_days
      from invoices i join invoice_lines l on l.invoice_id = i.id order by i.client_id, l.line_no`.execute(database.db)
    expect(lines).toEqual(
      expected.flatMap((invoice) =>
        [...invoice.lines]
          .sort((a, b) => (a.chargeId === b.chargeId ? Temporal.PlainDate.compare(a.startsOn, b.startsOn) : a.chargeId < b.chargeId ? -1 : 1))
          .map((l, n) => ({
            client_id: invoice.clientId,
            line_no: n + 1,
            charge_id: l.chargeId,
            subscription_id: l.subscriptionId,
            package_version_id: l.packageVersionId,
            item: l.item,
            description: l.description,
            starts_on: l.startsOn.toString(),
            ends_on: l.endsOn.toString(),
            quantity_milli: l.quantityMilli,
            unit_price_minor: l.unitPrice,
            net_minor: l.net,
            discount_minor: l.discount,
            vat_bp: l.vatBp,
            vat_inclusive: l.vatInclusive,
            vat_minor: l.vat,
            total_minor: l.total,
            explain: l.explain,
            due_days: invoice.dueDays,
          })),
      ),
    )
    expect(lines.length).toBeGreaterThan(500)
    const { rows: free } = await sql<{
      charge_id: bigint
      starts_on: string
      ends_on: string
    }>`select charge_id, starts_on::text as starts_on, ends_on::text as ends_on from billed_periods where invoice_id is null order by charge_id, starts_on`.execute(
      database.db,
    )
    const wanted = expected.flatMap((invoice) =>
      invoice.free.map((p) => ({ charge_id: p.chargeId, starts_on: p.startsOn.toString(), ends_on: p.endsOn.toString() })),
    )
    expect(free).toEqual(wanted.sort((a, b) => (a.charge_id === b.charge_id ? (a.starts_on < b.starts_on ? -1 : 1) : a.charge_id < b.charge_id ? -1 : 1)))
    const { rows: cursors } = await sql<{ bad: bigint }>`
      select count(*) as bad from charges c where exists (select 1 from billed_periods p where p.charge_id = c.id)
        and c.billed_until <> (select max(p.ends_on) from billed_periods p where p.charge_id = c.id)`.execute(database.db)
    expect(cursors[0]?.bad).toBe(0n)
    const { rows: ledger } = await sql<{ receivable: bigint; open: bigint; balances: bigint }>`
      select (select sum(amount_minor) from postings where account_id = 3)::bigint as receivable, (select sum(open_minor) from invoice_balances)::bigint as open, (select sum(receivable_minor) from client_balances)::bigint as balances`.execute(
      database.db,
    )
    expect(ledger[0]?.receivable).toBe(ledger[0]?.open)
    expect(ledger[0]?.balances).toBe(ledger[0]?.open)
  })
})
