import { useLingui } from '@lingui/react/macro'
import { control, gridLayer, map as leafletMap, tileLayer } from 'leaflet'
import type { Layer, Map as LeafletMap } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { paths } from '../../api/schema.d.ts'
import styles from './map.module.css'

export type MapFacts = paths['/api/v1/map']['get']['responses']['200']['content']['application/json']

/** What is shown first: a place with its zoom. */
export interface View {
  readonly latitude: number
  readonly longitude: number
  readonly zoom: number
}

export const MAX_ZOOM = 20
/** The deepest that servers of tiles draw; beyond it their last picture is enlarged. */
const TILE_ZOOM = 19
const WORLD: View = { latitude: 20, longitude: 20, zoom: 2 }

/**
 * A map in an element: pictures of the company's tile server, or else a quiet grid with a scale. Null until it stands.
 * `view` counts when it is made; without one it shows all that is in reach.
 */
export function useLeaflet(
  container: RefObject<HTMLDivElement | null>,
  { facts, view, wheel = true }: { facts: MapFacts | undefined; view: View | null; wheel?: boolean },
): LeafletMap | null {
  const { t } = useLingui()
  const [map, setMap] = useState<LeafletMap | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view counts when the map is made; later it is the person who moves it.
  useEffect(() => {
    const element = container.current
    if (element === null || facts === undefined) return
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    const made = leafletMap(element, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 2,
      maxZoom: MAX_ZOOM,
      maxBounds: [
        [-89, -180],
        [89, 180],
      ],
      scrollWheelZoom: wheel,
      zoomAnimation: !isStill,
      fadeAnimation: !isStill,
      markerZoomAnimation: !isStill,
      inertia: !isStill,
    })
    control.zoom({ zoomInTitle: t`Closer`, zoomOutTitle: t`Farther` }).addTo(made)
    control.scale({ imperial: false }).addTo(made)
    baseOf(facts).addTo(made)
    if (facts.tile_attribution !== '' && facts.tile_url !== '') {
      const text = document.createElement('span')
      text.textContent = facts.tile_attribution
      control.attribution({ prefix: false }).addAttribution(text.innerHTML).addTo(made)
    }
    const { bounds } = facts
    if (view === null && bounds !== null)
      made.fitBounds(
        [
          [bounds.south, bounds.west],
          [bounds.north, bounds.east],
        ],
        { animate: false, padding: [24, 24], maxZoom: 16 },
      )
    else {
      const { latitude, longitude, zoom } = view ?? WORLD
      made.setView([latitude, longitude], zoom, { animate: false })
    }
    // A dialog that opens and a panel that folds change its size.
    const watch = new ResizeObserver(() => made.invalidateSize({ animate: false }))
    watch.observe(element)
    setMap(made)
    return () => {
      watch.disconnect()
      setMap(null)
      made.remove()
    }
  }, [container, facts?.tile_url, facts?.tile_attribution, facts === undefined, wheel])
  return map
}

function baseOf({ tile_url }: MapFacts): Layer {
  // Servers of tiles ask who it is that shows them; they are told the site, and nothing of what is looked at.
  if (tile_url !== '') return tileLayer(tile_url, { maxZoom: MAX_ZOOM, maxNativeZoom: TILE_ZOOM, referrerPolicy: 'origin' })
  const createTile = () => {
    const tile = document.createElement('div')
    tile.className = styles.gridTile ?? ''
    return tile
  }
  return Object.assign(gridLayer({ maxZoom: MAX_ZOOM }), { createTile })
}
