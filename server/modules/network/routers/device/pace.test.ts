import { describe, expect, test } from 'vitest'
import { paceOf } from './pace.ts'

describe('the pace', () => {
  test('lets a burst of one second through and then so many a second, in the order of asking', async () => {
    let now = 0
    const pace = paceOf(10, { nowMs: () => now, sleep: async (ms) => void (now += ms) })
    const times: number[] = []
    await Promise.all(Array.from({ length: 30 }, async (_, n) => await pace.take().then(() => times.push(n * 1_000_000 + now))))
    expect(times.map((time) => Math.floor(time / 1_000_000))).toEqual(Array.from({ length: 30 }, (_, n) => n))
    const at = times.map((time) => time % 1_000_000)
    expect(at.slice(0, 10)).toEqual(Array(10).fill(0))
    expect(at.at(-1)).toBe(2000)
  })

  test('what costs more than a second of commands waits for a whole second and not for ever', async () => {
    let now = 0
    const pace = paceOf(10, { nowMs: () => now, sleep: async (ms) => void (now += ms) })
    await pace.take(50)
    await pace.take(50)
    expect(now).toBe(1000)
  })
})
