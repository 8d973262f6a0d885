import { expect, onTestFinished, test, vi } from 'vitest'
import { settableClock } from '#kernel/clock.ts'
import { DeviceRejected } from '#kernel/device-errors.ts'
import { furnishNetwork, simulateRouter } from '../../../../../simulators/routeros/index.ts'
import { endSessions, ping, readClock, readIdentity, readRates, readResource } from './commands.ts'
import { connectRouter } from './connection.ts'
import { exportConfiguration } from './export.ts'
import { follow } from './follow.ts'
import { activeSessions, addressLists, interfaces, log, pools, profiles, queues, secrets, services } from './menus.ts'
import type { ActiveSession, Secret } from './menus.ts'
import { and, equals, greater, has, lacks, less, not, oneOf, or } from './query.ts'
import { CommandTrapped } from './reply.ts'
import { instantOf, parseLocalTime, parseRateLimit } from './values.ts'

const VERSIONS = ['6.42', '6.49.10', '7.17', '7.18.2'] as const

async function given(version: string = '7.18.2') {
  const clock = settableClock('2026-03-01T12:00:00Z')
  const users = [{ name: 'admin', password: 'পাস', group: 'full' }] as const
  const router = await simulateRouter({ clock, version, identity: 'পপ-১', zone: 'Asia/Dhaka', users, seed: 1 })
  const connect = async () => {
    const connection = await connectRouter({
      host: router.host,
      port: router.port,
      tls: null,
      user: 'admin',
      password: 'পাস',
      connectTimeoutMs: 2000,
      timeoutMs: 5000,
    })
    onTestFinished(() => connection.destroy())
    return connection
  }
  onTestFinished(router.close)
  return { clock, router, connect, connection: await connect() }
}
const anis = { name: 'anis', password: 'pw', callerId: '50:D4:F7:00:00:01' }
const named = (rows: readonly { name: string }[]): string[] => rows.map(({ name }) => name)

test.each(VERSIONS)('RouterOS %s: secrets are added, read, changed, switched and removed', async (version) => {
  const { connection, router } = await given(version)
  const values = { name: 'রহিম', password: 'a=b', service: 'pppoe', remoteAddress: '10.0.0.2', comment: 'isp:7:abc', callerId: '50:d4:f7:00:00:01' }
  const id = await secrets.add(connection, values)
  expect(await secrets.read(connection)).toEqual([{ ...values, id, profile: 'default', localAddress: null, isDisabled: false, lastLoggedOutAt: null }])
  await secrets.set(connection, [id], { remoteAddress: null, comment: '' })
  await secrets.disable(connection, [id])
  expect(await secrets.read(connection)).toMatchObject([{ remoteAddress: null, comment: '', isDisabled: true }])
  await secrets.enable(connection, [id])
  expect(router.rows('secrets')[0]).toMatchObject({ disabled: 'false', 'caller-id': '50:D4:F7:00:00:01' })
  await secrets.remove(connection, [id])
  expect([await secrets.read(connection), await secrets.count(connection)]).toEqual([[], 0])
})

test.each(VERSIONS)('RouterOS %s: what the router is and what its clock says', async (version) => {
  const { connection, clock } = await given(version)
  clock.advance({ hours: 26 })
  expect(await readIdentity(connection)).toBe('পপ-১')
  expect(await readResource(connection)).toMatchObject({ version: `${version} (stable)`, uptimeMs: 93_600_000, boardName: 'RB4011iGS+', cpuCount: 4 })
  const { time, zone } = await readClock(connection)
  expect(instantOf(time, zone).toString()).toBe('2026-03-02T14:00:00Z')
  const [first] = await log.read(connection)
  expect(first).toMatchObject({ topics: ['system', 'info', 'account'] })
  expect(parseLocalTime(first?.time ?? '', time)?.toString()).toBe('2026-03-01T18:00:00')
})

test('the other menus are read and written with canonical values', async () => {
  const { connection } = await given()
  await pools.add(connection, { name: 'home', ranges: ['100.64.0.2-100.64.0.9', '100.64.1.0/24'] })
  const rateLimit = parseRateLimit('10M/20M')
  await profiles.add(connection, { name: 'home-20', remoteAddress: 'home', rateLimit, addressList: 'homes' })
  await addressLists.add(connection, { list: 'suspended', address: '10.0.0.2', timeoutMs: 86_400_000, comment: 'isp:1' })
  await queues.add(connection, { name: 'q', target: ['10.0.0.2/32'], maxLimit: { up: 10_000_000, down: 20_000_000 } })
  expect(await pools.read(connection)).toMatchObject([{ name: 'home', ranges: ['100.64.0.2-100.64.0.9', '100.64.1.0/24'], nextPool: 'none' }])
  expect((await profiles.read(connection)).at(-1)).toMatchObject({
    name: 'home-20',
    rateLimit,
    remoteAddress: 'home',
    addressList: 'homes',
    onlyOne: 'default',
  })
  expect(await addressLists.read(connection)).toMatchObject([{ list: 'suspended', address: '10.0.0.2', timeoutMs: 86_400_000, isDynamic: false }])
  expect(await queues.read(connection)).toMatchObject([{ name: 'q', maxLimit: { up: 10_000_000, down: 20_000_000 }, bytes: { up: 0n, down: 0n } }])
  expect((await services.read(connection)).find(({ name }) => name === 'api')).toMatchObject({ isDisabled: false, addresses: [], maxSessions: 20 })
  expect((await services.read((await given('6.42')).connection)).find(({ name }) => name === 'api')?.maxSessions).toBeNull()
})

