import { Trans, useLingui } from '@lingui/react/macro'
import { Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Router } from './router.ts'

/** Work on the router itself: until it is thawed nothing is written, and what changes meanwhile waits. */
export function FreezeRouter({ router, onClose }: { router: Router; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({ initialValues: { reason: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (body) => {
    const { error } = await http.POST('/api/v1/routers/{id}/freeze', { params: { path: { id: router.id } }, body })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The router is frozen.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Freeze ${router.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Freeze it</Trans>}
    >
      <Text size="sm">
        <Trans>Nothing is written to it until somebody thaws it. Clients who pay or are cut off meanwhile wait, and their pages say so.</Trans>
      </Text>
      <TextInput label={t`Why`} required data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
