/** A part of the map between two parallels and two meridians, in degrees; it does not cross the 180th. */
export interface Bounds {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

/**
 * The step of a grid over the bounds, with `cells` or more along their longer side and fewer than twice as many: 360 degrees halved as often as
 * needed. Its lines lie where they lie, whatever is shown, so that cells stay the same while the map is moved.
 */
export function stepOf({ south, west, north, east }: Bounds, cells: number): number {
  const side = Math.max(north - south, east - west, 1e-6)
  return 360 / 2 ** Math.ceil(Math.log2((360 * cells) / side))
}

/** No grid has more cells: twice as many as asked for each way, and one that is cut at the edge. */
export const mostCells = (cells: number): number => (2 * cells + 1) ** 2
