import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { settableClock } from '../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aPackage, doing } from '../../testing/factories.ts'
import { aNetworkLine, byHand, isOnline, networkOf, secretOf, watchWrites } from '../../testing/network.ts'
import type { NetworkLine } from '../../testing/network.ts'
import { changeTerms } from '../clients/index.ts'
import { convergeRouter, withRouter } from '../network/routers/index.ts'
import { applyAccessTo } from './apply-access.ts'
import { shareRuns } from './share-runs.ts'
import { wishesOf } from './wishes.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const actor = systemActor('test', ALL_PERMISSIONS)
const database = await testDatabase({ clock })
const branchId = await aBranch(database)
const packageId = (await aPackage(database)).package.id
const { given, apply, suspend, restore, edit, accessOf, healthOf } = networkOf(database, { branchId, packageId, clock })

describe('the network follows the database', () => {
  test('new lines get secrets, dial and are in sync; a suspended one is cut and its session ended; a restored one dials again', async () => {
    const { simulated, routerId, lines } = await given()
    const [one] = lines as [NetworkLine]
    expect(lines.map(({ login }) => isOnline({ simulated }, login))).toEqual([true, true, true])
    expect(await accessOf(one)).toMatchObject({ in_sync: true, last_error: null })
    await suspend(one)
    expect(await accessOf(one)).toMatchObject({ in_sync: false })
    await apply(routerId)
    clock.advance({ minutes: 2 })
    expect(lines.map(({ login }) => isOnline({ simulated }, login))).toEqual([false, true, true])
    expect(await accessOf(one)).toMatchObject({ in_sync: true, observed: { is_disabled: true } })
    await restore(one)
    await apply(routerId)
    clock.advance({ minutes: 2 })
    expect(isOnline({ simulated }, one.login)).toBe(true)
  })

  test('every command is in the audit, without passwords', async () => {
    const { routerId, lines } = await given({ lines: 1 })
    const { rows } = await sql<{ after: Record<string, unknown> }>`
      select after from audit_events where action = 'router.told' and subject_id = ${routerId} order by at, id`.execute(database.db)
    expect(rows.map(({ after }) => after['kind'])).toEqual(['make_profile', 'add_secret'])
    expect(rows[1]?.after).toMatchObject({ names: [lines[0]?.login], subscriptions: [Number(lines[0]?.id)], values: { password: '•••' } })
  })

  test('a frozen router is left as it is until it is thawed', async () => {
    const { simulated, routerId, lines } = await given({ lines: 1 })
    const [line] = lines as [NetworkLine]
    await sql`update routers set is_frozen = true where id = ${routerId}`.execute(database.db)
    await suspend(line)
    await apply(routerId)
    expect(isOnline({ simulated }, line.login)).toBe(true)
    await sql`update routers set is_frozen = false where id = ${routerId}`.execute(database.db)
    await apply(routerId)
    expect(isOnline({ simulated }, line.login)).toBe(false)
  })

  test('a line that moves to another router is let go of there and written here', async () => {
    const from = await given({ lines: 1 })
    const to = await given({ lines: 0 })
    const [line] = from.lines as [NetworkLine]
    await edit(line, { router_id: to.routerId })
    await Promise.all([apply(to.routerId), apply(from.routerId, { isWhole: true })])
    expect(secretOf(from, line.login)).toMatchObject({ disabled: 'true' })
    expect(isOnline(from, line.login)).toBe(false)
    expect(secretOf(to, line.login)).toMatchObject({ disabled: 'false' })
    expect(await accessOf(line)).toMatchObject({ in_sync: true })
  })

  test('a new login renames the secret and a new password is written; the client dials with what he has been told', async () => {
    const { simulated, routerId, lines } = await given({ lines: 1 })
    const [line] = lines as [NetworkLine]
    const login = `${line.login}-new`
    await edit(line, { pppoe_login: login })
    await apply(routerId)
    expect(simulated.rows('secrets').map(({ name, comment }) => [name, comment?.split(':')[1]])).toEqual([[login, line.id.toString()]])
    expect(isOnline({ simulated }, line.login)).toBe(false)
  })
})

