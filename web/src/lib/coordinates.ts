import { latinDigits } from './format.ts'

export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

const DEGREES = '(-?\\d{1,3}(?:\\.\\d+)?)'
const PAIR = `${DEGREES}\\s*(?:,|%2C)\\s*(?:\\+|%20)*${DEGREES}`

/** How addresses of maps say a place, the surest first: its pin, what was asked for, the middle of what is shown. */
const IN_LINKS: readonly RegExp[] = [
  new RegExp(`!3d${DEGREES}!4d${DEGREES}`),
  new RegExp(`[?&]mlat=${DEGREES}&mlon=${DEGREES}`),
  new RegExp(`[?&](?:q|query|ll|daddr|destination)=(?:loc:)?${PAIR}`, 'i'),
  new RegExp(`^geo:${PAIR}`, 'i'),
  new RegExp(`@${PAIR}`),
  new RegExp(`[?&](?:center|cp)=${PAIR}`, 'i'),
  new RegExp(`#map=\\d+(?:\\.\\d+)?/${DEGREES}/${DEGREES}`),
]

/** "23.8069, 90.3687" as maps and phones copy it, or the address of a map; undefined where it is no place on earth. */
export function readCoordinates(typed: string): Coordinates | undefined {
  const text = latinDigits(typed).trim().replaceAll('\u2212', '-')
  const isLink = /^(?:https?:\/\/|geo:|www\.|maps\.)/i.test(text)
  const match = isLink
    ? IN_LINKS.map((form) => form.exec(text)).find((found) => found !== null)
    : /^(-?\d{1,2}(?:\.\d+)?)\s*[,\s]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text)
  if (match === null || match === undefined) return undefined
  const [latitude, longitude] = [Number(match[1]), Number(match[2])]
  return Math.abs(latitude) > 90 || Math.abs(longitude) > 180 ? undefined : { latitude, longitude }
}

/** As it is typed; empty where there is none. */
export const typedCoordinates = ({ latitude, longitude }: { readonly latitude: number | null; readonly longitude: number | null }): string =>
  latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`

/** To a tenth of a metre: more than a hand can point at. */
export const rounded = ({ latitude, longitude }: Coordinates): Coordinates => ({ latitude: cut(latitude), longitude: cut(longitude) })

const cut = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
