import { useLingui } from '@lingui/react/macro'
import { layerGroup, marker } from 'leaflet'
import type { LatLngBoundsExpression, Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import { clusterIcon, markIcon } from '../../ui/map/mark-icon.ts'
import type { Kind } from '../../ui/map/shapes.ts'
import { pointKey, useCountText, useStateText } from './map.ts'
import type { Cell, Point, Points } from './map.ts'

/** What lies over what: clients below boxes below OLTs. */
const ABOVE: Readonly<Record<Kind, number>> = { client: 0, box: 2000, olt: 4000 }
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

export const boundsOf = ({ south, west, north, east }: Cell): LatLngBoundsExpression => [
  [south, west],
  [north, east],
]
