import { Trans, useLingui } from '@lingui/react/macro'
import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { showIn } from '../../i18n/i18n.ts'
import { sessionQuery } from '../../lib/session.ts'
import { FormFailure, useSubmit } from '../../ui/form.tsx'
import { FrontPage } from './front-page.tsx'

export function LoginPage() {
  const { t } = useLingui()
  const client = useQueryClient()
  const router = useRouter()
  const { next } = useSearch({ strict: false }) as { next?: string }
  const form = useForm({ initialValues: { username: '', password: '' } })
  const { submit, isSending, failure } = useSubmit(form)

  const send = submit(async (values) => {
    const { data, error } = await http.POST('/api/v1/auth/session', { body: values })
    if (data === undefined) throw error
    client.setQueryData(sessionQuery.queryKey, data)
    await showIn(data.user.locale)
    router.history.push(ownAddress(next))
  })

  return (
    <FrontPage title={t`Log in`} lead={<Trans>Welcome back. Your work is where you left it.</Trans>}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <TextInput
            label={t`User name`}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            size="md"
            {...form.getInputProps('username')}
          />
          <PasswordInput label={t`Password`} autoComplete="current-password" size="md" {...form.getInputProps('password')} />
          <FormFailure text={failure} />
          <Button type="submit" size="md" h={40} loading={isSending}>
            <Trans>Log in</Trans>
          </Button>
          <Text size="xs" c="dimmed" ta="center">
            <Trans>Forgot the password? An administrator can send you a link to set a new one.</Trans>
          </Text>
        </Stack>
      </form>
    </FrontPage>
  )
}

/** Where to go after the log-in; only addresses of this program, so that a crafted link cannot lead elsewhere. */
function ownAddress(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/'
}
