import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton, Tooltip } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money, TimeText } from '../../ui/values.tsx'
import styles from '../clients/client.module.css'
import { CorrectPayment } from './correct-payment.tsx'
import { useMethodText } from './methods.ts'
import { PaymentState } from './payment-state.tsx'
import { PrintReceipt } from './print-receipt.tsx'
import { usePaymentRefusalText } from './refusals.ts'

export type PaymentDetail = paths['/api/v1/payments/{id}']['get']['responses']['200']['content']['application/json']

/** One payment: where it came from, what it paid, and how a mistake is taken back. */
export function PaymentPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const methodText = useMethodText()
  const refusalText = usePaymentRefusalText()
  const { id } = useParams({ strict: false }) as { id: string }
  const [correction, setCorrection] = useState<'reverse' | 'refund' | null>(null)
  const { data: payment, error, refetch } = api.useQuery('get', '/api/v1/payments/{id}', { params: { path: { id: Number(id) } } })
  if (error !== null)
    return (
      <Page title={t`Payment`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (payment === undefined)
    return (
      <Page title={t`Payment`}>
        <Skeleton h={300} radius="md" />
      </Page>
    )
  const button = (action: 'reverse' | 'refund', label: string) => {
    const { ok, reason } = payment.allowed[action]
    return (
      <Tooltip label={refusalText(reason)} disabled={ok}>
        <Button variant="default" data-disabled={ok ? undefined : true} aria-disabled={!ok} onClick={() => ok && setCorrection(action)}>
          {label}
        </Button>
      </Tooltip>
    )
  }
  return (
    <Page
      title={payment.receipt_code ?? t`Payment`}
      note={<PaymentState payment={payment} />}
      actions={
        <>
          {payment.receipt_code !== null && <PrintReceipt path={`/api/v1/payments/${payment.id}/receipt.pdf`} label={t`Receipt`} />}
          {may('payment.refund') && button('refund', t`Give back`)}
          {may('payment.reverse') && button('reverse', t`Undo the payment`)}
          {payment.client_id !== null && (
            <Button component={Link} to={`/clients/${payment.client_id}`} variant="default">
              <Trans>Client</Trans>
            </Button>
          )}
        </>
      }
    >
      <Figures
        figures={[
          { label: t`Received`, value: format.money(payment.amount_minor), note: format.date(payment.value_on) },
          { label: t`Became credit`, value: format.money(payment.remaining_minor) },
          { label: t`Given back`, value: format.money(payment.refunded_minor) },
        ]}
      />
      <div className={styles.columns}>
        <Card title={t`What it paid`} flush>
          {payment.allocations.length === 0 ? (
            <div className={styles.empty}>
              <Trans>No invoice yet; all of it is credit.</Trans>
            </div>
          ) : (
            <TableScroll>
              <table className={tables.table}>
                <thead>
                  <tr>
                    <th>
                      <Trans>Invoice</Trans>
                    </th>
                    <th>
                      <Trans>Day</Trans>
                    </th>
                    <th className={tables.wide}>
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
                      </td>
                      <td>
                        <DateText day={part.booked_on} />
                      </td>
                      <td className={tables.wide}>{part.reverses_id === null ? '' : part.reason}</td>
                      <td className={tables.end}>
                        <Money minor={part.amount_minor} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )}
        </Card>
        <Card title={t`Where it came from`}>
          <dl className={styles.facts}>
            <dt>
              <Trans>Client</Trans>
            </dt>
            <dd>{payment.client_name ?? '–'}</dd>
            <dt>
              <Trans>Method</Trans>
            </dt>
            <dd>{methodText(payment.method)}</dd>
            {payment.trx_id !== null && (
              <>
                <dt>TrxID</dt>
                <dd>{payment.trx_id}</dd>
              </>
            )}
            <dt>
              <Trans>Wallet</Trans>
            </dt>
            <dd>{payment.wallet_name ?? '–'}</dd>
            <dt>
              <Trans>Received by</Trans>
            </dt>
            <dd>{payment.received_by_name ?? '–'}</dd>
            <dt>
              <Trans>Recorded</Trans>
            </dt>
            <dd>
              <TimeText at={payment.recorded_at} />
            </dd>
            {payment.note !== '' && (
              <>
                <dt>
                  <Trans>Note</Trans>
                </dt>
                <dd>{payment.note}</dd>
              </>
            )}
            {payment.reversal !== null && (
              <>
                <dt>
                  <Trans>Reversed</Trans>
                </dt>
                <dd>
                  <DateText day={payment.reversal.booked_on} /> · {payment.reversal.reason}
                </dd>
              </>
            )}
          </dl>
        </Card>
      </div>
      {correction !== null && <CorrectPayment payment={payment} correction={correction} onClose={() => setCorrection(null)} />}
    </Page>
  )
}