test('S1 what is asked for is what the router looks up', async () => {
  const { connection, router } = await given()
  for (const [name, comment] of [
    ['anis', ''],
    ['babul', 'isp:2'],
    ['chandan', 'isp:3'],
    ['dulal', 'by hand'],
  ] as const)
    router.addRow('secrets', comment === '' ? { name } : { name, comment })
  const ask = async (where: readonly string[]) => named(await secrets.read(connection, { where }))
  expect(await ask(equals('name', 'babul'))).toEqual(['babul'])
  expect(await ask(oneOf('name', ['anis', 'dulal', 'nobody']))).toEqual(['anis', 'dulal'])
  expect(await ask(has('comment'))).toEqual(['babul', 'chandan', 'dulal'])
  expect(await ask(lacks('comment'))).toEqual(['anis'])
  expect(await ask(and(greater('comment', 'isp:'), less('comment', 'isp;')))).toEqual(['babul', 'chandan'])
  expect(await ask(not(or(equals('name', 'anis'), equals('comment', 'by hand'))))).toEqual(['babul', 'chandan'])
  expect(await ask(equals('name', 'x?#|=y'))).toEqual([])
  expect(await secrets.count(connection, has('comment'))).toBe(3)
  for (const name of ['#|', '-name', '', 'a b', 'a=b']) expect(() => equals(name, 'x')).toThrow('no name of a property')
})

test('S2 a taken name and a row that is gone are known by their kind, whatever the router’s words', async () => {
  const { connection, router } = await given()
  router.addRow('secrets', { name: 'anis' })
  const taken = await secrets.add(connection, { name: 'anis' }).catch((error: unknown) => error)
  expect(taken).toBeInstanceOf(CommandTrapped)
  expect([(taken as CommandTrapped).is('already_exists'), (taken as CommandTrapped).is('no_such_item')]).toEqual([true, false])
  const gone = await secrets.remove(connection, ['*99']).catch((error: unknown) => error)
  expect((gone as CommandTrapped).is('no_such_item')).toBe(true)
  const unknown = await connection.run(['/ppp/secret/dance']).catch((error: unknown) => error)
  expect((unknown as CommandTrapped).is('no_such_command')).toBe(true)
})

test('S3 where one of many is gone nothing is assumed: sessions are ended all the same, whatever the version does with the others', async () => {
  for (const mode of ['changes none', 'changes those before', 'changes the others'] as const) {
    const { connection, clock, router } = await given()
    router.faults.whenOneIsGone = mode
    furnishNetwork(router, { subscribers: 6, seed: 1 })
    clock.advance({ minutes: 1 })
    const ids = (await activeSessions.read(connection)).map(({ id }) => id)
    expect(ids).toHaveLength(6)
    await endSessions(connection, [...ids.slice(0, 3), '*9999', ...ids.slice(3)])
    expect(await activeSessions.read(connection), mode).toEqual([])
    await endSessions(connection, ['*9999'])
    await endSessions(connection, [])
  }
})

test('many rows are changed a hundred at a time, and each is', async () => {
  const { connection, router } = await given()
  furnishNetwork(router, { subscribers: 250, seed: 1 })
  const ids = (await secrets.read(connection)).map(({ id }) => id)
  await secrets.disable(connection, ids)
  expect(await secrets.count(connection, equals('disabled', 'true'))).toBe(250)
})

test('a table with more rows than were expected is refused and not half read', async () => {
  const { connection, router } = await given()
  furnishNetwork(router, { subscribers: 20, seed: 1 })
  await expect(secrets.read(connection, { maxRows: 19 })).rejects.toBeInstanceOf(DeviceRejected)
  expect(await secrets.read(connection, { maxRows: 20 })).toHaveLength(20)
})

