import { Trans, useLingui } from '@lingui/react/macro'
import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Incident } from './incident.ts'

/** Ends an incident before it ends by itself; the reason is kept. */
export function CloseIncident({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({ initialValues: { reason: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ reason }) => {
    const { error } = await http.POST('/api/v1/incidents/{id}/closing', { params: { path: { id: incident.id } }, body: { reason: reason.trim() } })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The incident is ended.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`End the incident?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      isDisabled={form.getValues().reason.trim().length < 3}
      hint={<Trans>Say in a few words why it is over.</Trans>}
      submitLabel={<Trans>End it</Trans>}
    >
      <Text size="sm">
        <Trans>It ends by itself when half of the ONUs are back. Ended by hand, those still away are no new incident, and their minutes go on.</Trans>
      </Text>
      <Textarea label={t`Reason`} required data-autofocus autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
