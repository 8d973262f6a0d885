import { Trans, useLingui } from '@lingui/react/macro'
import { Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { ShortOver } from './transfer-state.tsx'
import type { Transfer } from './transfer-state.tsx'

/** Takes what was sent, counted anew; what is missing or too much goes to short and over. */
export function AcceptTransfer({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const { header } = useIntent()
  const expected = transfer.counted_minor ?? transfer.amount_minor
  const form = useForm({
    initialValues: { received_minor: (expected > 0 ? expected : null) as number | null, reason: '' },
    validate: {
      received_minor: (value) => (value === null || value <= 0 ? t`Count what arrived; reject it where nothing did` : null),
      reason: (value, { received_minor }) => (needsReason(transfer, received_minor) && value.trim() === '' ? t`It differs from what was sent; say why` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const received = form.getValues().received_minor
  const send = submit(async ({ reason }) => {
    const { data, error } = await http.POST('/api/v1/wallet-transfers/{id}/acceptance', {
      params: { path: { id: transfer.id }, header },
      body: { received_minor: received ?? 0, reason },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${data.code} is in ${data.to_wallet_name}.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Accept ${transfer.code}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Accept</Trans>}
    >
      <MoneyField label={t`What arrived`} required data-autofocus {...form.getInputProps('received_minor')} />
      <Effect>
        <EffectRow label={<Trans>Sent by the books</Trans>}>
          <Money minor={transfer.amount_minor} symbol />
        </EffectRow>
        {transfer.counted_minor !== null && (
          <EffectRow label={<Trans>Counted by the sender</Trans>}>
            <Money minor={transfer.counted_minor} symbol />
          </EffectRow>
        )}
        <EffectRow label={<Trans>Posted to short and over</Trans>} isSum>
          <ShortOver minor={(received ?? 0) - transfer.amount_minor} />
        </EffectRow>
      </Effect>
      {needsReason(transfer, received) && <TextInput label={t`Why it differs`} required {...form.getInputProps('reason')} />}
    </FormDialog>
  )
}

/** The sender has said already why his own count differs; any other difference is the receiver's to explain. */
const needsReason = ({ amount_minor, counted_minor, reason }: Transfer, received: number | null): boolean =>
  received !== null && received !== amount_minor && !(received === counted_minor && reason !== '')

/** The money goes back where it came from: sent back by the receiver, or taken back by the sender. */
export function ReturnTransfer({ transfer, how, onClose }: { transfer: Transfer; how: 'reject' | 'cancel'; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const { header } = useIntent()
  const isRejecting = how === 'reject'
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (isRejecting && value.trim().length < 3 ? t`Say why; the sender reads it` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const amount = format.money(transfer.amount_minor)
  const send = submit(async ({ reason }) => {
    const call = { params: { path: { id: transfer.id }, header }, body: { reason } }
    const { error } = isRejecting
      ? await http.POST('/api/v1/wallet-transfers/{id}/rejection', call)
      : await http.POST('/api/v1/wallet-transfers/{id}/cancellation', call)
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${amount} is in ${transfer.from_wallet_name} again.`)
    onClose()
  })
  return (
    <FormDialog
      title={isRejecting ? t`Send ${transfer.code} back` : t`Take ${transfer.code} back`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={isRejecting ? <Trans>Send back</Trans> : <Trans>Take back</Trans>}
      isDanger
    >
      <Text size="sm">
        <Trans>
          {amount} goes back to {transfer.from_wallet_name}. Both movements stay in the books.
        </Trans>
      </Text>
      <TextInput label={t`Reason`} required={isRejecting} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
