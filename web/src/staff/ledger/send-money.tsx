import { Trans, useLingui } from '@lingui/react/macro'
import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { useDestinations } from './use-destinations.ts'
import type { Wallet } from './wallet-actions.tsx'

/** Sends some of what a wallet holds to another one, where it waits to be accepted. */
export function SendMoney({ wallet, onClose }: { wallet: Wallet; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { header } = useIntent()
  const { choices } = useDestinations(wallet.id)
  const form = useForm({
    initialValues: { to_wallet_id: null as string | null, amount_minor: null as number | null, reason: '' },
    validate: {
      to_wallet_id: (value) => (value === null ? t`Choose a wallet` : null),
      amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const amount = form.getValues().amount_minor ?? 0
  const send = submit(async ({ to_wallet_id, reason }) => {
    const { data, error } = await http.POST('/api/v1/wallet-transfers', {
      params: { header },
      body: { from_wallet_id: wallet.id, to_wallet_id: Number(to_wallet_id), amount_minor: amount, reason },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${data.code} is on its way to ${data.to_wallet_name}.`)
    onClose()
    await navigate({ to: `/wallets/transfers/${data.id}` })
  })
  return (
    <FormDialog
      title={t`Send money from ${wallet.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Send</Trans>}
    >
      <Select label={t`To`} required searchable data-autofocus data={choices} {...form.getInputProps('to_wallet_id')} />
      <MoneyField label={t`Amount`} required {...form.getInputProps('amount_minor')} />
      <TextInput label={t`Note`} {...form.getInputProps('reason')} />
      <Effect>
        <EffectRow label={<Trans>In it now</Trans>}>
          <Money minor={wallet.balance_minor} symbol />
        </EffectRow>
        <EffectRow label={<Trans>In it afterwards</Trans>} isSum>
          <Money minor={wallet.balance_minor - amount} symbol tone={amount > wallet.balance_minor ? 'owed' : 'plain'} />
        </EffectRow>
      </Effect>
    </FormDialog>
  )
}
