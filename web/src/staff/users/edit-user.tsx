import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { LOCALE_NAMES, LOCALES } from '../../i18n/i18n.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { FormFailure, fixedIf, sayDone, useSubmit } from '../../ui/form.tsx'
import { ReachFields, reachOf } from './reach-fields.tsx'
import type { ReachValues } from './reach-fields.tsx'
import { roleText } from './role-names.ts'
import type { RoleName } from './role-names.ts'
import type { UserPage } from './user-page.tsx'

/** The facts of an account; a new role or reach ends its sessions. */
export function EditUser({ user, roles }: { user: UserPage; roles: readonly RoleName[] }) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const mayEdit = user.allowed.edit
  const mayChangeRole = mayEdit.ok ? user.allowed.change_role : mayEdit
  const form = useForm<ReachValues & { full_name: string; role: string; phone: string; email: string; locale: Locale }>({
    initialValues: {
      full_name: user.full_name,
      role: user.role,
      phone: user.phone,
      email: user.email,
      locale: user.locale,
      scope_kind: user.scope_kind,
      branch_ids: user.branch_ids.map(String),
      reseller_id: user.reseller_id?.toString() ?? null,
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ scope_kind, branch_ids, reseller_id, ...values }) => {
    const { error } = await http.PATCH('/api/v1/users/{id}', {
      params: { path: { id: user.id } },
      body: { ...values, ...reachOf({ scope_kind, branch_ids, reseller_id }), version: user.version },
    })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The account is changed.`)
  })
  const fixed = fixedIf(!mayEdit.ok)
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        {!mayEdit.ok && (
          <Text size="sm" c="dimmed">
            {mayEdit.reason}
          </Text>
        )}
        <TextInput label={t`Name`} required {...fixed} {...form.getInputProps('full_name')} />
        <Select
          label={t`Role`}
          description={mayEdit.ok && !mayChangeRole.ok ? mayChangeRole.reason : t`A new role or reach ends the sessions of this person.`}
          {...fixedIf(!mayChangeRole.ok)}
          data={roles.map(({ key }) => ({ value: key, label: roleText(key, roles, i18n) }))}
          {...form.getInputProps('role')}
        />
        <ReachFields form={form} isFixed={!mayChangeRole.ok} />
        <Group grow align="start">
          <TextInput label={t`Phone`} {...fixed} {...form.getInputProps('phone')} />
          <TextInput label={t`E-mail`} type="email" {...fixed} {...form.getInputProps('email')} />
        </Group>
        <Select label={t`Language`} {...fixed} data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))} {...form.getInputProps('locale')} />
        <FormFailure text={failure} />
        {mayEdit.ok && (
          <Group justify="end">
            {form.isDirty() && (
              <Button variant="default" onClick={() => form.reset()}>
                <Trans>Cancel</Trans>
              </Button>
            )}
            <Button type="submit" loading={isSending} disabled={!form.isDirty()}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
