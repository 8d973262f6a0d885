import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { companyScope, systemActor } from '../../../../kernel/actor.ts'
import { settableClock } from '../../../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../../../kernel/permissions.ts'
import { conn } from '../../../../platform/db/transaction.ts'
import { testDatabase } from '../../../../testing/database.ts'
import { aBranch, aPackage } from '../../../../testing/factories.ts'
import { networkOf } from '../../../../testing/network.ts'
import type { NetworkLine } from '../../../../testing/network.ts'
import { listClosedSessions, readLiveSessions, readUsage } from '../../sessions/index.ts'
import { selectSamplePoints } from '../samples-store.ts'
import { pollRouter } from './poll-router.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const actor = systemActor('test', ALL_PERMISSIONS)
const database = await testDatabase({ clock })
const branchId = await aBranch(database)
const packageId = (await aPackage(database)).package.id
const { given } = networkOf(database, { branchId, packageId, clock })

const poll = async (routerId: bigint) => await pollRouter(database, routerId, { actor, signal: new AbortController().signal })
const live = async ({ id }: NetworkLine) => await readLiveSessions(database, companyScope, id)
const closed = async ({ id }: NetworkLine) => await listClosedSessions(database, companyScope, id, { limit: 50, after: undefined })
const stretch = () => ({ from: clock.now().subtract({ hours: 12 }), to: clock.now().add({ seconds: 1 }) })
const points = async ({ id }: NetworkLine) => await selectSamplePoints({ db: database.db }, id, stretch())
const used = async ({ id }: NetworkLine): Promise<bigint> =>
  (await readUsage(await conn(database), id, { step: 'hour', ...stretch() })).reduce((sum, { download_bytes }) => sum + download_bytes, 0n)
const movedBy = ({ login }: NetworkLine, { simulated }: Awaited<ReturnType<typeof given>>): bigint =>
  BigInt(simulated.rows('interfaces').find(({ name }) => name === `<pppoe-${login}>`)?.['tx-byte'] ?? 0)

describe('a poll', () => {
  test('finds who is online, and each further one what every line has moved', async () => {
    const network = await given({ lines: 3 })
    const [one] = network.lines as [NetworkLine]
    expect(await poll(network.routerId)).toEqual({ opened: 3, refreshed: 0, closed: 0, isWhole: true })
    expect(await live(one)).toMatchObject([
      { login: one.login, source: 'poll', address: expect.stringMatching(/^100\.64\./), caller_id: expect.stringMatching(/^50:d4:f7/) },
    ])
    for (const minutes of [5, 10]) {
      clock.advance({ minutes })
      expect(await poll(network.routerId)).toMatchObject({ refreshed: 3, closed: 0, isWhole: true })
    }
    expect((await points(one)).map(({ seconds }) => seconds)).toEqual([expect.any(Number), 300, 600])
    expect(await used(one)).toBe(movedBy(one, network))
    expect((await points(one)).every(({ upKbps, downKbps }) => upKbps > 0 && downKbps > upKbps)).toBe(true)
  })

  test('the same look again changes nothing', async () => {
    const { routerId, lines } = await given({ lines: 2 })
    await poll(routerId)
    clock.advance({ minutes: 5 })
    await poll(routerId)
    const [before, sum] = [await points(lines[0] as NetworkLine), await used(lines[0] as NetworkLine)]
    await poll(routerId)
    expect([await points(lines[0] as NetworkLine), await used(lines[0] as NetworkLine)]).toEqual([before, sum])
  })

  test('who has gone is closed at the next look; who dialled again counts anew and never below zero', async () => {
    const network = await given({ lines: 4 })
    const [gone, again] = network.lines as [NetworkLine, NetworkLine]
    await poll(network.routerId)
    clock.advance({ minutes: 5 })
    await poll(network.routerId)
    const before = await used(again)
    network.simulated.subscribers.switchOff(gone.login)
    network.simulated.subscribers.switchOff(again.login)
    network.simulated.subscribers.switchOn(again.login)
    clock.advance({ minutes: 5 })
    expect(await poll(network.routerId)).toMatchObject({ closed: 1, opened: 1, isWhole: true })
    expect([await live(gone), (await closed(gone)).map(({ terminate_cause }) => terminate_cause)]).toEqual([[], ['gone']])
    expect([(await live(again)).length, (await closed(again)).map(({ terminate_cause }) => terminate_cause)]).toEqual([1, ['replaced']])
    // What he moved between the last look and his end is not known; what the new session moved is.
    expect((await used(again)) - before).toBe(movedBy(again, network))
  })

  test('a router that restarted has ended every session, and they are said to have ended with it', async () => {
    const network = await given({ lines: 3 })
    await poll(network.routerId)
    clock.advance({ minutes: 10 })
    network.simulated.reboot()
    clock.advance({ minutes: 3 })
    expect(await poll(network.routerId)).toMatchObject({ opened: 3, isWhole: true })
    const [one] = network.lines as [NetworkLine]
    expect((await closed(one)).map(({ terminate_cause }) => terminate_cause)).toEqual(['restarted'])
    expect(await live(one)).toHaveLength(1)
  })
})

