import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import styles from '../clients/client.module.css'
import type { PaymentDetail } from './payment-page.tsx'
import { useTakenBackText } from './taken-back-text.ts'

/** Which bills the money pays, and what of that was taken back. */
export function PaymentAllocations({ payment }: { payment: PaymentDetail }) {
  const backText = useTakenBackText()
  if (payment.allocations.length === 0)
    return (
      <div className={styles.empty}>
        {payment.status === 'suspense' ? (
          <Trans>It pays nothing until it is known whose money it is.</Trans>
        ) : payment.status === 'reversed' ? (
          <Trans>It paid no invoice.</Trans>
        ) : (
          <Trans>No invoice yet; all of it is credit.</Trans>
        )}
      </div>
    )
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th>
              <Trans>Invoice</Trans>
            </th>
            <th className={tables.spare}>
              <Trans>Day</Trans>
            </th>
            <th className={`${tables.wide} ${tables.spare}`}>
              <Trans>Reason</Trans>
            </th>
            <th className={tables.end}>
              <Trans>Amount</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {payment.allocations.map((part) => (
            <tr key={part.id}>
              <td>
                <Link className="lm-link" to="/invoices/$id" params={{ id: String(part.invoice_id) }}>
                  {part.invoice_code}
                </Link>
                <span className={tables.narrow}>
                  <DateText day={part.booked_on} /> {part.reverses_id === null ? '' : backText(part.reason)}
                </span>
              </td>
              <td className={tables.spare}>
                <DateText day={part.booked_on} />
              </td>
              <td className={`${tables.wide} ${tables.spare}`}>{part.reverses_id === null ? '' : backText(part.reason)}</td>
              <td className={tables.end}>
                <Money minor={part.amount_minor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

export function PaymentRefunds({ payment }: { payment: PaymentDetail }) {
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th className={tables.spare}>
              <Trans>Number</Trans>
            </th>
            <th className={tables.spare}>
              <Trans>Day</Trans>
            </th>
            <th className={tables.wide}>
              <Trans>Reason</Trans>
            </th>
            <th className={tables.spare}>
              <Trans>Out of</Trans>
            </th>
            <th className={tables.spare}>
              <Trans>Given by</Trans>
            </th>
            <th className={tables.end}>
              <Trans>Amount</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {payment.refunds.map((refund) => (
            <tr key={refund.id}>
              <td className={tables.spare}>{refund.code}</td>
              <td className={tables.spare}>
                <DateText day={refund.booked_on} />
              </td>
              <td className={tables.wide}>
                {refund.reason}
                <span className={tables.narrow}>
                  {refund.code} · <DateText day={refund.booked_on} />
                </span>
                <span className={tables.narrow}>{[refund.wallet_name, refund.recorded_by_name].filter(Boolean).join(' · ')}</span>
              </td>
              <td className={tables.spare}>{refund.wallet_name}</td>
              <td className={tables.spare}>{refund.recorded_by_name}</td>
              <td className={tables.end}>
                <Money minor={refund.amount_minor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
