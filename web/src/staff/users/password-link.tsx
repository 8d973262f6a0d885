import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CopyButton, Stack, Text, TextInput } from '@mantine/core'
import { useFormat } from '../../lib/use-format.ts'

/** The one-time link by which a person sets the own password. It is shown this once. */
export function PasswordLink({ link, expiresAt, name }: { link: string; expiresAt: string; name: string }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Stack gap="sm">
      <Text size="sm">
        <Trans>
          Give this link to {name}, and to nobody else. It works once, until {format.dateTime(expiresAt)}.
        </Trans>
      </Text>
      <TextInput label={t`Link`} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button variant={copied ? 'light' : 'filled'} onClick={copy}>
            {copied ? <Trans>Copied</Trans> : <Trans>Copy the link</Trans>}
          </Button>
        )}
      </CopyButton>
    </Stack>
  )
}
