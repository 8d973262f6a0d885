import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'
import type { MonthFigures } from './month-branches.tsx'
import styles from './month.module.css'

/** The months before, as bars of what was collected and what is still open, with the figures beside them. */
export function MonthHistory({ month, onChoose }: { month: string; onChoose: (month: string) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const months = api.useQuery('get', '/api/v1/billing-months', { params: { query: { limit: 12 } } }).data?.items ?? []
  const most = Math.max(1, ...months.map(({ billed_minor }) => billed_minor))
  if (months.length < 2) return null
  return (
    <Card title={t`The last months`} flush>
      <TableScroll>
        <table className={tables.table}>
          <thead>
            <tr>
              <th>
                <Trans>Month</Trans>
              </th>
              <th className={`${tables.wide} ${tables.spare}`}>
                <span className={styles.key} data-part="collected">
                  <Trans>Collected</Trans>
                </span>
                <span className={styles.key} data-part="credited">
                  <Trans>Credited</Trans>
                </span>
                <span className={styles.key} data-part="open">
                  <Trans>Still open</Trans>
                </span>
              </th>
              <th className={`${tables.end} ${tables.spare}`}>
                <Trans>Invoices</Trans>
              </th>
              <th className={`${tables.end} ${tables.spare}`}>
                <Trans>Billed</Trans>
              </th>
              <th className={tables.end}>
                <Trans>Collected</Trans>
              </th>
              <th className={tables.end}>
                <Trans>Still open</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((each) => (
              <tr key={each.month} className={each.month === month ? styles.here : undefined}>
                <td>
                  <button type="button" className={styles.pick} aria-current={each.month === month ? 'true' : undefined} onClick={() => onChoose(each.month)}>
                    {format.month(each.month)}
                  </button>
                  <span className={tables.narrow}>
                    <Trans>Invoices</Trans>: {format.number(each.invoices)} · <Trans>Billed</Trans>: <Money minor={each.billed_minor} />
                  </span>
                </td>
                <td className={`${tables.wide} ${tables.spare}`}>
                  <Bar of={each} most={most} />
                </td>
                <td className={`${tables.end} ${tables.spare}`}>{format.number(each.invoices)}</td>
                <td className={`${tables.end} ${tables.spare}`}>
                  <Money minor={each.billed_minor} />
                </td>
                <td className={tables.end}>
                  <Money minor={each.collected_minor} />
                </td>
                <td className={tables.end}>
                  <Money minor={each.open_minor} tone="owed" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Card>
  )
}

/** One month's bill as a bar; its parts are in the cells beside it, so it is silent for screen readers. */
function Bar({ of, most }: { of: MonthFigures; most: number }) {
  const share = (minor: number) => `${(Math.max(0, minor) / most) * 100}%`
  return (
    <div className={styles.bar} aria-hidden="true">
      <span data-part="collected" style={{ width: share(of.collected_minor) }} />
      <span data-part="credited" style={{ width: share(of.credited_minor + of.written_off_minor) }} />
      <span data-part="open" style={{ width: share(of.open_minor) }} />
    </div>
  )
}
