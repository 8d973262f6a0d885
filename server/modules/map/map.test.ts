import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { companyScope } from '../../kernel/actor.ts'
import { settableClock } from '../../kernel/clock.ts'
import { date } from '../../kernel/time.ts'
import { appAs } from '../../testing/app-as.ts'
import type { Send } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBareRouter, aBranch, aClient, aPackage, aReseller, doing } from '../../testing/factories.ts'
import { aBareOlt, fibreOf, fibrePartitions } from '../../testing/fibre.ts'
import { partitionsBetween } from '../../testing/money.ts'
import { stepOf } from './grid.ts'
import { selectCells } from './points-store.ts'

const clock = settableClock('2026-03-01T08:00:00Z')
const database = await testDatabase({ clock })
const fibre = fibreOf(database, clock)
let [north, south, packageId, routerId, resellerId] = [0n, 0n, 0n, 0n, 0n]
let areaId: bigint
let admin: Send
let n = 0

/** Around a point of the town, so many thousandths of a degree away. */
const at = (latitude: number, longitude: number) => ({ latitude: 23.8 + latitude / 1000, longitude: 90.4 + longitude / 1000 })
const TOWN = '23.7,90.3,23.9,90.5'

const aHome = async (place: ReturnType<typeof at>, facts: { branch?: bigint; area_id?: bigint; reseller_id?: bigint; router?: bigint | null } = {}) => {
  n += 1
  const { client, subscription } = await aClient(database, {
    branch_id: facts.branch ?? north,
    area_id: facts.area_id ?? null,
    reseller_id: facts.reseller_id ?? null,
    name: `Home ${n}`,
    ...place,
    subscription: { packageId, activatedOn: date('2026-01-01'), pppoe_login: `home${n}`, router_id: facts.router ?? null },
  })
  return { id: client.id, lineId: subscription?.id ?? 0n }
}
const dials = async (lineId: bigint) =>
  await sql`insert into ppp_sessions (router_id, subscription_id, started_at, updated_at, source, login, acct_session_id) values (${routerId}, ${lineId}, now(), now(), 'poll', ${`l${lineId}`}, 's')`.execute(
    database.db,
  )
const places = async (send: Send, query: string) => (await send('GET', `/map/points?bounds=${TOWN}&${query}`)).body
const shown = async (send: Send, query = '') =>
  new Map<number, { kind: string; state: string; name: string }>((await places(send, query)).points.map((point: { id: number }) => [point.id, point]))

beforeAll(async () => {
  await partitionsBetween(database, '2026-02-01', '2026-04-01')
  await fibrePartitions(database, '2026-02-01', '2026-04-01')
  north = await aBranch(database, 'NORTH')
  south = await aBranch(database, 'SOUTH')
  packageId = (await aPackage(database)).package.id
  routerId = await aBareRouter(database, north)
  resellerId = await aReseller(database, north)
  admin = await appAs(database, 'admin')
  areaId = BigInt((await admin('POST', '/areas', { name: 'Mirpur', branch_id: Number(north) })).body.id)
})

