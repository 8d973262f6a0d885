import { Trans, useLingui } from '@lingui/react/macro'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import type { ListSource } from '../api/use-list.ts'
import { useShortcut } from '../lib/shortcuts.ts'
import { useFormat } from '../lib/use-format.ts'
import { useMayOpen } from '../lib/use-may-open.ts'
import styles from './data-list.module.css'
import { ErrorState } from './page-states.tsx'
import type { ListSelection } from './use-selection.ts'

export interface Column<Row> {
  readonly id: string
  readonly header: string
  /** Pixels; with `grows` the least of them. */
  readonly width: number
  readonly grows?: boolean
  /** Figures stand at the end of their column. */
  readonly end?: boolean
  /** The list's name for sorting by it. */
  readonly sort?: string
  /** Shown only when chosen. */
  readonly isExtra?: boolean
  readonly cell: (row: Row) => ReactNode
}

/** What is left of a row on a phone. */
export interface NarrowRow {
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly figure?: ReactNode
  readonly note?: ReactNode
}

export interface DataListProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly source: ListSource<Row>
  readonly rowKey: (row: Row) => number | string
  /** Where a row leads; its first cell is then a link, for whoever may open that page. */
  readonly href?: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  readonly narrow: (row: Row) => NarrowRow
  /** `name` or `-name`. */
  readonly sort?: string | undefined
  readonly onSort?: (sort: string) => void
  /** Where rows can be ticked for work on many: what is ticked, and how a row is called. */
  readonly selection?: { readonly of: ListSelection; readonly label: (row: Row) => string }
  readonly empty: ReactNode
  readonly footer?: ReactNode
}

const ROW_PX = 30
const NARROW_PX = 58

/**
 * The list of every page: only the rows on the screen exist, cells are plain elements, more pages load before the end is reached.
 * Arrow keys (or j and k) walk the rows, Enter opens one, x ticks it.
 */
