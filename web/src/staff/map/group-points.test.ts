import { expect, test } from 'vitest'
import { groupCrowded } from './group-points.ts'
import type { Point, Points } from './map.ts'

const point = (id: number, kind: Point['kind'], latitude: number, longitude: number, state: Point['state'] = 'online'): Point => ({
  kind,
  id,
  name: `N${id}`,
  code: null,
  latitude,
  longitude,
  state,
  since: null,
  onus: null,
  online: null,
  onu_id: null,
  onu_state: null,
  light: null,
  rx_dbm: null,
})
const found = (points: Point[]): Points => ({
  points,
  cells: [],
  kinds: [{ kind: 'box', count: points.length, offline: 0, is_grouped: false, is_more: false }],
})

test('a crowd is told as cells that hold all of it, and what stands apart as points', () => {
  const crowd = Array.from({ length: 60 }, (_none, n) => point(n, 'box', 23.8 + n * 1e-5, 90.4, n === 0 ? 'offline' : 'online'))
  const { points, cells, kinds } = groupCrowded(found([...crowd, point(99, 'olt', 23.8, 90.4)]), '23,90,25,91', 8)
  expect(points.map(({ kind }) => kind)).toEqual(['olt'])
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(60)
  expect(cells.reduce((sum, { offline }) => sum + offline, 0)).toBe(1)
  expect(cells[0]).toMatchObject({ kind: 'box', south: 23.8, west: 90.4, east: 90.4 })
  expect(kinds[0]?.is_grouped).toBe(true)
  const apart = Array.from({ length: 60 }, (_none, n) => point(n, 'box', 23.05 + (n % 8) * 0.25, 90.01 + Math.floor(n / 8) * 0.12))
  expect(groupCrowded(found(apart), '23,90,25,91', 8).points).toHaveLength(60)
  expect(groupCrowded(found(crowd.slice(0, 40)), '23,90,25,91', 8).points).toHaveLength(40)
})
