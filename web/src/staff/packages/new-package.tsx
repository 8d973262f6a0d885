import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { termsOf, useVersionRules, versionField, VersionFields, versionValues } from './version-fields.tsx'

/** A new package with its first version. */
export function NewPackage({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const form = useForm({ initialValues: { code: '', name: '', description: '', ...versionValues(null, format.today()) }, validate: useVersionRules() })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: versionField })

  const send = submit(async ({ code, name, description, ...version }) => {
    const { data, error } = await http.POST('/api/v1/packages', { body: { code, name, description, ...termsOf(version, format.today()) } })
    if (data === undefined) throw error
    await client.invalidateQueries({ queryKey: ['list', '/api/v1/packages'] })
    sayDone(data.warnings.length > 0 ? t`The package is on sale. Its price is above the tariff ceiling of its speed.` : t`The package is on sale.`)
    onClose()
  })

  return (
    <FormDialog
      title={t`New package`}
      size="lg"
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Put on sale</Trans>}
    >
      <Group grow align="start">
        <TextInput label={t`Code`} placeholder="HOME-20" required data-autofocus {...form.getInputProps('code')} />
        <TextInput label={t`Name`} placeholder={t`Home 20 Mbps`} required {...form.getInputProps('name')} />
      </Group>
      <VersionFields form={form} />
      <Textarea label={t`Description`} autosize minRows={1} maxRows={5} {...form.getInputProps('description')} />
    </FormDialog>
  )
}