export function DataList<Row>({ label, columns, source, rowKey, href, onOpen, narrow, sort, onSort, selection, empty, footer }: DataListProps<Row>) {
  const { t } = useLingui()
  const isNarrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) === true
  const scroll = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const format = useFormat()
  const mayOpen = useMayOpen()
  const { rows, hasMore, isLoadingMore, loadMore } = source
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (isNarrow ? NARROW_PX : ROW_PX),
    overscan: 14,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height on a phone.
  useEffect(() => virtual.measure(), [isNarrow, virtual])
  useEffect(() => {
    if (hasMore && !isLoadingMore && source.error === null && last >= rows.length - 40) loadMore()
  }, [last, rows.length, hasMore, isLoadingMore, loadMore, source.error])

  const template = [
    ...(selection === undefined ? [] : ['34px']),
    ...columns.map(({ width, grows }) => (grows === true ? `minmax(${width}px, 1fr)` : `${width}px`)),
  ].join(' ')
  const keys = rows.map((row) => Number(rowKey(row)))
  const tick = (row: Row, range: boolean) => selection?.of.toggle(Number(rowKey(row)), { range, order: keys })
  const pathOf = (row: Row): string | null => {
    const path = href?.(row)
    return path !== undefined && mayOpen(path) ? path : null
  }
  const open = (row: Row, event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || window.getSelection()?.isCollapsed === false) return
    if ((event.target as Element).closest('button, input, label, [role=menu]') !== null) return
    if (onOpen !== undefined) return onOpen(row)
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const path = pathOf(row)
    if (path === null) return
    event.preventDefault()
    void navigate({ to: path })
  }
  const link = (row: Row, content: ReactNode) => {
    const path = pathOf(row)
    if (path !== null)
      return (
        <a href={path} data-row-link>
          {content}
        </a>
      )
    if (onOpen === undefined) return content
    return (
      <a
        href="#open"
        data-row-link
        onClick={(event) => {
          event.preventDefault()
          onOpen(row)
        }}
      >
        {content}
      </a>
    )
  }
  const canOpen = href !== undefined || onOpen !== undefined
  // The focus follows a frame later, when the row exists; the next key may be quicker.
  const going = useRef<number | null>(null)
  const present = (): number | null => {
    if (going.current !== null) return going.current
    const index = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-index]')?.dataset['index']
    return index === undefined ? null : Number(index)
  }
  const step = (by: number) => {
    const from = present()
    const to = Math.min(rows.length - 1, Math.max(0, from === null ? 0 : from + by))
    going.current = to
    virtual.scrollToIndex(to)
    requestAnimationFrame(() => {
      if (going.current !== to) return
      going.current = null
      scroll.current?.querySelector<HTMLElement>(`[data-index="${to}"] [data-row-link]`)?.focus({ preventScroll: true })
    })
  }
  /** Whose row went away with the old rows stays in the list, so that the next key is still his. */
  const isWalked = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row can only go away when there are other rows.
  useEffect(() => {
    if (isWalked.current && document.activeElement === document.body) scroll.current?.focus({ preventScroll: true })
  }, [rows])
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[event.key]
    if (by === undefined || !canOpen || (event.target as Element).matches('input')) return
    event.preventDefault()
    step(by)
  }
  const canWalk = canOpen && rows.length > 0
  useShortcut('j', t`The next row`, canWalk ? () => step(1) : null)
  useShortcut('k', t`The row before`, canWalk ? () => step(-1) : null)
  useShortcut(
    'x',
    t`Tick the row`,
    selection === undefined || !canWalk
      ? null
      : () => {
          const row = rows[present() ?? -1]
          if (row !== undefined) tick(row, false)
        },
  )

  if (source.error !== null && source.error !== undefined && rows.length === 0)
    return (
      <div className={styles.list}>
        <ErrorState error={source.error} retry={source.retry} />
      </div>
    )
  if (!source.isPending && rows.length === 0) return <div className={styles.list}>{empty}</div>
  return (
    <div className={`${styles.list} ${source.isStale ? styles.stale : ''}`}>
      <div
        ref={scroll}
        className={styles.scroll}
        role="table"
        aria-label={label}
        aria-rowcount={hasMore ? -1 : rows.length}
        aria-busy={source.isPending || source.isStale}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        onKeyDown={walk}
        onFocus={() => {
          isWalked.current = true
        }}
        onBlur={({ target, relatedTarget }) => {
          if (target.isConnected) isWalked.current = relatedTarget !== null && scroll.current?.contains(relatedTarget) === true
        }}
      >
        {!isNarrow && (
          <div role="rowgroup" className={styles.head}>
            <div role="row" className={styles.headRow} style={{ gridTemplateColumns: template }}>
              {selection !== undefined && <TickLoaded selection={selection.of} keys={keys} hasMore={hasMore} />}
              {columns.map((column) => (
                <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
              ))}
            </div>
          </div>
        )}
        <div role="rowgroup" className={styles.rows} style={{ height: source.isPending ? 14 * ROW_PX : virtual.getTotalSize() }}>
          {source.isPending &&
            Array.from({ length: 14 }, (_, index) => (
              <BoneRow
                key={index}
                index={index}
                template={isNarrow ? '1fr' : template}
                cells={isNarrow ? 1 : columns.length + (selection === undefined ? 0 : 1)}
                height={isNarrow ? NARROW_PX : ROW_PX}
              />
            ))}
          {items.map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            const place = { transform: `translateY(${start}px)` }
            const box = selection && (
              <Tick label={t`Select ${selection.label(row)}`} isTicked={selection.of.has(Number(rowKey(row)))} onTick={(range) => tick(row, range)} />
            )
            if (isNarrow)
              return (
                <NarrowLine
                  key={rowKey(row)}
                  index={index}
                  style={place}
                  row={narrow(row)}
                  tick={box}
                  link={(content) => link(row, content)}
                  onClick={canOpen ? (event) => open(row, event) : undefined}
                />
              )
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the row is the keyboard's way; the click is a larger target for the hand.
              <div
                key={rowKey(row)}
                role="row"
                aria-rowindex={index + 1}
                data-index={index}
                className={`${styles.row} ${canOpen ? styles.linked : ''} ${selection?.of.has(Number(rowKey(row))) === true ? styles.ticked : ''}`}
                aria-selected={selection?.of.has(Number(rowKey(row)))}
                style={{ ...place, gridTemplateColumns: template }}
                onClick={canOpen ? (event) => open(row, event) : undefined}
              >
                {box !== undefined && (
                  <div role="cell" className={styles.tickCell}>
                    {box}
                  </div>
                )}
                {columns.map((column, at) => (
                  <div key={column.id} role="cell" className={`${styles.cell} ${column.end === true ? styles.end : ''} ${at === 0 ? styles.main : ''}`}>
                    <span>{at === 0 ? link(row, column.cell(row)) : column.cell(row)}</span>
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      <div className={styles.foot} aria-live="polite">
        <span>
          {source.isPending || source.isStale ? (
            <Trans>Loading…</Trans>
          ) : hasMore ? (
            <Trans>{format.number(rows.length)} loaded, more below</Trans>
          ) : (
            <Trans>{format.number(rows.length)} in this list</Trans>
          )}
        </span>
        {footer}
      </div>
    </div>
  )
}

function HeadCell<Row>({ column, sort, onSort }: { column: Column<Row>; sort: string | undefined; onSort: ((sort: string) => void) | undefined }) {
  const direction = column.sort === undefined ? undefined : sort === column.sort ? 'ascending' : sort === `-${column.sort}` ? 'descending' : 'none'
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <div role="columnheader" aria-sort={direction} className={`${styles.headCell} ${column.end === true ? styles.end : ''}`}>
      {column.sort === undefined || onSort === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          className={`${styles.sort} ${direction === 'none' ? '' : styles.sorted}`}
          onClick={() => onSort(direction === 'ascending' ? `-${column.sort}` : (column.sort as string))}
        >
          {column.header}
          <Arrow size={12} aria-hidden />
        </button>
      )}
    </div>
  )
}

/** One row's box; with Shift everything from the row ticked before. */
function Tick({ label, isTicked, onTick }: { label: string; isTicked: boolean; onTick: (range: boolean) => void }) {
  return (
    <input
      type="checkbox"
      className={styles.tick}
      aria-label={label}
      checked={isTicked}
      onChange={(event) => onTick((event.nativeEvent as unknown as { shiftKey?: boolean }).shiftKey === true)}
    />
  )
}

/** Ticks what is loaded, or clears; the rest of the filter is ticked from the bar that then appears. */
function TickLoaded({ selection, keys, hasMore }: { selection: ListSelection; keys: readonly number[]; hasMore: boolean }) {
  const { t } = useLingui()
  const ticked = keys.filter((key) => selection.has(key)).length
  return (
    <div role="columnheader" className={styles.tickCell}>
      <input
        ref={(box) => {
          if (box !== null) box.indeterminate = ticked > 0 && ticked < keys.length
        }}
        type="checkbox"
        className={styles.tick}
        aria-label={hasMore ? t`Select all that is loaded` : t`Select all`}
        checked={keys.length > 0 && ticked === keys.length}
        onChange={() => (ticked > 0 ? selection.clear() : selection.tickLoaded(keys))}
      />
    </div>
  )
}

function NarrowLine({
  index,
  style,
  row,
  tick,
  link,
  onClick,
}: {
  index: number
  style: object
  row: NarrowRow
  tick: ReactNode
  link: (content: ReactNode) => ReactNode
  onClick: ((event: MouseEvent) => void) | undefined
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <div
      role="row"
      data-index={index}
      className={`${styles.row} ${styles.narrow} ${tick === undefined ? '' : styles.ticking} ${onClick === undefined ? '' : styles.linked}`}
      style={style}
      onClick={onClick}
    >
      {tick !== undefined && (
        <span role="cell" className={styles.narrowTick}>
          {tick}
        </span>
      )}
      <span role="cell" className={styles.main}>
        {link(row.title)}
      </span>
      <span role="cell" className={styles.narrowEnd}>
        {row.figure}
      </span>
      <span role="cell" className={styles.narrowDetail}>
        {row.detail}
      </span>
      <span role="cell" className={`${styles.narrowDetail} ${styles.narrowEnd}`}>
        {row.note}
      </span>
    </div>
  )
}

/** Rows of the right height before the real ones, so that nothing jumps when they come. */
function BoneRow({ index, template, cells, height }: { index: number; template: string; cells: number; height: number }) {
  return (
    <div role="row" className={styles.row} style={{ gridTemplateColumns: template, transform: `translateY(${index * height}px)`, height }}>
      {Array.from({ length: cells }, (_, at) => (
        <div key={at} role="cell" className={styles.cell}>
          <div className={styles.bone} style={{ width: `${45 + ((index * 7 + at * 13) % 40)}%` }} />
        </div>
      ))}
    </div>
  )
}
