import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Money } from '../../ui/values.tsx'
import quote from '../clients/register.module.css'
import { PrintReceipt } from './print-receipt.tsx'
import type { Taken } from './take-payment.tsx'

/** The receipt on the screen: what came, what it paid, what is left. */
export function PaymentTaken({
  taken,
  client,
  onAgain,
  onClose,
}: {
  taken: Taken
  client: { readonly id: number; readonly name: string }
  onAgain?: () => void
  onClose: () => void
}) {
  const { t } = useLingui()
  const format = useFormat()
  const { name } = client
  const owed = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id: client.id } } }).data?.balance.receivable_minor
  return (
    <Modal opened onClose={onClose} title={taken.receipt_code === null ? t`The payment is taken` : t`Receipt ${taken.receipt_code}`}>
      <Group gap="sm" mb="md" wrap="nowrap">
        <IconCircleCheck size={34} color="var(--lm-green)" aria-hidden />
        <div>
          <div style={{ fontSize: 20, fontWeight: 640 }} className="lm-number">
            {format.money(taken.amount_minor)}
          </div>
          <div style={{ color: 'var(--lm-dim)' }}>
            <Trans>from {name}</Trans>
          </div>
        </div>
      </Group>
      <dl className={quote.quote}>
        {taken.allocations.map((part) => (
          <div key={part.invoice_id}>
            <dt>{part.invoice_code}</dt>
            <dd>
              <Money minor={part.amount_minor} />
            </dd>
          </div>
        ))}
        {taken.remaining_minor > 0 && (
          <div>
            <dt>
              <Trans>Became credit for the next bill</Trans>
            </dt>
            <dd>
              <Money minor={taken.remaining_minor} tone="good" />
            </dd>
          </div>
        )}
        {owed !== undefined && (
          <div>
            <dt>{owed > 0 ? <Trans>Still owes</Trans> : <Trans>Owes nothing more</Trans>}</dt>
            <dd>{owed > 0 && <Money minor={owed} symbol tone="owed" />}</dd>
          </div>
        )}
      </dl>
      <Group justify="end" mt="lg">
        <PrintReceipt path={`/api/v1/payments/${taken.id}/receipt.pdf`} label={t`Print the receipt`} />
        {onAgain !== undefined && (
          <Button variant="default" onClick={onAgain}>
            <Trans>Another payment</Trans>
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          <Trans>Done</Trans>
        </Button>
      </Group>
    </Modal>
  )
}
