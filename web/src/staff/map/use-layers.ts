import { useLingui } from '@lingui/react/macro'
import { layerGroup, marker } from 'leaflet'
import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import { clusterIcon, markIcon } from '../../ui/map/mark-icon.ts'
import { KINDS } from '../../ui/map/shapes.ts'
import type { Kind } from '../../ui/map/shapes.ts'
import { boundsOf, figuresOf, clustersOf } from './group-points.ts'
import type { Cluster } from './group-points.ts'
import { pointKey, useCountText, useStateText } from './map.ts'
import type { Point, Points } from './map.ts'

/** What lies over what: clients below boxes below OLTs. */
const ABOVE: Readonly<Record<Kind, number>> = { client: 0, box: 2000, olt: 4000 }
/** Sets the marks of points, and of clusters where many stand; `chosen` is the key of the one that is opened. */
export function usePointLayer(
  map: LeafletMap | null,
  points: Points | undefined,
  { chosen, onPoint, onCluster }: { chosen: string | undefined; onPoint: (point: Point) => void; onCluster: (cluster: Cluster) => void },
): void {
  const format = useFormat()
  const countText = useCountText()
  const stateText = useStateText()
  const { t } = useLingui()
  const act = useRef({ onPoint, onCluster })
  act.current = { onPoint, onCluster }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are those of the language, which a change of language draws anew.
  useEffect(() => {
    if (map === null || points === undefined) return
    const layer = layerGroup()
    const addCluster = (cluster: Cluster) => {
      const figures = figuresOf(cluster)
      const counts = KINDS.flatMap((kind) => (figures.counts.has(kind) ? [[kind, figures.counts.get(kind) ?? 0] as const] : []))
      const offline = figures.offline === 0 ? null : format.shortNumber(figures.offline)
      const icon = clusterIcon({ counts: counts.map(([kind, count]) => [kind, format.shortNumber(count)]), offline })
      const said = counts.map(([kind, count]) => countText(kind, count)).join(' · ')
      const { south, west, north, east } = boundsOf(cluster)
      const [middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 }] = cluster.cells
      marker([middle.latitude, middle.longitude], { icon, title: offline === null ? said : t`${said}, ${offline} offline`, keyboard: false })
        .on('click', () => act.current.onCluster(cluster))
        .addTo(layer)
    }
    const addPoint = (point: Point) => {
      const isChosen = pointKey(point) === chosen
      const icon = markIcon({ kind: point.kind, state: point.state, light: point.light, isChosen })
      const title = `${point.name} · ${stateText(point.kind, point.state)}`
      marker([point.latitude, point.longitude], { icon, title, keyboard: false, zIndexOffset: ABOVE[point.kind] + (isChosen ? 9000 : 0) })
        .on('click', () => act.current.onPoint(point))
        .addTo(layer)
    }
    for (const cluster of clustersOf(points, ({ latitude, longitude }) => map.project([latitude, longitude]))) {
      const [point] = cluster.points
      if (point === undefined || cluster.cells.length + cluster.points.length > 1) addCluster(cluster)
      else addPoint(point)
    }
    layer.addTo(map)
    return () => void layer.remove()
  }, [map, points, chosen, format])
}
