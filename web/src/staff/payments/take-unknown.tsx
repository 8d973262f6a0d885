import { Trans, useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MoneyInFields, moneyInOf, moneyInValues } from './money-in-fields.tsx'

/** Money without a name: it is in the wallet and in the books at once, and waits for its client. */
export function TakeUnknown({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const { header } = useIntent()
  const form = useForm({
    initialValues: { amount_minor: null as number | null, ...moneyInValues(format.today()) },
    validate: { amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ amount_minor, ...money }) => {
    const { data, error } = await http.POST('/api/v1/payments', {
      params: { header },
      body: { client_id: null, amount_minor: amount_minor ?? 0, ...moneyInOf(money) },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${data.receipt_code ?? ''} waits for its client.`)
    onClose()
  })
  return (
    <FormDialog title={t`Enter unknown money`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Enter it</Trans>}>
      <Text size="sm" c="dimmed">
        <Trans>It pays nothing until two people agree whose it is. Write down whatever may help to find out.</Trans>
      </Text>
      <MoneyField label={t`Amount`} required data-autofocus {...form.getInputProps('amount_minor')} />
      <MoneyInFields form={form} />
    </FormDialog>
  )
}
