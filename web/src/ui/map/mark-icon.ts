import { divIcon } from 'leaflet'
import type { DivIcon } from 'leaflet'
import styles from './map.module.css'
import { LIGHT_SIGNS, OUTLINES, SIGNS, SIZES } from './shapes.ts'
import type { Kind, Light, PointState } from './shapes.ts'

const SVG = 'http://www.w3.org/2000/svg'

function drawn(kind: Kind, className: string, paths: readonly (readonly [className: string | undefined, d: string | undefined])[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', className)
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('width', String(SIZES[kind]))
  svg.setAttribute('height', String(SIZES[kind]))
  for (const [name, d] of paths) {
    if (d === undefined || d === '') continue
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('class', name ?? '')
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}

/** The mark of one point. Elements, not markup: names of clients never become a part of the page's code. */
export function markIcon({ kind, state, light, isChosen }: { kind: Kind; state: PointState; light: Light | null; isChosen: boolean }): DivIcon {
  const svg = drawn(kind, `${styles.mark} ${styles[state]}`, [
    [styles.outline, OUTLINES[kind]],
    [styles.sign, SIGNS[state]],
    [`${styles.lightSign} ${styles[`light_${light}`]}`, light === null ? undefined : LIGHT_SIGNS[light]],
  ])
  const size = SIZES[kind]
  return divIcon({ html: held(svg), className: `${styles.point} ${isChosen ? styles.chosen : ''}`, iconSize: [size, size], iconAnchor: [size / 2, size / 2] })
}

/** Several of a kind as one: how many, and below it how many of them are offline. */
export function clusterIcon({ kind, count, offline }: { kind: Kind; count: string; offline: string | null }): DivIcon {
  const shape = drawn(kind, `${styles.mark} ${styles.plain}`, [[styles.outline, OUTLINES[kind]]])
  const text = document.createElement('b')
  text.textContent = count
  const parts: (Node | string)[] = [shape, text]
  if (offline !== null) {
    const down = document.createElement('span')
    down.className = styles.down ?? ''
    down.textContent = `✕ ${offline}`
    parts.push(down)
  }
  const wide = Math.max(count.length, (offline?.length ?? 0) + 2) * 7 + 34
  const high = offline === null ? 28 : 40
  // Kinds share their middles: clients stand above it, boxes below.
  const up = { client: high, olt: high / 2, box: 0 }[kind]
  return divIcon({ html: held(...parts), className: `${styles.cluster} ${styles[`of_${kind}`]}`, iconSize: [wide, high], iconAnchor: [wide / 2, up] })
}

/** A corner of an area that is drawn, a place between two of them, or the pin of a picker. */
export function plainIcon(className: string | undefined, size: number, text = ''): DivIcon {
  const element = document.createElement('span')
  element.textContent = text
  return divIcon({ html: element, className: className ?? '', iconSize: [size, size], iconAnchor: [size / 2, size / 2] })
}

export function held(...parts: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement('span')
  element.append(...parts)
  return element
}
