import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { sql } from 'kysely'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { appAs } from '../../../testing/app-as.ts'
import type { Send } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { aBranch, aPackage, unique } from '../../../testing/factories.ts'
import { aNetworkLine, aRouter, byHand, setRouter } from '../../../testing/network.ts'
import type { Network } from '../../../testing/network.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
let database: TestDatabase
let branchId: bigint
let send: Send

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database)
  send = await appAs(database, 'admin')
})

const input = (changes: Record<string, unknown> = {}) => {
  const n = unique()
  return { branch_id: Number(branchId), name: `Tower ${n}`, host: `10.1.${n >> 8}.${n & 255}`, username: 'lastmile', password: 'very secret', ...changes }
}

describe('routers', () => {
  test('are added, changed and listed by name; the password is kept sealed and shown nowhere, in no answer and no audit row', async () => {
    const made = await send('POST', '/routers', input({ name: 'aaa tower' }))
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      name: 'aaa tower',
      port: 8728,
      has_password: true,
      suspend_by: 'disable',
      health: { seen_at: null, failures: 0, held: null },
    })
    const changed = await send('PATCH', `/routers/${made.body.id}`, {
      suspend_by: 'profile',
      suspend_target: 'suspended',
      password: 'another secret',
      version: made.body.version,
    })
    expect(changed.body).toMatchObject({ suspend_by: 'profile', suspend_target: 'suspended' })
    expect((await send('PATCH', `/routers/${made.body.id}`, { name: 'x', version: made.body.version })).body.code).toBe('changed_meanwhile')
    const list = await send('GET', '/routers?limit=1')
    expect(list.body.items[0]).toMatchObject({ name: 'aaa tower', version: changed.body.version })
    const { rows } = await sql<{
      all: string
    }>`select coalesce(before::text, '') || after::text as all from audit_events where subject_type = 'router'`.execute(database.db)
    expect(rows.length).toBeGreaterThanOrEqual(2)
    for (const text of [made.text, changed.text, list.text, ...rows.map(({ all }) => all)]) expect(text).not.toMatch(/secret(?!s)/)
    const sealed = await sql<{ sealed: Buffer }>`select password_sealed as sealed from routers where id = ${made.body.id}`.execute(database.db)
    expect(sealed.rows[0]?.sealed.includes('another secret')).toBe(false)
  })

  test.each([
    ['a second one of the name', { name: 'Twice' }, 409, 'router_name_taken'],
    ['a second one at the address', { host: '10.99.0.1' }, 409, 'router_address_taken'],
    ['an address that is none', { host: 'tower one' }, 422, 'invalid'],
    ['a fingerprint that is none', { is_tls: true, tls_fingerprint: 'AB:CD' }, 422, 'invalid'],
    ['a way of suspending without its target', { suspend_by: 'pool' }, 422, 'invalid'],
    ['a branch that is not there', { branch_id: 999_999 }, 422, 'no_such_branch'],
  ])('%s is refused', async (_what, changes, status, code) => {
    if (code.endsWith('_taken')) await send('POST', '/routers', input(changes))
    const { body, status: answered } = await send('POST', '/routers', input(changes))
    expect([answered, body.code]).toEqual([status, code])
  })

  test('a branch sees its own and adds none to another', async () => {
    const other = await aBranch(database)
    const mine = (await send('POST', '/routers', input({ branch_id: Number(other) }))).body
    const theirs = (await send('POST', '/routers', input())).body
    const manager = await appAs(database, 'manager', { scope: { kind: 'branches', branchIds: [other] } })
    expect((await manager('GET', '/routers')).body.items.map(({ id }: { id: number }) => id)).toEqual([mine.id])
    expect((await manager('GET', `/routers/${theirs.id}`)).status).toBe(404)
    expect((await manager('PATCH', `/routers/${theirs.id}`, { name: 'mine' })).status).toBe(404)
    expect((await manager('PATCH', `/routers/${mine.id}`, { branch_id: Number(branchId) })).status).toBe(404)
    expect((await manager('POST', '/routers', input())).status).toBe(404)
    for (const path of ['test', 'freeze', 'comparison', 'adoption', 'release'])
      expect((await manager('POST', `/routers/${theirs.id}/${path}`, { freeze: { reason: 'x' }, adoption: {}, release: { changes: 1 } }[path])).status).toBe(
        404,
      )
    for (const path of ['plan', 'ppp-sessions', 'drift']) expect((await manager('GET', `/routers/${theirs.id}/${path}`)).status).toBe(404)
  })

  test('are frozen with a reason and thawed, and say what may be done', async () => {
    const { body: made } = await send('POST', '/routers', input())
    const frozen = await send('POST', `/routers/${made.id}/freeze`, { reason: 'New firmware tonight' })
    expect(frozen.body).toMatchObject({
      is_frozen: true,
      frozen_reason: 'New firmware tonight',
      allowed: { freeze: { ok: false, code: 'router_frozen' }, thaw: { ok: true } },
    })
    expect((await send('DELETE', `/routers/${made.id}/freeze`)).body).toMatchObject({
      is_frozen: false,
      frozen_reason: '',
      allowed: { release: { ok: false, code: 'nothing_held_back' } },
    })
    expect((await send('POST', `/routers/${made.id}/release`, { changes: 3 })).body.code).toBe('nothing_held_back')
  })

  test('a line cannot name a router that is not there', async () => {
    const { package: plan } = await aPackage(database)
    const line = await aNetworkLine(database, { branchId, packageId: plan.id, routerId: BigInt((await send('POST', '/routers', input())).body.id) })
    expect((await send('PATCH', `/subscriptions/${line.id}`, { router_id: 999_999 })).body.code).toBe('no_such_router')
  })
})

