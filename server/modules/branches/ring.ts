import { Invalid } from '../../kernel/errors.ts'

/** [longitude, latitude] in degrees. */
export type Corner = readonly [number, number]

/** An area with more corners is a drawing of something else. */
export const MAX_CORNERS = 1000

/**
 * The corners of an area as they are kept: the ring is not closed by its first corner again, and no corner stands twice in a row.
 * @throws Invalid 422 for fewer than three corners, and for sides that cross or touch each other.
 */
export function ringOf(given: readonly Corner[]): [number, number][] {
  const open = given.filter((corner, n) => n === 0 || !isSame(corner, given[n - 1] as Corner))
  const [first] = open
  while (open.length > 1 && first !== undefined && isSame(first, open.at(-1) as Corner)) open.pop()
  if (open.length < 3) refuse('An area has at least three corners')
  const sides = open.map((from, n) => ({ from, to: open[(n + 1) % open.length] as Corner }))
  for (const [n, side] of sides.entries())
    for (let m = n + 1; m < sides.length; m += 1) {
      const other = sides[m] as Side
      const isNext = m === n + 1
      const isLast = n === 0 && m === sides.length - 1
      // Neighbours share a corner; beyond it one may not run back over the other.
      if (isNext || isLast ? runsBack(isNext ? side : other, isNext ? other : side) : touch(side, other))
        refuse(`Sides ${n + 1} and ${m + 1} of the area cross`)
    }
  return open.map(([longitude, latitude]) => [longitude, latitude])
}

interface Side {
  readonly from: Corner
  readonly to: Corner
}

const refuse = (message: string): never => {
  throw new Invalid(message, { errors: [{ field: 'polygon', message }] })
}

const isSame = (a: Corner, b: Corner): boolean => a[0] === b[0] && a[1] === b[1]

/** On which side of the line from `a` to `b` a point lies: above 0 left, below 0 right, 0 on it. */
const turn = (a: Corner, b: Corner, point: Corner): number => Math.sign((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]))

const isBetween = (a: Corner, b: Corner, point: Corner): boolean =>
  Math.min(a[0], b[0]) <= point[0] && point[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= point[1] && point[1] <= Math.max(a[1], b[1])

function touch(one: Side, other: Side): boolean {
  const turns = [turn(one.from, one.to, other.from), turn(one.from, one.to, other.to), turn(other.from, other.to, one.from), turn(other.from, other.to, one.to)]
  const [a = 0, b = 0, c = 0, d = 0] = turns
  if (a * b < 0 && c * d < 0) return true
  return (
    (a === 0 && isBetween(one.from, one.to, other.from)) ||
    (b === 0 && isBetween(one.from, one.to, other.to)) ||
    (c === 0 && isBetween(other.from, other.to, one.from)) ||
    (d === 0 && isBetween(other.from, other.to, one.to))
  )
}

/** Whether the second of two sides that follow each other lies on the first one. */
const runsBack = (first: Side, second: Side): boolean =>
  turn(first.from, first.to, second.to) === 0 &&
  (first.to[0] - first.from[0]) * (second.to[0] - second.from[0]) + (first.to[1] - first.from[1]) * (second.to[1] - second.from[1]) < 0
