import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { Invalid, NotFound } from '../../../kernel/errors.ts'
import { toMinor } from '../../../kernel/money.ts'
import { date } from '../../../kernel/time.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { aBranch, aClient, anActor, aPackage, doing, unique } from '../../../testing/factories.ts'
import { readAccess, readReasons } from '../../access/index.ts'
import { publishVersion } from '../../packages/index.ts'
import type { PackageWithVersion } from '../../packages/index.ts'
import {
  activateSubscription,
  addPause,
  addSubscription,
  applyVersionToExisting,
  changeTerms,
  editSubscription,
  endPause,
  markLeft,
  PackageNotOnSale,
  readSubscription,
  reopenSubscription,
  restoreSubscription,
  suspendSubscription,
  WrongState,
} from '../index.ts'
import { followTerms } from './follow-the-day.ts'
import { startDuePauses } from './pause.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
let database: TestDatabase
let branchId: bigint
let home: PackageWithVersion
let fast: PackageWithVersion

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database)
  home = await aPackage(database)
  fast = await aPackage(database, { routerProfile: 'home-50', price: toMinor(200_000) })
})

async function aLine({ active = true, ...facts }: { active?: boolean; pppoe_login?: string } = {}): Promise<{ id: bigint; clientId: bigint }> {
  const { client, subscription } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId: home.package.id, activatedOn: active ? date('2026-03-01') : null, ...facts },
  })
  return { id: subscription?.id as bigint, clientId: client.id }
}

const read = async (id: bigint) => {
  const line = await readSubscription(database, { kind: 'company' }, id)
  if (line === undefined) throw new Error('no line')
  return line
}
const terms = async (id: bigint) =>
  (
    await sql<{
      line: string
    }>`select starts_on || '..' || coalesce(ends_on::text, '') || '=' || package_version_id as line from subscription_terms where subscription_id = ${id} order by starts_on`.execute(
      database.db,
    )
  ).rows.map(({ line }) => line)
const isOn = async (id: bigint) => (await readAccess(database, [id]))[0]?.desired_on
const actions = async (id: bigint) =>
  (
    await sql<{ action: string }>`select action from audit_events where subject_type = 'subscription' and subject_id = ${id} order by at, id`.execute(
      database.db,
    )
  ).rows.map(({ action }) => action)

describe('activation', () => {
  test('a pending line bills nothing until it is activated, and from that day on', async () => {
    const { id } = await aLine({ active: false })
    expect(await isOn(id)).toBe(false)
    expect((await sql`select 1 from charges where subscription_id = ${id}`.execute(database.db)).rows).toHaveLength(0)
    await doing(database, (tx) => activateSubscription(tx, { subscriptionId: id, on: date('2026-03-08') }))
    expect(await read(id)).toMatchObject({ state: 'active', activated_on: date('2026-03-08') })
    expect(await terms(id)).toEqual([`2026-03-08..=${home.version.id}`])
    expect(await isOn(id)).toBe(true)
  })

  test('twice is once; a future day and a line that left are refused', async () => {
    const { id } = await aLine({ active: false })
    await expect(doing(database, (tx) => activateSubscription(tx, { subscriptionId: id, on: date('2026-03-11') }))).rejects.toThrow(Invalid)
    await doing(database, (tx) => activateSubscription(tx, { subscriptionId: id }))
    await doing(database, (tx) => activateSubscription(tx, { subscriptionId: id }))
    expect((await sql`select 1 from charges where subscription_id = ${id}`.execute(database.db)).rows).toHaveLength(1)
    const { id: gone } = await aLine({ active: false })
    await doing(database, (tx) => markLeft(tx, { subscriptionId: gone, on: date('2026-03-10'), reason: '' }))
    await expect(doing(database, (tx) => activateSubscription(tx, { subscriptionId: gone }))).rejects.toThrow(WrongState)
  })

  test('a package that is not on sale on that day is refused', async () => {
    const future = await aPackage(database, { startsOn: '2027-01-01' })
    const { clientId } = await aLine()
    await expect(doing(database, (tx) => addSubscription(tx, { clientId, packageId: future.package.id }))).rejects.toThrow(PackageNotOnSale)
    await expect(doing(database, (tx) => addSubscription(tx, { clientId, packageId: 999_999n }))).rejects.toThrow(Invalid)
    await expect(
      doing(database, (tx) => addSubscription(tx, { clientId, packageId: home.package.id }), anActor({ scope: { kind: 'branches', branchIds: [] } })),
    ).rejects.toThrow(NotFound)
  })
})

