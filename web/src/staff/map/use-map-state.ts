import type { LatLngBounds } from 'leaflet'
import { useUrlState } from '../../lib/use-url-state.ts'
import type { UrlState } from '../../lib/use-url-state.ts'
import { readCoordinates } from '../../lib/coordinates.ts'
import { KINDS } from '../../ui/map/shapes.ts'
import type { Kind } from '../../ui/map/shapes.ts'
import type { View } from '../../ui/map/use-leaflet.ts'

const CLOSE = 16

/** What the map shows stands in its address: the place, the zoom, the kinds and filters, and what is opened. */
export function useMapState() {
  const [state, setState] = useUrlState()
  const place = readCoordinates(state['at'] ?? '')
  const zoom = Number(state['z'] ?? CLOSE)
  const view: View | null = place === undefined ? null : { ...place, zoom: Number.isFinite(zoom) ? zoom : CLOSE }
  const kinds = state['kinds'] === undefined ? KINDS : KINDS.filter((kind) => state['kinds']?.split(',').includes(kind))
  const toggle = (kind: Kind) => {
    const next = KINDS.filter((each) => kinds.includes(each) !== (each === kind))
    setState({ kinds: next.length === KINDS.length || next.length === 0 ? undefined : next.join(',') })
  }
  return { state, setState, view, kinds, toggle }
}

/** Four decimals are ten metres: whoever moves the map by less asks nothing new. */
export function boundsText(bounds: LatLngBounds): string {
  const within = (degrees: number, most: number) => Math.max(-most, Math.min(most, degrees))
  const [south, west] = [within(bounds.getSouth(), 90), within(bounds.getWest(), 180)]
  const [north, east] = [within(bounds.getNorth(), 90), within(bounds.getEast(), 180)]
  const out = (degrees: number, up: boolean) => (up ? Math.ceil(degrees * 1e4) : Math.floor(degrees * 1e4)) / 1e4
  return [out(south, false), out(west, false), out(north, true), out(east, true)].join(',')
}

/** What the server is asked for a part of the map. */
export const queryOf = (state: UrlState, kinds: readonly Kind[], { bounds, cells }: { bounds: string; cells: number }) => ({
  bounds,
  cells,
  ...(kinds.length === KINDS.length ? {} : { kinds: kinds.join(',') }),
  ...(state['branch_id'] === undefined ? {} : { branch_id: Number(state['branch_id']) }),
  ...(state['area_id'] === undefined ? {} : { area_id: Number(state['area_id']) }),
  ...(state['offline'] === 'true' ? { offline: true } : {}),
})