describe('the test of a router says why it does not work', () => {
  const tested = async (routerId: bigint) => (await send('POST', `/routers/${routerId}/test`)).body

  test('and that it works, with what was seen of it', async () => {
    const { routerId, simulated } = await aRouter(database, { branchId })
    simulated.addRow('secrets', { name: 'a', password: 'b' })
    expect(await tested(routerId)).toMatchObject({
      trouble: null,
      sees_passwords: true,
      secrets: 1,
      router: {
        health: { identity: expect.stringMatching(/^pop-/), os_version: expect.stringContaining('7.18.2'), failures: 0, cpu_percent: expect.any(Number) },
      },
    })
  })

  test('refused: nothing listens', async () => {
    const { routerId, simulated } = await aRouter(database, { branchId })
    await simulated.switchOff()
    expect(await tested(routerId)).toMatchObject({
      trouble: 'refused',
      advice: expect.stringContaining('/ip/service'),
      router: { health: { error_kind: 'refused', failures: 1 } },
    })
  })

  test('silent: our address is not allowed', { timeout: 30_000 }, async () => {
    const { routerId, simulated } = await aRouter(database, { branchId })
    await byHand({ simulated }, '/ip/service/set', '=numbers=api', '=address=10.9.9.0/24')
    expect(await tested(routerId)).toMatchObject({ trouble: 'silent' })
  })

  test('wrong_password, which is not tried again unasked for an hour', async () => {
    const { routerId } = await aRouter(database, { branchId, password: 'not this one' })
    const { trouble, router } = await tested(routerId)
    expect(trouble).toBe('wrong_password')
    expect(Temporal.Instant.compare(router.health.retry_at, clock.now().add({ minutes: 29 }))).toBe(1)
  })

  test('no_permission: the user may only read', async () => {
    const { routerId } = await aRouter(database, { branchId, username: 'reader' })
    expect(await tested(routerId)).toMatchObject({ trouble: 'no_permission' })
  })

  test('session_limit: the service has as many sessions as it allows', async () => {
    const { routerId, simulated } = await aRouter(database, { branchId })
    simulated.faults.maxSessions = 0
    expect(await tested(routerId)).toMatchObject({ trouble: 'session_limit' })
  })

  test('not_routeros: something else answers there, such as telnet', async () => {
    const { routerId } = await aRouter(database, { branchId })
    const server = createServer((socket) => void socket.write(Buffer.of(0xff, 0xfd, 0x18)))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    await setRouter(database, routerId, { port: (server.address() as AddressInfo).port })
    expect((await tested(routerId)).trouble).toBe('not_routeros')
  })

  test('unknown_host', async () => {
    const { routerId } = await aRouter(database, { branchId })
    await setRouter(database, routerId, { host: 'no-such-router.invalid' })
    expect((await tested(routerId)).trouble).toBe('unknown_host')
  })

  test('strange_certificate with its fingerprint, which pinned makes it work, and other_certificate where it is another one', async () => {
    const { routerId, simulated } = await aRouter(database, { branchId, withTls: true })
    const first = await tested(routerId)
    expect(first).toMatchObject({ trouble: 'strange_certificate', fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/) })
    await setRouter(database, routerId, { tls_fingerprint: first.fingerprint })
    expect((await tested(routerId)).trouble).toBeNull()
    await setRouter(database, routerId, { tls_fingerprint: 'ab'.repeat(32) })
    expect((await tested(routerId)).trouble).toBe('other_certificate')
    expect(simulated.connections).toBeLessThanOrEqual(1)
  })

  test('no_certificate: the service speaks no TLS that proves anything', async () => {
    const { routerId } = await aRouter(database, { branchId })
    const server = createTlsServer({}).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    await setRouter(database, routerId, { is_tls: true, port: (server.address() as AddressInfo).port })
    expect((await tested(routerId)).trouble).toBe('no_certificate')
  })
})

