import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '../../../kernel/actor.ts'
import { companyScope } from '../../../kernel/actor.ts'
import { settableClock } from '../../../kernel/clock.ts'
import { toMinor } from '../../../kernel/money.ts'
import { date } from '../../../kernel/time.ts'
import { conn } from '../../../platform/db/transaction.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { aBareRouter, aBranch, aClient, anActor, aPackage, aReseller, doing } from '../../../testing/factories.ts'
import { addSubscription, deleteClient, editClient, markLeft, setExpiry, setFlag, suspendSubscription } from '../index.ts'
import { clientSearch, lineSearch } from '../search/providers.ts'
import { searchAll } from '../search/provider.ts'
import type { ClientFilter } from './filter.ts'
import { toFilter } from '../routes/list-filter.ts'
import { countMatching, listClients } from './list-clients.ts'
import { SORT_PARAMS } from './sorts.ts'
import type { SortParam } from './sorts.ts'
import type { ListedClient, ListPosition } from './store.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const STATES = ['active', 'suspended', 'left', 'pending', 'none'] as const
let database: TestDatabase
let branches: bigint[]
let resellerId: bigint
let packages: bigint[]

// Sixty clients of two branches in every state, with debts, expiries, tags and flags; some with two lines, some deleted.
beforeAll(async () => {
  database = await testDatabase({ clock })
  branches = [await aBranch(database, 'AAA'), await aBranch(database, 'BBB')]
  resellerId = await aReseller(database, branches[0] as bigint)
  packages = [(await aPackage(database)).package.id, (await aPackage(database)).package.id]
  for (let n = 1; n <= 3; n += 1) await aBareRouter(database, branches[0] as bigint)
  for (let n = 0; n < 60; n += 1) {
    const state = STATES[n % 5]
    const isPrepaid = n % 4 === 0
    const { client, subscription } = await aClient(database, {
      name: n % 3 === 0 ? `Rahim ${n}` : `karim ${60 - n}`,
      code: `K-${String((n * 37) % 60).padStart(3, '0')}`,
      branch_id: branches[n % 2] as bigint,
      reseller_id: n % 10 === 0 ? resellerId : null,
      joined_on: date('2026-01-01').add({ days: (n * 7) % 30 }),
      tags: n % 6 === 0 ? ['fibre-ring'] : [],
      ...(state === 'none'
        ? {}
        : {
            subscription: {
              packageId: packages[n % 2] as bigint,
              billingMode: isPrepaid ? ('prepaid' as const) : ('postpaid' as const),
              pppoe_login: `line${n}`,
              router_id: n % 7 === 0 ? null : BigInt(n % 3) + 1n,
              ...(n % 8 === 1 ? { connection_kind: 'static' as const, static_ip: `10.0.0.${n}` } : {}),
              activatedOn: state === 'pending' ? null : date('2026-02-01'),
            },
          }),
    })
    if (state === 'suspended')
      await doing(database, (tx) => suspendSubscription(tx, { subscriptionId: subscription?.id as bigint, reason: 'manual', note: '' }))
    if (state === 'left') await doing(database, (tx) => markLeft(tx, { subscriptionId: subscription?.id as bigint, on: date('2026-03-01'), reason: '' }))
    if (isPrepaid && state === 'active') await doing(database, (tx) => setExpiry(tx, subscription?.id as bigint, date('2026-04-01').add({ days: n % 8 })))
    if (state === 'active' && n % 2 === 0)
      await doing(database, (tx) =>
        addSubscription(tx, { clientId: client.id, packageId: packages[1] as bigint, pppoe_login: `second${n}`, activatedOn: date('2026-02-01') }),
      )
    if (n % 15 === 0) await doing(database, (tx) => setFlag(tx, { clientId: client.id, flag: 'vip', isSet: true }))
    if (n % 3 === 0) await sql`update client_balances set receivable_minor = ${1000 * ((n * 13) % 7)} where client_id = ${client.id}`.execute(database.db)
    // Of those who owe, every second has owed since the first of March.
    if (n % 3 === 0 && (n * 13) % 7 !== 0)
      await sql`insert into invoice_balances (invoice_id, client_id, due_on, total_minor)
        values (${n + 1}, ${client.id}, ${n % 2 === 0 ? '2026-03-01' : '2026-03-20'}::date, ${1000 * ((n * 13) % 7)})`.execute(database.db)
    if (n % 20 === 19) await doing(database, (tx) => deleteClient(tx, { clientId: client.id, reason: 'test' }))
  }
})

