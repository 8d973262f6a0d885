import { Trans, useLingui } from '@lingui/react/macro'
import { Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { ConfirmDialog, FormDialog } from '../../ui/form-dialog.tsx'
import type { Client } from './client.ts'

/** Takes a client out of sight who was registered by mistake. */
export function DeleteClient({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const form = useForm({ initialValues: { reason: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (body) => {
    const { error } = await http.POST('/api/v1/clients/{id}/deletion', { params: { path: { id: client.id } }, body })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${client.name} is deleted.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Delete ${client.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Delete the client</Trans>}
      isDanger
    >
      <Text size="sm">
        <Trans>For a client who was registered by mistake: he was never billed and never paid. His lines end today. He can be brought back.</Trans>
      </Text>
      <TextInput label={t`Reason`} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  )
}

export function RestoreClient({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async () => {
    const { error } = await http.DELETE('/api/v1/clients/{id}/deletion', { params: { path: { id: client.id } } })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${client.name} is back.`)
    onClose()
  })
  return (
    <ConfirmDialog
      title={t`Bring ${client.name} back`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Bring the client back</Trans>}
    >
      <Trans>His lines stay left until somebody reopens them; nothing is billed by this.</Trans>
    </ConfirmDialog>
  )
}
