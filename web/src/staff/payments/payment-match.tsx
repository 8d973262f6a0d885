import { Trans, useLingui } from '@lingui/react/macro'
import { Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { Card } from '../../ui/page.tsx'
import { TimeText } from '../../ui/values.tsx'
import styles from '../clients/client.module.css'
import type { PaymentDetail } from './payment-page.tsx'

/** By whose word money that came unknown is a client's; while it waits, the second person decides here. */
export function PaymentMatch({ payment, onDecide }: { payment: PaymentDetail; onDecide: (isApproved: boolean) => void }) {
  const { t } = useLingui()
  const { match, allowed, status } = payment
  if (match === null) return null
  const isWaiting = status === 'suspense'
  return (
    <Card
      title={isWaiting ? t`Whose money it may be` : t`It came unknown`}
      actions={
        isWaiting && (
          <Group gap={6} wrap="nowrap">
            <AllowedButton size="compact-sm" variant="default" allowed={allowed.decide} onClick={() => onDecide(false)}>
              <Trans>Refuse</Trans>
            </AllowedButton>
            <AllowedButton size="compact-sm" allowed={allowed.decide} onClick={() => onDecide(true)}>
              <Trans>Agree</Trans>
            </AllowedButton>
          </Group>
        )
      }
    >
      <dl className={styles.facts}>
        <dt>
          <Trans>Whose</Trans>
        </dt>
        <dd>
          <Link className="lm-link" to="/clients/$id" params={{ id: String(match.client_id) }}>
            {match.client_name}
          </Link>{' '}
          · {match.client_code}
        </dd>
        <dt>
          <Trans>Said by</Trans>
        </dt>
        <dd>
          {match.proposed_by_name ?? t`The program`} · <TimeText at={match.proposed_at} />
        </dd>
        <dt>
          <Trans>How it is known</Trans>
        </dt>
        <dd>{match.reason}</dd>
        {match.decided_at !== null && (
          <>
            <dt>
              <Trans>Agreed by</Trans>
            </dt>
            <dd>
              {match.decided_by_name ?? t`The program`} · <TimeText at={match.decided_at} />
            </dd>
          </>
        )}
        {isWaiting && !allowed.decide.ok && (
          <>
            <dt />
            <dd style={{ color: 'var(--lm-dim)' }}>{allowed.decide.reason}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}
