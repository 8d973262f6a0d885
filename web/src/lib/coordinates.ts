import { latinDigits } from './format.ts'

export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

/** "23.8069, 90.3687" as maps and phones copy it; undefined where it is no place on earth. */
export function readCoordinates(typed: string): Coordinates | undefined {
  const match = /^(-?\d{1,2}(?:\.\d+)?)\s*[,\s]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(latinDigits(typed).trim().replaceAll('\u2212', '-'))
  if (match === null) return undefined
  const [latitude, longitude] = [Number(match[1]), Number(match[2])]
  return Math.abs(latitude) > 90 || Math.abs(longitude) > 180 ? undefined : { latitude, longitude }
}

/** As it is typed; empty where there is none. */
export const typedCoordinates = ({ latitude, longitude }: { readonly latitude: number | null; readonly longitude: number | null }): string =>
  latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`
