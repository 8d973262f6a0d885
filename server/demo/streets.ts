/** A part of a town, roughly: its middle as latitude and longitude, how far it reaches in metres, and how far its streets are turned from north. */
export interface Quarter {
  readonly at: readonly [number, number]
  readonly width: number
  readonly height: number
  readonly turn: number
}

const METRES_A_DEGREE = 111_320
const ROAD_EVERY = 95
const LANE_EVERY = 210
/** From the middle of the street to a door. */
const DOOR = 13
/** How far out the corners of a quarter lie; no border is a straight line. */
const BORDER = [1.03, 0.99, 1.06, 1.01, 1.04, 0.98, 1.05, 1] as const
const OUTLINE = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
] as const

/** A place so many metres east and north of the middle, along the quarter's own streets. */
function placeIn({ at: [latitude, longitude], turn }: Quarter, east: number, north: number): [number, number] {
  const angle = (turn * Math.PI) / 180
  const x = east * Math.cos(angle) - north * Math.sin(angle)
  const y = east * Math.sin(angle) + north * Math.cos(angle)
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return [round(latitude + y / METRES_A_DEGREE), round(longitude + x / (METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180)))]
}

/** The border of a quarter as a ring of [longitude, latitude]. */
export const borderOf = (quarter: Quarter): [number, number][] =>
  OUTLINE.map(([east, north], n) => {
    const out = BORDER[n] ?? 1
    const [latitude, longitude] = placeIn(quarter, (east * out * quarter.width) / 2, (north * out * quarter.height) / 2)
    return [longitude, latitude]
  })

/** Where the n-th client of the company lives in a quarter: at a door of one of its roads or lanes. The same n has the same door. */
export function doorIn(quarter: Quarter, n: number): [latitude: number, longitude: number] {
  const share = (factor: number, of: number) => ((n * factor) % of) / of
  const [width, height] = [quarter.width * 0.9, quarter.height * 0.9]
  const side = n % 2 === 0 ? DOOR : -DOOR
  // Two of three live at a road, the others at a lane between two roads.
  if (n % 3 !== 0) {
    const road = Math.floor(share(7919, 1009) * Math.floor(height / ROAD_EVERY)) * ROAD_EVERY
    return placeIn(quarter, (share(104_729, 997) - 0.5) * width, road - height / 2 + ROAD_EVERY / 2 + side)
  }
  const lane = Math.floor(share(6007, 1013) * Math.floor(width / LANE_EVERY)) * LANE_EVERY
  return placeIn(quarter, lane - width / 2 + LANE_EVERY / 2 + side, (share(99_991, 1019) - 0.5) * height)
}

const ORDER = 14
const METRES_A_CELL = 40

/** Where a place lies on a curve that passes every place of a town and keeps neighbours together (Hilbert's); who has no place comes last. */
export function alongStreets(latitude: number | null, longitude: number | null): number {
  if (latitude === null || longitude === null) return Number.MAX_SAFE_INTEGER
  const cell = (degrees: number) => Math.floor((degrees * METRES_A_DEGREE) / METRES_A_CELL) & (2 ** ORDER - 1)
  let [x, y] = [cell(longitude), cell(latitude)]
  let distance = 0
  for (let side = 2 ** (ORDER - 1); side > 0; side /= 2) {
    const [right, up] = [(x & side) > 0 ? 1 : 0, (y & side) > 0 ? 1 : 0]
    distance += side * side * ((3 * right) ^ up)
    if (up === 0) {
      if (right === 1) [x, y] = [side - 1 - (x & (side - 1)), side - 1 - (y & (side - 1))]
      ;[x, y] = [y, x]
    }
  }
  return distance
}
