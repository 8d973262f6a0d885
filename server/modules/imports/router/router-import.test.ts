import { sql } from 'kysely'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { startWorker } from '../../../platform/jobs/index.ts'
import { createLog } from '../../../platform/log.ts'
import { appAs } from '../../../testing/app-as.ts'
import type { Send } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { aBranch, aClient, aPackage } from '../../../testing/factories.ts'
import { aRouter, secretOf, setRouter } from '../../../testing/network.ts'
import type { Network } from '../../../testing/network.ts'
import { scriptedRouter } from '../../../testing/scripted-router.ts'
import { readPpp } from '../../network/routers/index.ts'
import { jobs as accessJobs } from '../../access/index.ts'
import { jobs } from '../index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
let database: TestDatabase
let branchId: bigint
let packageId: bigint
let send: Send

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database)
  packageId = (await aPackage(database, { routerProfile: 'home' })).package.id
  send = await appAs(database, 'admin')
})

async function work(): Promise<void> {
  const worker = await startWorker({ database, jobs: [...jobs, ...accessJobs], log: createLog({ level: 'silent', folder: null }) })
  onTestFinished(async () => await worker.stop({ timeoutMs: 3000 }))
}

/** A router somebody has run by hand: two who are nobody here, one whose line is elsewhere, and a camera. */
async function aRunRouter(): Promise<Network> {
  const network = await aRouter(database, { branchId })
  const { simulated } = network
  simulated.addRow('profiles', { name: 'home', 'remote-address': 'home', 'rate-limit': '10M/20M' })
  simulated.addRow('profiles', { name: 'odd', 'remote-address': 'home' })
  const suffix = String(network.routerId)
  const rows = { rahim: 'Rahim Uddin 01711-000001', karim: '', known: 'somebody', cctv: 'Gate' }
  for (const [name, comment] of Object.entries(rows))
    simulated.addRow('secrets', {
      name: `${name}${suffix}`,
      password: `pw-${name}`,
      profile: name === 'cctv' ? 'odd' : 'home',
      comment,
      ...(name === 'karim' ? { disabled: 'yes' } : {}),
    })
  return network
}

const reading = async (routerId: bigint) => (await send('GET', `/routers/${routerId}/reading`)).body.reading
async function read(routerId: bigint): Promise<void> {
  expect((await send('POST', `/routers/${routerId}/reading`)).status).toBe(202)
  await expect.poll(async () => (await reading(routerId)).state, { timeout: 10_000 }).toBe('read')
}
const reach = async (importId: number, state: string): Promise<void> =>
  await expect.poll(async () => (await send('GET', `/imports/${importId}`)).body.state, { timeout: 15_000 }).toBe(state)

test('a router is read, looked through and imported; its subscribers keep name and password, and the same again adds nobody', { timeout: 90_000 }, async () => {
  await work()
  const network = await aRunRouter()
  const { routerId } = network
  const suffix = String(routerId)
  await aClient(database, { branch_id: branchId, subscription: { packageId, pppoe_login: `known${suffix}`, pppoePassword: 'ours' } })
  expect((await send('GET', `/routers/${routerId}/reading`)).body).toEqual({ reading: null })
  expect((await send('POST', `/routers/${routerId}/imports`, { packages: [{ profile: 'home', package_id: Number(packageId) }] })).body.code).toBe(
    'not_read_yet',
  )
  await read(routerId)
  const found = await reading(routerId)
  expect(found.counts).toEqual({ ours: 0, line_here: 0, line_elsewhere: 1, ignored: 0, new: 3 })
  expect(found.profiles).toContainEqual(
    expect.objectContaining({ name: 'home', upload_kbps: 10_000, download_kbps: 20_000, new_secrets: 2, package_id: Number(packageId) }),
  )
  expect(found.profiles).toContainEqual(expect.objectContaining({ name: 'default', download_kbps: null, is_speed_read: true }))
  const secrets = await send('GET', `/routers/${routerId}/reading/secrets?standing=new`)
  expect(secrets.body.items.map(({ name }: { name: string }) => name)).toEqual([`cctv${suffix}`, `karim${suffix}`, `rahim${suffix}`])
  expect(secrets.text).not.toContain('pw-')

  const asked = { packages: [{ profile: 'home', package_id: Number(packageId) }] }
  const made = await send('POST', `/routers/${routerId}/imports`, asked)
  expect(made.body).toMatchObject({ rows: 2 })
  await reach(made.body.import_id, 'previewed')
  const rows = await send('GET', `/imports/${made.body.import_id}/rows`)
  expect(rows.body.items.map(({ state, cells }: { state: string; cells: string[] }) => [state, cells[0], cells[1], cells[3], cells[5]])).toEqual([
    ['ready', `karim${suffix}`, '11111', '•••', 'inactive'],
    ['ready', 'Rahim Uddin', '01711000001', '•••', 'active'],
  ])
  await send('POST', `/imports/${made.body.import_id}/start`)
  await reach(made.body.import_id, 'done')
  // The secret is the line's now, by its mark, with the password the subscriber has.
  await expect.poll(() => secretOf(network, `rahim${suffix}`)?.['comment'], { timeout: 15_000 }).toMatch(/^lastmile:\d+:[0-9a-f]{8} Rahim Uddin/)
  expect(secretOf(network, `rahim${suffix}`)).toMatchObject({ password: 'pw-rahim', disabled: 'false', profile: 'home' })
  expect(secretOf(network, `karim${suffix}`)).toMatchObject({ password: 'pw-karim', disabled: 'true' })
  expect(secretOf(network, `cctv${suffix}`)).toMatchObject({ comment: 'Gate' })

  // What was read then says the same still; imported once more it changes nothing.
  const again = await send('POST', `/routers/${routerId}/imports`, asked)
  expect(again.status).toBe(422)
  await read(routerId)
  expect((await reading(routerId)).counts).toMatchObject({ ours: 2, new: 1 })
})

