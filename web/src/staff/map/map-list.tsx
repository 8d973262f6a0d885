import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconArrowLeft, IconZoomIn } from '@tabler/icons-react'
import { useFormat } from '../../lib/use-format.ts'
import { Mark } from '../../ui/map/mark.tsx'
import { RowsPending } from '../../ui/page-states.tsx'
import { pointKey, useCountText, useOneText, useStateText } from './map.ts'
import type { Cell, Point, Points } from './map.ts'
import styles from './map.module.css'

/** As many rows as one reads; the others are a filter or a zoom away. */
const MOST = 200
/** What wants a look comes first. */
const RANK: Readonly<Record<Point['state'], number>> = { offline: 0, partly: 1, unknown: 2, online: 3, pending: 4, suspended: 5, left: 6 }

/** What the map shows, for who cannot use a map: groups to go closer to, and points to open. */
export function MapList({
  found,
  opened,
  chosen,
  onPoint,
  onCell,
  onBack,
}: {
  found: Points | undefined
  /** One place with many, whose members are told one by one. */
  opened: { readonly cell: Cell; readonly points: readonly Point[] | undefined; readonly isMore: boolean } | null
  chosen: string | undefined
  onPoint: (point: Point) => void
  onCell: (cell: Cell) => void
  onBack: () => void
}) {
  const { t } = useLingui()
  const format = useFormat()
  const countText = useCountText()
  const stateText = useStateText()
  const oneText = useOneText()
  if (found === undefined) return <RowsPending rows={6} />
  const points = (opened === null ? found.points : (opened.points ?? [])).toSorted((a, b) => RANK[a.state] - RANK[b.state] || a.name.localeCompare(b.name))
  const cells = opened === null ? found.cells.toSorted((a, b) => b.count - a.count) : []
  const offline = found.kinds.reduce((sum, kind) => sum + kind.offline, 0)
  const isNothing = points.length === 0 && cells.length === 0
  const detail = (point: Point) =>
    point.onus === null || point.onus === 0
      ? [point.kind === 'client' ? point.code : oneText(point), stateText(point.kind, point.state)].join(' · ')
      : t`${stateText(point.kind, point.state)} · ${format.number(point.online ?? 0)} of ${format.number(point.onus)} ONUs`
  return (
    <section className={styles.list} aria-label={t`What the map shows`}>
      <header className={styles.listHead} aria-live="polite">
        {opened === null ? (
          <>
            <b>{found.kinds.map(({ kind, count }) => countText(kind, count)).join(' · ')}</b>
            {offline > 0 && (
              <span className={styles.offline}>
                <Plural value={offline} one={`${format.number(offline)} is offline`} other={`${format.number(offline)} are offline`} />
              </span>
            )}
          </>
        ) : (
          <>
            <b>{countText(opened.cell.kind, opened.cell.count)}</b>
            <Button size="compact-xs" variant="subtle" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
              <Trans>All that is shown</Trans>
            </Button>
          </>
        )}
      </header>
      {isNothing && (
        <p className={styles.none}>
          <Trans>Nothing stands here. Move the map, go farther, or change the filters.</Trans>
        </p>
      )}
      <ul className={styles.rows}>
        {cells.slice(0, MOST).map((cell) => (
          <li key={`${cell.kind}:${cell.latitude}:${cell.longitude}`}>
            <button type="button" className={styles.row} onClick={() => onCell(cell)}>
              <IconZoomIn size={16} aria-hidden />
              <span>
                {countText(cell.kind, cell.count)}
                <small>
                  {cell.offline > 0 && <em>{t`${format.number(cell.offline)} offline`} · </em>}
                  {cell.latitude.toFixed(4)}, {cell.longitude.toFixed(4)}
                </small>
              </span>
            </button>
          </li>
        ))}
        {points.slice(0, MOST).map((point) => (
          <li key={pointKey(point)}>
            <button type="button" className={styles.row} aria-pressed={pointKey(point) === chosen} onClick={() => onPoint(point)}>
              <Mark kind={point.kind} state={point.state} light={point.light} />
              <span>
                {point.name}
                <small>{detail(point)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {cells.length + points.length > MOST && (
        <p className={styles.none}>
          <Trans>The first {format.number(MOST)} are listed. Go closer to see the others.</Trans>
        </p>
      )}
      {opened?.isMore === true && (
        <p className={styles.none}>
          <Trans>There are more than {format.number(points.length)} at this place; narrow the filters.</Trans>
        </p>
      )}
    </section>
  )
}