describe('what the map shows', () => {
  test('is what stands within the bounds, and how each of it is', async () => {
    const oltId = await aBareOlt(database, north, 'OLT Mirpur')
    await fibre.polled(oltId)
    await sql`update olts set latitude = 23.8, longitude = 90.4 where id = ${oltId}`.execute(database.db)
    const box = (await admin('POST', '/boxes', { branch_id: Number(north), area_id: Number(areaId), olt_id: Number(oltId), name: 'Box 1', ...at(1, 1) })).body
    const online = await aHome(at(2, 2), { router: routerId })
    await dials(online.lineId)
    const dark = await aHome(at(3, 3), { router: routerId })
    const lost = await aHome(at(4, 4))
    const lit = await aHome(at(5, 5))
    const unsaid = await aHome(at(6, 6))
    const away = await aHome({ latitude: 25, longitude: 90.4 })
    const lostOnu = await fibre.anOnu({ oltId, boxId: BigInt(box.id), subscriptionId: lost.lineId, state: 'los' })
    await fibre.anOnu({ oltId, boxId: BigInt(box.id), subscriptionId: lit.lineId })
    await sql`update onus set light = 'weak', rx_centi_dbm = -2655 where state = 'online'`.execute(database.db)

    const { points, cells, kinds } = await places(admin, '')
    expect(cells).toEqual([])
    expect(kinds).toEqual([
      { kind: 'olt', count: 1, offline: 0, is_grouped: false, is_more: false },
      { kind: 'box', count: 1, offline: 0, is_grouped: false, is_more: false },
      { kind: 'client', count: 5, offline: 2, is_grouped: false, is_more: false },
    ])
    const of = (kind: string, id: bigint | number) => points.find((point: { kind: string; id: number }) => point.kind === kind && point.id === Number(id))
    expect(of('olt', oltId)).toMatchObject({ name: 'OLT Mirpur', state: 'online', onus: 2, online: 1 })
    expect(of('box', box.id)).toMatchObject({ name: 'Box 1', code: 'box', state: 'partly', onus: 2, online: 1 })
    expect(of('client', online.id)).toMatchObject({ state: 'online', onu_id: null, light: null })
    expect(of('client', dark.id)).toMatchObject({ state: 'offline' })
    expect(of('client', lost.id)).toMatchObject({ state: 'offline', onu_id: Number(lostOnu), onu_state: 'los' })
    expect(of('client', lit.id)).toMatchObject({ state: 'online', light: 'weak', rx_dbm: -26.55 })
    expect(of('client', unsaid.id)).toMatchObject({ state: 'unknown' })
    expect(of('client', away.id)).toBeUndefined()

    await fibre.failed(oltId)
    await fibre.found([lostOnu], 'online')
    expect((await shown(admin, 'kinds=olt')).get(Number(oltId))).toMatchObject({ state: 'offline' })
    expect((await shown(admin, 'kinds=client')).get(Number(lost.id))).toMatchObject({ state: 'online' })
    expect([...(await shown(admin, 'kinds=client&offline=true')).keys()]).toEqual([Number(dark.id)])
    await admin('POST', `/subscriptions/${dark.lineId}/suspension`, { reason: 'manual', note: 'away' })
    expect((await shown(admin, 'kinds=client')).get(Number(dark.id))).toMatchObject({ state: 'suspended' })
  })

  test('is narrowed by kind, branch and area; deleted clients and those of elsewhere are not there', async () => {
    const inArea = await aHome(at(20, 20), { area_id: areaId })
    const inSouth = await aHome(at(21, 21), { branch: south })
    const gone = await aHome(at(22, 22))
    await sql`update clients set deleted_at = now() where id = ${gone.id}`.execute(database.db)
    expect([...(await shown(admin, `area_id=${areaId}`)).values()].map(({ kind, name }) => [kind, name])).toEqual([
      ['box', 'Box 1'],
      ['client', expect.stringContaining('Home')],
    ])
    expect([...(await shown(admin, `branch_id=${south}`)).keys()]).toEqual([Number(inSouth.id)])
    const all = await shown(admin, 'kinds=client')
    expect([all.has(Number(inArea.id)), all.has(Number(gone.id))]).toEqual([true, false])
  })

  test('is what a branch manager, a reseller and a collector may see', async () => {
    const scope = { kind: 'branches', branchIds: [south] } as const
    const manager = await appAs(database, 'branch_manager', { scope })
    const own = [...(await shown(manager)).values()]
    expect(own.map(({ kind }) => kind)).toEqual(['client'])
    expect([...(await shown(manager, `branch_id=${north}`)).values()]).toEqual([])
    const sold = await aHome(at(30, 30), { reseller_id: resellerId })
    const reseller = await appAs(database, 'support', { scope: { kind: 'reseller', resellerId } })
    expect([...(await shown(reseller)).keys()]).toEqual([Number(sold.id)])
    const collector = await appAs(database, 'collector')
    expect((await places(collector, '')).kinds.map(({ kind }: { kind: string }) => kind)).toEqual(['client'])
    expect([...(await shown(collector)).values()].every((point) => 'light' in point && point.light === null)).toBe(true)
    const nobody = await appAs(database, 'collector', { denials: ['client.view'] })
    expect((await nobody('GET', `/map/points?bounds=${TOWN}`)).status).toBe(403)
  })

  test.each(['', '23,90,24', 'a,b,c,d', '24,90,23,91', '23,91,24,90', '-91,0,0,1', '23,90,24,181'])('bounds "%s" are refused', async (bounds) => {
    expect((await admin('GET', `/map/points?bounds=${bounds}`)).status).toBe(422)
    expect((await admin('GET', `/map/points?bounds=${TOWN}&kinds=client,house`)).status).toBe(422)
  })
})

