import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { walletBody, WalletFields, WalletNameField } from './wallet-fields.tsx'
import { useWalletKindText, WALLET_KINDS } from './wallet-kinds.ts'

export function NewWallet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const kindText = useWalletKindText()
  const form = useForm({
    initialValues: {
      name: '',
      code: '',
      kind: 'drawer' as (typeof WALLET_KINDS)[number],
      owner_user_id: null as string | null,
      branch_id: null as string | null,
      limit_minor: null as number | null,
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { kind } = form.getValues()
  const send = submit(async ({ name, code, ...values }) => {
    const owned = kind === 'drawer' ? values : { ...values, owner_user_id: null }
    const { data, error } = await http.POST('/api/v1/wallets', { body: { name, code, kind, ...walletBody({ name, ...owned }) } })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`${data.name} is open.`)
    onClose()
  })
  return (
    <FormDialog title={t`New wallet`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Open the wallet</Trans>}>
      <Select label={t`Kind`} allowDeselect={false} data={WALLET_KINDS.map((value) => ({ value, label: kindText(value) }))} {...form.getInputProps('kind')} />
      <Group grow align="start">
        <WalletNameField form={form} />
        <TextInput
          label={t`Code`}
          description={t`Stands on its receipts.`}
          required
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps('code')}
        />
      </Group>
      <WalletFields form={form} kind={kind} />
    </FormDialog>
  )
}