describe('suspension', () => {
  test('a line is suspended and restored; repeated, each writes one audit row', async () => {
    const { id } = await aLine()
    for (let n = 0; n < 2; n += 1) await doing(database, (tx) => suspendSubscription(tx, { subscriptionId: id, reason: 'manual', note: 'asked by phone' }))
    expect(await read(id)).toMatchObject({ state: 'suspended' })
    expect(await isOn(id)).toBe(false)
    for (let n = 0; n < 2; n += 1) await doing(database, (tx) => restoreSubscription(tx, { subscriptionId: id }))
    expect(await read(id)).toMatchObject({ state: 'active' })
    expect((await actions(id)).filter((action) => action === 'subscription.suspended')).toHaveLength(1)
    expect((await actions(id)).filter((action) => action === 'subscription.restored')).toHaveLength(1)
  })

  test('pending and left lines cannot be suspended, and the state of another branch is not told', async () => {
    const { id } = await aLine({ active: false })
    await expect(doing(database, (tx) => suspendSubscription(tx, { subscriptionId: id, reason: 'manual', note: '' }))).rejects.toThrow(WrongState)
    const outsider = anActor({ scope: { kind: 'branches', branchIds: [branchId + 1000n] } })
    await expect(doing(database, (tx) => suspendSubscription(tx, { subscriptionId: id, reason: 'manual', note: '' }), outsider)).rejects.toThrow(NotFound)
  })

  test('staff reasons are cleared together, a reason of billing only by name, and others say what ends them', async () => {
    const { id } = await aLine()
    await doing(database, (tx) => suspendSubscription(tx, { subscriptionId: id, reason: 'abuse', note: 'spam' }))
    await doing(database, async (tx) => (await import('../../access/index.ts')).addReason(tx, id, 'billing'))
    await doing(database, (tx) => restoreSubscription(tx, { subscriptionId: id }))
    expect((await readReasons(database, [id])).map(({ reason }) => reason)).toEqual(['billing'])
    await expect(doing(database, (tx) => restoreSubscription(tx, { subscriptionId: id }))).rejects.toMatchObject({ code: 'suspended_otherwise' })
    await expect(doing(database, (tx) => restoreSubscription(tx, { subscriptionId: id, reason: 'kyc' }))).rejects.toMatchObject({
      code: 'not_suspended_for_that',
    })
    await doing(database, (tx) => restoreSubscription(tx, { subscriptionId: id, reason: 'billing' }))
    expect(await isOn(id)).toBe(true)
  })
})

