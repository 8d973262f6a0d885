import { layerGroup, polygon } from 'leaflet'
import type { LatLngTuple, Map as LeafletMap } from 'leaflet'
import { useEffect } from 'react'
import type { RowOf } from '../../api/use-list.ts'
import styles from './map.module.css'

type Area = RowOf<'/api/v1/areas'>

/** From here on the names of areas have room. */
const NAMES_FROM_ZOOM = 12
const NAMES_PANE = 'area-names'

/** Colours the areas that have a border, and writes their names; the one that is being drawn is left to its editor. */
export function useAreaLayer(map: LeafletMap | null, areas: readonly Area[], drawnId: number | undefined): void {
  const key = areas.map(({ id, name, colour, polygon: ring }) => `${id}:${name}:${colour}:${ring?.join(' ')}`).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what of the areas is drawn.
  useEffect(() => {
    if (map === null) return
    const layer = layerGroup()
    // Names lie under the marks.
    const pane = map.getPane(NAMES_PANE) ?? map.createPane(NAMES_PANE)
    pane.style.zIndex = '450'
    for (const { id, name, colour, polygon: ring, is_active } of areas) {
      if (ring === null || !is_active || id === drawnId) continue
      const label = document.createElement('span')
      label.textContent = name
      polygon(cornersOf(ring), { color: colour, weight: 2, opacity: 0.75, fillColor: colour, fillOpacity: 0.12, interactive: false })
        .bindTooltip(label, { permanent: true, direction: 'center', pane: NAMES_PANE, className: styles.areaName ?? '' })
        .addTo(layer)
    }
    const label = () => map.getContainer().classList.toggle(styles.isFar ?? '', map.getZoom() < NAMES_FROM_ZOOM)
    label()
    map.on('zoomend', label)
    layer.addTo(map)
    return () => {
      map.off('zoomend', label)
      layer.remove()
    }
  }, [map, key, drawnId])
}

/** A ring of [longitude, latitude] as the map takes it. */
export const cornersOf = (ring: readonly (readonly number[])[]): LatLngTuple[] => ring.map(([longitude = 0, latitude = 0]) => [latitude, longitude])