test('who is online, how much he moves, and whether he answers', async () => {
  const { connection, clock, router } = await given()
  furnishNetwork(router, { subscribers: 3, seed: 1 })
  router.subscribe(anis, { profile: 'home-10' })
  clock.advance({ hours: 1 })
  const session = (await activeSessions.read(connection, { where: equals('name', 'anis') }))[0] as ActiveSession
  expect(session).toMatchObject({ name: 'anis', service: 'pppoe', callerId: '50:d4:f7:00:00:01', isRadius: false })
  expect(session.uptimeMs).toBeGreaterThan(3_500_000)
  const port = (await interfaces.read(connection, { where: equals('name', '<pppoe-anis>') }))[0]
  expect(port).toMatchObject({ type: 'pppoe-in', isRunning: true, isDynamic: true })
  expect(port?.txBytes).toBeGreaterThan(port?.rxBytes ?? 0n)
  const [rate] = await readRates(connection, ['<pppoe-anis>'])
  expect(rate?.downBps).toBeGreaterThan(0)
  expect(rate?.downBps).toBeLessThanOrEqual(10_000_000)
  const reached = await ping(connection, { address: session.address, count: 3, intervalMs: 10 })
  expect(reached).toMatchObject({ sent: 3, received: 3 })
  expect(reached.averageMs).toBeCloseTo(2.14, 3)
  expect(await ping(connection, { address: '100.99.99.99', count: 2, intervalMs: 10 })).toEqual({ sent: 2, received: 0, averageMs: null })
})

test('a configuration is exported by version 7 as text, by version 6 through a file that does not stay', async () => {
  for (const version of VERSIONS) {
    const { connection, router } = await given(version)
    router.addRow('secrets', { name: 'anis', comment: 'গেট "A"' })
    const text = await exportConfiguration(connection, { fileName: 'lastmile' })
    expect(text, version).toContain('\n/ppp secret\nadd name=anis comment="গেট \\"A\\""\n')
    expect(text).not.toContain('\r')
    expect(router.rows('files')).toEqual([])
  }
  const { connection, router } = await given('6.49.10')
  furnishNetwork(router, { subscribers: 200, seed: 1 })
  await expect(exportConfiguration(connection, { fileName: 'lastmile' })).rejects.toThrow(
    /The export has \d{5} bytes, and RouterOS 6 hands out no more than 4096 .* Update the router to version 7/,
  )
  expect(router.rows('files')).toEqual([])
})

test('C12 a menu is followed: the table first, then what is added, changed and gone; stopping is no error', async () => {
  const { connection, router } = await given()
  router.addRow('secrets', { name: 'anis' })
  const story: string[] = []
  const running = await follow(connection, secrets, {
    onTable: (rows) => story.push(`table ${named(rows).join(' ')}`),
    onChange: (row: Secret) => story.push(`${row.id} ${row.name}${row.isDisabled ? ' off' : ''}`),
    onGone: (id) => story.push(`${id} gone`),
  })
  router.addRow('secrets', { name: 'babul' })
  await secrets.disable(connection, ['*2'])
  await secrets.remove(connection, ['*2'])
  await vi.waitFor(() => expect(story).toEqual(['table anis', '*2 babul', '*2 babul off', '*2 gone']))
  running.cancel()
  running.cancel()
  expect(await running.ended).toEqual({ ret: null, isCancelled: true })
  router.addRow('secrets', { name: 'chandan' })
  expect(await secrets.count(connection)).toBe(2)
  expect(story).toHaveLength(4)
})

test('C12 a change that comes while the table is read is told after the table', async () => {
  const { connection, router } = await given()
  for (let n = 0; n < 500; n++) router.addRow('secrets', { name: `user${n}` })
  const story: string[] = []
  const following = follow(connection, secrets, {
    onTable: (rows) => story.push(`table ${rows.length}`),
    onChange: ({ name }: Secret) => story.push(name),
    onGone: (id) => story.push(id),
  })
  await secrets.add(connection, { name: 'late' })
  await following
  await vi.waitFor(() => expect(story.at(-1)).toBe('late'))
  expect(story[0]).toMatch(/^table 50[01]$/)
})

test('C12 after a lost connection the whole table is read again before anything else', async () => {
  const { connection, connect, router } = await given()
  router.addRow('secrets', { name: 'anis' })
  const story: string[] = []
  const follower = {
    onTable: (rows: readonly Secret[]) => void story.push(`table ${named(rows).join(' ')}`),
    onChange: ({ name }: Secret) => void story.push(name),
    onGone: (id: string) => void story.push(id),
  }
  const first = await follow(connection, secrets, follower)
  router.reboot()
  await expect(first.ended).rejects.toMatchObject({ reason: 'closed' })
  // Nobody was listening.
  router.addRow('secrets', { name: 'babul' })
  await follow(await connect(), secrets, follower)
  router.addRow('secrets', { name: 'chandan' })
  await vi.waitFor(() => expect(story).toEqual(['table anis', 'table anis babul', 'chandan']))
})

test('answers that come late and in pieces of seven bytes are the same answers', async () => {
  const { connection, router } = await given()
  furnishNetwork(router, { subscribers: 100, seed: 1 })
  const whole = await secrets.read(connection)
  router.faults.fragmentBytes = 7
  router.faults.latencyMs = 20
  expect(await secrets.read(connection)).toEqual(whole)
})
