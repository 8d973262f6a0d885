import { useLingui } from '@lingui/react/macro'
import { Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { api } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { STAFF_METHODS, useMethodText } from './methods.ts'
import type { StaffMethod } from './methods.ts'

/** How money comes in at the counter, as it is typed. */
export interface MoneyInValues {
  method: StaffMethod
  wallet_id: string | null
  trx_id: string
  value_on: string | null
  note: string
}

export const moneyInValues = (today: string): MoneyInValues => ({ method: 'cash', wallet_id: null, trx_id: '', value_on: today, note: '' })

/** As the server takes it; what was left empty is the server's to choose. */
export const moneyInOf = ({ method, wallet_id, trx_id, value_on, note }: MoneyInValues) => ({
  method,
  note,
  ...(wallet_id === null ? {} : { wallet_id: Number(wallet_id) }),
  ...(method === 'cash' || trx_id.trim() === '' ? {} : { trx_id }),
  ...(value_on === null ? {} : { value_on }),
})

/** Method, number of the transfer, day, wallet and note of money that comes in. */
export function MoneyInFields<Values extends MoneyInValues>({
  form,
  hasDay = true,
  hasTrx = true,
}: {
  form: UseFormReturnType<Values>
  hasDay?: boolean
  hasTrx?: boolean
}) {
  const { t } = useLingui()
  const format = useFormat()
  const methodText = useMethodText()
  const { method } = form.getValues()
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t`Method`}
        data={STAFF_METHODS.map((value) => ({ value, label: methodText(value) }))}
        {...form.getInputProps('method')}
      />
      <Group grow align="start">
        {hasTrx && method !== 'cash' && <TextInput label={t`TrxID or slip number`} autoComplete="off" {...form.getInputProps('trx_id')} />}
        {hasDay && <DayField label={t`Received on`} maxDate={format.today()} {...form.getInputProps('value_on')} />}
        <WalletField label={t`Wallet`} placeholder={t`Chosen by the method`} clearable {...form.getInputProps('wallet_id')} />
      </Group>
      <TextInput label={t`Note`} {...form.getInputProps('note')} />
    </>
  )
}

/** The open wallets a person sees, as choices. */
export function useWalletChoices(): readonly { readonly value: string; readonly label: string }[] {
  const may = useMay()
  const { data } = api.useQuery('get', '/api/v1/wallets', { params: { query: { limit: 200, is_active: true } } }, { enabled: may('wallet.view_own') })
  return (data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
}

/** The wallets one may use; nothing where there is no choice. */
export function WalletField({ isNeeded = false, ...props }: { label: string; isNeeded?: boolean; placeholder?: string; clearable?: boolean }) {
  const choices = useWalletChoices()
  if (!isNeeded && choices.length < 2) return null
  return <Select searchable required={isNeeded} data={choices} {...props} />
}
