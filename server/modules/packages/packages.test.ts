import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { Invalid, NotFound } from '../../kernel/errors.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import type { Send } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBranch, aClient, aPackage, doing } from '../../testing/factories.ts'
import { newPrice } from './edit-prices.ts'
import {
  changeVatRate,
  createPolicy,
  createVatRate,
  editPackage,
  editPolicy,
  editPrices,
  makeDefaultPolicy,
  publishVersion,
  tariffWarnings,
  upsertPackage,
  versionOn,
} from './index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
let database: TestDatabase
let admin: Send

beforeAll(async () => {
  database = await testDatabase({ clock })
  admin = await appAs(database, 'admin')
})

describe('versions', () => {
  test('new sales use the newest version that has started; the later of two for one day corrects the earlier', async () => {
    const { package: made } = await aPackage(database)
    const publish = (day: string, price: number) =>
      doing(database, (tx) => publishVersion(tx, { packageId: made.id, startsOn: date(day), changes: { price: toMinor(price) } }))
    await publish('2026-04-01', 110_000)
    await publish('2026-04-01', 120_000)
    const priceOn = async (day: string) => (await versionOn(database, made.id, date(day)))?.price_minor
    expect([await priceOn('2019-12-31'), await priceOn('2026-03-31'), await priceOn('2026-04-01'), await priceOn('2027-01-01')]).toEqual([
      undefined,
      100_000n,
      120_000n,
      120_000n,
    ])
  })

  test('a version is never changed, not even by the database', async () => {
    const { version } = await aPackage(database)
    await expect(sql`update package_versions set price_minor = 1 where id = ${version.id}`.execute(database.db)).rejects.toThrow('immutable')
    await expect(sql`delete from package_versions where id = ${version.id}`.execute(database.db)).rejects.toThrow('immutable')
  })

  test('what a version does not say stays as it is; an approval date without its number is refused', async () => {
    const { package: made } = await aPackage(database, { routerProfile: 'gold' })
    const { version } = await doing(database, (tx) =>
      publishVersion(tx, { packageId: made.id, startsOn: date('2026-05-01'), changes: { downloadKbps: 20_000 } }),
    )
    expect(version).toMatchObject({ version_no: 2, download_kbps: 20_000, upload_kbps: 10_000, price_minor: 100_000n, router_profile: 'gold' })
    await expect(
      doing(database, (tx) => publishVersion(tx, { packageId: made.id, startsOn: date('2026-06-01'), changes: { approvedOn: date('2026-01-01') } })),
    ).rejects.toThrow(Invalid)
    await expect(doing(database, (tx) => publishVersion(tx, { packageId: 999_999n, startsOn: date('2026-06-01'), changes: {} }))).rejects.toThrow(NotFound)
  })

  test('two people publishing at once get two numbers', async () => {
    const { package: made } = await aPackage(database)
    const both = await Promise.all(
      [1, 2].map((n) => doing(database, (tx) => publishVersion(tx, { packageId: made.id, startsOn: date('2026-05-01'), changes: { price: toMinor(n) } }))),
    )
    expect(both.map(({ version }) => version.version_no).sort()).toEqual([2, 3])
  })
})

describe('tariff ceilings', () => {
  const ceilings = [
    { download_kbps: 20_000, price_minor: 110_000 },
    { download_kbps: 5_000, price_minor: 40_000 },
    { download_kbps: 10_000, price_minor: 70_000 },
  ]

  test.each([
    [5_000, 40_000, null],
    [5_000, 40_001, 40_000],
    [8_000, 65_000, null],
    [10_000, 70_001, 70_000],
    [20_000, 120_000, 110_000],
    [50_000, 900_000, null],
  ])('%i kbit/s at %i: ceiling %s', (downloadKbps, price, ceiling) => {
    expect(tariffWarnings({ downloadKbps, price: toMinor(price) }, ceilings).map(({ ceiling_minor }) => Number(ceiling_minor))).toEqual(
      ceiling === null ? [] : [ceiling],
    )
  })
})