describe('leaving and coming back', () => {
  test('a line that left frees its login; it comes back with a new package charge and without old reasons', async () => {
    const login = `leaver${unique()}`
    const { id } = await aLine({ pppoe_login: login })
    await doing(database, (tx) => suspendSubscription(tx, { subscriptionId: id, reason: 'manual', note: '' }))
    for (let n = 0; n < 2; n += 1) await doing(database, (tx) => markLeft(tx, { subscriptionId: id, on: date('2026-03-10'), reason: 'moved' }))
    expect(await read(id)).toMatchObject({ state: 'left', left_on: date('2026-03-10'), left_reason: 'moved' })
    await sql`update charges set ends_on = '2026-03-10' where subscription_id = ${id}`.execute(database.db)
    clock.set('2026-04-02T06:00:00Z')
    await doing(database, (tx) => reopenSubscription(tx, { subscriptionId: id }))
    clock.set('2026-03-10T06:00:00Z')
    expect(await read(id)).toMatchObject({ state: 'active', left_on: null })
    const { rows } = await sql`select starts_on, ends_on, reason from charges where subscription_id = ${id} order by id`.execute(database.db)
    expect(rows).toEqual([
      { starts_on: date('2026-03-01'), ends_on: date('2026-03-10'), reason: 'activated' },
      { starts_on: date('2026-04-02'), ends_on: null, reason: 'reopened' },
    ])
    await expect(doing(database, (tx) => reopenSubscription(tx, { subscriptionId: id }))).rejects.toThrow(WrongState)
  })

  test('a line whose login somebody has by now does not come back', async () => {
    const login = `taken${unique()}`
    const { id } = await aLine({ pppoe_login: login })
    await doing(database, (tx) => markLeft(tx, { subscriptionId: id, on: date('2026-03-10'), reason: '' }))
    await aLine({ pppoe_login: login })
    await expect(doing(database, (tx) => reopenSubscription(tx, { subscriptionId: id }))).rejects.toMatchObject({ constraint: 'subscriptions_login' })
    expect(await read(id)).toMatchObject({ state: 'left', left_on: date('2026-03-10') })
  })
})

describe('terms', () => {
  test('a change closes the terms in force, and the profile and the listed package follow on the day', async () => {
    const { id } = await aLine()
    await doing(database, (tx) => changeTerms(tx, id, { packageId: fast.package.id, startsOn: date('2026-03-10') }))
    expect(await terms(id)).toEqual([`2026-03-01..2026-03-10=${home.version.id}`, `2026-03-10..=${fast.version.id}`])
    expect(await read(id)).toMatchObject({ package_id: fast.package.id })
    expect((await readAccess(database, [id]))[0]?.profile).toBe('home-50')
    await doing(database, (tx) => changeTerms(tx, id, { packageId: home.package.id, startsOn: date('2026-03-10') }))
    expect(await terms(id)).toEqual([`2026-03-01..2026-03-10=${home.version.id}`, `2026-03-10..=${home.version.id}`])
  })

  test('a change agreed for a later day waits for it', async () => {
    const { id } = await aLine()
    await doing(database, (tx) => changeTerms(tx, id, { packageId: fast.package.id, startsOn: date('2026-03-15') }))
    expect(await doing(database, (tx) => followTerms(tx))).toBe(0)
    expect(await read(id)).toMatchObject({ package_id: home.package.id })
    clock.set('2026-03-16T06:00:00Z')
    expect(await doing(database, (tx) => followTerms(tx))).toBe(1)
    expect(await doing(database, (tx) => followTerms(tx))).toBe(0)
    expect(await read(id)).toMatchObject({ package_id: fast.package.id })
    clock.set('2026-03-10T06:00:00Z')
  })

  test('a discount for a time gives way to the earlier terms; a line that left has none to change', async () => {
    const { id } = await aLine()
    await doing(database, (tx) => changeTerms(tx, id, { startsOn: date('2026-04-01'), endsOn: date('2026-07-01'), discountBp: 1000, reason: 'outage' }))
    expect(await terms(id)).toEqual([
      `2026-03-01..2026-04-01=${home.version.id}`,
      `2026-04-01..2026-07-01=${home.version.id}`,
      `2026-07-01..=${home.version.id}`,
    ])
    await expect(doing(database, (tx) => changeTerms(tx, id, { startsOn: date('2026-04-01'), endsOn: date('2026-04-01') }))).rejects.toThrow(Invalid)
    await doing(database, (tx) => markLeft(tx, { subscriptionId: id, on: date('2026-03-10'), reason: '' }))
    await expect(doing(database, (tx) => changeTerms(tx, id, { startsOn: date('2026-04-01') }))).rejects.toThrow(WrongState)
  })

  test('two changes at once leave one price for every day', async () => {
    const { id } = await aLine()
    await Promise.allSettled([
      doing(database, (tx) => changeTerms(tx, id, { packageId: fast.package.id, startsOn: date('2026-03-20') })),
      doing(database, (tx) => changeTerms(tx, id, { packageId: home.package.id, startsOn: date('2026-03-15') })),
    ])
    const { rows } = await sql`
      select 1 from subscription_terms a join subscription_terms b on a.subscription_id = b.subscription_id and a.starts_on < b.starts_on
      where a.subscription_id = ${id} and (a.ends_on is null or a.ends_on > b.starts_on)`.execute(database.db)
    expect(rows).toHaveLength(0)
  })

  test('the database itself refuses terms that overlap', async () => {
    const { id } = await aLine()
    await expect(
      sql`insert into subscription_terms (subscription_id, starts_on, package_version_id) values (${id}, '2026-05-01', ${home.version.id})`.execute(
        database.db,
      ),
    ).rejects.toMatchObject({ constraint: 'terms_do_not_overlap' })
  })
})

