import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useFormat } from '../../lib/use-format.ts'
import { useProfiles } from './olt.ts'
import type { Checked } from './olt.ts'

type Way = NonNullable<Checked['cli']>

/** What came of trying an OLT: each way apart, with what was seen or what to look at. */
export function OltCheck({
  checked,
  profile,
  onPin,
  onProfile,
}: {
  checked: Checked
  /** The family that is set already. */
  profile: string | null
  /** Trusts this host key from now on. */
  onPin?: ((hostKey: string) => void) | undefined
  /** Takes the family that was recognised. */
  onProfile?: ((profile: string) => void) | undefined
}) {
  const { t } = useLingui()
  const format = useFormat()
  const { titleOf } = useProfiles()
  const suggested = checked.suggested_profiles.filter((id) => id !== profile)
  return (
    <Stack gap="xs">
      {checked.cli !== null && <WayResult name={t`Command line`} way={checked.cli} onPin={onPin} />}
      {checked.snmp !== null && <WayResult name={t`SNMP`} way={checked.snmp} />}
      {checked.cli === null && checked.snmp === null && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="alert" title={t`There is no way to ask it`}>
          <Trans>Choose a command line, SNMP, or both.</Trans>
        </Alert>
      )}
      {(checked.description !== null || checked.onus !== null) && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[checked.description, checked.onus === null ? null : t`${format.number(checked.onus)} ONUs seen`].filter(Boolean).join(' · ')}
        </Text>
      )}
      {onProfile !== undefined && suggested.length > 0 && (
        <Group gap="xs">
          <Text size="sm">
            <Trans>It looks like:</Trans>
          </Text>
          {suggested.map((id) => (
            <Button key={id} size="compact-sm" variant="default" onClick={() => onProfile(id)}>
              {titleOf(id)}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  )
}

function WayResult({ name, way, onPin }: { name: string; way: Way; onPin?: ((hostKey: string) => void) | undefined }) {
  const { host_key: hostKey, trouble, advice, message } = way
  if (trouble === null) return <Alert color="green" icon={<IconCheck size={18} />} title={`${name}: ${advice}`} role="status" py="xs" />
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} title={`${name}: ${advice}`} role="alert">
      <Stack gap={8} align="start">
        {message !== '' && (
          <Text size="sm">
            <Trans>It was said: {message}</Trans>
          </Text>
        )}
        {hostKey !== null && (
          <>
            <Text size="sm">
              <Trans>The host key that was shown. Compare it with what the OLT itself tells, then trust it:</Trans>
            </Text>
            <Code style={{ overflowWrap: 'anywhere' }}>{hostKey}</Code>
            {onPin !== undefined && (
              <Button size="compact-sm" variant="default" onClick={() => onPin(hostKey)}>
                <Trans>It is the OLT’s own: trust it</Trans>
              </Button>
            )}
          </>
        )}
      </Stack>
    </Alert>
  )
}
