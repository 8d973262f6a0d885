import { useLingui } from '@lingui/react/macro'
import { Group, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { RouterValues } from './router-form.tsx'
import type { Router } from './router.ts'

export const SUSPEND_BY = ['disable', 'address_list', 'profile', 'pool'] as const

/** What is done to a line without service, for people. */
export function useSuspendText(): (by: Router['suspend_by']) => { name: string; meaning: string; target: string } {
  const { t } = useLingui()
  return (by) =>
    ({
      disable: { name: t`Switch the secret off`, meaning: t`The client cannot dial in at all.`, target: '' },
      address_list: {
        name: t`Put the address on a list`,
        meaning: t`The client dials in; the router’s firewall decides what somebody on the list may reach.`,
        target: t`Name of the list`,
      },
      profile: { name: t`Give another profile`, meaning: t`The client dials in with what this profile lets through.`, target: t`Name of the profile` },
      pool: {
        name: t`Give an address of another pool`,
        meaning: t`The client dials in with an address that reaches only what you allow.`,
        target: t`Name of the pool`,
      },
    })[by]
}

/** The way a line without service is treated on this router. */
export function SuspendFields({ form }: { form: UseFormReturnType<RouterValues> }) {
  const { t } = useLingui()
  const text = useSuspendText()
  const by = form.getValues().suspend_by
  const { meaning, target } = text(by)
  return (
    <Group grow align="start">
      <Select
        label={t`Without service`}
        description={meaning}
        allowDeselect={false}
        data={SUSPEND_BY.map((value) => ({ value, label: text(value).name }))}
        {...form.getInputProps('suspend_by')}
      />
      {target !== '' && <TextInput label={target} required {...form.getInputProps('suspend_target')} />}
    </Group>
  )
}
