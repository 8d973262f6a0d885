import { Trans, useLingui } from '@lingui/react/macro'
import { Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Wallet } from './wallet-actions.tsx'
import { walletBody, WalletFields, WalletNameField } from './wallet-fields.tsx'

/** Changes what is said of a wallet, or closes it. Its code and kind stay, because receipts carry them. */
export function EditWallet({ wallet, onClose }: { wallet: Wallet; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const form = useForm({
    initialValues: {
      name: wallet.name,
      owner_user_id: wallet.owner_user_id === null ? null : String(wallet.owner_user_id),
      branch_id: wallet.branch_id === null ? null : String(wallet.branch_id),
      limit_minor: wallet.limit_minor,
      is_active: wallet.is_active,
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (values) => {
    const { data, error } = await http.PATCH('/api/v1/wallets/{id}', {
      params: { path: { id: wallet.id } },
      body: { name: values.name, is_active: values.is_active, ...walletBody(values) },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(data.is_active ? t`${data.name} is changed.` : t`${data.name} is closed.`)
    onClose()
  })
  return (
    <FormDialog title={t`Change ${wallet.name}`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Save</Trans>}>
      <WalletNameField form={form} />
      <WalletFields form={form} kind={wallet.kind} />
      <Switch
        label={t`Open`}
        description={t`A closed wallet takes and gives nothing; it must be empty first.`}
        {...form.getInputProps('is_active', { type: 'checkbox' })}
      />
    </FormDialog>
  )
}
