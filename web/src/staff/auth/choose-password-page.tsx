import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { sessionQuery } from '../../lib/session.ts'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import { FrontPage } from './front-page.tsx'
import { NewPasswordFields } from './new-password.tsx'

/** One's own new password: by wish, or because somebody else knew the old one. */
export function ChoosePasswordPage() {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const session = useQuery(sessionQuery)
  const form = useForm({
    initialValues: { current_password: '', new_password: '', again: '' },
    validate: { again: (value, values) => (value === values.new_password ? null : t`The two are not the same`) },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (_, { code }) => (code === 'password_not_accepted' ? 'new_password' : 'current_password') })
  if (session.isPending) return null
  const me = session.data
  if (me === null || me === undefined) return <Navigate to="/login" />
  const isForced = me.user.must_change_password

  const send = submit(async ({ current_password, new_password }) => {
    const { error } = await http.PUT('/api/v1/auth/password', { body: { current_password, new_password } })
    if (error !== undefined) throw error
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    sayDone(t`Your password is changed; your other sessions have ended.`)
    await navigate({ to: '/' })
  })

  return (
    <FrontPage
      title={t`Choose a new password`}
      lead={
        isForced ? (
          <Trans>Your password was given to you by somebody else; from now on only you should know it.</Trans>
        ) : (
          <Trans>Your other sessions end when you change it.</Trans>
        )
      }
    >
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <input type="text" name="username" autoComplete="username" value={me.user.username} readOnly hidden />
          <PasswordInput label={t`Present password`} autoComplete="current-password" autoFocus required {...form.getInputProps('current_password')} />
          <NewPasswordFields form={form} />
          <FormFailure text={failure} />
          <Group justify="end">
            {!isForced && (
              <Button variant="default" onClick={() => void navigate({ to: '/' })}>
                <Trans>Back</Trans>
              </Button>
            )}
            <Button type="submit" loading={isSending}>
              <Trans>Change the password</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </FrontPage>
  )
}
