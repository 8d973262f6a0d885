import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Input, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { api, http } from '../../api/client.ts'
import { useMe } from '../../lib/session.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PermissionPicker } from './permission-picker.tsx'
import type { Role } from './roles-page.tsx'

const rolesKey = api.queryOptions('get', '/api/v1/roles').queryKey

/** A role of the company's own, empty or with what another one allows. */
export function NewRole({ from, fromName, onClose }: { from: Role | null; fromName: string; onClose: () => void }) {
  const { t } = useLingui()
  const { permissions: own } = useMe()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      name: from === null ? '' : t`${fromName} (copy)`,
      key: '',
      permissions: (from?.permissions ?? []).filter((permission) => own.includes(permission as never)),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (body) => {
    const { error } = await http.POST('/api/v1/roles', { body: { ...body, key: body.key === '' ? keyOf(body.name) : body.key } })
    if (error !== undefined) throw error
    await client.invalidateQueries({ queryKey: rolesKey })
    sayDone(t`The role can be given to people now.`)
    onClose()
  })
  return (
    <FormDialog
      title={from === null ? t`New role` : t`Copy of ${fromName}`}
      size="xl"
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Add the role</Trans>}
    >
      <Group grow align="start">
        <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={t`Key`}
          description={t`For the API; small letters, digits and _.`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          placeholder={keyOf(form.getValues().name)}
          {...form.getInputProps('key')}
        />
      </Group>
      <Input.Wrapper label={t`What it allows`} error={form.errors['permissions']}>
        <PermissionPicker value={form.getValues().permissions} onChange={(value) => form.setFieldValue('permissions', value)} offered={own} />
      </Input.Wrapper>
    </FormDialog>
  )
}

/** "Field team" -> field_team; a name in another script gets a key by its number of letters, which the person may replace. */
function keyOf(name: string): string {
  const key = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
  return key.length > 1 ? key : name === '' ? '' : `role_${[...name].length}`
}

export function RenameRole({ role, onClose }: { role: Role; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({ initialValues: { name: role.name } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (body) => {
    const { error } = await http.PATCH('/api/v1/roles/{id}', { params: { path: { id: role.id } }, body })
    if (error !== undefined) throw error
    await client.invalidateQueries({ queryKey: rolesKey })
    sayDone(t`Renamed.`)
    onClose()
  })
  return (
    <FormDialog title={t`Rename ${role.name}`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Save</Trans>}>
      <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
    </FormDialog>
  )
}