describe('more than can be shown', () => {
  test('are counted in cells, none left out, with how many of them are offline', async () => {
    await sql`
      insert into clients (code, name, phone, branch_id, joined_on, latitude, longitude)
      select 'M' || n, 'Many ' || n, '01711', ${south}, '2026-01-01', 22.3 + (n % 30) * 0.001, 91.8 + (n / 30) * 0.001 from generate_series(1, 599) n`.execute(
      database.db,
    )
    const bounds = '22.25,91.75,22.4,91.9'
    const lost = await aHome({ latitude: 22.301, longitude: 91.801 }, { branch: south, router: routerId })
    const { points, cells, kinds } = (await admin('GET', `/map/points?bounds=${bounds}`)).body
    expect(points).toEqual([])
    expect(kinds.at(-1)).toEqual({ kind: 'client', count: 600, offline: 1, is_grouped: true, is_more: false })
    expect(cells.length).toBeGreaterThan(5)
    expect(cells.length).toBeLessThan(300)
    expect(cells.reduce((sum: number, cell: { count: number }) => sum + cell.count, 0)).toBe(600)
    const [down] = cells.filter(({ offline }: { offline: number }) => offline === 1)
    expect(down.south <= 22.301 && 22.301 <= down.north && down.west <= 91.801 && 91.801 <= down.east).toBe(true)
    // Each holds what it says, and going closer shows it one by one.
    for (const cell of cells.slice(0, 3)) {
      const hair = 1e-6
      const closer = (await admin('GET', `/map/points?bounds=${cell.south - hair},${cell.west - hair},${cell.north + hair},${cell.east + hair}`)).body
      expect(closer.points).toHaveLength(cell.count)
    }
    // Told one way or the other, it is the same.
    const filter = { bounds: { south: 22.25, west: 91.75, north: 22.4, east: 91.9 }, isOffline: false, seesFibre: true }
    const grid = { step: stepOf(filter.bounds, 8), limit: 300 }
    const of = async (isMany: boolean) => await selectCells(database, companyScope, 'client', filter, { ...grid, isMany })
    expect((await of(true)).map((cell) => ({ ...cell, kind: 'client' }))).toEqual(cells)
    expect(await of(false)).toEqual(await of(true))
    const only = (await admin('GET', `/map/points?bounds=${bounds}&offline=true`)).body
    expect(only.points.map(({ id }: { id: number }) => id)).toEqual([Number(lost.id)])
    const first = (await admin('GET', `/map/points?bounds=${bounds}&group=false`)).body
    expect([first.points.length, first.kinds.at(-1).is_more]).toEqual([500, true])
    const manager = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [north] } })
    expect((await manager('GET', `/map/points?bounds=${bounds}`)).body).toMatchObject({ points: [], cells: [] })
  })

  test('are found by the index of places', async () => {
    await sql`analyze clients`.execute(database.db)
    const plan = await doing(database, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx.db)
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain select count(*) from clients p where p.latitude between 22.3 and 22.301 and p.longitude between 91.8 and 91.801 and p.longitude is not null and p.deleted_at is null`.execute(
        tx.db,
      )
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toMatch(/clients_place.*Index Cond: .*latitude.*longitude/s)
  })
})

describe('where the map begins', () => {
  test('is where what one may see stands', async () => {
    const polygon = [
      [90.2, 23.6],
      [90.6, 23.6],
      [90.6, 24],
    ]
    expect((await admin('GET', '/map')).body).toMatchObject({
      tile_url: '',
      bounds: { south: 23.8, west: 90.4, north: expect.closeTo(23.801, 6), east: expect.closeTo(90.401, 6) },
    })
    await admin('PATCH', `/areas/${areaId}`, { polygon })
    expect((await admin('GET', '/map')).body.bounds).toEqual({ south: 23.6, west: 90.2, north: 24, east: 90.6 })
    const manager = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [south] } })
    const { bounds } = (await manager('GET', '/map')).body
    expect([bounds.south, bounds.west]).toEqual([22.3, expect.closeTo(90.421, 6)])
  })

  test('is nowhere while nothing has a place', async () => {
    const empty = await aBranch(database, 'EMPTY')
    const manager = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [empty] } })
    expect((await manager('GET', '/map')).body.bounds).toBeNull()
  })
})

describe('the address of pictures', () => {
  const policy = async () => String((await (await appAs(database, null)).app.inject('/map')).headers['content-security-policy'])
  const set = async (url: string) => await admin('PATCH', '/settings', { values: { 'map.tile_url': url, 'map.tile_attribution': '© Maps' } })

  test('lets the page fetch pictures from its origin, and from nowhere else', async () => {
    expect(await policy()).toContain("img-src 'self' data: blob:;")
    expect((await set('https://tiles.example.com:8443/osm/{z}/{x}/{y}.png?key=1')).status).toBe(200)
    expect((await admin('GET', '/map')).body).toMatchObject({
      tile_url: 'https://tiles.example.com:8443/osm/{z}/{x}/{y}.png?key=1',
      tile_attribution: '© Maps',
    })
    await expect.poll(policy, { timeout: 10_000 }).toContain("img-src 'self' data: blob: https://tiles.example.com:8443;")
    expect(await policy()).toMatch(/script-src 'self';.*connect-src 'self';/)
    expect((await set('')).status).toBe(200)
    await expect.poll(policy, { timeout: 10_000 }).toContain("img-src 'self' data: blob:;")
  })

  test.each([
    'https://tiles.example.com/{z}/{x}.png',
    'https://{s}.example.com/{z}/{x}/{y}.png',
    "https://tiles.example.com; script-src 'unsafe-inline'/{z}/{x}/{y}",
    'javascript:{z}{x}{y}',
    'https://name:secret@tiles.example.com/{z}/{x}/{y}.png',
    'https://tiles.example.com/{z}/{x}/{y}/{quadkey}.png',
  ])('that is none is refused: %s', async (url) => {
    expect((await set(url)).body).toMatchObject({ status: 422, errors: [{ field: 'map.tile_url' }] })
  })
})