describe('E1', () => {
  test('a second comparison writes nothing, on the router and here', async () => {
    const network = await given({ lines: 5 })
    await suspend(network.lines[0] as NetworkLine)
    await apply(network.routerId, { isWhole: true })
    const rows = async () => (await sql`select xmin::text, * from access order by 1, 2`.execute(database.db)).rows
    const before = await rows()
    const writes = watchWrites(network.simulated)
    await apply(network.routerId, { isWhole: true })
    await apply(network.routerId)
    expect(writes()).toBe(0)
    expect(await rows()).toEqual(before)
  })

  test.each([true, false])('a connection lost at any command, which was done: %s, ends in the same state', { timeout: 60_000 }, async (isDone) => {
    for (let at = 1; ; at += 1) {
      const network = await given({ lines: 4, suspend_by: 'profile', suspend_target: 'suspended' })
      const [a, b] = network.lines as [NetworkLine, NetworkLine]
      await suspend(a, b)
      const added = await aNetworkLine(database, { branchId, packageId, ...network })
      network.simulated.faults.dropAtWrite = { countdown: at, isDone }
      const wasLost = await apply(network.routerId).then(
        () => false,
        () => true,
      )
      await sql`update router_health set retry_at = null where router_id = ${network.routerId}`.execute(database.db)
      await apply(network.routerId)
      clock.advance({ minutes: 2 })
      expect([a, b].map(({ login }) => secretOf(network, login)?.['profile'])).toEqual(['suspended', 'suspended'])
      const addresses = new Map(network.simulated.rows('active').map(({ name, address }) => [name, address]))
      // They have dialled anew and sit behind the wall, and nobody was written twice.
      expect([a, b].map(({ login }) => addresses.get(login)?.startsWith('10.255.'))).toEqual([true, true])
      expect(network.simulated.rows('secrets').map(({ name }) => name)).toEqual([...network.lines, added].map(({ login }) => login))
      expect(await accessOf(a)).toMatchObject({ in_sync: true, must_redial: false })
      if (!wasLost) {
        expect(at).toBeGreaterThan(3)
        return
      }
    }
  })
})

test('E2: a subscriber who dials again between the change and the end of his session ends offline, and a session that is gone already is no failure', async () => {
  const network = await given({ lines: 3 })
  const [one, two] = network.lines as [NetworkLine, NetworkLine]
  await suspend(one, two)
  let sessionBefore: string | undefined
  watchWrites(network.simulated, (n) => {
    if (n === 1) {
      // Just before the secrets are disabled he is back with a new session.
      sessionBefore = network.simulated.rows('active').find(({ name }) => name === one.login)?.['.id']
      network.simulated.subscribers.switchOff(one.login)
      network.simulated.subscribers.switchOn(one.login)
      expect(network.simulated.subscribers.dialNow(one.login)).toBe(true)
    }
    // Just before the sessions are ended the other one hangs up by himself.
    if (n === 2) network.simulated.subscribers.switchOff(two.login)
  })
  await apply(network.routerId)
  expect(sessionBefore).toBeDefined()
  clock.advance({ hours: 1 })
  expect([one, two].map(({ login }) => isOnline(network, login))).toEqual([false, false])
  expect(await accessOf(one)).toMatchObject({ in_sync: true })
  expect(await accessOf(two)).toMatchObject({ in_sync: true })
})

