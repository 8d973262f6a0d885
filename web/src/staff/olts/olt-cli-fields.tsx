import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Group, NumberInput, PasswordInput, Select, Switch, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Olt } from './olt.ts'
import { USUAL_PORTS } from './olt-values.ts'
import type { OltValues } from './olt-values.ts'

/** The command line of an OLT: how it is reached and who logs in. */
export function OltCliFields({ form, olt }: { form: UseFormReturnType<OltValues>; olt: Olt | null }) {
  const { t } = useLingui()
  const { cli, allows_legacy_ssh: isLegacy } = form.getValues()
  const kept = t`the one that is kept`
  const setWay = (way: string | null) => {
    const cliWay = way === 'ssh' || way === 'telnet' ? way : 'none'
    const { cli_port } = form.getValues()
    form.setFieldValue('cli', cliWay)
    if (cli_port === USUAL_PORTS.ssh || cli_port === USUAL_PORTS.telnet) form.setFieldValue('cli_port', USUAL_PORTS[cliWay])
  }
  return (
    <>
      <Group grow align="start">
        <Select
          label={t`Command line`}
          allowDeselect={false}
          data={[
            { value: 'ssh', label: 'SSH' },
            { value: 'telnet', label: t`Telnet (not encrypted)` },
            { value: 'none', label: t`None` },
          ]}
          value={cli}
          onChange={setWay}
        />
        {cli !== 'none' && <NumberInput label={t`Port of the command line`} min={1} max={65_535} hideControls required {...form.getInputProps('cli_port')} />}
      </Group>
      {cli !== 'none' && (
        <>
          <Group grow align="start">
            <TextInput label={t`User on the OLT`} autoComplete="off" {...form.getInputProps('username')} />
            <PasswordInput
              label={t`Password`}
              autoComplete="new-password"
              {...(olt?.has_password === true ? { placeholder: kept } : {})}
              {...form.getInputProps('password')}
            />
          </Group>
          <PasswordInput
            label={t`Password of the privileged mode`}
            description={t`What it asks after “enable”; empty where it asks for none`}
            autoComplete="new-password"
            {...(olt?.has_enable_password === true ? { placeholder: kept } : {})}
            {...form.getInputProps('enable_password')}
          />
        </>
      )}
      {cli === 'ssh' && (
        <>
          <TextInput
            label={t`Host key that is trusted`}
            description={t`SHA-256. Test the connection, compare it with what the OLT shows, and trust it with a click.`}
            {...form.getInputProps('ssh_host_key')}
          />
          <Switch
            label={t`An old OLT: allow outdated SSH`}
            description={t`Only where it refuses today’s algorithms.`}
            {...form.getInputProps('allows_legacy_ssh', { type: 'checkbox' })}
          />
          {isLegacy && (
            <Alert color="yellow" icon={<IconAlertTriangle size={18} />} py="xs">
              <Trans>
                These algorithms are broken by today’s measure: whoever can listen on the way may read the password. Keep the OLT’s management in a network of
                its own.
              </Trans>
            </Alert>
          )}
        </>
      )}
      {cli === 'telnet' && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} py="xs">
          <Trans>Telnet sends the password readable for whoever listens. Take SSH where the OLT has it.</Trans>
        </Alert>
      )}
    </>
  )
}
