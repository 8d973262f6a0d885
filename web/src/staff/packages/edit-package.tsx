import { Trans, useLingui } from '@lingui/react/macro'
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Package } from './packages-page.tsx'

/** What a package is called; its price and speed change by a version only. */
export function EditPackage({ shown, onClose }: { shown: Package; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({ initialValues: { code: shown.code, name: shown.name, description: shown.description } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (values) => {
    const { error } = await http.PATCH('/api/v1/packages/{id}', { params: { path: { id: shown.id } }, body: { ...values, version: shown.version } })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The package is changed.`)
    onClose()
  })
  return (
    <FormDialog title={shown.name} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Save</Trans>}>
      <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t`Code`} required {...form.getInputProps('code')} />
      <Textarea label={t`Description`} autosize minRows={2} maxRows={8} {...form.getInputProps('description')} />
    </FormDialog>
  )
}
