import { expect, onTestFinished, test } from 'vitest'
import { settableClock } from '../../server/kernel/clock.ts'
import { furnishNetwork, simulateRouter } from './index.ts'
import { rawClient } from './raw-client.ts'
import type { SimulatedRouter } from './router.ts'

const START = '2026-03-01T00:00:00Z'
const anis = { name: 'anis', password: 'pw', callerId: '50:D4:F7:00:00:01' }

async function given({ version = '7.18.2', subscribers = 0 } = {}) {
  const clock = settableClock(START)
  const router = await simulateRouter({
    clock,
    version,
    identity: 'pop-1',
    zone: 'Asia/Dhaka',
    users: [{ name: 'admin', password: '', group: 'full' }],
    seed: 7,
  })
  onTestFinished(router.close)
  if (subscribers > 0) furnishNetwork(router, { subscribers, seed: 7 })
  else furnishByHand(router)
  const client = await rawClient(router)
  onTestFinished(client.close)
  await client.logIn('admin', '')
  const online = (): string[] => router.rows('active').map(({ name = '' }) => name)
  return { clock, router, client, online }
}

function furnishByHand(router: SimulatedRouter): void {
  router.addRow('pools', { name: 'home', ranges: '100.64.0.2-100.64.0.250' })
  router.addRow('pools', { name: 'blocked', ranges: '10.255.0.2-10.255.0.250' })
  router.addRow('profiles', { name: 'home-10', 'remote-address': 'home', 'rate-limit': '10M/20M' })
  router.addRow('profiles', { name: 'suspended', 'remote-address': 'blocked', 'address-list': 'suspended' })
}

test('a subscriber dials by himself and has an address, an interface, a queue and a line in the log', async () => {
  const { clock, router, online } = await given()
  router.subscribe(anis, { profile: 'home-10' })
  expect(online()).toEqual([])
  clock.advance({ minutes: 1 })
  expect(router.rows('active')).toMatchObject([{ name: 'anis', service: 'pppoe', 'caller-id': anis.callerId, address: '100.64.0.2' }])
  expect(router.rows('interfaces').at(-1)).toMatchObject({ name: '<pppoe-anis>', type: 'pppoe-in', dynamic: 'true' })
  expect(router.rows('queues')).toMatchObject([{ name: '<pppoe-anis>', 'max-limit': '10000000/20000000', dynamic: 'true' }])
  expect(router.rows('log').at(-1)?.['message']).toContain('anis logged in')
})

test('a disabled secret keeps the session until it is kicked, and the next dial is refused until it is enabled again', async () => {
  const { clock, router, client, online } = await given()
  router.subscribe(anis, { profile: 'home-10' })
  clock.advance({ minutes: 1 })
  await client.ask('/ppp/secret/disable', '=numbers=anis')
  clock.advance({ minutes: 10 })
  expect(online()).toEqual(['anis'])
  const [session] = router.rows('active')
  await client.ask('/ppp/active/remove', `=numbers=${session?.['.id']}`)
  expect(online()).toEqual([])
  clock.advance({ hours: 3 })
  expect(online()).toEqual([])
  expect(router.rows('log').filter(({ message }) => message?.includes('authentication failed'))).toHaveLength(1)
  await client.ask('/ppp/secret/enable', '=numbers=anis')
  expect(online()).toEqual([])
  clock.advance({ seconds: 8 })
  expect(online()).toEqual(['anis'])
})

test('a kicked subscriber is back within ten seconds, and a profile that is changed holds from then on', async () => {
  const { clock, router, client } = await given()
  router.subscribe(anis, { profile: 'home-10' })
  clock.advance({ minutes: 1 })
  await client.ask('/ppp/secret/set', '=numbers=anis', '=profile=suspended')
  expect(router.rows('addressLists')).toEqual([])
  await client.ask('/ppp/active/remove', '=numbers=anis')
  clock.advance({ seconds: 10 })
  expect(router.rows('active')).toMatchObject([{ address: '10.255.0.2' }])
  expect(router.rows('addressLists')).toMatchObject([{ list: 'suspended', address: '10.255.0.2', dynamic: 'true' }])
  expect(router.rows('queues')).toEqual([])
  expect(router.rows('secrets')[0]).toMatchObject({ 'last-logged-out': '2026-03-01 06:01:00', 'last-disconnect-reason': 'terminating... - admin reset' })
})