test('E3: foreign secrets are reported and untouched, edits by hand put right, and a name that is taken says so until somebody takes it over', async () => {
  const network = await given({ lines: 2 })
  const [one] = network.lines as [NetworkLine]
  for (let n = 0; n < 3000; n += 1) network.simulated.addRow('secrets', { name: `old${n}`, password: 'x', comment: n % 2 === 0 ? '' : 'flat 3' })
  network.simulated.addRow('secrets', { name: 'taken', password: 'theirs', profile: 'suspended', comment: 'the boss' })
  const blocked = await aNetworkLine(database, { branchId, packageId, routerId: network.routerId, login: 'taken' })
  const foreign = () => network.simulated.rows('secrets').filter(({ comment = '' }) => !comment.startsWith('lastmile:'))
  const before = foreign()
  // Somebody edits a secret of ours on the router.
  const ours = () => ['name', 'password', 'profile', 'disabled', 'comment', 'service'].map((key) => secretOf(network, one.login)?.[key])
  const right = ours()
  await byHand(network, '/ppp/secret/set', `=numbers=${one.login}`, '=profile=default', '=disabled=yes')
  await apply(network.routerId, { isWhole: true })
  expect(ours()).toEqual(right)
  expect(foreign()).toEqual(before)
  expect(await accessOf(blocked)).toMatchObject({ in_sync: false, last_error: 'foreign_same_name' })
  expect(await healthOf(network.routerId)).toMatchObject({ secrets: 3003, own_secrets: 2, foreign_secrets: 3001 })
  const { rows } = await sql<{
    kind: string
    count: bigint
  }>`select kind, count(*) as count from router_drift where router_id = ${network.routerId} group by 1 order by 1`.execute(database.db)
  expect(rows).toEqual([
    { kind: 'foreign_same_name', count: 1n },
    { kind: 'foreign_secret', count: 3000n },
  ])
  await sql`update access set may_adopt = true where subscription_id = ${blocked.id}`.execute(database.db)
  await apply(network.routerId, { isWhole: true })
  expect(secretOf(network, 'taken')).toMatchObject({
    profile: 'home-10',
    password: 'word-taken',
    comment: expect.stringMatching(/^lastmile:\d+:[0-9a-f]{8} the boss$/),
  })
  expect(await accessOf(blocked)).toMatchObject({ in_sync: true, last_error: null })
})

describe('E4', () => {
  test.each([
    ['nothing', 0, 'empty'],
    ['less than half', 8, 'truncated'],
  ] as const)('a router that prints %s of its secrets is not written to, and the next whole answer is worked with', async (_what, truncatePrintAt, kind) => {
    const network = await given({ lines: 20, max_change_percent: 20 })
    await suspend(network.lines[0] as NetworkLine)
    network.simulated.faults.truncatePrintAt = truncatePrintAt
    const writes = watchWrites(network.simulated)
    await apply(network.routerId, { isWhole: true })
    expect(writes()).toBe(0)
    expect(await healthOf(network.routerId)).toMatchObject({ held_kind: kind })
    network.simulated.faults.truncatePrintAt = null
    await apply(network.routerId, { isWhole: true })
    expect(writes()).toBe(2)
    expect(await healthOf(network.routerId)).toMatchObject({ held_kind: null })
  })

  test('more than the set share is held until a person lets through what he has seen, and no more than that', async () => {
    const network = await given({ lines: 12, max_change_percent: 50 })
    await suspend(...network.lines.slice(0, 7))
    await apply(network.routerId)
    expect(await healthOf(network.routerId)).toMatchObject({ held_kind: 'too_many', held_changes: 7, held_limit: 6 })
    expect(network.lines.filter(({ login }) => !isOnline(network, login))).toEqual([])
    await sql`update router_health set released_changes = 7 where router_id = ${network.routerId}`.execute(database.db)
    await suspend(network.lines[7] as NetworkLine)
    await apply(network.routerId)
    expect(await healthOf(network.routerId)).toMatchObject({ held_changes: 8 })
    await restore(network.lines[7] as NetworkLine)
    await apply(network.routerId)
    expect(await healthOf(network.routerId)).toMatchObject({ held_kind: null, released_changes: 0 })
    expect(network.lines.map(({ login }) => isOnline(network, login))).toEqual([...Array(7).fill(false), ...Array(5).fill(true)])
  })
})

test.each([1, 2])('E5: a client who has paid before command %i of the suspension goes out is not met by it, and keeps his session', async (at) => {
  const network = await given({ lines: 6 })
  await suspend(...network.lines)
  const [paid, ...others] = network.lines as [NetworkLine, ...NetworkLine[]]
  const { signal } = new AbortController()
  let asked = 0
  await withRouter(database, network.routerId, { isUrgent: false }, async (device) => {
    const wishes = wishesOf(database, device, { actor, signal, isWhole: false })
    const current: typeof wishes.current = async (ids) => {
      asked += 1
      if (asked === at) await restore(paid)
      return await wishes.current(ids)
    }
    expect(await convergeRouter(device, { ...wishes, current }, { isWhole: false, released: 0 })).toBe(true)
  })
  expect(asked).toBeGreaterThanOrEqual(2)
  const ended = network.simulated.rows('log').flatMap(({ message = '' }) => (message.includes('logged out') ? [message.split(' ')[0]] : []))
  expect(ended.sort()).toEqual(others.map(({ login }) => login).sort())
  expect(secretOf(network, paid.login)).toMatchObject({ disabled: 'false' })
  expect(await accessOf(paid)).toMatchObject({ in_sync: true })
})

