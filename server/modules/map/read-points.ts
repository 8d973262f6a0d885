import type { Scope } from '../../kernel/actor.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { mostCells, stepOf } from './grid.ts'
import { hasMore, selectCells, selectPoints } from './points-store.ts'
import type { Cell, Kind, Point, PointFilter } from './points-store.ts'

/** More of a kind than a map shows one by one. */
export const MAX_POINTS = 500
/** So many are a good part of any company. */
const MANY = 20_000

interface KindFigures {
  readonly kind: Kind
  readonly count: number
  readonly offline: number
  readonly is_grouped: boolean
  readonly is_more: boolean
}

export interface MapPoints {
  readonly kinds: KindFigures[]
  readonly points: (Point & { readonly kind: Kind })[]
  readonly cells: (Cell & { readonly kind: Kind })[]
}

/** What of each kind stands in the bounds: one by one up to {@link MAX_POINTS}, beyond that counted in cells, so that nothing is left out. Writes nothing. */
export async function readPoints(
  conn: Conn,
  scope: Scope,
  kinds: readonly Kind[],
  filter: PointFilter,
  { groups, across }: { groups: boolean /** How many cells along the longer side. */; across: number },
): Promise<MapPoints> {
  const found: MapPoints = { kinds: [], points: [], cells: [] }
  for (const kind of kinds) {
    const isMore = await hasMore(conn, scope, kind, filter, MAX_POINTS)
    if (isMore && groups) {
      const cells = await selectCells(conn, scope, kind, filter, {
        step: stepOf(filter.bounds, across),
        limit: mostCells(across),
        isMany: await hasMore(conn, scope, kind, filter, MANY),
      })
      found.cells.push(...cells.map((cell) => ({ ...cell, kind })))
      found.kinds.push({
        kind,
        count: sum(cells.map(({ count }) => count)),
        offline: sum(cells.map(({ offline }) => offline)),
        is_grouped: true,
        is_more: false,
      })
    } else {
      const points = await selectPoints(conn, scope, kind, filter, MAX_POINTS)
      found.points.push(...points.map((point) => ({ ...point, kind })))
      const offline = points.filter(({ state }) => state === 'offline').length
      found.kinds.push({ kind, count: points.length, offline, is_grouped: false, is_more: isMore })
    }
  }
  return found
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
