import { useLingui } from '@lingui/react/macro'
import { marker } from 'leaflet'
import type { Marker } from 'leaflet'
import { useEffect, useRef } from 'react'
import { api } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { rounded } from '../../lib/coordinates.ts'
import type { Coordinates } from '../../lib/coordinates.ts'
import { plainIcon } from './mark-icon.ts'
import styles from './map.module.css'
import { useAreaLayer } from './use-area-layer.ts'
import { useLeaflet } from './use-leaflet.ts'

const STREET_ZOOM = 17

/** A small map on which one place is pointed at: a click sets the pin, and it can be dragged. */
export function PickMap({ place, onPick }: { place: Coordinates | null; onPick: (place: Coordinates) => void }) {
  const { t } = useLingui()
  const container = useRef<HTMLDivElement>(null)
  const pin = useRef<Marker | null>(null)
  const picked = useRef(onPick)
  picked.current = onPick
  const { data: facts } = api.useQuery('get', '/api/v1/map', {}, { staleTime: 60_000 })
  const map = useLeaflet(container, { facts, view: place === null ? null : { ...place, zoom: STREET_ZOOM } })
  // Where no pictures are, the borders of areas say where one is.
  useAreaLayer(map, useWholeList('/api/v1/areas').rows, undefined)

  useEffect(() => {
    map?.on('click', ({ latlng }) => picked.current(rounded({ latitude: latlng.lat, longitude: latlng.lng })))
  }, [map])
  useEffect(() => {
    if (map === null) return
    if (place === null) {
      pin.current?.remove()
      pin.current = null
      return
    }
    const at = [place.latitude, place.longitude] as const
    if (pin.current === null || !map.hasLayer(pin.current)) {
      const made = marker([...at], { icon: plainIcon(styles.pin, 24), draggable: true, keyboard: false })
      made.on('dragend', () => {
        const { lat, lng } = made.getLatLng()
        picked.current(rounded({ latitude: lat, longitude: lng }))
      })
      pin.current = made.addTo(map)
    } else pin.current.setLatLng([...at])
    if (!map.getBounds().contains([...at])) map.setView([...at], Math.max(map.getZoom(), STREET_ZOOM))
  }, [map, place?.latitude, place?.longitude, place])

  return <div ref={container} role="application" aria-label={t`Map: click where it is`} className={`${styles.map} ${styles.picker} ${styles.drawing}`} />
}
