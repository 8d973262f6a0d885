import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { CorrectPayment } from '../payments/correct-payment.tsx'
import { useMethodText } from '../payments/methods.ts'
import { MovePayment } from '../payments/move-payment.tsx'
import { PaymentMenu } from '../payments/payment-menu.tsx'
import type { PaymentAction } from '../payments/payment-menu.tsx'
import type { PaymentDetail } from '../payments/payment-page.tsx'
import { PaymentState } from '../payments/payment-state.tsx'
import styles from './client.module.css'

/** Where there is room for one word less, it is the one that nearly every payment has. */
const isUsual = ({ status, refunded_minor, remaining_minor }: RowOf<'/api/v1/payments'>): boolean =>
  status !== 'reversed' && status !== 'suspense' && refunded_minor === 0 && remaining_minor === 0

/** The money of a client, newest first, and how a mistake with it is put right; the short form is for the first screen. */
export function ClientPayments({ clientId, isShort = false }: { clientId: number; isShort?: boolean }) {
  const { t } = useLingui()
  const methodText = useMethodText()
  const { rows, isPending, hasMore, isLoadingMore, loadMore, error, retry } = useList('/api/v1/payments', {
    query: { client_id: String(clientId) },
    pageSize: isShort ? 6 : 30,
  })
  const [opened, setOpened] = useState<{ payment: PaymentDetail; action: PaymentAction } | null>(null)
  const close = () => setOpened(null)
  if (error !== null) return <ErrorState error={error} retry={retry} />
  if (!isPending && rows.length === 0)
    return (
      <div className={styles.empty}>
        <Trans>No payment yet.</Trans>
      </div>
    )
  if (isPending) return <RowsPending rows={isShort ? 4 : 8} />
  return (
    <>
      <TableScroll>
        <table className={tables.table}>
          <thead>
            <tr>
              <th>
                <Trans>Receipt</Trans>
              </th>
              <th className={styles.deskCell}>
                <Trans>Day</Trans>
              </th>
              <th className={styles.deskCell}>
                <Trans>Method</Trans>
              </th>
              {!isShort && (
                <th className={styles.deskCell}>
                  <Trans>Received by</Trans>
                </th>
              )}
              {!isShort && (
                <th className={styles.deskCell}>
                  <Trans>State</Trans>
                </th>
              )}
              <th className={tables.end}>
                <Trans>Amount</Trans>
              </th>
              <th>
                <span className="lm-hidden">
                  <Trans>Actions</Trans>
                </span>
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
                  <span className={styles.phoneLine}>
                    <DateText day={payment.value_on} /> {methodText(payment.method)} {!isUsual(payment) && <PaymentState payment={payment} />}
                  </span>
                </td>
                <td className={styles.deskCell}>
                  <DateText day={payment.value_on} />
                </td>
                <td className={styles.deskCell}>
                  {methodText(payment.method)}
                  {!isShort && payment.trx_id !== null && ` · ${payment.trx_id}`}
                  {isShort && !isUsual(payment) && (
                    <span className={tables.small}>
                      <PaymentState payment={payment} />
                    </span>
                  )}
                </td>
                {!isShort && <td className={styles.deskCell}>{payment.received_by_name}</td>}
                {!isShort && (
                  <td className={styles.deskCell}>
                    <PaymentState payment={payment} />
                  </td>
                )}
                <td className={tables.end}>
                  <span className={payment.status === 'reversed' ? styles.undone : undefined}>
                    <Money minor={payment.amount_minor} />
                  </span>
                </td>
                <td className={styles.rowActions}>
                  <div>
                    <PaymentMenu
                      id={payment.id}
                      label={t`More for ${payment.receipt_code ?? `#${payment.id}`}`}
                      onChoose={(action, detail) => setOpened({ action, payment: detail })}
                    />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {hasMore && !isShort && (
        <div className={styles.more}>
          <Button variant="subtle" size="compact-sm" loading={isLoadingMore} onClick={loadMore}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
      {opened !== null && opened.action === 'move' && <MovePayment payment={opened.payment} onClose={close} />}
      {opened !== null && opened.action !== 'move' && <CorrectPayment payment={opened.payment} correction={opened.action} onClose={close} />}
    </>
  )
}
