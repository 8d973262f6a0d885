import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useList } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { InvoiceStatusMark } from '../billing/status.tsx'
import styles from './client.module.css'

/** The newest papers of a client. */
export function ClientInvoices({ clientId }: { clientId: number }) {
  const format = useFormat()
  const { rows, isPending, hasMore, error, retry } = useList('/api/v1/invoices', { query: { client_id: String(clientId) }, pageSize: 12 })
  if (error !== null) return <ErrorState error={error} retry={retry} />
  if (!isPending && rows.length === 0)
    return (
      <div className={styles.empty}>
        <Trans>No invoice yet.</Trans>
      </div>
    )
  if (isPending) return <RowsPending rows={8} />
  return (
    <>
      <TableScroll>
        <table className={tables.table}>
          <thead>
            <tr>
              <th>
                <Trans>Number</Trans>
              </th>
              <th className={styles.deskCell}>
                <Trans>Month</Trans>
              </th>
              <th className={styles.deskCell}>
                <Trans>Due</Trans>
              </th>
              <th className={styles.deskCell}>
                <Trans>State</Trans>
              </th>
              <th className={tables.end}>
                <Trans>Total</Trans>
              </th>
              <th className={tables.end}>
                <Trans>Still open</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((invoice) => (
              <tr key={invoice.id}>
                <td>
                  <Link className="lm-link" to="/invoices/$id" params={{ id: String(invoice.id) }}>
                    {invoice.code}
                  </Link>
                  <span className={styles.phoneLine}>
                    {format.month(invoice.month)} <InvoiceStatusMark status={invoice.status} />
                  </span>
                </td>
                <td className={styles.deskCell}>{format.month(invoice.month)}</td>
                <td className={styles.deskCell}>
                  <DateText day={invoice.due_on} />
                </td>
                <td className={styles.deskCell}>
                  <InvoiceStatusMark status={invoice.status} />
                </td>
                <td className={tables.end}>
                  <Money minor={invoice.total_minor} />
                </td>
                <td className={tables.end}>
                  <Money minor={invoice.open_minor} tone="owed" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {hasMore && (
        <div className={styles.more}>
          <Button component={Link} to={`/invoices?client_id=${clientId}`} variant="subtle" size="compact-sm">
            <Trans>All invoices</Trans>
          </Button>
        </div>
      )}
    </>
  )
}
