import { layerGroup, marker, polygon } from 'leaflet'
import type { LatLng, LeafletMouseEvent, Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import { rounded } from '../../lib/coordinates.ts'
import type { Coordinates } from '../../lib/coordinates.ts'
import styles from '../../ui/map/map.module.css'
import { plainIcon } from '../../ui/map/mark-icon.ts'
import { betweenCorners, movedCorner, withCorner } from './corners.ts'

const CORNER = 20
const BETWEEN = 12
const placeOf = ({ lat, lng }: LatLng): Coordinates => rounded({ latitude: lat, longitude: lng })
const pointOf = ({ latitude, longitude }: Coordinates): [number, number] => [latitude, longitude]

/** Draws the corners of an area on the map: a click adds one, a corner is dragged, a dot between two becomes one. */
export function useDraw(map: LeafletMap | null, corners: readonly Coordinates[], colour: string, onChange: (corners: Coordinates[]) => void): void {
  const change = useRef(onChange)
  change.current = onChange
  useEffect(() => {
    if (map === null) return
    const layer = layerGroup()
    const shape = polygon(corners.map(pointOf), {
      color: colour,
      weight: 2.5,
      fillColor: colour,
      fillOpacity: 0.16,
      dashArray: '6 4',
      interactive: false,
    }).addTo(layer)
    for (const [n, corner] of corners.entries()) {
      const handle = marker(pointOf(corner), { icon: plainIcon(styles.corner, CORNER, String(n + 1)), draggable: true, keyboard: false, zIndexOffset: 1000 })
      handle.on('drag', () => shape.setLatLngs(movedCorner(corners, n, placeOf(handle.getLatLng())).map(pointOf)))
      handle.on('dragend', () => change.current(movedCorner(corners, n, placeOf(handle.getLatLng()))))
      handle.addTo(layer)
    }
    for (const [n, place] of betweenCorners(corners).entries()) {
      const handle = marker(pointOf(place), { icon: plainIcon(styles.between, BETWEEN), draggable: true, keyboard: false })
      const set = () => withCorner(corners, n + 1, placeOf(handle.getLatLng()))
      handle.on('drag', () => shape.setLatLngs(set().map(pointOf)))
      handle.on('dragend click', () => change.current(set()))
      handle.addTo(layer)
    }
    const add = ({ latlng }: LeafletMouseEvent) => change.current([...corners, placeOf(latlng)])
    map.on('click', add)
    layer.addTo(map)
    return () => {
      map.off('click', add)
      layer.remove()
    }
  }, [map, corners, colour])
}
