import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconMapPin, IconPolygon, IconTableImport } from '@tabler/icons-react'
import { keepPreviousData } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { latLngBounds, point } from 'leaflet'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { CountStrip } from '../../ui/count-strip.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import mapStyles from '../../ui/map/map.module.css'
import { MAX_ZOOM, useLeaflet } from '../../ui/map/use-leaflet.ts'
import { Mark } from '../../ui/map/mark.tsx'
import { useAreaLayer } from '../../ui/map/use-area-layer.ts'
import { KINDS } from '../../ui/map/shapes.ts'
import type { Kind } from '../../ui/map/shapes.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import { DrawArea } from './draw-area.tsx'
import { boundsOf, groupCrowded } from './group-points.ts'
import type { Cluster } from './group-points.ts'
import { MapLegend } from './map-legend.tsx'
import { MapList } from './map-list.tsx'
import { pointKey, useKindText } from './map.ts'
import type { Cell, Point } from './map.ts'
import styles from './map.module.css'
import { PointCard } from './point-card.tsx'
import { usePointLayer } from './use-layers.ts'
import { boundsText, queryOf, useMapState } from './use-map-state.ts'

const AGAIN_MS = 60_000
/** Cells are half to once as wide as this: room for a figure. */
const CELL_PX = 160
/** A cell whose members stand closer together than this is not divided by any zoom, in degrees. */
const ONE_PLACE = 0.0002

