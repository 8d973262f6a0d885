import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { PrintHead, Signatures } from '../../ui/print.tsx'
import { TimeText } from '../../ui/values.tsx'
import styles from '../clients/client.module.css'
import { AcceptTransfer, ReturnTransfer } from './end-transfer.tsx'
import { WalletLink } from './wallet-link.tsx'
import { differenceOf, ShortOver, TransferState } from './transfer-state.tsx'

/** One transfer: from whom to whom, counted by both, and how it ended or may be ended. */
export function TransferPage() {
  const { t } = useLingui()
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const [ending, setEnding] = useState<'accept' | 'reject' | 'cancel' | null>(null)
  const { data: transfer, error, refetch } = api.useQuery('get', '/api/v1/wallet-transfers/{id}', { params: { path: { id: Number(id) } } })
  if (error !== null)
    return (
      <Page title={t`Transfer`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (transfer === undefined)
    return (
      <Page title={t`Transfer`}>
        <Skeleton h={300} radius="md" />
      </Page>
    )
  const isWaiting = transfer.state === 'waiting'
  const { accept, reject, cancel } = transfer.allowed
  return (
    <Page
      title={transfer.code}
      note={<TransferState state={transfer.state} />}
      actions={
        <>
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
          {isWaiting && (
            <>
              {(cancel.ok || !reject.ok) && (
                <AllowedButton allowed={cancel} variant="default" onClick={() => setEnding('cancel')}>
                  <Trans>Take back</Trans>
                </AllowedButton>
              )}
              {(reject.ok || accept.ok) && (
                <AllowedButton allowed={reject} variant="default" onClick={() => setEnding('reject')}>
                  <Trans>Send back</Trans>
                </AllowedButton>
              )}
              <AllowedButton allowed={accept} onClick={() => setEnding('accept')}>
                <Trans>Accept</Trans>
              </AllowedButton>
            </>
          )}
        </>
      }
    >
      <PrintHead />
      <Figures
        figures={[
          { label: transfer.kind === 'hand_over' ? t`Held by the books` : t`Sent`, value: format.money(transfer.amount_minor) },
          ...(transfer.counted_minor === null ? [] : [{ label: t`Counted by the sender`, value: format.money(transfer.counted_minor) }]),
          ...(transfer.received_minor === null ? [] : [{ label: t`Arrived`, value: format.money(transfer.received_minor) }]),
          {
            label: t`Short or over`,
            value: format.money(Math.abs(differenceOf(transfer))),
            note: <ShortOver minor={differenceOf(transfer)} />,
          },
        ]}
      />
      <div className={styles.columns}>
        <Card title={transfer.kind === 'hand_over' ? t`The drawer was handed over` : t`Money was sent`}>
          <dl className={styles.facts}>
            <dt>
              <Trans>From</Trans>
            </dt>
            <dd>
              <WalletLink id={transfer.from_wallet_id} name={transfer.from_wallet_name} />
            </dd>
            <dt>
              <Trans>To</Trans>
            </dt>
            <dd>
              <WalletLink id={transfer.to_wallet_id} name={transfer.to_wallet_name} />
            </dd>
            <dt>
              <Trans>Sent by</Trans>
            </dt>
            <dd>
              {transfer.sent_by_name} · <TimeText at={transfer.recorded_at} />
            </dd>
            {transfer.reason !== '' && (
              <>
                <dt>
                  <Trans>Note</Trans>
                </dt>
                <dd>{transfer.reason}</dd>
              </>
            )}
          </dl>
        </Card>
        <Card title={t`How it ended`}>
          {isWaiting ? (
            <p style={{ margin: 0, color: 'var(--lm-dim)' }}>
              <Trans>It is in neither wallet until it is accepted in {transfer.to_wallet_name}.</Trans>
            </p>
          ) : (
            <dl className={styles.facts}>
              <dt>
                <TransferState state={transfer.state} />
              </dt>
              <dd>
                {transfer.ended_by_name} · <TimeText at={transfer.ended_at} />
              </dd>
              {transfer.end_reason !== null && transfer.end_reason !== '' && (
                <>
                  <dt>
                    <Trans>Reason</Trans>
                  </dt>
                  <dd>{transfer.end_reason}</dd>
                </>
              )}
            </dl>
          )}
        </Card>
      </div>
      <Signatures of={[t`Handed over by`, t`Received by`]} />
      {ending === 'accept' && <AcceptTransfer transfer={transfer} onClose={() => setEnding(null)} />}
      {(ending === 'reject' || ending === 'cancel') && <ReturnTransfer transfer={transfer} how={ending} onClose={() => setEnding(null)} />}
    </Page>
  )
}