async function all(
  filter: ClientFilter,
  sort: SortParam,
  { scope = companyScope, limit = 7 }: { scope?: Scope; limit?: number } = {},
): Promise<ListedClient[]> {
  const found: ListedClient[] = []
  let after: ListPosition | undefined
  for (let page = 0; page < 50; page += 1) {
    const { rows, next } = await listClients(await conn(database), scope, { filter, sort, limit, after })
    expect(rows.length).toBeLessThanOrEqual(limit)
    found.push(...rows)
    if (next === null) return found
    after = next
  }
  throw new Error('the list does not end')
}

/** What each filter means, said a second time over the rows themselves. */
const live = (client: ListedClient) =>
  client.lines.some(({ state }) => state !== 'left') ? client.lines.filter(({ state }) => state !== 'left') : client.lines
const CASES: [string, ClientFilter, (client: ListedClient) => boolean][] = [
  ['everybody', {}, () => true],
  ['active', { state: 'active' }, (client) => live(client).some(({ state }) => state === 'active')],
  ['suspended', { state: 'suspended' }, (client) => live(client).some(({ state }) => state === 'suspended')],
  ['left', { state: 'left' }, (client) => client.lines.length > 0 && live(client).every(({ state }) => state === 'left')],
  ['without a line', { state: 'none' }, (client) => client.lines.length === 0],
  ['tag', { tag: 'fibre-ring' }, ({ tags }) => tags.includes('fibre-ring')],
  ['vip', { isVip: true }, ({ is_vip }) => is_vip],
  [
    'joined',
    { joinedFrom: date('2026-01-05'), joinedTo: date('2026-01-15') },
    ({ joined_on }) => joined_on.toString() >= '2026-01-05' && joined_on.toString() <= '2026-01-15',
  ],
  ['owes', { owes: true }, ({ receivable_minor }) => receivable_minor > 0n],
  ['owes so much', { owesFrom: toMinor(3000n) }, ({ receivable_minor }) => receivable_minor >= 3000n],
  ['overdue', { dueBefore: date('2026-03-10') }, ({ due_on }) => due_on !== null && due_on.toString() < '2026-03-10'],
  [
    'overdue and owes so much',
    { dueBefore: date('2026-03-10'), owesFrom: toMinor(3000n) },
    ({ due_on, receivable_minor }) => due_on !== null && due_on.toString() < '2026-03-10' && receivable_minor >= 3000n,
  ],
  ['static lines', { connectionKind: 'static' }, (client) => live(client).some(({ connection_kind }) => connection_kind === 'static')],
  ['PPPoE lines', { connectionKind: 'pppoe' }, (client) => live(client).some(({ connection_kind }) => connection_kind === 'pppoe')],
  ['owes nothing', { owes: false }, ({ receivable_minor }) => receivable_minor === 0n],
  ['router', { routerId: 2n }, (client) => live(client).some(({ router_id }) => router_id === 2n)],
  ['no router', { hasRouter: false }, (client) => live(client).some(({ router_id, state }) => router_id === null && state !== 'left')],
  ['search by name', { q: 'rahim' }, ({ name }) => /rahim/i.test(name)],
  ['search by login', { q: 'LINE4' }, ({ lines }) => lines.some(({ pppoe_login }) => pppoe_login?.includes('line4') === true)],
  ['search by two letters', { q: 'ka' }, ({ name }) => name.startsWith('ka')],
  ['active and owes', { state: 'active', owes: true }, (client) => live(client).some(({ state }) => state === 'active') && client.receivable_minor > 0n],
]

