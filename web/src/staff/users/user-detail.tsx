import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { FormFailure, sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { PasswordLink } from './password-link.tsx'
import { roleText } from './role-names.ts'
import type { RoleName } from './role-names.ts'
import type { User } from './users-page.tsx'

/** One account: its facts, and what an administrator may do with it. */
export function UserDetail({ user, roles, onClose }: { user: User; roles: readonly RoleName[]; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [link, setLink] = useState<{ link: string; expires_at: string } | null>(null)
  const form = useForm({ initialValues: { full_name: user.full_name, role: user.role, phone: user.phone, email: user.email } })
  const { submit, isSending, failure } = useSubmit(form)
  const refresh = () => client.invalidateQueries({ queryKey: ['list', '/api/v1/users'] })
  const path = { params: { path: { id: user.id } } }

  const send = submit(async (values) => {
    const { error } = await http.PATCH('/api/v1/users/{id}', { ...path, body: { ...values, version: user.version } })
    if (error !== undefined) throw error
    await refresh()
    sayDone(t`The account is changed.`)
    onClose()
  })
  const act = async (work: () => Promise<{ error?: unknown }>, done: string) => {
    const { error } = await work()
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await refresh()
    sayDone(done)
    onClose()
  }
  const makeLink = async () => {
    const { data, error } = await http.POST('/api/v1/users/{id}/password-reset', path)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    setLink(data)
  }
  const isDisabled = user.status === 'disabled'

  return (
    <Modal opened onClose={onClose} title={`${user.full_name} · ${user.username}`}>
      {link !== null ? (
        <PasswordLink link={link.link} expiresAt={link.expires_at} name={user.full_name} />
      ) : (
        <form onSubmit={send} noValidate>
          <Stack gap="md">
            <TextInput label={t`Name`} required readOnly={!may('user.edit')} {...form.getInputProps('full_name')} />
            <Select
              label={t`Role`}
              description={t`A new role ends the sessions of this person.`}
              disabled={!may('user.edit')}
              data={roles.map(({ key }) => ({ value: key, label: roleText(key, roles, i18n) }))}
              {...form.getInputProps('role')}
            />
            <Group grow align="start">
              <TextInput label={t`Phone`} readOnly={!may('user.edit')} {...form.getInputProps('phone')} />
              <TextInput label={t`E-mail`} readOnly={!may('user.edit')} {...form.getInputProps('email')} />
            </Group>
            <FormFailure text={failure} />
            {may('user.edit') && (
              <Group justify="space-between">
                <Group gap="xs">
                  {!isDisabled && (
                    <Button variant="default" onClick={() => void makeLink()}>
                      <Trans>Password link</Trans>
                    </Button>
                  )}
                  {isDisabled ? (
                    <Button variant="default" onClick={() => void act(() => http.DELETE('/api/v1/users/{id}/disablement', path), t`The account is enabled.`)}>
                      <Trans>Enable</Trans>
                    </Button>
                  ) : (
                    <Button
                      variant="light"
                      color="red"
                      onClick={() => void act(() => http.PUT('/api/v1/users/{id}/disablement', path), t`The account is disabled; its sessions have ended.`)}
                    >
                      <Trans>Disable</Trans>
                    </Button>
                  )}
                </Group>
                <Button type="submit" loading={isSending}>
                  <Trans>Save</Trans>
                </Button>
              </Group>
            )}
          </Stack>
        </form>
      )}
    </Modal>
  )
}
