import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { LOCALES, LOCALE_NAMES } from '../../i18n/i18n.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { FormFailure, useSubmit } from '../../ui/form.tsx'
import { PasswordLink } from './password-link.tsx'
import { roleText } from './role-names.ts'
import type { RoleName } from './role-names.ts'

/** A new account; its person chooses the password by a link, so that nobody else ever knows it. */
export function NewUser({ roles, onClose }: { roles: readonly RoleName[]; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const [made, setMade] = useState<{ link: string; expires_at: string; name: string } | null>(null)
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }).data?.items ?? []
  const form = useForm({
    initialValues: { full_name: '', username: '', role: 'support', phone: '', email: '', branch_ids: [] as string[], locale: i18n.locale as Locale },
  })
  const { submit, isSending, failure } = useSubmit(form)

  const send = submit(async ({ branch_ids, ...values }) => {
    const body = { ...values, scope_kind: branch_ids.length === 0 ? ('company' as const) : ('branches' as const), branch_ids: branch_ids.map(Number) }
    const { data, error } = await http.POST('/api/v1/users', { body: { ...body, reseller_id: null } })
    if (data === undefined) throw error
    setMade({ ...data.password_link, name: data.user.full_name })
    await client.invalidateQueries({ queryKey: ['list', '/api/v1/users'] })
  })

  if (made !== null) {
    return (
      <Modal opened onClose={onClose} title={t`The account is made`}>
        <PasswordLink link={made.link} expiresAt={made.expires_at} name={made.name} />
      </Modal>
    )
  }
  return (
    <Modal opened onClose={onClose} title={t`New account`}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('full_name')} />
          <Group grow align="start">
            <TextInput label={t`User name`} required autoCapitalize="none" {...form.getInputProps('username')} />
            <Select label={t`Role`} data={roles.map(({ key }) => ({ value: key, label: roleText(key, roles, i18n) }))} {...form.getInputProps('role')} />
          </Group>
          <Group grow align="start">
            <TextInput label={t`Phone`} {...form.getInputProps('phone')} />
            <TextInput label={t`E-mail`} type="email" {...form.getInputProps('email')} />
          </Group>
          <MultiSelect
            label={t`Branches`}
            description={t`None chosen: the whole company.`}
            data={branches.map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.getInputProps('branch_ids')}
          />
          <Select label={t`Language`} data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))} {...form.getInputProps('locale')} />
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending}>
              <Trans>Create the account</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
