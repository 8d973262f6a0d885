import { useLingui } from '@lingui/react/macro'
import { layerGroup, marker, polygon } from 'leaflet'
import type { LatLngBoundsExpression, LatLngExpression, Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from '../../ui/map/map.module.css'
import { clusterIcon, markIcon } from '../../ui/map/mark-icon.ts'
import type { Kind } from '../../ui/map/shapes.ts'
import { pointKey, useCountText, useStateText } from './map.ts'
import type { Cell, Point, Points } from './map.ts'

type Area = RowOf<'/api/v1/areas'>

/** What lies over what: clients below boxes below OLTs. */
const ABOVE: Readonly<Record<Kind, number>> = { client: 0, box: 2000, olt: 4000 }
/** From here on the names of areas have room. */
const NAMES_FROM_ZOOM = 12
const NAMES_PANE = 'area-names'

/** Sets the marks of points and cells; `chosen` is the key of the one that is opened. */
export function usePointLayer(
  map: LeafletMap | null,
  points: Points | undefined,
  { chosen, onPoint, onCell }: { chosen: string | undefined; onPoint: (point: Point) => void; onCell: (cell: Cell) => void },
): void {
  const format = useFormat()
  const countText = useCountText()
  const stateText = useStateText()
  const { t } = useLingui()
  const act = useRef({ onPoint, onCell })
  act.current = { onPoint, onCell }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are those of the language, which a change of language draws anew.
  useEffect(() => {
    if (map === null || points === undefined) return
    const layer = layerGroup()
    for (const cell of points.cells) {
      const offline = cell.offline === 0 ? null : format.shortNumber(cell.offline)
      const icon = clusterIcon({ kind: cell.kind, count: format.shortNumber(cell.count), offline })
      const title = offline === null ? countText(cell.kind, cell.count) : t`${countText(cell.kind, cell.count)}, ${offline} offline`
      marker([cell.latitude, cell.longitude], { icon, title, keyboard: false, zIndexOffset: ABOVE[cell.kind] })
        .on('click', () => act.current.onCell(cell))
        .addTo(layer)
    }
    for (const point of points.points) {
      const isChosen = pointKey(point) === chosen
      const icon = markIcon({ kind: point.kind, state: point.state, light: point.light, isChosen })
      const title = `${point.name} · ${stateText(point.kind, point.state)}`
      marker([point.latitude, point.longitude], { icon, title, keyboard: false, zIndexOffset: ABOVE[point.kind] + (isChosen ? 9000 : 0) })
        .on('click', () => act.current.onPoint(point))
        .addTo(layer)
    }
    layer.addTo(map)
    return () => void layer.remove()
  }, [map, points, chosen, format])
}

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
export const cornersOf = (ring: readonly (readonly number[])[]): LatLngExpression[] => ring.map(([longitude = 0, latitude = 0]) => [latitude, longitude])

export const boundsOf = ({ south, west, north, east }: Cell): LatLngBoundsExpression => [
  [south, west],
  [north, east],
]
