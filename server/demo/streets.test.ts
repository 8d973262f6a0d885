import { expect, test } from 'vitest'
import { ringOf } from '../modules/branches/ring.ts'
import { AREAS } from './names.ts'
import { alongStreets, borderOf, doorIn } from './streets.ts'

/** Whether a ray to the east leaves the ring an odd number of times. */
const lies = ([latitude, longitude]: readonly [number, number], ring: readonly (readonly [number, number])[]): boolean =>
  ring.filter(([x, y], n) => {
    const [nextX, nextY] = ring[(n + 1) % ring.length] as readonly [number, number]
    return y > latitude !== nextY > latitude && longitude < x + ((latitude - y) / (nextY - y)) * (nextX - x)
  }).length %
    2 ===
  1

test('every quarter has a border that is a polygon, and its clients live inside of it and of no other', () => {
  const borders = AREAS.map((area) => ringOf(borderOf(area)))
  for (const [a, area] of AREAS.entries())
    for (let n = 1; n <= 300; n += 1) {
      const within = borders.flatMap((border, b) => (lies(doorIn(area, n), border) ? [b] : []))
      expect(within, `${area.name} ${n}`).toEqual([a])
    }
})

test('clients have doors of their own, and who lives next to another comes next to him', () => {
  const [area] = AREAS
  const doors = Array.from({ length: 200 }, (_none, n) => doorIn(area, n + 1))
  expect(new Set(doors.map(String)).size).toBeGreaterThan(190)
  const along = doors.toSorted((a, b) => alongStreets(...a) - alongStreets(...b))
  const metres = (way: readonly (readonly [number, number])[]) =>
    way.slice(1).reduce((sum, [latitude, longitude], n) => sum + Math.hypot(latitude - (way[n]?.[0] ?? 0), longitude - (way[n]?.[1] ?? 0)) * 111_320, 0)
  expect(metres(along)).toBeLessThan(metres(doors) / 5)
})
