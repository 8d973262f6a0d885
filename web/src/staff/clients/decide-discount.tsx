import { Trans, useLingui } from '@lingui/react/macro'
import { Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { DiscountRequest } from './discounts.tsx'

/** The second person's word on a discount. */
export function DecideDiscount({ request, isApproved, onClose }: { request: DiscountRequest; isApproved: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const form = useForm({ initialValues: { note: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  const amount = format.money(request.amount_minor)
  const send = submit(async ({ note }) => {
    const { error } = await http.POST('/api/v1/discount-requests/{id}/decision', {
      params: { path: { id: request.id }, header: intent.header },
      body: { is_approved: isApproved, note },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(isApproved ? t`The discount is given.` : t`The discount is rejected.`)
    onClose()
  })
  return (
    <FormDialog
      title={isApproved ? t`Approve the discount` : t`Reject the discount`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={isApproved ? <Trans>Approve</Trans> : <Trans>Reject</Trans>}
      isDanger={!isApproved}
    >
      <Text size="sm">
        {isApproved ? (
          <Trans>
            A credit note over {amount} is issued on {request.invoice_code}.
          </Trans>
        ) : (
          <Trans>{request.invoice_code} stays open as it is.</Trans>
        )}
      </Text>
      <TextInput label={t`Note`} data-autofocus {...form.getInputProps('note')} />
    </FormDialog>
  )
}
