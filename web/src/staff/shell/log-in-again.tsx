import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { http } from '../../api/client.ts'
import { onLoggedOut } from '../../api/query-client.ts'
import { sessionQuery, useMe } from '../../lib/session.ts'
import { FormFailure, useSubmit } from '../../ui/form.tsx'

/** A session that ended asks for the password over the page, so that a half-filled form is still there afterwards. */
export function LogInAgain() {
  const { t } = useLingui()
  const { user } = useMe()
  const client = useQueryClient()
  const [isNeeded, setNeeded] = useState(false)
  const form = useForm({ initialValues: { password: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  useEffect(() => onLoggedOut(() => setNeeded(true)), [])

  const send = submit(async ({ password }) => {
    const { data, error } = await http.POST('/api/v1/auth/session', { body: { username: user.username, password } })
    if (data === undefined) throw error
    client.setQueryData(sessionQuery.queryKey, data)
    form.reset()
    setNeeded(false)
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  })

  return (
    <Modal opened={isNeeded} onClose={() => {}} withCloseButton={false} title={t`Your session has ended`}>
      <form onSubmit={send}>
        <Stack gap="md">
          <Text size="sm">
            <Trans>Log in again to go on; what you typed on this page is still here.</Trans>
          </Text>
          <input type="text" name="username" autoComplete="username" value={user.username} readOnly hidden />
          <PasswordInput label={t`Password of ${user.username}`} autoComplete="current-password" data-autofocus required {...form.getInputProps('password')} />
          <FormFailure text={failure} />
          <Button type="submit" loading={isSending}>
            <Trans>Log in</Trans>
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
