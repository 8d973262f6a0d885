import { Trans, useLingui } from '@lingui/react/macro'
import { Select, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { ShortOver } from './transfer-state.tsx'
import { useDestinations } from './use-destinations.ts'
import type { Wallet } from './wallet-actions.tsx'

/** The end of a drawer's day: the cash is counted first, then compared with the books, and all of it goes to somebody who counts again. */
export function HandOver({ wallet, onClose }: { wallet: Wallet; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { header } = useIntent()
  const { choices, first } = useDestinations(wallet.id)
  const form = useForm({
    initialValues: { to_wallet_id: null as string | null, counted_minor: null as number | null, reason: '' },
    validate: {
      counted_minor: (value) => (value === null ? t`Count the cash and enter it` : null),
      reason: (value, { counted_minor }) =>
        counted_minor !== null && counted_minor !== wallet.balance_minor && value.trim() === '' ? t`The cash differs from the books; say why` : null,
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { counted_minor: counted, to_wallet_id } = form.getValues()
  const to = to_wallet_id ?? first
  const send = submit(async ({ reason }) => {
    const { data, error } = await http.POST('/api/v1/wallets/{id}/hand-overs', {
      params: { path: { id: wallet.id }, header },
      body: { to_wallet_id: Number(to), counted_minor: counted ?? 0, reason },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${data.code} waits for ${data.to_wallet_name} to accept it.`)
    onClose()
    await navigate({ to: `/wallets/transfers/${data.id}` })
  })
  return (
    <FormDialog
      title={t`Hand over ${wallet.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Hand over</Trans>}
      isDisabled={to === null}
    >
      <Text size="sm" c="dimmed">
        <Trans>Count the cash in the drawer. All of it is handed over; whoever receives it counts again.</Trans>
      </Text>
      <MoneyField label={t`Cash counted`} required data-autofocus {...form.getInputProps('counted_minor')} />
      <Select label={t`To`} required searchable allowDeselect={false} data={choices} {...form.getInputProps('to_wallet_id')} value={to} />
      {counted !== null && (
        <>
          <Effect>
            <EffectRow label={<Trans>By the books</Trans>}>
              <Money minor={wallet.balance_minor} symbol />
            </EffectRow>
            <EffectRow label={<Trans>Counted</Trans>}>
              <Money minor={counted} symbol />
            </EffectRow>
            <EffectRow label={<Trans>Short or over</Trans>} isSum>
              <ShortOver minor={counted - wallet.balance_minor} />
            </EffectRow>
          </Effect>
          {counted !== wallet.balance_minor && <TextInput label={t`Why it differs`} required {...form.getInputProps('reason')} />}
        </>
      )}
    </FormDialog>
  )
}