test('E5: a client who pays while the suspension runs ends online, whatever has met him by then, and at most one session of his ends after that', async () => {
  for (const at of [1, 2]) {
    const network = await given({ lines: 6 })
    await suspend(...network.lines)
    const [paid, ...others] = network.lines as [NetworkLine, ...NetworkLine[]]
    const paying: Promise<void>[] = []
    network.simulated.faults.latencyMs = 30
    watchWrites(network.simulated, (n) => {
      if (n === at) paying.push(restore(paid))
    })
    const runs = shareRuns(async ({ routerId, ...options }) => await applyAccessTo(database, routerId, { actor, ...options }))
    const signal = new AbortController().signal
    const run = runs({ routerId: network.routerId, isWhole: false, signal })
    await expect.poll(() => paying).toHaveLength(1)
    await Promise.all(paying)
    const restoredAt = network.simulated.rows('log').length
    await Promise.all([run, runs({ routerId: network.routerId, isWhole: false, signal })])
    clock.advance({ minutes: 2 })
    const ended = network.simulated
      .rows('log')
      .slice(restoredAt)
      .filter(({ message }) => message?.startsWith(`${paid.login} logged out`))
    expect(isOnline(network, paid.login)).toBe(true)
    expect(secretOf(network, paid.login)).toMatchObject({ disabled: 'false' })
    // A command that was decided on before the payment committed may still end his session, once.
    expect(ended.length).toBeLessThanOrEqual(1)
    expect(others.map(({ login }) => isOnline(network, login))).toEqual([false, false, false, false, false])
    expect(await accessOf(paid)).toMatchObject({ in_sync: true })
  }
})

test('E6: a router that is away for two hours gets one write for all that changed meanwhile, and another is not slowed by it', async () => {
  const away = await given({ lines: 1 })
  const other = await given({ lines: 1 })
  const [line] = away.lines as [NetworkLine]
  const profile = secretOf(away, line.login)?.['profile']
  await away.simulated.switchOff()
  for (let n = 0; n < 5; n += 1) {
    const plan = await aPackage(database, { routerProfile: `speed-${n}` })
    await doing(database, async (tx) => await changeTerms(tx, line.id, { startsOn: tx.today, packageId: plan.package.id }))
    await apply(away.routerId).catch(() => {})
    clock.advance({ minutes: 24 })
  }
  const health = await healthOf(away.routerId)
  expect(health).toMatchObject({ error_kind: 'refused', failures: 5 })
  await expect(apply(away.routerId)).rejects.toThrow()
  const began = performance.now()
  await suspend(other.lines[0] as NetworkLine)
  await apply(other.routerId)
  expect(performance.now() - began).toBeLessThan(2000)
  await away.simulated.switchOn()
  const writes = watchWrites(away.simulated)
  await expect(apply(away.routerId)).rejects.toMatchObject({ code: 'router_left_alone' })
  clock.advance({ minutes: 6 })
  await apply(away.routerId)
  // The profile is made, the secret gets it, and the session from before - there is one, for he has dialled again - ends.
  expect(profile).toBe('home-10')
  expect(secretOf(away, line.login)?.['profile']).toBe('speed-4')
  expect(writes()).toBe(3)
  expect(await healthOf(away.routerId)).toMatchObject({ failures: 0, retry_at: null })
})

test('E7: a router that has numbered its rows anew, with its connection standing or not, is matched by mark and name', async () => {
  const network = await given({ lines: 3 })
  const writes = watchWrites(network.simulated)
  network.simulated.reboot({ newIds: true })
  await apply(network.routerId, { isWhole: true })
  expect(writes()).toBe(0)
  await suspend(network.lines[1] as NetworkLine)
  await apply(network.routerId)
  expect(network.simulated.rows('secrets').map(({ disabled }) => disabled)).toEqual(['false', 'true', 'false'])
})
