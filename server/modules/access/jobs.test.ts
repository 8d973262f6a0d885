import { sql } from 'kysely'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { startWorker } from '../../platform/jobs/index.ts'
import { createLog } from '../../platform/log.ts'
import { appAs } from '../../testing/app-as.ts'
import type { Send } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { aBareRouter, aBranch, aClient, anActor, aPackage } from '../../testing/factories.ts'
import { aNetworkLine, aRouter, byHand, isOnline, secretOf } from '../../testing/network.ts'
import { addReason, endSession, jobs } from './index.ts'
import { shareRuns } from './share-runs.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
let database: TestDatabase
let branchId: bigint
let packageId: bigint
let send: Send

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database)
  packageId = (await aPackage(database)).package.id
  send = await appAs(database, 'admin')
})

async function work(): Promise<void> {
  const worker = await startWorker({ database, jobs, log: createLog({ level: 'silent', folder: null }) })
  onTestFinished(async () => await worker.stop({ timeoutMs: 3000 }))
}

const until = async (what: () => boolean | Promise<boolean>): Promise<void> => await expect.poll(what, { timeout: 10_000, interval: 25 }).toBe(true)

test('a suspension and a restoration by a person reach the subscriber through the queue, and the line says how it stands', { timeout: 60_000 }, async () => {
  await work()
  const network = await aRouter(database, { branchId })
  const line = await aNetworkLine(database, { branchId, packageId, ...network })
  const standing = async () => (await send('GET', `/subscriptions/${line.id}/access`)).body
  await until(() => secretOf(network, line.login) !== undefined)
  clock.advance({ minutes: 2 })
  expect(isOnline(network, line.login)).toBe(true)
  await until(async () => (await standing()).in_sync === true)
  expect(await standing()).toMatchObject({
    router_name: expect.stringMatching(/^Router/),
    desired: { on: true, profile: 'home-10' },
    observed: { name: line.login, is_disabled: false, profile: 'home-10' },
    since: null,
    reason: null,
    why: '',
  })
  await send('POST', `/subscriptions/${line.id}/suspension`, { note: 'abuse of the line' })
  await until(() => !isOnline(network, line.login))
  await send('DELETE', `/subscriptions/${line.id}/suspension`)
  await until(() => secretOf(network, line.login)?.['disabled'] === 'false')
  clock.advance({ minutes: 2 })
  expect(isOnline(network, line.login)).toBe(true)
})

test('what cannot be done says why and since when, in the list of what waits too; a secret in the way is taken over when a person says so', {
  timeout: 60_000,
}, async () => {
  await work()
  const network = await aRouter(database, { branchId })
  network.simulated.addRow('secrets', { name: 'rahim', password: 'old' })
  const line = await aNetworkLine(database, { branchId, packageId, routerId: network.routerId, login: 'rahim' })
  const waiting = async () => (await send('GET', `/access/waiting?router_id=${network.routerId}`)).body.items
  await until(async () => (await waiting())[0]?.reason === 'foreign_same_name')
  expect(await waiting()).toMatchObject([
    { subscription_id: Number(line.id), in_sync: false, since: expect.any(String), why: expect.stringContaining('Take it over') },
  ])
  await send('POST', `/routers/${network.routerId}/comparison`)
  const drift = async () => (await send('GET', `/routers/${network.routerId}/drift`)).body.items
  await until(async () => (await drift())[0]?.kind === 'foreign_same_name')
  expect(await drift()).toMatchObject([{ name: 'rahim', subscription_id: Number(line.id) }])
  const plan = (await send('GET', `/routers/${network.routerId}/plan`)).body
  expect(plan).toMatchObject({ hold: null, lines: { blocked: 1, changing: 0 }, foreign: 1 })
  expect((await send('POST', `/routers/${network.routerId}/adoption`, {})).body).toEqual({ adopted: 1 })
  await until(() => secretOf(network, 'rahim')?.['password'] === 'word-rahim')
  await until(async () => (await waiting()).length === 0)
})

test('a frozen router says so of its lines, shows its plan without passwords, and follows when it is thawed', { timeout: 60_000 }, async () => {
  await work()
  const network = await aRouter(database, { branchId })
  await send('POST', `/routers/${network.routerId}/freeze`, { reason: 'new firmware' })
  const line = await aNetworkLine(database, { branchId, packageId, routerId: network.routerId })
  expect((await send('GET', `/subscriptions/${line.id}/access`)).body).toMatchObject({ in_sync: false, reason: 'router_frozen' })
  const plan = await send('GET', `/routers/${network.routerId}/plan`)
  expect(plan.body.changes).toMatchObject([
    { kind: 'make_profile', names: ['home-10'] },
    { kind: 'add_secret', count: 1, names: [line.login], values: { profile: 'home-10' } },
  ])
  expect(plan.text).not.toContain('word-')
  expect(secretOf(network, line.login)).toBeUndefined()
  await send('DELETE', `/routers/${network.routerId}/freeze`)
  await until(() => secretOf(network, line.login) !== undefined)
})