describe('filters and sorts', () => {
  test.each(CASES)('%s: every sort gives the same clients once each, page by page', async (_what, filter, matches) => {
    const everybody = await all({}, 'id', { limit: 200 })
    const expected = everybody.filter(matches).map(({ id }) => id)
    expect(expected.length).toBeGreaterThan(0)
    for (const sort of SORT_PARAMS) {
      const found = (await all(filter, sort)).map(({ id }) => id)
      expect(
        [...found].sort((a, b) => (a < b ? -1 : 1)),
        sort,
      ).toEqual(expected)
    }
    expect(await countMatching(await conn(database), companyScope, filter)).toEqual({ count: expected.length, isCapped: false })
  })

  test('each sort orders by its value, the other way round with a minus', async () => {
    const order = async (sort: SortParam, value: (client: ListedClient) => string) => (await all({}, sort)).map(value)
    const byName = await order('name', ({ name }) => name.toLowerCase())
    expect(byName).toEqual([...byName].sort())
    const byCode = await order('-code', ({ code }) => code)
    expect(byCode).toEqual([...byCode].sort().reverse())
    const byJoined = await order('joined_on', ({ joined_on }) => joined_on.toString())
    expect(byJoined).toEqual([...byJoined].sort())
    const debts = (await all({}, '-balance')).map(({ receivable_minor }) => Number(receivable_minor))
    expect(debts).toEqual([...debts].sort((a, b) => b - a))
    const rising = (await all({}, 'balance')).map(({ receivable_minor }) => Number(receivable_minor))
    expect(rising).toEqual([...rising].sort((a, b) => a - b))
    const ends = (await all({}, 'expires_on')).map(
      ({ lines }) => lines.flatMap(({ expires_on, state }) => (expires_on === null || state === 'left' ? [] : [expires_on.toString()])).sort()[0] ?? 'never',
    )
    expect(ends).toEqual([...ends].sort())
    expect(ends[0]).not.toBe('never')
  })

  test('days are counted from today', () => {
    const today = date('2026-03-10')
    const asked = toFilter({ overdue_days: 7, expires_within: 5 }, today)
    expect([asked.dueBefore, asked.expiresFrom, asked.expiresTo].map(String)).toEqual(['2026-03-04', '2026-03-11', '2026-03-15'])
    expect(String(toFilter({ overdue_days: 1 }, today).dueBefore)).toBe('2026-03-10')
    expect(toFilter({}, today).dueBefore).toBeUndefined()
  })

  test('deleted clients are seen only when asked for', async () => {
    const deleted = await all({ isDeleted: true }, 'code')
    expect(deleted.length).toBe(3)
    expect(deleted.every(({ deleted_at }) => deleted_at !== null)).toBe(true)
    expect((await all({}, 'code')).some(({ deleted_at }) => deleted_at !== null)).toBe(false)
  })
})

describe('scope', () => {
  test('a branch sees its own clients in every sort, and asking for another branch gives nothing', async () => {
    const scope: Scope = { kind: 'branches', branchIds: [branches[0] as bigint] }
    const expected = (await all({}, 'id', { limit: 200 })).filter(({ branch_id }) => branch_id === branches[0]).map(({ id }) => id)
    for (const sort of SORT_PARAMS) expect((await all({}, sort, { scope })).map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1))).toEqual(expected)
    expect(await all({ branchId: branches[1] as bigint }, 'code', { scope })).toEqual([])
    expect(await all({ q: 'rahim' }, 'code', { scope })).not.toEqual([])
    expect((await all({ q: 'rahim' }, 'code', { scope })).every(({ branch_id }) => branch_id === branches[0])).toBe(true)
    expect(await all({}, 'code', { scope: { kind: 'branches', branchIds: [] } })).toEqual([])
    expect((await all({}, '-name', { scope: { kind: 'branches', branchIds: branches } })).length).toBe(57)
  })

  test('a reseller sees his own clients', async () => {
    const scope: Scope = { kind: 'reseller', resellerId }
    const found = await all({}, 'code', { scope })
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ reseller_id }) => reseller_id === resellerId)).toBe(true)
  })
})

