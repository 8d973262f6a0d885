import { expect, test } from 'vitest'
import { boundsOf, figuresOf, groupCrowded, clustersOf } from './group-points.ts'
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

test('beside a crowd nothing is drawn over another, and nothing is lost', () => {
  const cell = (kind: Point['kind'], latitude: number, count: number, offline = 0) => ({
    kind,
    latitude,
    longitude: 90.4,
    south: latitude - 0.01,
    west: 90.39,
    north: latitude + 0.01,
    east: 90.41,
    count,
    offline,
  })
  const cells = [cell('client', 23.8, 100, 3), cell('box', 23.801, 14), cell('client', 23.9, 20)]
  const points = [point(1, 'olt', 23.8, 90.4, 'offline'), point(2, 'olt', 23.95, 90.4)]
  const pixelsOf = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({ x: longitude * 1000, y: latitude * 1000 })
  const clusters = clustersOf({ cells, points }, pixelsOf)
  expect(clusters.map((cluster) => [...figuresOf(cluster).counts].sort())).toEqual([
    [
      ['box', 14],
      ['client', 100],
      ['olt', 1],
    ],
    [['client', 20]],
    [['olt', 1]],
  ])
  expect(figuresOf(clusters[0] ?? { cells: [], points: [] }).offline).toBe(4)
  expect(boundsOf(clusters[0] ?? { cells: [], points: [] })).toMatchObject({
    south: expect.closeTo(23.79),
    north: expect.closeTo(23.811),
    west: 90.39,
    east: 90.41,
  })
  expect(clustersOf({ cells: [], points }, pixelsOf)).toHaveLength(2)
})