describe('prices of many packages', () => {
  test.each([
    ['7.5 % more', { kind: 'percent', percentBp: 750 } as const, 1, 107_500],
    ['3.33 % more', { kind: 'percent', percentBp: 333 } as const, 1000, 103_000],
    ['nothing left', { kind: 'percent', percentBp: -10_000 } as const, 1, 0],
    ['20.50 less', { kind: 'amount', amount: toMinor(-2_050) } as const, 100, 98_000],
    ['555.55', { kind: 'set', price: toMinor(55_555) } as const, 100, 55_600],
  ])('%s, rounded', (_what, change, step, price) => expect(newPrice(toMinor(100_000), change, toMinor(step))).toBe(toMinor(price)))

  test('a preview writes nothing and says what the change then does, also to lines already sold', async () => {
    const [a, b] = [await aPackage(database, { price: toMinor(50_000), downloadKbps: 5_000 }), await aPackage(database, { price: toMinor(0) })]
    const branchId = await aBranch(database)
    await aClient(database, { branch_id: branchId, subscription: { packageId: a.package.id, activatedOn: date('2026-03-01') } })
    const body = {
      package_ids: [Number(a.package.id), Number(b.package.id)],
      change: { kind: 'percent', percent_bp: 1000 },
      starts_on: '2026-04-01',
      applies_to_existing_from: '2026-04-01',
    }
    const preview = await admin('POST', '/packages/bulk-edits', { ...body, preview: true })
    expect(preview.body).toMatchObject({
      is_preview: true,
      lines: 1,
      items: [
        { before_minor: 50_000, after_minor: 55_000, warnings: [{ ceiling_minor: 40_000 }] },
        { before_minor: 0, after_minor: 0 },
      ],
    })
    expect((await versionOn(database, a.package.id, date('2026-04-01')))?.price_minor).toBe(50_000n)
    const applied = await admin('POST', '/packages/bulk-edits', body)
    expect(applied.body).toEqual({ ...preview.body, is_preview: false })
    expect((await versionOn(database, a.package.id, date('2026-04-01')))?.price_minor).toBe(55_000n)
    expect((await versionOn(database, b.package.id, date('2026-04-01')))?.version_no).toBe(1)
  })

  test('one package that is not there stops them all', async () => {
    const { package: made } = await aPackage(database)
    await expect(
      doing(database, (tx) =>
        editPrices(tx, { packageIds: [made.id, 999_999n], change: { kind: 'amount', amount: toMinor(1) }, startsOn: date('2026-04-01'), roundTo: toMinor(1) }),
      ),
    ).rejects.toThrow(NotFound)
    expect((await versionOn(database, made.id, date('2026-04-01')))?.version_no).toBe(1)
  })
})

describe('upsertPackage', () => {
  const row = { code: 'IMPORT-1', name: 'Imported', startsOn: date('2026-01-01'), terms: { price: toMinor(60_000), downloadKbps: 6_000, uploadKbps: 6_000 } }

  test('creates, then changes nothing, then renames, then publishes', async () => {
    const outcomes: string[] = []
    for (const next of [
      row,
      row,
      { ...row, name: 'Renamed' },
      { ...row, name: 'Renamed', startsOn: date('2026-02-01'), terms: { ...row.terms, price: toMinor(65_000) } },
    ]) {
      outcomes.push((await doing(database, (tx) => upsertPackage(tx, next))).outcome)
    }
    expect(outcomes).toEqual(['created', 'unchanged', 'changed', 'changed'])
    const { rows } =
      await sql`select p.name, array_agg(v.price_minor order by v.version_no) as prices from packages p join package_versions v on v.package_id = p.id where p.code = 'IMPORT-1' group by 1`.execute(
        database.db,
      )
    expect(rows).toEqual([{ name: 'Renamed', prices: [60_000n, 65_000n] }])
  })
})

describe('VAT rates', () => {
  test('a rate changes from a day on, is repeatable, and is refused for days that have invoices', async () => {
    const rate = await doing(database, (tx) => createVatRate(tx, { code: 'ISP', name: 'ISP', startsOn: date('2020-01-01'), rateBp: 500 }))
    const change = (startsOn: string, rateBp: number) => doing(database, (tx) => changeVatRate(tx, { vatRateId: rate.id, startsOn: date(startsOn), rateBp }))
    await change('2026-07-01', 750)
    expect((await change('2026-07-01', 750)).versions).toEqual([
      { starts_on: date('2020-01-01'), rate_bp: 500 },
      { starts_on: date('2026-07-01'), rate_bp: 750 },
    ])
    const { rows } = await sql<{ a: number; b: number }>`select vat_rate_on(${rate.id}, '2026-06-30') as a, vat_rate_on(${rate.id}, '2026-07-01') as b`.execute(
      database.db,
    )
    expect(rows).toEqual([{ a: 500, b: 750 }])
    const branchId = await aBranch(database)
    const { client } = await aClient(database, { branch_id: branchId })
    await sql`insert into number_series (document_kind, owner, fiscal_year, pattern) values ('invoice', 'test', 2026, '{n}')`.execute(database.db)
    await sql`insert into invoices (client_id, branch_id, series_id, number, code, kind, issued_on, issued_at, due_on, month, net_minor, total_minor, buyer)
      select ${client.id}, ${branchId}, id, 1, 'T-1', 'manual', '2026-03-01', '2026-03-01T00:00:00Z', '2026-03-10', '2026-03-01', 100, 100, '{}' from number_series where owner = 'test'`.execute(
      database.db,
    )
    await expect(change('2026-02-01', 600)).rejects.toMatchObject({ code: 'vat_rate_in_use' })
    await expect(change('2026-04-01', 600)).resolves.toBeDefined()
  })
})

