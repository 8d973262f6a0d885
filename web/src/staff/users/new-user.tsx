import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Modal, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { LOCALE_NAMES, LOCALES } from '../../i18n/i18n.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { useMe } from '../../lib/session.ts'
import { useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PasswordLink } from './password-link.tsx'
import { ReachFields, reachOf } from './reach-fields.tsx'
import type { ReachValues } from './reach-fields.tsx'
import { roleText } from './role-names.ts'
import type { RoleName } from './role-names.ts'

/** A new account; its person chooses the password by a link, so that nobody else ever knows it. */
export function NewUser({ roles, onClose }: { roles: readonly RoleName[]; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const { scope } = useMe()
  const client = useQueryClient()
  const [made, setMade] = useState<{ link: string; expires_at: string; name: string } | null>(null)
  const form = useForm<ReachValues & { full_name: string; username: string; role: string; phone: string; email: string; locale: Locale }>({
    initialValues: {
      full_name: '',
      username: '',
      role: 'support',
      phone: '',
      email: '',
      locale: i18n.locale as Locale,
      scope_kind: scope.kind,
      branch_ids: scope.branch_ids.map(String),
      reseller_id: scope.reseller_id?.toString() ?? null,
    },
  })
  const { submit, isSending, failure } = useSubmit(form)

  const send = submit(async ({ scope_kind, branch_ids, reseller_id, ...values }) => {
    const { data, error } = await http.POST('/api/v1/users', { body: { ...values, ...reachOf({ scope_kind, branch_ids, reseller_id }) } })
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
    <FormDialog
      title={t`New account`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Create the account</Trans>}
    >
      <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('full_name')} />
      <Group grow align="start">
        <TextInput label={t`User name`} required autoCapitalize="none" {...form.getInputProps('username')} />
        <Select label={t`Role`} data={roles.map(({ key }) => ({ value: key, label: roleText(key, roles, i18n) }))} {...form.getInputProps('role')} />
      </Group>
      <ReachFields form={form} />
      <Group grow align="start">
        <TextInput label={t`Phone`} {...form.getInputProps('phone')} />
        <TextInput label={t`E-mail`} type="email" {...form.getInputProps('email')} />
      </Group>
      <Select label={t`Language`} data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))} {...form.getInputProps('locale')} />
    </FormDialog>
  )
}
