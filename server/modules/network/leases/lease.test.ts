import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../testing/database.ts'
import { backoffMs } from './backoff.ts'
import { releaseLease, renewLease, requireLease, takeLease, wantLease } from './lease-store.ts'
import type { Lease } from './lease-store.ts'

const database = await testDatabase()

describe('a lease', () => {
  const of = (owner: string, ms = 10_000) => takeLease(database, { deviceId: 'router:1', owner, ms })

  test('is one owner’s until he gives it back or it runs out, and the fence grows with each new owner', async () => {
    const first = await of('a')
    expect(first?.fence).toBe(1n)
    expect(await of('b')).toBeNull()
    if (first !== null) await releaseLease(database, first)
    const second = await of('b', 1)
    expect(second?.fence).toBe(2n)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await of('c'))?.fence).toBe(3n)
  })

  test('that another has taken over is not renewed, not given back, and nothing is written under it', async () => {
    const stale = { deviceId: 'router:1', owner: 'b', fence: 2n }
    expect(await renewLease(database, stale, 10_000)).toMatchObject({ isOurs: false })
    await releaseLease(database, stale)
    expect(await of('d')).toBeNull()
    await expect(requireLease(database, stale)).rejects.toMatchObject({ code: 'device_busy' })
    await expect(requireLease(database, { ...stale, owner: 'c', fence: 3n })).resolves.toBeUndefined()
  })

  test('two who take a free one at the same moment: one has it', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, (_, n) => takeLease(database, { deviceId: 'router:2', owner: `p${n}`, ms: 10_000 })))
    expect(taken.filter((lease) => lease !== null)).toHaveLength(1)
  })
})

test('who holds a device hears that another waits for it, and the next one does not hear of it any more', async () => {
  const take = async (owner: string) => await takeLease(database, { deviceId: 'router:9', owner, ms: 10_000 })
  const held = (await take('a')) as Lease
  expect(await renewLease(database, held, 10_000)).toEqual({ isOurs: true, isWanted: false })
  expect(await take('b')).toBeNull()
  await wantLease(database, 'router:9')
  expect(await renewLease(database, held, 10_000)).toEqual({ isOurs: true, isWanted: true })
  await releaseLease(database, held)
  expect(await renewLease(database, (await take('b')) as Lease, 10_000)).toEqual({ isOurs: true, isWanted: false })
})

test('a device that fails is left alone for longer each time, up to five minutes, and never for the same time as another', () => {
  const at = (failures: number, chance: number) => backoffMs({ failures, isHopeless: false, chance })
  expect([1, 2, 3, 4].map((failures) => at(failures, 1))).toEqual([5000, 10_000, 20_000, 40_000])
  expect([1, 2, 3, 4].map((failures) => at(failures, 0))).toEqual([2500, 5000, 10_000, 20_000])
  expect(at(100, 1)).toBe(300_000)
  expect(backoffMs({ failures: 1, isHopeless: true, chance: 0 })).toBe(30 * 60_000)
})
