import { useLingui } from '@lingui/react/macro'
import { Group, NumberInput, PasswordInput, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Olt } from './olt.ts'
import type { OltValues } from './olt-values.ts'

const AUTHS = [
  { value: 'sha256', label: 'SHA-256' },
  { value: 'sha512', label: 'SHA-512' },
  { value: 'sha', label: 'SHA-1' },
  { value: 'md5', label: 'MD5' },
]
const PRIVACIES = [
  { value: 'aes', label: 'AES-128' },
  { value: 'aes256', label: 'AES-256' },
  { value: 'des', label: 'DES' },
]

/** SNMP of an OLT: the quick way to ask everything. */
export function OltSnmpFields({ form, olt }: { form: UseFormReturnType<OltValues>; olt: Olt | null }) {
  const { t } = useLingui()
  const { snmp, snmp_auth: auth, snmp_priv: priv } = form.getValues()
  const kept = t`the one that is kept`
  return (
    <>
      <Group grow align="start">
        <Select
          label={t`SNMP`}
          allowDeselect={false}
          data={[
            { value: '2c', label: t`Version 2c` },
            { value: '3', label: t`Version 3 (encrypted)` },
            { value: 'none', label: t`None` },
          ]}
          {...form.getInputProps('snmp')}
        />
        {snmp !== 'none' && <NumberInput label={t`Port of SNMP`} min={1} max={65_535} hideControls required {...form.getInputProps('snmp_port')} />}
      </Group>
      {snmp === '2c' && (
        <PasswordInput
          label={t`Community`}
          description={t`One that may only read is enough.`}
          autoComplete="off"
          {...(olt?.has_snmp_community === true ? { placeholder: kept } : {})}
          {...form.getInputProps('snmp_community')}
        />
      )}
      {snmp === '3' && (
        <>
          <TextInput label={t`SNMP user`} autoComplete="off" required {...form.getInputProps('snmp_user')} />
          <Group grow align="start">
            <Select label={t`Authentication`} placeholder={t`none`} clearable data={AUTHS} {...form.getInputProps('snmp_auth')} />
            {auth !== null && (
              <PasswordInput
                label={t`Key of authentication`}
                autoComplete="new-password"
                {...(olt?.has_snmp_auth_key === true ? { placeholder: kept } : {})}
                {...form.getInputProps('snmp_auth_key')}
              />
            )}
          </Group>
          {auth !== null && (
            <Group grow align="start">
              <Select label={t`Encryption`} placeholder={t`none`} clearable data={PRIVACIES} {...form.getInputProps('snmp_priv')} />
              {priv !== null && (
                <PasswordInput
                  label={t`Key of encryption`}
                  autoComplete="new-password"
                  {...(olt?.has_snmp_priv_key === true ? { placeholder: kept } : {})}
                  {...form.getInputProps('snmp_priv_key')}
                />
              )}
            </Group>
          )}
        </>
      )}
    </>
  )
}