describe('applyVersionToExisting', () => {
  test('moves live lines from the day on, keeps own prices, and leaves those who left', async () => {
    const plan = await aPackage(database)
    const sell = async () => {
      const { subscription } = await aClient(database, { branch_id: branchId, subscription: { packageId: plan.package.id, activatedOn: date('2026-03-01') } })
      return subscription?.id as bigint
    }
    const [plain, dear, left] = [await sell(), await sell(), await sell()]
    await doing(database, (tx) => changeTerms(tx, dear, { startsOn: date('2026-03-05'), priceOverride: toMinor(50_000), reason: 'old client' }))
    await doing(database, (tx) => markLeft(tx, { subscriptionId: left, on: date('2026-03-09'), reason: '' }))
    const { version } = await doing(database, (tx) =>
      publishVersion(tx, { packageId: plan.package.id, startsOn: date('2026-03-10'), changes: { price: toMinor(120_000), routerProfile: 'home-20' } }),
    )
    await expect(doing(database, (tx) => applyVersionToExisting(tx, { version, from: date('2026-03-09') }))).rejects.toThrow(Invalid)
    expect(await doing(database, (tx) => applyVersionToExisting(tx, { version, from: date('2026-03-10') }))).toBe(2)
    expect(await doing(database, (tx) => applyVersionToExisting(tx, { version, from: date('2026-03-10') }))).toBe(0)
    expect(await terms(plain)).toEqual([`2026-03-01..2026-03-10=${plan.version.id}`, `2026-03-10..=${version.id}`])
    const { rows } =
      await sql`select starts_on, price_override_minor, package_version_id from subscription_terms where subscription_id = ${dear} order by starts_on desc limit 1`.execute(
        database.db,
      )
    expect(rows).toEqual([{ starts_on: date('2026-03-10'), price_override_minor: 50_000n, package_version_id: version.id }])
    expect(await terms(left)).toEqual([`2026-03-01..=${plan.version.id}`])
    expect((await readAccess(database, [plain]))[0]?.profile).toBe('home-20')
  })
})