/** Clients, boxes and OLTs where they stand and how they are, over the areas of the company; beside it the same as a list. */
export function MapPage() {
  const { t } = useLingui()
  const may = useMay()
  const kindText = useKindText()
  const { state, setState, view, kinds, toggle } = useMapState()
  const container = useRef<HTMLDivElement>(null)
  const { data: facts, error, refetch } = api.useQuery('get', '/api/v1/map', {}, { staleTime: 60_000 })
  const map = useLeaflet(container, { facts, view })
  const [bounds, setBounds] = useState<string | null>(null)
  /** A cell that is one place: its members are asked for one by one. */
  const [opened, setOpened] = useState<Cell | null>(null)
  const areas = useWholeList('/api/v1/areas').rows
  const branches = useWholeList('/api/v1/branches').rows
  const drawnId = state['draw'] === undefined || !may('branch.edit') ? undefined : Number(state['draw'])
  const size = map?.getSize()
  const across = Math.max(2, Math.min(16, Math.round(Math.max(size?.x ?? 0, size?.y ?? 0) / CELL_PX)))
  const query = queryOf(state, kinds, { bounds: bounds ?? '', cells: across })
  const found = api.useQuery(
    'get',
    '/api/v1/map/points',
    { params: { query } },
    { enabled: bounds !== null, placeholderData: keepPreviousData, refetchInterval: AGAIN_MS },
  )
  const within = api.useQuery(
    'get',
    '/api/v1/map/points',
    { params: { query: { ...query, kinds: opened?.kind ?? 'client', bounds: opened === null ? '' : around(opened), group: false } } },
    { enabled: opened !== null },
  )
  const chosen = [...(within.data?.points ?? []), ...(found.data?.points ?? [])].find((point) => pointKey(point) === state['show'])

  const put = useRef(setState)
  put.current = setState
  useEffect(() => {
    if (map === null) return
    const tell = () => {
      const { lat, lng } = map.getCenter()
      setBounds(boundsText(map.getBounds()))
      put.current({ at: `${lat.toFixed(5)},${lng.toFixed(5)}`, z: String(map.getZoom()) })
    }
    setBounds(boundsText(map.getBounds()))
    map.on('moveend', tell)
    return () => void map.off('moveend', tell)
  }, [map])

  const show = (point: Point | null) => setState({ show: point === null ? undefined : pointKey(point) })
  const openPoint = (point: Point) => {
    show(point)
    if (map !== null && !map.getBounds().contains([point.latitude, point.longitude])) map.panTo([point.latitude, point.longitude])
  }
  const openCluster = (cluster: Cluster) => {
    if (map === null) return
    const { south, west, north, east } = boundsOf(cluster)
    const isOnePlace = north - south < ONE_PLACE && east - west < ONE_PLACE
    if (!isOnePlace && map.getZoom() < MAX_ZOOM) {
      const closer = map.getZoom() + 1
      const fitting = map.getBoundsZoom(latLngBounds([south, west], [north, east]), false, point(60, 60))
      map.setView([(south + north) / 2, (west + east) / 2], Math.min(Math.max(fitting, closer), Math.max(closer, 18)))
      return
    }
    const [largest] = cluster.cells.toSorted((a, b) => b.count - a.count)
    const [first] = cluster.points
    if (largest !== undefined) setOpened(largest)
    else if (first !== undefined) openPoint(first)
  }
  const drawn = useMemo(() => (found.data === undefined ? undefined : groupCrowded(found.data, bounds ?? '', across)), [found.data, bounds, across])
  usePointLayer(drawnId === undefined ? map : null, drawn, { chosen: state['show'], onPoint: openPoint, onCluster: openCluster })
  useAreaLayer(map, areas, drawnId)

  const isNarrowed = ['branch_id', 'area_id', 'offline', 'kinds'].some((key) => state[key] !== undefined)
  const isEmpty = facts !== undefined && facts.bounds === null && found.data?.points.length === 0 && found.data.cells.length === 0 && !isNarrowed
  const named = (rows: readonly { readonly id: number; readonly name: string }[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <Page
      title={t`Map`}
      fills
      actions={
        may('branch.edit') &&
        drawnId === undefined && (
          <Button variant="default" leftSection={<IconPolygon size={16} />} onClick={() => setState({ draw: '0', show: undefined })}>
            <Trans>Draw an area</Trans>
          </Button>
        )
      }
    >
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          ...(branches.length > 1 ? [{ key: 'branch_id', label: t`Branch`, options: named(branches) }] : []),
          ...(areas.length > 0 ? [{ key: 'area_id', label: t`Area`, options: named(areas) }] : []),
          { key: 'offline', label: t`State`, options: [{ value: 'true', label: t`only what is offline` }] },
        ]}
      >
        <div className={styles.kinds}>
          <CountStrip
            label={t`What is shown`}
            shown={kinds}
            onChoose={(kind) => toggle(kind as Kind)}
            parts={KINDS.filter((kind) => kind === 'client' || may('olt.view')).map((kind) => ({
              value: kind,
              label: (
                <>
                  <Mark kind={kind} state={kinds.includes(kind) ? 'online' : 'left'} /> {kindText(kind)}
                </>
              ),
              count: found.data && (found.data.kinds.find((each) => each.kind === kind)?.count ?? 0),
            }))}
          />
        </div>
      </FilterBar>
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <div className={styles.body}>
          <div className={styles.place}>
            <div
              ref={container}
              role="application"
              aria-label={t`Map; what it shows stands in the list beside it`}
              className={`${mapStyles.map} ${drawnId === undefined ? '' : mapStyles.drawing}`}
            />
            {drawnId === undefined && <MapLegend kinds={kinds.filter((kind) => kind === 'client' || may('olt.view'))} />}
            {chosen !== undefined && drawnId === undefined && <PointCard point={chosen} onClose={() => show(null)} />}
          </div>
          <div className={styles.side}>
            {drawnId !== undefined ? (
              <DrawArea
                key={drawnId}
                map={map}
                areas={areas}
                areaId={drawnId === 0 ? null : drawnId}
                onChoose={(id) => setState({ draw: String(id) })}
                onClose={() => setState({ draw: undefined })}
              />
            ) : isEmpty ? (
              <EmptyState
                icon={<IconMapPin size={24} />}
                title={<Trans>Nothing has a place yet</Trans>}
                action={
                  may('client.import') && (
                    <Button component={Link} to="/imports" search={{ new: 'places' } as never} leftSection={<IconTableImport size={16} />}>
                      <Trans>Import places</Trans>
                    </Button>
                  )
                }
              >
                <Trans>Set the place of a client, a box or an OLT in its form, or bring them all in a file.</Trans>
              </EmptyState>
            ) : found.error !== null && found.data === undefined ? (
              <ErrorState error={found.error} retry={() => void found.refetch()} />
            ) : (
              <MapList
                found={drawn}
                opened={opened === null ? null : { cell: opened, points: within.data?.points, isMore: within.data?.kinds[0]?.is_more === true }}
                chosen={state['show']}
                onPoint={openPoint}
                onCell={(cell) => openCluster({ cells: [cell], points: [] })}
                onBack={() => setOpened(null)}
              />
            )}
          </div>
        </div>
      )}
    </Page>
  )
}

/** The bounds of a cell with a hair around them: members may stand at one point, and bounds have an inside. */
function around({ south, west, north, east }: Cell): string {
  const hair = 0.00001
  return [south - hair, west - hair, north + hair, east + hair].map((degrees) => degrees.toFixed(6)).join(',')
}
