import { Trans, useLingui } from '@lingui/react/macro'
import { Select, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { lineName } from '../clients/client.ts'
import type { Line } from '../clients/client.ts'

/** Takes the service of a line away, with the reason and, where known, until when. */
export function SuspendLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const form = useForm({ initialValues: { reason: 'manual' as 'manual' | 'billing' | 'abuse' | 'kyc', note: '', until: null as string | null } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (body) => {
    const { data, error } = await http.POST('/api/v1/subscriptions/{id}/suspension', { params: { path: { id: line.id } }, body })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The line is suspended.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Suspend ${lineName(line)}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Suspend</Trans>}
      isDanger
    >
      <Select
        label={t`Reason`}
        data={[
          { value: 'manual', label: t`By staff` },
          { value: 'billing', label: t`Unpaid bills` },
          { value: 'abuse', label: t`Abuse` },
          { value: 'kyc', label: t`Papers missing` },
        ]}
        description={form.getValues().reason === 'billing' ? t`Ends by itself when nothing overdue is open any more.` : t`Ends when somebody lifts it.`}
        {...form.getInputProps('reason')}
      />
      <TextInput label={t`Note`} data-autofocus {...form.getInputProps('note')} />
      <DayField
        label={t`Service again on`}
        description={t`Empty: until somebody restores it.`}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        clearable
        {...form.getInputProps('until')}
      />
      <Text size="sm" c="dimmed">
        <Trans>Nothing is billed or given back by this. For a client who goes away for a while, pause the line instead.</Trans>
      </Text>
    </FormDialog>
  )
}
