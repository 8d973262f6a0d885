import { Trans } from '@lingui/react/macro'
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { paths } from '../../api/schema.d.ts'
import { useCounted } from '../../lib/use-counted.ts'

export type Checked = paths['/api/v1/routers/connection-test']['post']['responses']['200']['content']['application/json']

/** What came of a test: that all works and what was seen, or why it does not and what to look at. */
export function ConnectionCheck({
  checked,
  onPin,
}: {
  checked: Checked /** Trusts this certificate from now on. */
  onPin?: ((fingerprint: string) => void) | undefined
}) {
  const counted = useCounted()
  if (checked.trouble === null)
    return (
      <Alert color="green" icon={<IconCheck size={18} />} title={checked.advice} role="status">
        <Text size="sm">
          {[checked.identity, checked.os_version, checked.secrets === null ? null : counted.secrets(checked.secrets)].filter(Boolean).join(' · ')}
        </Text>
        {checked.sees_passwords === false && (
          <Text size="sm">
            <Trans>The router hides passwords from this user, so one that somebody changes there is not noticed. Give its group the policy “sensitive”.</Trans>
          </Text>
        )}
      </Alert>
    )
  const { fingerprint } = checked
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} title={checked.advice} role="alert">
      <Stack gap={8} align="start">
        {checked.message !== '' && (
          <Text size="sm">
            <Trans>It was said: {checked.message}</Trans>
          </Text>
        )}
        {fingerprint !== null && (
          <>
            <Text size="sm">
              <Trans>The certificate that was shown:</Trans>
            </Text>
            <Code style={{ overflowWrap: 'anywhere' }}>{fingerprint}</Code>
            {onPin !== undefined && (
              <Group>
                <Button size="compact-sm" variant="default" onClick={() => onPin(fingerprint)}>
                  <Trans>It is the router’s own: trust it</Trans>
                </Button>
              </Group>
            )}
          </>
        )}
      </Stack>
    </Alert>
  )
}
