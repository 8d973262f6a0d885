import { Trans, useLingui } from '@lingui/react/macro'
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { MoneyInFields, moneyInOf, moneyInValues, WalletField } from '../payments/money-in-fields.tsx'
import type { Client } from './client.ts'

interface Props {
  readonly client: Client
  readonly onClose: () => void
}

/** Money that is held and pays nothing until it is offset or given back. */
export function TakeDeposit({ client, onClose }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const form = useForm({
    initialValues: { amount_minor: null as number | null, ...moneyInValues(format.today()) },
    validate: { amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const amount = form.getValues().amount_minor ?? 0
  const held = client.balance.deposit_minor
  const send = submit(async (values) => {
    const { method, wallet_id, note } = moneyInOf(values)
    const { data, error } = await http.POST('/api/v1/clients/{id}/deposits', {
      params: { path: { id: client.id }, header: intent.header },
      body: { amount_minor: amount, method, reason: note, ...(wallet_id === undefined ? {} : { wallet_id }) },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${format.money(data.held_minor)} is held of ${client.name}.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Take a deposit from ${client.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Take the deposit</Trans>}
    >
      <MoneyField label={t`Amount`} required data-autofocus {...form.getInputProps('amount_minor')} />
      <MoneyInFields form={form} hasDay={false} hasTrx={false} />
      <Effect>
        <EffectRow label={<Trans>Held now</Trans>}>
          <Money minor={held} symbol />
        </EffectRow>
        <EffectRow label={<Trans>Held afterwards</Trans>} isSum>
          <Money minor={held + amount} symbol />
        </EffectRow>
      </Effect>
    </FormDialog>
  )
}

/** The deposit pays what is open, the oldest first. */
export function OffsetDeposit({ client, onClose }: Props) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const intent = useIntent()
  const { receivable_minor: owed, deposit_minor: held } = client.balance
  const form = useForm({
    initialValues: { amount_minor: Math.min(owed, held) as number | null, reason: '' },
    validate: {
      amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null),
      reason: (value) => (value.trim().length < 3 ? t`Say why; it stands in the books` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const amount = form.getValues().amount_minor ?? 0
  const send = submit(async ({ reason }) => {
    const { error } = await http.POST('/api/v1/clients/{id}/deposits/offset', {
      params: { path: { id: client.id }, header: intent.header },
      body: { amount_minor: amount, reason },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The deposit has paid.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Pay from the deposit`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Pay from the deposit</Trans>}
    >
      <MoneyField label={t`Amount`} required {...form.getInputProps('amount_minor')} />
      <TextInput label={t`Reason`} required data-autofocus {...form.getInputProps('reason')} />
      <Effect>
        <EffectRow label={<Trans>Held afterwards</Trans>}>
          <Money minor={held - amount} symbol />
        </EffectRow>
        <EffectRow label={<Trans>Owes afterwards</Trans>} isSum>
          <Money minor={Math.max(0, owed - amount)} symbol tone="owed" />
        </EffectRow>
      </Effect>
    </FormDialog>
  )
}

/** The deposit, or a part of it, is handed back out of a wallet. */
export function ReturnDeposit({ client, onClose }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const { receivable_minor: owed, deposit_minor: held } = client.balance
  const form = useForm({
    initialValues: { amount_minor: held as number | null, wallet_id: null as string | null, reason: '' },
    validate: {
      amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null),
      wallet_id: (value) => (value === null ? t`Choose the wallet it is taken out of` : null),
      reason: (value) => (value.trim().length < 3 ? t`Say why; it stands in the books` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const amount = form.getValues().amount_minor ?? 0
  const send = submit(async ({ wallet_id, reason }) => {
    const { error } = await http.POST('/api/v1/clients/{id}/deposits/return', {
      params: { path: { id: client.id }, header: intent.header },
      body: { amount_minor: amount, wallet_id: Number(wallet_id), reason },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${format.money(amount)} is given back.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Give the deposit back`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Give back {format.money(amount)}</Trans>}
      isDanger
    >
      <MoneyField label={t`Amount`} required {...form.getInputProps('amount_minor')} />
      <WalletField label={t`Out of which wallet`} isNeeded {...form.getInputProps('wallet_id')} />
      <TextInput label={t`Reason`} required data-autofocus {...form.getInputProps('reason')} />
      <Effect>
        <EffectRow label={<Trans>Held afterwards</Trans>} isSum>
          <Money minor={held - amount} symbol />
        </EffectRow>
        {owed > 0 && (
          <EffectRow label={<Trans>Still owed</Trans>}>
            <Money minor={owed} symbol tone="owed" />
          </EffectRow>
        )}
      </Effect>
    </FormDialog>
  )
}
