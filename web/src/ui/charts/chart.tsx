import { useElementSize } from '@mantine/hooks'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import styles from './chart.module.css'
import { freeScaleFor, labelledEvery, scaleFor } from './scale.ts'

export type ChartTone = 'brand' | 'faint' | 'green' | 'red' | 'amber'

export interface ChartSeries {
  readonly key: string
  readonly label: string
  readonly kind: 'bar' | 'line'
  readonly tone: ChartTone
  /** One for each category; null = there is none yet. */
  readonly values: readonly (number | null)[]
  /** Another tone for a single bar. */
  readonly toneOf?: (index: number) => ChartTone
}

export interface ChartLimit {
  readonly value: number
  readonly label: string
  readonly tone: ChartTone
}

export interface Category {
  readonly key: string
  /** In full, as the table and the tip say it. */
  readonly label: string
  /** Under the chart. */
  readonly short: string
}

export interface ChartProps {
  readonly label: string
  readonly categories: readonly Category[]
  readonly series: readonly ChartSeries[]
  /** As the tip says a value, and as the scale does. */
  readonly format: (value: number) => string
  readonly formatShort: (value: number) => string
  readonly height?: number
  /** Whole things, such as people, have no halves on the scale. */
  readonly isWhole?: boolean
  /** Values without a natural zero, such as dBm: the scale holds what there is, not zero. */
  readonly isFree?: boolean
  /** Lines across that the values are held against; they have their room on the scale. */
  readonly limits?: readonly ChartLimit[]
  /** What a press on a category opens. */
  readonly onOpen?: (index: number) => void
}

const LEFT = 46
const RIGHT = 6
const TOP = 8
const BOTTOM = 22
/** Of few categories the bars would be slabs. */
const WIDEST_BAR = 64

/**
 * Bars and lines over categories, in the company's colour. The mouse or the arrow keys choose a category, whose values are said in a tip and
 * to screen readers; the table beside it (see ChartCard) has everything.
 */
