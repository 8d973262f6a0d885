import { Trans, useLingui } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { PrintHead } from '../../ui/print.tsx'
import styles from '../clients/client.module.css'
import { CorrectPayment } from './correct-payment.tsx'
import { DecideMatch, MatchPayment } from './match-payment.tsx'
import { MovePayment } from './move-payment.tsx'
import { PaymentAllocations, PaymentRefunds } from './payment-tables.tsx'
import { PaymentFacts } from './payment-facts.tsx'
import { PaymentMatch } from './payment-match.tsx'
import { PaymentState } from './payment-state.tsx'
import { PrintReceipt } from './print-receipt.tsx'

export type PaymentDetail = paths['/api/v1/payments/{id}']['get']['responses']['200']['content']['application/json']

/** One payment: where it came from, what it paid, whose it is, and how a mistake is taken back. */
export function PaymentPage() {
  const { t } = useLingui()
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const [doing, setDoing] = useState<'reverse' | 'refund' | 'move' | 'match' | 'agree' | 'refuse' | null>(null)
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
  const close = () => setDoing(null)
  const { allowed, status } = payment
  return (
    <Page
      title={payment.receipt_code ?? t`Payment`}
      note={<PaymentState payment={payment} />}
      actions={
        <>
          {payment.receipt_code !== null && <PrintReceipt path={`/api/v1/payments/${payment.id}/receipt.pdf`} label={t`Receipt`} />}
          {status !== 'suspense' && (
            <>
              <AllowedButton
                variant="default"
                allowed={allowed.take_allocation_back.ok ? allowed.take_allocation_back : allowed.allocate}
                onClick={() => setDoing('move')}
              >
                <Trans>Move to another bill</Trans>
              </AllowedButton>
              <AllowedButton variant="default" allowed={allowed.refund} onClick={() => setDoing('refund')}>
                <Trans>Give back</Trans>
              </AllowedButton>
            </>
          )}
          <AllowedButton variant="default" allowed={allowed.reverse} onClick={() => setDoing('reverse')}>
            <Trans>Undo the payment</Trans>
          </AllowedButton>
          {status === 'suspense' && payment.match === null && (
            <AllowedButton allowed={allowed.match} onClick={() => setDoing('match')}>
              <Trans>Say whose it is</Trans>
            </AllowedButton>
          )}
        </>
      }
    >
      <PrintHead />
      <Figures
        figures={[
          { label: t`Received`, value: format.money(payment.amount_minor), note: format.date(payment.value_on) },
          { label: t`Became credit`, value: format.money(payment.remaining_minor) },
          { label: t`Given back`, value: format.money(payment.refunded_minor) },
        ]}
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          {payment.match !== null && <PaymentMatch payment={payment} onDecide={(isApproved) => setDoing(isApproved ? 'agree' : 'refuse')} />}
          <Card title={t`What it paid`} flush>
            <PaymentAllocations payment={payment} />
          </Card>
          {payment.refunds.length > 0 && (
            <Card title={t`Given back`} flush>
              <PaymentRefunds payment={payment} />
            </Card>
          )}
        </div>
        <Card title={t`Where it came from`}>
          <PaymentFacts payment={payment} />
        </Card>
      </div>
      {(doing === 'reverse' || doing === 'refund') && <CorrectPayment payment={payment} correction={doing} onClose={close} />}
      {doing === 'move' && <MovePayment payment={payment} onClose={close} />}
      {doing === 'match' && <MatchPayment payment={payment} onClose={close} />}
      {(doing === 'agree' || doing === 'refuse') && <DecideMatch payment={payment} isApproved={doing === 'agree'} onClose={close} />}
    </Page>
  )
}