describe('billing policies', () => {
  const terms = {
    code: 'SOFT',
    name: 'Soft',
    proration: 'actual_days',
    first_period: 'prorate',
    package_change: 'cycle_end',
    package_change_fee_minor: toMinor(0),
    change_refund: 'credit',
    charge_while_paused: false,
    charge_while_suspended: true,
    due_days: 7,
    grace_days: 5,
    late_fee_minor: toMinor(0),
    late_fee_bp: 0,
    late_renewal: 'from_payment',
    prepaid_change: 'value',
  } as const

  test('one policy is the default at any time; an edit that changes nothing writes nothing', async () => {
    const soft = await doing(database, (tx) => createPolicy(tx, terms))
    await doing(database, (tx) => makeDefaultPolicy(tx, soft.id))
    await doing(database, (tx) => makeDefaultPolicy(tx, soft.id))
    const { rows } = await sql`select code from billing_policies where is_default`.execute(database.db)
    expect(rows).toEqual([{ code: 'SOFT' }])
    await doing(database, (tx) => editPolicy(tx, soft.id, { due_days: 7 }))
    await doing(database, (tx) => editPolicy(tx, soft.id, { due_days: 14 }))
    const { rows: events } =
      await sql`select action, before, after from audit_events where subject_type = 'billing_policy' and subject_id = ${soft.id} and action like '%.edited'`.execute(
        database.db,
      )
    expect(events).toEqual([{ action: 'billing_policy.edited', before: { due_days: 7 }, after: { due_days: 14 } }])
    await expect(doing(database, (tx) => editPolicy(tx, 999n, { due_days: 1 }))).rejects.toThrow(NotFound)
  })
})

describe('the catalogue over the wire', () => {
  test('a package is added with a warning above the ceiling, read, renamed, versioned, and its code is taken once', async () => {
    const body = { code: 'GOLD', name: 'Gold', price_minor: 90_000, download_kbps: 10_000, upload_kbps: 10_000 }
    const created = await admin('POST', '/packages', body)
    expect(created).toMatchObject({
      status: 201,
      body: { current: { price_minor: 90_000, starts_on: '2026-03-10' }, upcoming: null, warnings: [{ code: 'above_tariff_ceiling', ceiling_minor: 70_000 }] },
    })
    expect(await admin('POST', '/packages', body)).toMatchObject({ status: 409, body: { code: 'package_code_taken' } })
    const path = `/packages/${created.body.id}`
    expect(
      (await admin('POST', `${path}/versions`, { starts_on: '2026-05-01', price_minor: 70_000, approval_no: 'B-7', approved_on: '2026-02-01' })).body,
    ).toMatchObject({ version_no: 2, moved_lines: 0, warnings: [] })
    expect((await admin('GET', path)).body).toMatchObject({ current: { version_no: 1 }, upcoming: { version_no: 2, price_minor: 70_000 } })
    expect((await admin('PATCH', path, { is_active: false, version: created.body.version })).body).toMatchObject({ is_active: false, name: 'Gold' })
    expect((await admin('PATCH', path, { name: 'X', version: created.body.version })).status).toBe(409)
    expect((await admin('GET', `${path}/versions?limit=1`)).body).toMatchObject({ items: [{ version_no: 2 }], next_cursor: expect.any(String) })
    expect((await admin('GET', '/packages?q=gold&is_active=false')).body.items).toHaveLength(1)
    const viewer = await appAs(database, 'viewer')
    expect((await viewer('POST', '/packages', { ...body, code: 'NO' })).status).toBe(403)
    expect((await viewer('GET', path)).status).toBe(200)
    await doing(database, (tx) => editPackage(tx, { packageId: BigInt(created.body.id), changes: { name: 'Gold' } }))
  })
})
