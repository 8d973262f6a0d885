import { readCoordinates, typedCoordinates } from '../../lib/coordinates.ts'
import type { Coordinates } from '../../lib/coordinates.ts'

/** The corners of an area as lines of text, one for each. */
export const cornersText = (corners: readonly Coordinates[]): string => corners.map(typedCoordinates).join('\n')

/** What is typed as corners; empty lines count for nothing. The number of the first line that is no place, where there is one. */
export function readCorners(text: string): { corners: Coordinates[]; wrongLine: number | null } {
  const lines = text.split('\n')
  const read = lines.map((line) => (line.trim() === '' ? null : readCoordinates(line)))
  const wrong = read.findIndex((place) => place === undefined)
  return { corners: read.filter((place) => place !== null && place !== undefined), wrongLine: wrong === -1 ? null : wrong + 1 }
}

/** The place in the middle between a corner and the next one; the last is followed by the first. */
export const betweenCorners = (corners: readonly Coordinates[]): Coordinates[] =>
  corners.length < 2
    ? []
    : corners.map(({ latitude, longitude }, n) => {
        const next = corners[(n + 1) % corners.length] as Coordinates
        return { latitude: (latitude + next.latitude) / 2, longitude: (longitude + next.longitude) / 2 }
      })

export const withCorner = (corners: readonly Coordinates[], at: number, corner: Coordinates): Coordinates[] => [
  ...corners.slice(0, at),
  corner,
  ...corners.slice(at),
]
export const movedCorner = (corners: readonly Coordinates[], at: number, corner: Coordinates): Coordinates[] =>
  corners.map((each, n) => (n === at ? corner : each))