test('a line on no router, of another kind or without a login is nobody’s to carry, and says so', async () => {
  const reasonOf = async (facts: { pppoe_login?: string; connection_kind?: 'dhcp'; router_id?: bigint }) => {
    const { subscription } = await aClient(database, { branch_id: branchId, subscription: { packageId, ...facts } })
    return (await send('GET', `/subscriptions/${subscription?.id}/access`)).body
  }
  const router_id = await aBareRouter(database, branchId)
  expect(await reasonOf({ pppoe_login: 'norouter' })).toMatchObject({ in_sync: null, since: null, reason: 'no_router' })
  expect(await reasonOf({ connection_kind: 'dhcp', router_id })).toMatchObject({ in_sync: null, reason: 'not_pppoe' })
  expect(await reasonOf({ router_id })).toMatchObject({ in_sync: null, reason: 'no_login' })
  expect(await reasonOf({ pppoe_login: 'unused', router_id })).toMatchObject({ in_sync: false, reason: 'router_inactive' })
})

test('E6: changes while a router is away are told once when it is back, by the job that its failure has put in', { timeout: 60_000 }, async () => {
  const network = await aRouter(database, { branchId })
  const lines = [await aNetworkLine(database, { branchId, packageId, ...network }), await aNetworkLine(database, { branchId, packageId, ...network })]
  await work()
  await until(() => lines.every(({ login }) => secretOf(network, login) !== undefined))
  // A connection that still stood would be told that it was closed, and nothing of whether the router can be reached.
  await until(() => network.simulated.connections === 0)
  await network.simulated.switchOff()
  await send('POST', `/subscriptions/${lines[0]?.id}/suspension`, {})
  const health = async () => (await send('GET', `/routers/${network.routerId}`)).body.health
  await until(async () => (await health()).failures >= 1)
  expect((await send('GET', `/subscriptions/${lines[0]?.id}/access`)).body).toMatchObject({
    reason: 'router_unreachable',
    said: expect.stringContaining('cannot be reached'),
  })
  await send('POST', `/subscriptions/${lines[1]?.id}/suspension`, {})
  await network.simulated.switchOn()
  clock.advance({ seconds: 10 })
  await until(() => lines.every(({ login }) => secretOf(network, login)?.['disabled'] === 'true'))
  expect(await health()).toMatchObject({ failures: 0, retry_at: null, error_kind: null })
})

test('a change whose transaction fails tells no router', async () => {
  const network = await aRouter(database, { branchId })
  const line = await aNetworkLine(database, { branchId, packageId, routerId: network.routerId })
  const count = async () =>
    Number((await sql<{ n: bigint }>`select count(*) as n from pgboss.job where name = 'access.apply_access'`.execute(database.db)).rows[0]?.n)
  const before = await count()
  await expect(
    inTransaction(database, { actor: anActor() }, async (tx) => {
      await addReason(tx, line.id, 'manual')
      throw new Error('the caller failed')
    }),
  ).rejects.toThrow('the caller failed')
  expect(await count()).toBe(before)
})

test('the hourly comparison puts right what somebody did by hand', { timeout: 60_000 }, async () => {
  await work()
  const network = await aRouter(database, { branchId })
  const line = await aNetworkLine(database, { branchId, packageId, ...network })
  await until(() => secretOf(network, line.login) !== undefined)
  await byHand(network, '/ppp/secret/set', `=numbers=${line.login}`, '=profile=default')
  expect((await send('POST', `/routers/${network.routerId}/comparison`)).status).toBe(202)
  await until(() => secretOf(network, line.login)?.['profile'] === 'home-10')
})

test('runs that are asked for while one runs share the next, which begins after they asked', async () => {
  const begun: boolean[] = []
  let go: () => void = () => {}
  const ask = shareRuns(async ({ isWhole }) => {
    begun.push(isWhole)
    await new Promise<void>((resolve) => (go = resolve))
  })
  const asked = (isWhole: boolean): Promise<void> => ask({ routerId: 1n, isWhole, signal: new AbortController().signal })
  const first = asked(false)
  const others = [asked(false), asked(true), asked(false)]
  expect(begun).toEqual([false])
  go()
  await first
  await expect.poll(() => begun).toEqual([false, true])
  go()
  await Promise.all(others)
  expect(begun).toEqual([false, true])
  const failing = shareRuns(async () => await Promise.reject(new Error('away')))
  await expect(failing({ routerId: 1n, isWhole: false, signal: new AbortController().signal })).rejects.toThrow('away')
})

