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
