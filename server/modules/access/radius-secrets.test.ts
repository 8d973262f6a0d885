import { expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aPackage, unique } from '../../testing/factories.ts'
import { byHand, isOnline, networkOf, secretOf, setRouter } from '../../testing/network.ts'
import type { Network, NetworkLine } from '../../testing/network.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
const branchId = await aBranch(database)
const packageId = (await aPackage(database)).package.id
const { given, apply, suspend, accessOf, healthOf } = networkOf(database, { branchId, packageId, clock })
const send = await appAs(database, 'admin')

const overToRadius = async ({ routerId }: Network): Promise<void> =>
  expect((await send('PUT', `/routers/${routerId}/radius`, { address: `10.8.${unique()}.1`, secret: 'a secret of sixteen letters' })).status).toBe(200)
const names = ({ simulated }: Network): (string | undefined)[] => simulated.rows('secrets').map(({ name }) => name)
const whole = { isWhole: true }

test('its secrets leave a router that asks RADIUS, somebody else’s stays, and they are written again when it is told by secrets', async () => {
  const network = await given({ lines: 3 })
  const { routerId, lines } = network
  network.simulated.addRow('secrets', { name: 'boss', password: 'theirs', comment: 'the boss' })
  await byHand(network, '/ppp/aaa/set', '=use-radius=yes')
  const before = (await send('GET', `/routers/${routerId}/plan?by=radius`)).body
  expect(before).toMatchObject({ by: 'radius', changes: [{ kind: 'remove_secrets', count: 3 }], foreign: 1, hold: null })
  await overToRadius(network)
  await apply(routerId, whole)
  expect(names(network)).toEqual(['boss'])
  for (const { login } of lines) expect(isOnline(network, login)).toBe(true)
  const plan = (await send('GET', `/routers/${routerId}/plan`)).body
  expect(plan).toMatchObject({ by: 'radius', changes: [], hold: null, lines: { in_sync: 3, changing: 0 }, foreign: 1, sessions: { live: 0, to_end: 0 } })
  expect((await send('GET', `/routers/${routerId}/drift`)).body.items).toMatchObject([{ kind: 'foreign_secret', name: 'boss' }])
  expect(await accessOf(lines[0] as NetworkLine)).toMatchObject({ in_sync: true, observed: null })

  expect((await send('GET', `/routers/${routerId}/plan?by=secrets`)).body).toMatchObject({
    by: 'secrets',
    changes: [{ kind: 'add_secret', count: 3 }],
    sessions: null,
  })
  expect((await send('DELETE', `/routers/${routerId}/radius`)).status).toBe(204)
  await apply(routerId, whole)
  expect(names(network)).toEqual(['boss', ...lines.map(({ login }) => login)])
  expect(await accessOf(lines[0] as NetworkLine)).toMatchObject({ in_sync: true, observed: { is_disabled: false } })
  expect(await healthOf(routerId)).toMatchObject({ held_kind: null, own_secrets: 3 })
})

test('while the router does not ask RADIUS, none leaves and they say what is wanted; a suspended line is cut at once', async () => {
  const network = await given({ lines: 2 })
  const [one, two] = network.lines as [NetworkLine, NetworkLine]
  await overToRadius(network)
  await apply(network.routerId, whole)
  expect(await healthOf(network.routerId)).toMatchObject({ held_kind: 'radius_off', held_changes: 2 })
  await suspend(one)
  await apply(network.routerId)
  expect(secretOf(network, one.login)).toMatchObject({ disabled: 'true' })
  expect([isOnline(network, one.login), isOnline(network, two.login)]).toEqual([false, true])
  expect((await send('GET', `/routers/${network.routerId}/drift`)).body.items).toMatchObject([{ kind: 'stray' }, { kind: 'stray' }])
  await byHand(network, '/ppp/aaa/set', '=use-radius=yes')
  await apply(network.routerId, whole)
  expect([names(network), (await healthOf(network.routerId))?.['held_kind']]).toEqual([[], null])
})

test('more of them than the router’s share leave only after a person has let it through', async () => {
  const network = await given({ lines: 8 })
  await setRouter(database, network.routerId, { max_change_percent: 20 })
  await byHand(network, '/ppp/aaa/set', '=use-radius=yes')
  await overToRadius(network)
  await apply(network.routerId, whole)
  expect(names(network)).toHaveLength(8)
  expect((await send('GET', `/routers/${network.routerId}`)).body.health.held).toMatchObject({ kind: 'secrets_leave', changes: 8, limit: 5 })
  expect((await send('POST', `/routers/${network.routerId}/release`, { changes: 8 })).status).toBe(200)
  await apply(network.routerId, whole)
  expect(names(network)).toEqual([])
  expect(await healthOf(network.routerId)).toMatchObject({ held_kind: null, released_changes: 0, own_secrets: 0 })
})
