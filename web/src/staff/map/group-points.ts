import { KINDS } from '../../ui/map/shapes.ts'
import type { Kind } from '../../ui/map/shapes.ts'
import type { Cell, Point, Points } from './map.ts'

/** Fewer of a kind are never too many for a map. */
const FEW = 40
/** A cell is divided so often each way; what shares such a part is drawn one over the other. */
const PARTS = 5
/** So many to a part are a crowd. */
const CROWD = 1.5

/** `south,west,north,east` -> the step of the server's own grid over it. */
function stepOf(bounds: string, cells: number): number {
  const [south = 0, west = 0, north = 0, east = 0] = bounds.split(',').map(Number)
  return 360 / 2 ** Math.ceil(Math.log2((360 * cells) / Math.max(north - south, east - west, 1e-6)))
}

/** What is too crowded to be told apart becomes cells as well, as the server makes them of what is too much to be sent. */
export function groupCrowded(found: Points, bounds: string, cellsAcross: number): Points {
  const step = stepOf(bounds, cellsAcross)
  const cells = [...found.cells]
  const points: Point[] = []
  const grouped = new Set<Kind>()
  for (const kind of KINDS) {
    const own = found.points.filter((point) => point.kind === kind)
    const by = (size: number) => Map.groupBy(own, ({ latitude, longitude }) => `${Math.floor(latitude / size)}:${Math.floor(longitude / size)}`)
    if (own.length <= FEW || own.length <= by(step / PARTS).size * CROWD) {
      points.push(...own)
      continue
    }
    grouped.add(kind)
    for (const members of by(step).values())
      if (members.length === 1) points.push(...members)
      else cells.push(cellOf(kind, members))
  }
  return { points, cells, kinds: found.kinds.map((each) => ({ ...each, is_grouped: each.is_grouped || grouped.has(each.kind) })) }
}

function cellOf(kind: Kind, members: readonly Point[]): Cell {
  const latitudes = members.map(({ latitude }) => latitude)
  const longitudes = members.map(({ longitude }) => longitude)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    kind,
    latitude: mean(latitudes),
    longitude: mean(longitudes),
    south: Math.min(...latitudes),
    west: Math.min(...longitudes),
    north: Math.max(...latitudes),
    east: Math.max(...longitudes),
    count: members.length,
    offline: members.filter(({ state }) => state === 'offline').length,
  }
}

/** What stands so close together on the map that its marks would lie over each other. */
export interface Cluster {
  readonly cells: readonly Cell[]
  readonly points: readonly Point[]
}

/** Room of a figure of all three kinds, in pixels. */
const [CLUSTER_WIDE, CLUSTER_HIGH] = [124, 46] as const

/**
 * Where a crowd is told as cells, all that has no room beside them is told with them, whatever it is. Where everything stands for itself nothing is put together.
 * `pixelsOf` says where on the screen something lies.
 */
export function clustersOf({ cells, points }: Pick<Points, 'cells' | 'points'>, pixelsOf: (at: Cell | Point) => { x: number; y: number }): Cluster[] {
  if (cells.length === 0) return points.map((point) => ({ cells: [], points: [point] }))
  const clusters: { x: number; y: number; cells: Cell[]; points: Point[] }[] = []
  const clusterAt = (at: Cell | Point) => {
    const { x, y } = pixelsOf(at)
    const near = clusters.find((cluster) => Math.abs(cluster.x - x) < CLUSTER_WIDE && Math.abs(cluster.y - y) < CLUSTER_HIGH)
    if (near !== undefined) return near
    const cluster = { x, y, cells: [], points: [] }
    clusters.push(cluster)
    return cluster
  }
  for (const cell of cells.toSorted((a, b) => b.count - a.count)) clusterAt(cell).cells.push(cell)
  for (const point of points) clusterAt(point).points.push(point)
  return clusters.map((cluster) => ({ cells: cluster.cells, points: cluster.points }))
}

/** How many of each kind stand in a cluster, and how many of all are offline. */
export function figuresOf({ cells, points }: Cluster): { counts: ReadonlyMap<Kind, number>; offline: number } {
  const counts = new Map<Kind, number>()
  let offline = 0
  for (const { kind, count, offline: down } of [...cells, ...points.map(({ kind, state }) => ({ kind, count: 1, offline: state === 'offline' ? 1 : 0 }))]) {
    counts.set(kind, (counts.get(kind) ?? 0) + count)
    offline += down
  }
  return { counts, offline }
}

/** The bounds that hold all of a cluster. */
export function boundsOf({ cells, points }: Cluster): Pick<Cell, 'south' | 'west' | 'north' | 'east'> {
  const souths = [...cells.map(({ south }) => south), ...points.map(({ latitude }) => latitude)]
  const norths = [...cells.map(({ north }) => north), ...points.map(({ latitude }) => latitude)]
  const wests = [...cells.map(({ west }) => west), ...points.map(({ longitude }) => longitude)]
  const easts = [...cells.map(({ east }) => east), ...points.map(({ longitude }) => longitude)]
  return { south: Math.min(...souths), west: Math.min(...wests), north: Math.max(...norths), east: Math.max(...easts) }
}