export function Chart({ label, categories, series, format, formatShort, height = 210, isWhole = false, isFree = false, limits = [], onOpen }: ChartProps) {
  const { t } = useLingui()
  const { ref, width } = useElementSize()
  const [at, setAt] = useState<number | null>(null)
  const held = [...series.flatMap(({ values }) => [...values]), ...limits.map(({ value }) => value)]
  const scale = isFree ? freeScaleFor(held, { most: 4 }) : scaleFor(held, { most: 4, least: isWhole ? 1 : 0 })
  const inner = Math.max(0, width - LEFT - RIGHT)
  const band = categories.length === 0 ? 0 : inner / categories.length
  const y = (value: number): number => TOP + ((scale.high - value) / (scale.high - scale.low)) * (height - TOP - BOTTOM)
  const middle = (index: number): number => LEFT + band * (index + 0.5)
  const isLabelled = labelledEvery(categories.length, inner, Math.max(26, ...categories.map(({ short }) => short.length * 7.2 + 8)))
  const bars = series.filter(({ kind }) => kind === 'bar')
  const gap = Math.min(band * 0.28, 14)
  const barWidth = Math.min(WIDEST_BAR, Math.max(1, (band - gap) / Math.max(1, bars.length)))

  const onMove = (event: PointerEvent<HTMLDivElement>) => {
    const index = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT) / band)
    setAt(index < 0 || index >= categories.length ? null : index)
  }
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by !== undefined) setAt(Math.min(categories.length - 1, Math.max(0, at === null ? (by > 0 ? 0 : categories.length - 1) : at + by)))
    else if (event.key === 'Enter' && at !== null && onOpen !== undefined) onOpen(at)
    else if (event.key === 'Escape') setAt(null)
    else return
    event.preventDefault()
  }
  const chosen = at === null ? undefined : categories[at]
  const said = (index: number) =>
    series.flatMap((each) => {
      const value = each.values[index]
      return value === null || value === undefined ? [] : [{ ...each, value, tone: each.toneOf?.(index) ?? each.tone }]
    })

  return (
    <div
      ref={ref}
      className={styles.chart}
      style={{ height, cursor: onOpen === undefined ? undefined : 'pointer' }}
      role="group"
      aria-roledescription={t`chart`}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys choose what the mouse points at.
      tabIndex={0}
      onPointerMove={onMove}
      onPointerLeave={() => setAt(null)}
      onBlur={() => setAt(null)}
      onKeyDown={onKey}
      onClick={() => {
        if (at !== null) onOpen?.(at)
      }}
    >
      {width > 0 && (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
          {scale.ticks.map((tick) => (
            <g key={tick}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} className={tick === 0 ? styles.base : styles.grid} />
              <text x={LEFT - 8} y={y(tick)} className={styles.tick} textAnchor="end" dominantBaseline="middle">
                {formatShort(tick)}
              </text>
            </g>
          ))}
          {limits.map(({ value, label: name, tone }) => (
            <g key={name}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} className={`${styles.limit} ${styles[tone]}`} />
              <text x={width - RIGHT - 4} y={y(value) - 4} className={styles.tick} textAnchor="end">
                {name}
              </text>
            </g>
          ))}
          {at !== null && <rect x={LEFT + band * at} y={TOP} width={band} height={height - TOP - BOTTOM} className={styles.band} />}
          {bars.map((each, place) =>
            each.values.map((value, index) =>
              value === null || value === 0 ? null : (
                <path
                  key={`${each.key}${categories[index]?.key}`}
                  d={barPath(middle(index) + barWidth * (place - bars.length / 2), Math.max(1, barWidth - (bars.length > 1 ? 1.5 : 0)), y(0), y(value))}
                  className={`${styles.bar} ${styles[each.toneOf?.(index) ?? each.tone]}`}
                />
              ),
            ),
          )}
          {series
            .filter(({ kind }) => kind === 'line')
            .map((each) => (
              <path
                key={each.key}
                d={linePath(each.values.map((value, index) => (value === null ? null : [middle(index), y(value)])))}
                className={`${styles.line} ${styles[each.tone]}`}
              />
            ))}
          {series
            .filter(({ kind }) => kind === 'line')
            .map((each) =>
              alone(each.values).map((index) => (
                <circle
                  key={`${each.key}${categories[index]?.key}`}
                  cx={middle(index)}
                  cy={y(each.values[index] ?? 0)}
                  r={2}
                  className={`${styles.point} ${styles[each.tone]}`}
                />
              )),
            )}
          {at !== null &&
            said(at)
              .filter(({ kind }) => kind === 'line')
              .map(({ key, value, tone }) => <circle key={key} cx={middle(at)} cy={y(value)} r={3.5} className={`${styles.dot} ${styles[tone]}`} />)}
          {categories.map(({ key, short }, index) =>
            isLabelled(index) ? (
              <text key={key} x={middle(index)} y={height - 6} className={`${styles.tick} ${index === at ? styles.chosen : ''}`} textAnchor="middle">
                {short}
              </text>
            ) : null,
          )}
        </svg>
      )}
      {chosen !== undefined && at !== null && (
        <div className={styles.tip} style={{ left: Math.min(width - 90, Math.max(90, middle(at))) }} aria-hidden="true">
          <b>{chosen.label}</b>
          {said(at).map(({ key, label: name, value, tone }) => (
            <span key={key} className={styles.tipRow}>
              <i className={`${styles.swatch} ${styles[tone]}`} />
              {name}
              <em>{format(value)}</em>
            </span>
          ))}
        </div>
      )}
      <div className="lm-hidden" aria-live="polite">
        {chosen !== undefined &&
          at !== null &&
          `${chosen.label}: ${said(at)
            .map(({ label: name, value }) => `${name} ${format(value)}`)
            .join(', ')}`}
      </div>
    </div>
  )
}

/** A bar from the base line, its far end rounded. */
function barPath(x: number, width: number, base: number, end: number): string {
  const radius = Math.min(3, width / 2, Math.abs(base - end))
  const inward = end < base ? radius : -radius
  return `M${x},${base}V${end + inward}Q${x},${end} ${x + radius},${end}H${x + width - radius}Q${x + width},${end} ${x + width},${end + inward}V${base}Z`
}

/** A line through what there is; where there is nothing it is broken. */
function linePath(points: readonly (readonly [number, number] | null | number[])[]): string {
  return points
    .map((point, index) => (point === null ? '' : `${index === 0 || points[index - 1] === null ? 'M' : 'L'}${point[0]?.toFixed(1)},${point[1]?.toFixed(1)}`))
    .join('')
}

/** Where a value has none beside it, so that no line leads there. */
const alone = (values: readonly (number | null)[]): number[] =>
  values.flatMap((value, index) => (value !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null ? [index] : []))

/** What the tones of a chart stand for. */
export function Legend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <span className={styles.legend}>
      {series.map(({ key, label, tone, kind }) => (
        <span key={key}>
          <i className={`${styles.swatch} ${styles[tone]} ${kind === 'line' ? styles.stroke : ''}`} aria-hidden="true" />
          {label}
        </span>
      ))}
    </span>
  )
}
