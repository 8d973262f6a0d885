import { describe, expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aPackage } from '../../testing/factories.ts'
import { aNetworkLine, byHand, isOnline, networkOf, secretOf, setRouter, watchWrites } from '../../testing/network.ts'
import type { NetworkLine } from '../../testing/network.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
const database = await testDatabase({ clock })
const branchId = await aBranch(database)
const packageId = (await aPackage(database)).package.id
const { given, apply, suspend, restore, accessOf } = networkOf(database, { branchId, packageId, clock })

describe('one of many commands refused', () => {
  test.each(['changes none', 'changes those before', 'changes the others'] as const)(
    'where one of the rows is gone and the router %s, all end as they should',
    async (whenOneIsGone) => {
      const network = await given({ lines: 6 })
      network.simulated.faults.whenOneIsGone = whenOneIsGone
      await suspend(...network.lines)
      // A command before the one for many, during which somebody removes one of the rows.
      const added = await aNetworkLine(database, { branchId, packageId, routerId: network.routerId })
      network.simulated.faults.latencyMs = 30
      watchWrites(network.simulated, (n) => {
        if (n === 1) void byHand(network, '/ppp/secret/remove', `=numbers=${network.lines[2]?.login}`)
      })
      await apply(network.routerId)
      expect(secretOf(network, network.lines[2]?.login ?? '')).toBeUndefined()
      clock.advance({ minutes: 5 })
      expect(network.lines.map(({ login }) => isOnline(network, login))).toEqual(Array(6).fill(false))
      expect(network.simulated.rows('secrets').map(({ name, disabled }) => [name === added.login, disabled])).toEqual([
        ...Array(5).fill([false, 'true']),
        [true, 'false'],
      ])
      expect(await Promise.all(network.lines.map(async (line) => (await accessOf(line))?.in_sync))).toEqual(Array(6).fill(true))
    },
  )
})

test('each way of suspending reaches the subscriber, by the router’s rule', { timeout: 60_000 }, async () => {
  for (const [suspend_by, suspend_target, address] of [
    ['profile', 'suspended', '10.255.'],
    ['pool', 'blocked', '10.255.'],
    ['address_list', 'unpaid', '100.64.'],
  ] as const) {
    const network = await given({ lines: 1 })
    await setRouter(database, network.routerId, { suspend_by, suspend_target })
    const [line] = network.lines as [NetworkLine]
    await suspend(line)
    await apply(network.routerId)
    clock.advance({ minutes: 1 })
    expect(network.simulated.rows('active')).toMatchObject([{ name: line.login, address: expect.stringContaining(address) }])
    if (suspend_by === 'address_list') expect(network.simulated.rows('addressLists')).toMatchObject([{ list: 'unpaid', dynamic: 'true' }])
    await restore(line)
    await apply(network.routerId)
    clock.advance({ minutes: 1 })
    expect(network.simulated.rows('active')).toMatchObject([{ name: line.login, address: expect.stringContaining('100.64.') }])
    expect(network.simulated.rows('addressLists')).toEqual([])
  }
})
