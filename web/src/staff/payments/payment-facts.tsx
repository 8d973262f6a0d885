import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DateText, TimeText } from '../../ui/values.tsx'
import styles from '../clients/client.module.css'
import { WalletLink } from '../ledger/wallet-link.tsx'
import { useMethodText } from './methods.ts'
import type { PaymentDetail } from './payment-page.tsx'

/** Who gave the money, how, into which wallet, and how it was taken back where it was. */
export function PaymentFacts({ payment }: { payment: PaymentDetail }) {
  const methodText = useMethodText()
  const { reversal } = payment
  return (
    <dl className={styles.facts}>
      <Fact label={<Trans>Client</Trans>}>
        {payment.client_id === null ? (
          <Trans>Nobody knows yet</Trans>
        ) : (
          <Link className="lm-link" to="/clients/$id" params={{ id: String(payment.client_id) }}>
            {payment.client_name}
          </Link>
        )}
        {payment.client_code !== null && <> · {payment.client_code}</>}
      </Fact>
      <Fact label={<Trans>Method</Trans>}>{methodText(payment.method)}</Fact>
      {payment.trx_id !== null && <Fact label="TrxID">{payment.trx_id}</Fact>}
      {payment.wallet_id !== null && (
        <Fact label={<Trans>Wallet</Trans>}>
          <WalletLink id={payment.wallet_id} name={payment.wallet_name ?? ''} />
        </Fact>
      )}
      <Fact label={<Trans>Received by</Trans>}>{payment.received_by_name ?? <Trans>The program</Trans>}</Fact>
      <Fact label={<Trans>Recorded</Trans>}>
        <TimeText at={payment.recorded_at} />
      </Fact>
      {payment.note !== '' && <Fact label={<Trans>Note</Trans>}>{payment.note}</Fact>}
      {reversal !== null && (
        <Fact label={<Trans>Reversed</Trans>}>
          <DateText day={reversal.booked_on} /> · {reversal.recorded_by_name ?? <Trans>The program</Trans>}
          <br />
          {reversal.reason}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
