import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartBar, IconCopy, IconTable } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { copyText } from '../../lib/copy-text.ts'
import { sayDone, sayFailed } from '../form.tsx'
import { Card } from '../page.tsx'
import { ErrorState } from '../page-states.tsx'
import table from '../plain-table.module.css'
import { Chart, Legend } from './chart.tsx'
import type { Category, ChartProps, ChartSeries } from './chart.tsx'
import styles from './chart.module.css'

export interface ChartCardProps extends Omit<ChartProps, 'label' | 'height'> {
  readonly title: string
  /** The head of the first column of the table. */
  readonly categoryLabel: string
  /** More columns of the table than the picture shows. */
  readonly more?: readonly ChartSeries[]
  /** How a value is copied, for a sheet to reckon with. */
  readonly plain: (value: number) => string
  /** The list behind a category. */
  readonly to?: (index: number) => string | undefined
  readonly switcher?: ReactNode
  readonly isPending?: boolean
  readonly error?: unknown
  readonly retry?: () => void
}

const HEIGHT = 210

/** A chart with the table behind it: to look at, to read out, to copy into a sheet, to print. */
export function ChartCard({ title, categoryLabel, more = [], plain, to, switcher, isPending = false, error = null, retry, ...chart }: ChartCardProps) {
  const { t } = useLingui()
  const [isTable, setTable] = useState(false)
  const { categories, series } = chart
  const columns = [...series, ...more]
  const copy = async () => {
    const lines = [
      [categoryLabel, ...columns.map(({ label }) => label)],
      ...categories.map(({ label }, index) => [label, ...columns.map(({ values }) => (values[index] == null ? '' : plain(values[index])))]),
    ]
    if (await copyText(lines.map((cells) => cells.join('\t')).join('\n'))) sayDone(t`The table is copied.`)
    else sayFailed(null, t`This browser does not allow copying. Show the table and copy it by hand.`)
  }
  const other = isTable ? t`Show as a chart` : t`Show as a table`
  const Other = isTable ? IconChartBar : IconTable
  const isEmpty = !isPending && columns.every(({ values }) => values.every((value) => value === null || value === 0))
  return (
    <Card
      title={title}
      actions={
        <span className={styles.tools}>
          {switcher}
          <Tooltip label={t`Copy the table`}>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={t`${title}: copy the table`} onClick={() => void copy()}>
              <IconCopy size={15} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={other}>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={`${title}: ${other}`} aria-pressed={isTable} onClick={() => setTable(!isTable)}>
              <Other size={15} />
            </ActionIcon>
          </Tooltip>
        </span>
      }
      flush
    >
      <div className={styles.body}>
        {error !== null && error !== undefined ? (
          <ErrorState error={error} retry={retry} />
        ) : isPending ? (
          <Bones />
        ) : categories.length === 0 ? (
          <div className={styles.none} style={{ height: HEIGHT + 20 }}>{t`Nothing yet`}</div>
        ) : isTable ? (
          <ChartTable title={title} categoryLabel={categoryLabel} categories={categories} columns={columns} format={chart.format} to={to} />
        ) : (
          <>
            <Chart label={title} height={HEIGHT} {...chart} />
            {series.length > 1 && !isEmpty && <Legend series={series} />}
            {isEmpty && <div className="lm-hidden">{t`Nothing yet`}</div>}
          </>
        )}
      </div>
    </Card>
  )
}

function ChartTable({
  title,
  categoryLabel,
  categories,
  columns,
  format,
  to,
}: {
  title: string
  categoryLabel: string
  categories: readonly Category[]
  columns: readonly ChartSeries[]
  format: (value: number) => string
  to: ((index: number) => string | undefined) | undefined
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <div className={styles.table} style={{ height: HEIGHT + 20 }} tabIndex={0} role="region" aria-label={title}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{categoryLabel}</th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className={table.end}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map(({ key, label }, index) => {
            const path = to?.(index)
            return (
              <tr key={key}>
                <th scope="row">
                  {path === undefined ? (
                    label
                  ) : (
                    <Link to={path} className="lm-link">
                      {label}
                    </Link>
                  )}
                </th>
                {columns.map(({ key: column, values }) => (
                  <td key={column} className={table.end}>
                    {values[index] == null ? '–' : format(values[index])}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The shape of a chart before its figures, so that nothing jumps. */
function Bones() {
  return (
    <div className={styles.bones} style={{ height: HEIGHT + 20 }} aria-busy="true">
      {[42, 68, 55, 80, 61, 90, 47, 73, 58, 66, 84, 52].map((share, at) => (
        <i key={at} style={{ height: `${share}%` }} />
      ))}
    </div>
  )
}
