import { Trans, useLingui } from '@lingui/react/macro'
import { Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { ClientPicker } from './client-picker.tsx'
import type { PickedClient } from './client-picker.tsx'
import type { PaymentDetail } from './payment-page.tsx'

/** One person's word on whose money it is. */
export function MatchPayment({ payment, onClose }: { payment: PaymentDetail; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const { header } = useIntent()
  const [client, setClient] = useState<PickedClient | null>(null)
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim().length < 3 ? t`Say how you know; the other person reads it` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const standing = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id: client?.id ?? 0 } } }, { enabled: client !== null }).data
  const send = submit(async ({ reason }) => {
    if (client === null) return
    const { error } = await http.POST('/api/v1/payments/{id}/match', {
      params: { path: { id: payment.id }, header },
      body: { client_id: client.id, reason },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`Somebody else must agree now.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Whose money is it?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>It is this client’s</Trans>}
      isDisabled={client === null}
    >
      <ClientPicker
        label={t`Client`}
        value={client}
        onChange={(chosen) => {
          setClient(chosen)
          setTimeout(() => form.getInputNode('reason')?.focus(), 0)
        }}
      />
      {standing !== undefined && (
        <Effect>
          <EffectRow label={<Trans>This money</Trans>}>
            <Money minor={payment.amount_minor} symbol />
          </EffectRow>
          <EffectRow label={<Trans>Owes</Trans>}>
            <Money minor={standing.balance.receivable_minor} symbol tone="owed" />
          </EffectRow>
          <EffectRow label={<Trans>Owes afterwards</Trans>} isSum>
            <Money minor={Math.max(0, standing.balance.receivable_minor - payment.amount_minor)} symbol tone="owed" />
          </EffectRow>
        </Effect>
      )}
      <TextInput label={t`How you know`} required {...form.getInputProps('reason')} />
    </FormDialog>
  )
}

/** The second person's word: with it the money is the client's and pays what he owes. */
export function DecideMatch({ payment, isApproved, onClose }: { payment: PaymentDetail; isApproved: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const { header } = useIntent()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const name = payment.match?.client_name ?? ''
  const amount = format.money(payment.amount_minor)
  const send = submit(async () => {
    const { error } = await http.POST('/api/v1/payments/{id}/match/decision', {
      params: { path: { id: payment.id }, header },
      body: { is_approved: isApproved },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(isApproved ? t`${amount} is ${name}’s.` : t`The money waits for another word.`)
    onClose()
  })
  return (
    <FormDialog
      title={isApproved ? t`Agree that it is ${name}’s?` : t`Is it not ${name}’s?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={isApproved ? <Trans>Agree</Trans> : <Trans>Refuse</Trans>}
      isDanger={!isApproved}
    >
      <Text size="sm">
        {isApproved ? (
          <Trans>
            {amount} leaves the unknown money and pays what {name} owes, the oldest first; the rest becomes credit.
          </Trans>
        ) : (
          <Trans>{amount} stays unknown and waits until somebody says whose it is.</Trans>
        )}
      </Text>
      {payment.match !== null && (
        <Text size="sm" c="dimmed">
          <Trans>
            {payment.match.proposed_by_name}: “{payment.match.reason}”
          </Trans>
        </Text>
      )}
    </FormDialog>
  )
}