describe('an answer that is cut short changes nobody’s state', () => {
  test.each([1, 2])('when only %i of six are shown, those that are missing answer by name', async (shown) => {
    const { simulated, routerId, lines } = await given({ lines: 6 })
    await poll(routerId)
    clock.advance({ minutes: 5 })
    simulated.faults.truncatePrintAt = shown
    for (let n = 0; n < 5; n += 1) expect(await poll(routerId)).toMatchObject({ closed: 0, isWhole: false })
    for (const line of lines) expect(await live(line)).toHaveLength(1)
    simulated.faults.truncatePrintAt = null
    expect(await poll(routerId)).toMatchObject({ refreshed: 6, closed: 0, isWhole: true })
  })

  test('when nobody is shown it is not believed before the third look', async () => {
    const { simulated, routerId, lines } = await given({ lines: 3 })
    await poll(routerId)
    for (const { login } of lines) simulated.subscribers.switchOff(login)
    const outcomes = []
    for (let n = 0; n < 3; n += 1) {
      clock.advance({ minutes: 1 })
      outcomes.push(await poll(routerId))
    }
    expect(outcomes.map(({ closed: count, isWhole }) => [count, isWhole])).toEqual([
      [0, false],
      [0, false],
      [3, true],
    ])
  })

  test('a router that falls silent, or whose connection is lost, is noted and left alone; what was known stays', async () => {
    const { simulated, routerId, lines } = await given({ lines: 2 })
    await poll(routerId)
    clock.advance({ minutes: 5 })
    await simulated.switchOff()
    await expect(poll(routerId)).rejects.toMatchObject({ code: expect.stringMatching(/^device_/) })
    await expect(poll(routerId)).rejects.toMatchObject({ code: 'router_left_alone' })
    expect(await live(lines[0] as NetworkLine)).toHaveLength(1)
    const { rows } = await sql<{ retry_at: unknown }>`select retry_at from router_health where router_id = ${routerId}`.execute(database.db)
    expect(rows[0]?.retry_at).not.toBeNull()
  })
})

test('what reports by RADIUS is left to RADIUS, also where one router has both', async () => {
  const network = await given({ lines: 2 })
  const [own, other] = network.lines as [NetworkLine, NetworkLine]
  const item = network.simulated.rows('active').find(({ name }) => name === other.login)
  expect(item).toBeDefined()
  await sql`select report_ppp_session('start', ${network.routerId}, 'radius', ${other.login}, '81aa', ${clock.now()}, null, null, null, '', '', '', null, 0, 0, '')`.execute(
    database.db,
  )
  for (let n = 0; n < 4; n += 1) {
    clock.advance({ minutes: 5 })
    await poll(network.routerId)
  }
  expect((await live(other)).some(({ source }) => source === 'radius')).toBe(true)
  expect(await live(own)).toHaveLength(1)
})
