import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useList } from '../../api/use-list.ts'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { useMethodText } from '../payments/methods.ts'
import { PaymentState } from '../payments/payment-state.tsx'
import styles from './client.module.css'

/** The newest money of a client. */
export function ClientPayments({ clientId }: { clientId: number }) {
  const methodText = useMethodText()
  const { rows, isPending, hasMore, error, retry } = useList('/api/v1/payments', { query: { client_id: String(clientId) }, pageSize: 8 })
  if (error !== null) return <ErrorState error={error} retry={retry} />
  if (!isPending && rows.length === 0)
    return (
      <div className={styles.empty}>
        <Trans>No payment yet.</Trans>
      </div>
    )
  return (
    <>
      <TableScroll>
        <table className={tables.table}>
          <thead>
            <tr>
              <th>
                <Trans>Receipt</Trans>
              </th>
              <th>
                <Trans>Day</Trans>
              </th>
              <th>
                <Trans>Method</Trans>
              </th>
              <th>
                <Trans>Received by</Trans>
              </th>
              <th>
                <Trans>State</Trans>
              </th>
              <th className={tables.end}>
                <Trans>Amount</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((payment) => (
              <tr key={payment.id}>
                <td>
                  <Link className="lm-link" to="/payments/$id" params={{ id: String(payment.id) }}>
                    {payment.receipt_code ?? `#${payment.id}`}
                  </Link>
                </td>
                <td>
                  <DateText day={payment.value_on} />
                </td>
                <td>
                  {methodText(payment.method)}
                  {payment.trx_id !== null && ` · ${payment.trx_id}`}
                </td>
                <td>{payment.received_by_name}</td>
                <td>
                  <PaymentState payment={payment} />
                </td>
                <td className={tables.end}>
                  <Money minor={payment.amount_minor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {hasMore && (
        <div className={styles.more}>
          <Button component={Link} to={`/payments?client_id=${clientId}`} variant="subtle" size="compact-sm">
            <Trans>All payments</Trans>
          </Button>
        </div>
      )}
    </>
  )
}
