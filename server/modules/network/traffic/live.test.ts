import { sql } from 'kysely'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../../kernel/permissions.ts'
import { startWorker } from '../../../platform/jobs/index.ts'
import { createLog } from '../../../platform/log.ts'
import { appAs } from '../../../testing/app-as.ts'
import type { Send } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'
import { listenTo } from '../../../testing/event-source.ts'
import { aBranch, aPackage } from '../../../testing/factories.ts'
import { isOnline, networkOf } from '../../../testing/network.ts'
import type { NetworkLine } from '../../../testing/network.ts'
import { jobs } from './index.ts'
import { watchedRouters } from './live/monitor.ts'
import { pollRouter } from './poll/poll-router.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const actor = systemActor('test', ALL_PERMISSIONS)
const database = await testDatabase({ clock })
const branchId = await aBranch(database)
const packageId = (await aPackage(database)).package.id
const { given } = networkOf(database, { branchId, packageId, clock })
const poll = async (routerId: bigint) => await pollRouter(database, routerId, { actor, signal: new AbortController().signal })
let send: Send & { app: Awaited<ReturnType<typeof appAs>>['app']; user: { cookie: string } | null }
let url: string

beforeAll(async () => {
  send = await appAs(database, 'admin')
  await send.app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(send.app.server.address() as AddressInfo).port}`
  return async () => await send.app.close()
})

describe('a look at a line', () => {
  test('asks the router itself: address, MAC, uptime, the rate of this second and what is let through', async () => {
    const { lines, routerId } = await given({ lines: 1 })
    const { status, body } = await send('GET', `/subscriptions/${lines[0]?.id}/live`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      source: 'router',
      is_online: true,
      at: clock.now().toString(),
      router: { id: Number(routerId) },
      session: { address: expect.stringMatching(/^100\.64\./), caller_id: expect.stringMatching(/^50:d4:f7/), service: 'pppoe' },
      rate: { upload_kbps: expect.any(Number), download_kbps: expect.any(Number) },
      limit: { upload_kbps: 10_000, download_kbps: 10_000 },
      trouble: null,
      last_ended: null,
    })
    expect(body.rate.download_kbps).toBeGreaterThan(body.rate.upload_kbps)
    expect(body.session.uptime_seconds).toBeGreaterThan(0)
  })

  test('says what was last reported, and when, while the router does not answer; and why', async () => {
    const { lines, routerId, simulated } = await given({ lines: 1 })
    await poll(routerId)
    const reportedAt = clock.now()
    clock.advance({ minutes: 7 })
    await simulated.switchOff()
    const { body } = await send('GET', `/subscriptions/${lines[0]?.id}/live`)
    expect(body).toMatchObject({
      source: 'reported',
      at: reportedAt.toString(),
      is_online: true,
      rate: null,
      trouble: { code: 'refused', advice: expect.stringContaining('/ip/service') },
    })
  })

  test('who has gone is offline, with his last log-out and its cause', async () => {
    const { lines, routerId, simulated } = await given({ lines: 3 })
    const [line] = lines as [NetworkLine]
    await poll(routerId)
    simulated.subscribers.switchOff(line.login)
    clock.advance({ minutes: 5 })
    await poll(routerId)
    const { body } = await send('GET', `/subscriptions/${line.id}/live`)
    expect(body).toMatchObject({ source: 'router', is_online: false, session: null, rate: null, last_ended: { terminate_cause: 'gone' } })
  })

  test('a line without a router says so; outside the scope there is none, without the permission nothing', async () => {
    const { lines } = await given({ lines: 1 })
    const [line] = lines as [NetworkLine]
    const stranger = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    for (const path of ['live', 'live/rates', 'rates?from=2026-03-10T00:00:00Z&to=2026-03-10T06:00:00Z'])
      expect((await stranger('GET', `/subscriptions/${line.id}/${path}`)).status).toBe(404)
    await sql`update subscriptions set router_id = null where id = ${line.id}`.execute(database.db)
    expect((await send('GET', `/subscriptions/${line.id}/live`)).body).toMatchObject({ source: 'none', at: null, is_online: false, router: null })
  })
})

test('the rates of a line are read as they were measured, and by the hour', async () => {
  const { lines, routerId } = await given({ lines: 1 })
  const from = clock.now()
  for (let n = 0; n < 4; n += 1) {
    await poll(routerId)
    clock.advance({ minutes: 5 })
  }
  const { body } = await send('GET', `/subscriptions/${lines[0]?.id}/rates?from=${from}&to=${clock.now()}`)
  expect(body).toMatchObject({ step: 'sample' })
  expect(body.items.map(({ seconds }: { seconds: number }) => seconds).slice(1)).toEqual([300, 300, 300])
  expect((await send('GET', `/subscriptions/${lines[0]?.id}/rates?step=hour&from=${from}&to=${clock.now()}`)).body).toEqual({ step: 'hour', items: [] })
  expect((await send('GET', `/subscriptions/${lines[0]?.id}/rates?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z`)).status).toBe(422)
})

describe('the live stream', () => {
  const watch = async ({ id }: NetworkLine) => await listenTo(`${url}/api/v1/subscriptions/${id}/live/rates`, { cookie: send.user?.cookie ?? '' })
  const heard = (stream: Awaited<ReturnType<typeof watch>>, wanted: (data: { rate: unknown; trouble: { code: string } | null }) => boolean) =>
    expect.poll(() => stream.events.some(({ event, data }) => event === 'rate' && wanted(data)), { timeout: 10_000 }).toBe(true)

  test('tells the rate once a second; all who watch a router share one look, and it ends when nobody watches', { timeout: 30_000 }, async () => {
    const { lines, simulated } = await given({ lines: 2 })
    const [one, two] = lines as [NetworkLine, NetworkLine]
    const before = watchedRouters(database)
    const streams = [await watch(one), await watch(one), await watch(two)]
    for (const stream of streams) await heard(stream, ({ rate }) => rate !== null)
    expect(watchedRouters(database)).toBe(before + 1)
    simulated.subscribers.switchOff(one.login)
    await heard(streams[0] as (typeof streams)[number], ({ rate, trouble }) => rate === null && trouble === null)
    const before2 = streams[2]?.events.length ?? 0
    await expect.poll(() => streams[2]?.events.slice(before2).some(({ data }) => data.rate !== null), { timeout: 5000 }).toBe(true)
    for (const stream of streams) stream.close()
    await expect.poll(() => watchedRouters(database), { timeout: 5000 }).toBe(before)
  })

  test('says why the router does not tell, and goes on when it is back', { timeout: 40_000 }, async () => {
    const { lines, simulated } = await given({ lines: 1 })
    await simulated.switchOff()
    const stream = await watch(lines[0] as NetworkLine)
    await heard(stream, ({ trouble }) => trouble?.code === 'refused')
    await simulated.switchOn()
    await expect.poll(() => stream.events.some(({ data }) => data.trouble === null), { timeout: 20_000 }).toBe(true)
    stream.close()
  })

  test('of one router at most ten lines are watched at once', { timeout: 30_000 }, async () => {
    const { lines } = await given({ lines: 11 })
    const others = await appAs(database, 'support')
    const watchAs = async ({ id }: NetworkLine, cookie: string) => await listenTo(`${url}/api/v1/subscriptions/${id}/live/rates`, { cookie })
    const streams = await Promise.all(lines.slice(0, 10).map(async (line, n) => await watchAs(line, (n < 5 ? send.user?.cookie : others.user?.cookie) ?? '')))
    expect(streams.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect((await watchAs(lines[10] as NetworkLine, others.user?.cookie ?? '')).status).toBe(429)
    for (const stream of streams) stream.close()
    await expect.poll(async () => (await watchAs(lines[10] as NetworkLine, others.user?.cookie ?? '')).status, { timeout: 5000 }).toBe(200)
  })
})

describe('a kick', () => {
  const sessionOf = async ({ id }: NetworkLine): Promise<number> => (await send('GET', `/subscriptions/${id}/ppp-sessions`)).body.live[0].id

  test('is done by a job: the session ends, its end and the outcome are written, and who it was dials again', { timeout: 30_000 }, async () => {
    const worker = await startWorker({ database, jobs, log: createLog({ level: 'silent', folder: null }) })
    onTestFinished(async () => await worker.stop({ timeoutMs: 3000 }))
    const network = await given({ lines: 2 })
    const [line, other] = network.lines as [NetworkLine, NetworkLine]
    await poll(network.routerId)
    const { status, body } = await send('POST', `/ppp-sessions/${await sessionOf(line)}/kick`)
    expect([status, body.state]).toEqual([202, 'waiting'])
    await expect.poll(async () => (await send('GET', `/session-kicks/${body.id}`)).body.state, { timeout: 10_000 }).toBe('ended')
    expect([isOnline(network, line.login), isOnline(network, other.login)]).toEqual([false, true])
    expect((await send('GET', `/subscriptions/${line.id}/ppp-sessions`)).body).toMatchObject({ live: [], items: [{ terminate_cause: 'Admin-Reset' }] })
    const { rows } = await sql<{ action: string; after: object }>`
      select action, after from audit_events where subject_type = 'subscription' and subject_id = ${line.id} and action like 'session.%' order by id`.execute(
      database.db,
    )
    expect(rows).toMatchObject([
      { action: 'session.kick_requested', after: { pppoe_login: line.login } },
      { action: 'session.kicked', after: { outcome: 'ended' } },
    ])
    clock.advance({ minutes: 1 })
    expect(isOnline(network, line.login)).toBe(true)
    await poll(network.routerId)
    expect((await send('GET', `/subscriptions/${line.id}/ppp-sessions`)).body.live).toHaveLength(1)
  })

  test('asked twice it is one; of a router that is frozen, or does not answer, it fails and says why', { timeout: 30_000 }, async () => {
    const network = await given({ lines: 1 })
    const [line] = network.lines as [NetworkLine]
    await poll(network.routerId)
    const id = await sessionOf(line)
    await send('POST', `/routers/${network.routerId}/freeze`, { reason: 'maintenance' })
    expect((await send('POST', `/ppp-sessions/${id}/kick`)).body).toMatchObject({ code: 'router_frozen', status: 409 })
    await send('DELETE', `/routers/${network.routerId}/freeze`)
    await network.simulated.switchOff()
    const [first, second] = [(await send('POST', `/ppp-sessions/${id}/kick`)).body, (await send('POST', `/ppp-sessions/${id}/kick`)).body]
    expect(second.id).toBe(first.id)
    const worker = await startWorker({ database, jobs, log: createLog({ level: 'silent', folder: null }) })
    onTestFinished(async () => await worker.stop({ timeoutMs: 3000 }))
    await expect
      .poll(async () => (await send('GET', `/session-kicks/${first.id}`)).body, { timeout: 15_000 })
      .toMatchObject({ state: 'failed', trouble: { code: 'refused' } })
    expect((await send('GET', `/subscriptions/${line.id}/ppp-sessions`)).body.live).toHaveLength(1)
  })

  test('needs the right and the reach; a session that has ended is not there', async () => {
    const { lines, routerId } = await given({ lines: 1 })
    await poll(routerId)
    const id = await sessionOf(lines[0] as NetworkLine)
    expect((await (await appAs(database, 'viewer'))('POST', `/ppp-sessions/${id}/kick`)).status).toBe(403)
    const stranger = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    expect((await stranger('POST', `/ppp-sessions/${id}/kick`)).status).toBe(404)
    expect((await send('POST', '/ppp-sessions/999999/kick')).status).toBe(404)
  })
})
