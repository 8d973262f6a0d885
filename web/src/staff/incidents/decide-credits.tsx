import { Trans, useLingui } from '@lingui/react/macro'
import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { ConfirmDialog, FormDialog } from '../../ui/form-dialog.tsx'
import type { Incident } from './incident.ts'

/** Issues everything that is prepared as credit notes. */
export function ApproveCredits({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const client = useQueryClient()
  const { header, next } = useIntent()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async () => {
    const { data, error } = await http.POST('/api/v1/incidents/{id}/credit-drafts/approval', {
      params: { path: { id: incident.id }, header },
      body: {},
    })
    if (data === undefined) throw error
    next()
    await client.invalidateQueries()
    sayDone(t`Issued: ${counted.creditNotes(data.issued)}, ${format.money(data.issued_minor)}`)
    if (data.left === 0 || data.issued === 0) onClose()
  })
  return (
    <ConfirmDialog
      title={t`Issue ${counted.creditNotes(incident.drafts)}?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Issue them</Trans>}
    >
      <Trans>Each line gets what is prepared for it, on the invoice of that time. At most 200 are issued in one go; press again for the rest.</Trans>
    </ConfirmDialog>
  )
}

/** Gives nothing of what is prepared; the reason is kept with each. */
export function RejectCredits({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { t } = useLingui()
  const counted = useCounted()
  const client = useQueryClient()
  const form = useForm({ initialValues: { reason: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ reason }) => {
    const { data, error } = await http.POST('/api/v1/incidents/{id}/credit-drafts/rejection', {
      params: { path: { id: incident.id } },
      body: { reason: reason.trim() },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`Rejected: ${counted.credits(data.rejected)}.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Reject ${counted.credits(incident.drafts)}?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      isDisabled={form.getValues().reason.trim().length < 3}
      hint={<Trans>Say in a few words why nothing is given back.</Trans>}
      submitLabel={<Trans>Reject them</Trans>}
      isDanger
    >
      <Textarea label={t`Reason`} required data-autofocus autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
