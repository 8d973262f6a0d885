import { beforeAll, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { appAs } from '../../testing/app-as.ts'
import type { Send } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBareRouter, aBranch, aClient, aPackage } from '../../testing/factories.ts'
import { recordPolled } from '../network/sessions/index.ts'
import { vendorOf } from './mac-vendors.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
let database: TestDatabase
let branchId: bigint
let routerId: bigint
let send: Send
const ids = new Map<string, number>()

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database)
  routerId = await aBareRouter(database, branchId)
  const packageId = (await aPackage(database)).package.id
  send = await appAs(database, 'admin')
  const kept: Record<string, string | null> = {
    same: '50:d4:f7:00:00:01',
    other: '50:d4:f7:00:00:02',
    none: null,
    twin: '50:d4:f7:00:00:04',
    offline: '50:d4:f7:00:00:05',
  }
  for (const [login, mac] of Object.entries(kept)) {
    const { subscription } = await aClient(database, { branch_id: branchId, subscription: { packageId, pppoe_login: login, router_id: routerId, mac } })
    ids.set(login, Number(subscription?.id))
  }
  const seen: Record<string, string> = { same: '50:D4:F7:00:00:01', other: '48-A9-8A-00-00-77', none: '50D4F7000003', twin: '50:D4:F7:00:00:01' }
  const sessions = Object.entries(seen).map(([login, callerId], n) => ({
    login,
    sessionId: `8100000${n}`,
    address: `100.64.0.${n + 2}`,
    callerId,
    service: 'pppoe',
    uptimeSeconds: 3600,
  }))
  await recordPolled({ db: database.db }, { routerId, at: clock.now(), sessions, isComplete: true })
})

const found = async (finding: string) => (await send('GET', `/reports/macs?finding=${finding}`)).body.items

test('who dials with another box than the one kept is found, however the router writes the address', async () => {
  expect(await found('changed')).toMatchObject([
    { subscription_id: ids.get('other'), kept: { mac: '50:d4:f7:00:00:02' }, seen: { mac: '48:a9:8a:00:00:77' }, lines_of_seen: 1 },
    { subscription_id: ids.get('twin'), seen: { mac: '50:d4:f7:00:00:01' }, lines_of_seen: 2 },
  ])
})

test('one box on several lines is found with all of them', async () => {
  expect((await found('shared')).map(({ login }: { login: string }) => login)).toEqual(['same', 'twin'])
})

test('lines without a kept box are found, and with it kept they are not any more', async () => {
  const [row] = await found('unkept')
  expect(row).toMatchObject({ login: 'none', kept: null, seen: { mac: '50:d4:f7:00:00:03' } })
  expect((await send('PATCH', `/subscriptions/${row.subscription_id}`, { mac: row.seen.mac, version: row.version })).status).toBe(200)
  expect(await found('unkept')).toEqual([])
  expect((await send('GET', '/reports/macs/counts')).body).toEqual({ online: 4, changed: 2, shared: 2, unkept: 0 })
})

test('a branch sees its own', async () => {
  const stranger = await appAs(database, 'manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
  expect((await stranger('GET', '/reports/macs?finding=changed')).body.items).toEqual([])
})

test('the maker is told by the first half of the address', () => {
  expect(vendorOf('48:a9:8a:00:00:01')).toMatch(/routerboard|mikrotik/i)
  expect(vendorOf('02:00:00:00:00:01')).toBeNull()
})