test('lines of no router are taken over with the secrets of their names, each for itself; what it was then is what the line says', {
  timeout: 60_000,
}, async () => {
  await work()
  const network = await aRunRouter()
  const { routerId } = network
  const login = `known${routerId}`
  const { subscription } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId, pppoe_login: login, pppoePassword: 'ours', activatedOn: clock.now().toZonedDateTimeISO('Asia/Dhaka').toPlainDate() },
  })
  await read(routerId)
  const path = `/routers/${routerId}/takeovers`
  expect((await send('POST', path, { standing: 'line_here' })).status).toBe(422)
  const asked = await send('POST', path, { standing: 'line_elsewhere', names: [login, `rahim${routerId}`, 'not there'] })
  expect(asked.body).toMatchObject({ of: 1, taken: 0 })
  await expect.poll(async () => (await send('GET', `${path}/latest`)).body.takeover, { timeout: 15_000 }).toMatchObject({ state: 'done', taken: 1, refused: 0 })
  expect((await send('GET', `${path}/${asked.body.id}/items`)).body.items).toMatchObject([{ name: login, outcome: 'taken', message: '' }])
  await expect.poll(() => secretOf(network, login)?.['comment'], { timeout: 15_000 }).toMatch(new RegExp(`^lastmile:${subscription?.id}:`))
  expect(secretOf(network, login)).toMatchObject({ password: 'ours' })
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from audit_events where action = 'subscription.edited' and subject_id = ${subscription?.id}`.execute(database.db)
  expect(rows[0]?.n).toBe(1)
})

test('a router that does not answer is said to be so; who may not, may not; passwords lie sealed', { timeout: 60_000 }, async () => {
  await work()
  const network = await aRunRouter()
  const { routerId } = network
  await read(routerId)
  const kept = async () =>
    (await sql<{ sealed: Buffer | null }>`select content_sealed as sealed from router_readings where router_id = ${routerId}`.execute(database.db)).rows[0]
      ?.sealed
  expect((await kept())?.includes('pw-rahim')).toBe(false)
  await network.simulated.switchOff()
  await send('POST', `/routers/${routerId}/reading`)
  await expect.poll(async () => (await reading(routerId)).state, { timeout: 30_000 }).toBe('failed')
  expect(await reading(routerId)).toMatchObject({ error: expect.stringMatching(/cannot be reached|closed the connection/) })
  expect(await kept()).toBeNull()
  const viewer = await appAs(database, 'viewer')
  for (const [path, body] of [
    ['reading', undefined],
    ['imports', { packages: [{ profile: 'home', package_id: 1 }] }],
    ['takeovers', { standing: 'line_here' }],
  ] as const)
    expect((await viewer('POST', `/routers/${routerId}/${path}`, body)).status).toBe(403)
  const stranger = await appAs(database, 'manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
  expect((await stranger('GET', `/routers/${routerId}/reading`)).status).toBe(404)
})

test('a name that a line of another branch has is nobody’s to import, and whose it is stays hidden', { timeout: 60_000 }, async () => {
  await work()
  const network = await aRunRouter()
  const { routerId } = network
  const elsewhere = await aBranch(database)
  await aClient(database, { branch_id: elsewhere, subscription: { packageId, pppoe_login: `known${routerId}`, pppoePassword: 'theirs' } })
  await read(routerId)
  const manager = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [branchId] }, grants: ['router.control', 'client.import'] })
  expect((await manager('GET', `/routers/${routerId}/reading`)).body.reading.counts).toMatchObject({ new: 3, line_elsewhere: 1 })
  const { body } = await manager('GET', `/routers/${routerId}/reading/secrets?standing=line_elsewhere`)
  expect(body.items).toMatchObject([{ name: `known${routerId}`, client_id: null, client_name: null, line_router_name: null }])
  const made = await manager('POST', `/routers/${routerId}/imports`, {
    packages: [{ profile: 'home', package_id: Number(packageId) }],
    names: [`known${routerId}`],
  })
  expect(made.status).toBe(422)
  expect((await manager('POST', `/routers/${routerId}/takeovers`, { standing: 'line_elsewhere' })).status).toBe(422)
})

test('a speed that cannot be read is not taken for none', async () => {
  const { routerId } = await aRunRouter()
  const peer = await scriptedRouter(({ words: [command], reply }) => {
    if (command === '/system/identity/print') reply('!re', '=name=pop')
    if (command === '/system/resource/print') reply('!re', '=version=7.18.2 (stable)', '=uptime=1d')
    if (command === '/ppp/profile/print') for (const rate of ['10M/20M', '', 'as agreed']) reply('!re', '=.id=*1', `=name=p${rate}`, `=rate-limit=${rate}`)
    reply('!done')
  })
  await setRouter(database, routerId, { host: peer.host, port: peer.port })
  expect((await readPpp(database, routerId)).profiles).toEqual([
    { name: 'p10M/20M', uploadKbps: 10_000, downloadKbps: 20_000, isSpeedRead: true },
    { name: 'p', uploadKbps: null, downloadKbps: null, isSpeedRead: true },
    { name: 'pas agreed', uploadKbps: null, downloadKbps: null, isSpeedRead: false },
  ])
})
