import { Trans, useLingui } from '@lingui/react/macro'
import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Invoice } from './invoice-page.tsx'

/** Takes money off an invoice that was set against the wrong one; it becomes the client's credit again. */
export function TakeBack({ allocation, onClose }: { allocation: Invoice['allocations'][number]; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const { header } = useIntent()
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim().length < 3 ? t`Say why; it stays in the books` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ reason }) => {
    const { data, error } = await http.POST('/api/v1/allocations/{id}/reversal', { params: { path: { id: allocation.id }, header }, body: { reason } })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The money is taken back; it is the client's credit now.`)
    onClose()
  })
  const amount = format.money(allocation.standing_minor)
  return (
    <FormDialog
      title={t`Take ${amount} back`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Take it back</Trans>}
      isDanger
    >
      <Text size="sm" c="dimmed">
        <Trans>The payment stays as it is; it no longer pays this invoice and is the client's credit, to be set against another one.</Trans>
      </Text>
      <Textarea label={t`Reason`} required autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