describe('before a router is kept', () => {
  const typed = ({ simulated }: Network, changes: Record<string, unknown> = {}) => ({
    host: simulated.host,
    port: simulated.port,
    username: 'lastmile',
    password: 'router password',
    ...changes,
  })
  const tried = async (body: Record<string, unknown>) => (await send('POST', '/routers/connection-test', body)).body

  test('what is typed is tried, and nothing is kept of it', async () => {
    const network = await aRouter(database, { branchId })
    const before = await database.db.selectFrom('routers').select('id').execute()
    expect(await tried(typed(network))).toMatchObject({ trouble: null, identity: expect.stringMatching(/^pop-/), os_version: '7.18.2 (stable)', secrets: 0 })
    expect(await tried(typed(network, { password: 'guessed' }))).toMatchObject({ trouble: 'wrong_password', advice: expect.stringContaining('password') })
    expect(await tried(typed(network, { port: 1 }))).toMatchObject({ trouble: 'refused', identity: null })
    expect(await database.db.selectFrom('routers').select('id').execute()).toHaveLength(before.length)
    expect((await database.db.selectFrom('router_health').select('seen_at').where('router_id', '=', network.routerId).execute())[0]?.seen_at).toBeNull()
  })

  test('the certificate it shows is said, and pinned it is enough', async () => {
    const network = await aRouter(database, { branchId, withTls: true })
    const secure = typed(network, { port: network.simulated.tlsPort, is_tls: true })
    const { trouble, fingerprint } = await tried(secure)
    expect(trouble).toBe('strange_certificate')
    expect(await tried({ ...secure, tls_fingerprint: fingerprint })).toMatchObject({ trouble: null })
    expect((await send('POST', '/routers/connection-test', { ...secure, tls_fingerprint: 'AB' })).status).toBe(422)
  })

  test('of one that is kept the password is known; of one out of reach it is not', async () => {
    const network = await aRouter(database, { branchId })
    const { password: _known, ...rest } = typed(network)
    expect(await tried({ ...rest, router_id: Number(network.routerId) })).toMatchObject({ trouble: null })
    const stranger = await appAs(database, 'manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    expect((await stranger('POST', '/routers/connection-test', { ...rest, router_id: Number(network.routerId) })).status).toBe(404)
  })
})

test('routers are found by how they stand', async () => {
  const network = await aRouter(database, { branchId, name: 'Stands well' })
  const names = async (state: string) => (await send('GET', `/routers?state=${state}&q=Stands`)).body.items.map(({ name }: { name: string }) => name)
  expect(await names('never_seen')).toEqual(['Stands well'])
  await send('POST', `/routers/${network.routerId}/test`)
  expect(await names('working')).toEqual(['Stands well'])
  await network.simulated.switchOff()
  await send('POST', `/routers/${network.routerId}/test`)
  expect(await names('failing')).toEqual(['Stands well'])
  await send('POST', `/routers/${network.routerId}/freeze`, { reason: 'Work' })
  expect([await names('failing'), await names('frozen')]).toEqual([[], ['Stands well']])
})

test('the router pings for us, and we knock at its door', async () => {
  const { routerId, simulated } = await aRouter(database, { branchId })
  expect((await send('POST', `/routers/${routerId}/ping`, { address: '8.8.8.8', count: 2 })).body).toMatchObject({ sent: 2, received: expect.any(Number) })
  expect((await send('POST', `/routers/${routerId}/ping`, { address: 'not one' })).status).toBe(422)
  expect((await send('POST', `/routers/${routerId}/knock`)).body).toMatchObject({ outcome: 'open' })
  await simulated.switchOff()
  expect((await send('POST', `/routers/${routerId}/knock`)).body).toMatchObject({ outcome: 'refused' })
})

test('the sessions of a router are read from it, each with whose it is', async () => {
  const { package: plan } = await aPackage(database, { routerProfile: '' })
  const network = await aRouter(database, { branchId })
  const line = await aNetworkLine(database, { branchId, packageId: plan.id, routerId: network.routerId })
  network.simulated.addRow('profiles', { name: 'p', 'remote-address': 'home' })
  for (const name of [line.login, 'stranger']) network.simulated.subscribe({ name, password: 'x', callerId: '50:D4:F7:00:00:01' }, { profile: 'p' })
  clock.advance({ minutes: 3 })
  const { body } = await send('GET', `/routers/${network.routerId}/ppp-sessions`)
  expect(body.items).toHaveLength(2)
  expect(body.items).toContainEqual(
    expect.objectContaining({
      name: line.login,
      subscription_id: Number(line.id),
      address: expect.stringMatching(/^100\.64\./),
      caller_id: '50:d4:f7:00:00:01',
    }),
  )
  expect(body.items).toContainEqual(expect.objectContaining({ name: 'stranger', subscription_id: null, client_name: null }))
})

test('two processes do not speak to a router at once: while another holds it, a person is told so', { timeout: 30_000 }, async () => {
  const { routerId } = await aRouter(database, { branchId })
  await sql`insert into device_leases (device_id, owner, until) values (${`router:${routerId}`}, 'another process', clock_timestamp() + interval '1 minute')`.execute(
    database.db,
  )
  expect((await send('POST', `/routers/${routerId}/test`)).body).toMatchObject({ trouble: 'busy' })
  await sql`update device_leases set until = clock_timestamp() where device_id = ${`router:${routerId}`}`.execute(database.db)
  expect((await send('POST', `/routers/${routerId}/test`)).body).toMatchObject({ trouble: null })
})
