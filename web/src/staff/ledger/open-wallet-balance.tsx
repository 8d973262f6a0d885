import { Trans, useLingui } from '@lingui/react/macro'
import { Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Wallet } from './wallet-actions.tsx'

/** What a wallet held before the books began here; once for each. */
export function OpenWalletBalance({ wallet, onClose }: { wallet: Wallet; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const { header } = useIntent()
  const form = useForm({
    initialValues: { amount_minor: null as number | null, reason: '' },
    validate: {
      amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null),
      reason: (value) => (value.trim().length < 3 ? t`Say why; it stays in the books` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ amount_minor, reason }) => {
    const { error } = await http.POST('/api/v1/wallets/{id}/opening-balance', {
      params: { path: { id: wallet.id }, header },
      body: { amount_minor: amount_minor ?? 0, reason },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The opening balance of ${wallet.name} is posted.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Opening balance of ${wallet.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Post it</Trans>}
    >
      <Text size="sm" c="dimmed">
        <Trans>What it held before the books began here. It is posted against opening equity, once for each wallet.</Trans>
      </Text>
      <MoneyField label={t`Amount`} required data-autofocus {...form.getInputProps('amount_minor')} />
      <TextInput label={t`Reason`} required {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
