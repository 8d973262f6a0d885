import { Trans, useLingui } from '@lingui/react/macro'
import { PasswordInput, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'

interface WithNewPassword {
  new_password: string
  again: string
}

/** The two fields of every new password. The rules themselves are the server's; here only the slip of the finger is caught. */
export function NewPasswordFields<Values extends WithNewPassword>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useLingui()
  return (
    <>
      <PasswordInput label={t`New password`} autoComplete="new-password" required {...form.getInputProps('new_password')} />
      <PasswordInput label={t`The same again`} autoComplete="new-password" required {...form.getInputProps('again')} />
      <Text size="xs" c="dimmed">
        <Trans>At least 12 characters; a few unrelated words are easy to remember and hard to guess.</Trans>
      </Text>
    </>
  )
}