describe('the projection', () => {
  const difference = async () =>
    (
      await sql`(select * from client_list except select * from client_list_source) union all (select * from client_list_source except select * from client_list)`.execute(
        database.db,
      )
    ).rows

  test('says what clients and lines say, after everything that has happened to them', async () => {
    expect(await difference()).toEqual([])
  })

  test('follows changes of one client by several people at once', async () => {
    const { client, subscription } = await aClient(database, {
      branch_id: branches[0] as bigint,
      subscription: { packageId: packages[0] as bigint, activatedOn: date('2026-02-01') },
    })
    const second = await doing(database, (tx) =>
      addSubscription(tx, { clientId: client.id, packageId: packages[1] as bigint, activatedOn: date('2026-02-01') }),
    )
    await Promise.all([
      doing(database, (tx) => suspendSubscription(tx, { subscriptionId: subscription?.id as bigint, reason: 'manual', note: '' })),
      doing(database, (tx) => markLeft(tx, { subscriptionId: second.id, on: date('2026-03-10'), reason: '' })),
      doing(database, (tx) => editClient(tx, { clientId: client.id, changes: { name: 'Renamed' } })),
    ])
    expect(await difference()).toEqual([])
    await doing(database, (tx) => markLeft(tx, { subscriptionId: subscription?.id as bigint, on: date('2026-03-10'), reason: '' }))
    expect(await difference()).toEqual([])
  })
})

describe('the search box', () => {
  const find = async (q: string, scope: Scope = companyScope) =>
    searchAll(await conn(database), anActor({ scope }), [clientSearch, lineSearch], { q, limit: 20 })

  test('finds a client by code, telephone in any spelling and a part of the name, and a line by login, MAC in any notation and address', async () => {
    const { client, subscription } = await aClient(database, {
      branch_id: branches[1] as bigint,
      name: 'Zubaida Khanom',
      phone: '01999888777',
      code: 'ZK-1',
      subscription: {
        packageId: packages[0] as bigint,
        pppoe_login: 'zubaida.home',
        mac: 'DE-AD-BE-EF-00-01',
        static_ip: '10.66.0.1',
        activatedOn: date('2026-03-01'),
      },
    })
    for (const q of ['zk-1', '+8801999888777', '০১৯৯৯৮৮৮৭৭৭']) expect((await find(q))[0]).toMatchObject({ type: 'client', id: client.id, is_exact: true })
    expect(await find('baida kha')).toMatchObject([{ type: 'client', id: client.id, is_exact: false, subtitle: 'ZK-1 · 01999888777' }])
    for (const q of ['deadbeef0001', 'DEAD.BEEF.0001', '10.66.0.1', 'zubaida.HOME'])
      expect((await find(q))[0]).toMatchObject({ type: 'subscription', id: subscription?.id, client_id: client.id, is_exact: true })
    expect(await find('zubaida.ho')).toMatchObject([{ type: 'subscription', id: subscription?.id }])
    expect(await find('zu')).toMatchObject([{ type: 'client', id: client.id }])
    expect(await find('zubaida', { kind: 'branches', branchIds: [branches[0] as bigint] })).toEqual([])
  })

  test('signs of the pattern language are looked for as they are', async () => {
    expect(await find('%%%')).toEqual([])
    expect(await find("'; drop table clients; --")).toEqual([])
  })

  test('asks only the providers whose permission the person has', async () => {
    const none = await searchAll(await conn(database), anActor({ permissions: new Set() }), [clientSearch, lineSearch], { q: 'rahim', limit: 20 })
    expect(none).toEqual([])
  })
})
