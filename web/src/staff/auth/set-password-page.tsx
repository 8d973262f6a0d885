import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import { FrontPage } from './front-page.tsx'
import { NewPasswordFields } from './new-password.tsx'

/** Behind the link an administrator made. The secret stands after the #, so it never reaches a server's log. */
export function SetPasswordPage() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [secret] = useState(() => location.hash.slice(1))
  const form = useForm({
    initialValues: { new_password: '', again: '' },
    validate: { again: (value, values) => (value === values.new_password ? null : t`The two are not the same`) },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: () => 'new_password' })

  const send = submit(async ({ new_password }) => {
    const { error } = await http.POST('/api/v1/auth/password-reset', { body: { secret, new_password } })
    if (error !== undefined) throw error
    sayDone(t`Your password is set. Log in with it.`)
    await navigate({ to: '/login' })
  })

  return (
    <FrontPage title={t`Set your password`} lead={<Trans>This link works once, and only for you.</Trans>}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <NewPasswordFields form={form} />
          <FormFailure text={failure} />
          <Button type="submit" loading={isSending} disabled={secret === ''}>
            <Trans>Set the password</Trans>
          </Button>
          {secret === '' && <FormFailure text={t`The address is not complete; open the whole link you were given.`} />}
        </Stack>
      </form>
    </FrontPage>
  )
}