test('whether a line is online is asked of its router, and lines are counted by router', { timeout: 60_000 }, async () => {
  await work()
  const network = await aRouter(database, { branchId })
  const line = await aNetworkLine(database, { branchId, packageId, ...network })
  const other = await aNetworkLine(database, { branchId, packageId, routerId: network.routerId })
  const session = async ({ id }: { id: bigint }) => (await send('GET', `/subscriptions/${id}/session`)).body
  await until(() => secretOf(network, line.login) !== undefined && secretOf(network, other.login) !== undefined)
  clock.advance({ minutes: 2 })
  expect(await session(line)).toMatchObject({ is_carried: true, session: { address: expect.stringMatching(/^100\.64\./), caller_id: expect.any(String) } })
  expect(await session(other)).toMatchObject({ is_carried: true, session: null })
  const { client, subscription } = await aClient(database, { branch_id: branchId, subscription: { packageId, pppoe_login: 'nowhere' } })
  expect([client.id > 0n, await session({ id: subscription?.id as bigint })]).toMatchObject([true, { is_carried: false, session: null }])

  const uptime = async (): Promise<number> => (await session(line)).session?.uptime_seconds ?? 0
  clock.advance({ hours: 1 })
  expect(await uptime()).toBeGreaterThan(3000)
  await inTransaction(database, { actor: anActor() }, async (tx) => await endSession(tx, line.id))
  await until(async () => (await uptime()) === 0)
  clock.advance({ seconds: 30 })
  expect(await uptime()).toBeGreaterThan(10)
  const nowhere = inTransaction(database, { actor: anActor() }, async (tx) => await endSession(tx, subscription?.id as bigint))
  await expect(nowhere).rejects.toMatchObject({ code: 'not_on_a_router' })

  const counts = async () => {
    const { items } = (await send('GET', '/access/counts')).body as { items: { router_id: number }[] }
    return items.find(({ router_id }) => router_id === Number(network.routerId))
  }
  await until(async () => ((await counts()) as { waiting?: number } | undefined)?.waiting === 0)
  expect(await counts()).toMatchObject({ lines: 2, with_service: 2, waiting: 0, stuck: 0, waiting_since: null })
  await byHand(network, '/ppp/secret/remove', `=numbers=${secretOf(network, other.login)?.['.id']}`)
  await byHand(network, '/ppp/secret/add', `=name=${other.login}`, '=password=typed')
  await send('POST', `/routers/${network.routerId}/comparison`)
  await until(async () => ((await counts()) as { stuck?: number } | undefined)?.stuck === 1)
})

test('a secret that is nobody’s line is left alone by a person who says why, and asked about again', { timeout: 60_000 }, async () => {
  await work()
  const network = await aRouter(database, { branchId })
  network.simulated.addRow('secrets', { name: 'cctv', password: 'x' })
  await aNetworkLine(database, { branchId, packageId, ...network })
  await send('POST', `/routers/${network.routerId}/comparison`)
  const foreign = async (query = '') => (await send('GET', `/routers/${network.routerId}/drift?kind=foreign_secret${query}`)).body.items
  await until(async () => (await foreign()).length === 1)
  expect(await foreign()).toMatchObject([{ name: 'cctv', ignored: null }])
  const ignoring = { names: ['cctv'], reason: 'Camera of the office' }
  expect((await send('POST', `/routers/${network.routerId}/ignored-secrets`, ignoring)).body).toEqual({ changed: 1 })
  expect((await send('POST', `/routers/${network.routerId}/ignored-secrets`, ignoring)).body).toEqual({ changed: 0 })
  expect(await foreign('&is_ignored=true')).toMatchObject([{ name: 'cctv', ignored: { reason: 'Camera of the office', at: expect.any(String) } }])
  expect(await foreign('&is_ignored=false')).toEqual([])
  const viewer = await appAs(database, 'viewer')
  expect((await viewer('POST', `/routers/${network.routerId}/ignored-secrets`, ignoring)).status).toBe(403)
  expect((await send('DELETE', `/routers/${network.routerId}/ignored-secrets`, { names: ['cctv'] })).body).toEqual({ changed: 1 })
  expect(await foreign('&is_ignored=true')).toEqual([])
})
