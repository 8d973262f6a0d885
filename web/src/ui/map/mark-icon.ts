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

/** Several things as one mark: how many of each kind, and below it how many of all are offline. */
export function clusterIcon({ counts, offline }: { counts: readonly (readonly [Kind, string])[]; offline: string | null }): DivIcon {
  const figures = document.createElement('span')
  for (const [kind, count] of counts) {
    const figure = document.createElement('b')
    figure.append(drawn(kind, `${styles.mark} ${styles.plain}`, [[styles.outline, OUTLINES[kind]]]), count)
    figures.append(figure)
  }
  const parts: Node[] = [figures]
  if (offline !== null) {
    const down = document.createElement('em')
    down.textContent = `✕ ${offline}`
    parts.push(down)
  }
  const letters = counts.reduce((sum, [, count]) => sum + count.length, 0)
  const wide = Math.max(letters * 7 + counts.length * 24, ((offline?.length ?? 0) + 2) * 7) + 14
  const high = offline === null ? 28 : 40
  return divIcon({ html: held(...parts), className: styles.cluster ?? '', iconSize: [wide, high], iconAnchor: [wide / 2, high / 2] })
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