describe('pauses', () => {
  test('a vacation takes the service away while it lasts', async () => {
    const { id } = await aLine()
    await doing(database, (tx) => addPause(tx, { subscriptionId: id, startsOn: date('2026-03-10'), endsOn: null, kind: 'vacation', reason: 'abroad' }))
    expect(await isOn(id)).toBe(false)
    await expect(
      doing(database, (tx) => addPause(tx, { subscriptionId: id, startsOn: date('2026-03-20'), endsOn: null, kind: 'vacation', reason: '' })),
    ).rejects.toMatchObject({ code: 'already_paused' })
    clock.set('2026-03-13T06:00:00Z')
    const ended = await doing(database, (tx) => endPause(tx, { subscriptionId: id, kind: 'vacation', endsOn: date('2026-03-13') }))
    expect(ended).toMatchObject({ startsOn: date('2026-03-10'), endsOn: date('2026-03-13') })
    expect(await isOn(id)).toBe(true)
    await expect(doing(database, (tx) => endPause(tx, { subscriptionId: id, kind: 'vacation', endsOn: date('2026-03-13') }))).rejects.toMatchObject({
      code: 'not_paused',
    })
    clock.set('2026-03-10T06:00:00Z')
  })

  test('one that lies ahead begins on its day; one that ends on its first day never was', async () => {
    const { id } = await aLine()
    // The clock of this file goes back between tests, so a pause of an earlier one may be due again.
    await doing(database, (tx) => startDuePauses(tx))
    await doing(database, (tx) => addPause(tx, { subscriptionId: id, startsOn: date('2026-03-12'), endsOn: date('2026-03-20'), kind: 'vacation', reason: '' }))
    expect(await isOn(id)).toBe(true)
    expect(await doing(database, (tx) => startDuePauses(tx))).toBe(0)
    clock.set('2026-03-12T06:00:00Z')
    expect(await doing(database, (tx) => startDuePauses(tx))).toBe(1)
    expect(await doing(database, (tx) => startDuePauses(tx))).toBe(0)
    expect(await isOn(id)).toBe(false)
    clock.set('2026-03-10T06:00:00Z')
    const { id: other } = await aLine()
    await doing(database, (tx) => addPause(tx, { subscriptionId: other, startsOn: date('2026-03-10'), endsOn: null, kind: 'vacation', reason: '' }))
    expect(await doing(database, (tx) => endPause(tx, { subscriptionId: other, kind: 'vacation', endsOn: date('2026-03-10') }))).toBeNull()
    expect((await sql`select 1 from pauses where subscription_id = ${other}`.execute(database.db)).rows).toHaveLength(0)
    expect(await isOn(other)).toBe(true)
  })

  test('a pending line cannot be paused', async () => {
    const { id } = await aLine({ active: false })
    await expect(
      doing(database, (tx) => addPause(tx, { subscriptionId: id, startsOn: date('2026-03-10'), endsOn: null, kind: 'vacation', reason: '' })),
    ).rejects.toThrow(WrongState)
  })
})

describe('editSubscription', () => {
  test('addresses are stored in one spelling, and a new static address reaches the desired access', async () => {
    const { id } = await aLine()
    const before = (await readAccess(database, [id]))[0]
    const after = await doing(database, (tx) =>
      editSubscription(tx, { subscriptionId: id, changes: { mac: 'AABB.CCDD.EE01', static_ip: '10.9.8.7', label: 'Roof' } }),
    )
    expect(after).toMatchObject({ mac: 'aa:bb:cc:dd:ee:01', static_ip: '10.9.8.7', label: 'Roof' })
    expect((await readAccess(database, [id]))[0]).toMatchObject({ static_ip: '10.9.8.7', revision: (before?.revision ?? 0n) + 1n })
    const again = await doing(database, (tx) => editSubscription(tx, { subscriptionId: id, changes: { label: 'Roof' } }))
    expect(again.version).toBe(after.version)
  })

  test.each([
    ['a MAC that is none', { mac: 'zz' }],
    ['an address that is none', { static_ip: '10.0.0.999' }],
    ['a static line without an address', { connection_kind: 'static' as const }],
    ['a login with a space', { pppoe_login: 'a b' }],
  ])('%s is refused', async (_what, changes) => {
    const { id } = await aLine()
    await expect(doing(database, (tx) => editSubscription(tx, { subscriptionId: id, changes }))).rejects.toThrow(Invalid)
  })

  test('an address and a login can be had once', async () => {
    const { id } = await aLine({ pppoe_login: `solo${unique()}` })
    const { id: other } = await aLine()
    await doing(database, (tx) => editSubscription(tx, { subscriptionId: id, changes: { static_ip: '10.7.7.7' } }))
    await expect(doing(database, (tx) => editSubscription(tx, { subscriptionId: other, changes: { static_ip: '10.7.7.7' } }))).rejects.toMatchObject({
      constraint: 'subscriptions_static_ip',
    })
  })
})