test('wrong password, another box, no address left: refused, each with its reason', async () => {
  const { clock, router, online } = await given({ version: '6.49.10' })
  router.addRow('pools', { name: 'tiny', ranges: '10.9.0.1-10.9.0.1' })
  router.addRow('profiles', { name: 'tiny', 'remote-address': 'tiny' })
  router.subscribe({ ...anis, name: 'typo', password: 'wrong' }, { password: 'right', profile: 'home-10' })
  router.subscribe({ ...anis, name: 'moved' }, { profile: 'home-10', 'caller-id': '50:D4:F7:00:00:99' })
  router.subscribe({ ...anis, name: 'first' }, { profile: 'tiny' })
  router.subscribe({ ...anis, name: 'second' }, { profile: 'tiny' })
  clock.advance({ minutes: 1 })
  expect(online()).toHaveLength(1)
  const reasons = router.rows('log').map(({ message }) => message)
  expect(reasons.filter((message) => message?.includes('authentication failed'))).toHaveLength(2)
  expect(reasons.filter((message) => message?.includes('could not be given an address'))).toHaveLength(1)
})

test('the same seed tells the same story, however often one looks', async () => {
  const story = async (steps: readonly number[]) => {
    const { clock, router } = await given({ subscribers: 300 })
    for (const minutes of steps) {
      clock.advance({ minutes })
      router.rows('interfaces')
    }
    return { active: router.rows('active'), counters: router.rows('interfaces'), secrets: router.rows('secrets') }
  }
  const inOneGo = await story([3 * 24 * 60])
  expect(inOneGo.active.length).toBeGreaterThan(250)
  expect(new Set(inOneGo.secrets.map((secret) => secret['last-logged-out'])).size).toBeGreaterThan(100)
  const inSteps = await story([...Array.from({ length: 71 }, () => 60), 7, 13, 40])
  expect(inSteps).toEqual(inOneGo)
})

test('counters only grow while a session lasts, evenings carry more than nights, and no rate is above the profile', async () => {
  const { clock, router, client } = await given({ subscribers: 200 })
  clock.set('2026-03-01T20:00:00Z')
  const total = () => BigInt(router.rows('interfaces').find(({ name }) => name === 'ether2')?.['tx-byte'] ?? '0')
  const volume = (hours: number): bigint => {
    const before = total()
    clock.advance({ hours })
    return total() - before
  }
  const night = volume(3) // 02:00 to 05:00 in Dhaka.
  clock.set('2026-03-02T13:00:00Z')
  const evening = volume(3) // 19:00 to 22:00.
  expect(night).toBeGreaterThan(0n)
  expect(evening).toBeGreaterThan(night * 4n)
  const ports = router.rows('interfaces').filter(({ type }) => type === 'pppoe-in')
  const names = ports.slice(0, 50).map(({ name }) => name)
  const rates = (await client.values('tx-bits-per-second', '/interface/monitor-traffic', `=interface=${names.join(',')}`, '=once=')).map(Number)
  expect(Math.max(...rates)).toBeGreaterThan(1_000_000)
  expect(Math.max(...rates)).toBeLessThanOrEqual(50_000_000)
})

test('after a restart everybody is offline for a moment, rows have other numbers and counters begin anew', async () => {
  const { clock, router, client, online } = await given({ subscribers: 50 })
  clock.advance({ hours: 5 })
  const before = { secrets: router.rows('secrets'), count: online().length }
  client.say('/system/reboot')
  expect(await client.next()).toBeNull()
  expect(online()).toEqual([])
  const after = router.rows('secrets')
  expect(after.map(({ name }) => name)).toEqual(before.secrets.map(({ name }) => name))
  expect(after.some((row) => before.secrets.some((old) => old['.id'] === row['.id']))).toBe(false)
  clock.advance({ minutes: 2 })
  expect(online().length).toBeGreaterThanOrEqual(before.count)
})

test('without power nothing answers and nobody is online; with power everybody comes back', async () => {
  const { clock, router, online } = await given({ subscribers: 20 })
  clock.advance({ minutes: 5 })
  await router.switchOff()
  clock.advance({ hours: 2 })
  expect(online()).toEqual([])
  const refused = await rawClient(router)
  expect(await refused.next()).toBeNull()
  await router.switchOn()
  clock.advance({ minutes: 2 })
  expect(online()).toHaveLength(20)
  expect(router.rows('secrets').map(({ disabled }) => disabled)).not.toContain('true')
})

test('a hand on the switch: a subscriber can be made to dial, to go and to come back', async () => {
  const { clock, router, online } = await given()
  router.subscribe(anis, { profile: 'home-10' })
  expect(router.subscribers.dialNow('anis')).toBe(true)
  router.subscribers.switchOff('anis')
  clock.advance({ hours: 30 })
  expect(online()).toEqual([])
  router.subscribers.switchOn('anis')
  clock.advance({ seconds: 6 })
  expect(online()).toEqual(['anis'])
})
