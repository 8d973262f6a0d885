import { useLingui } from '@lingui/react/macro'
import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Verb } from './task.ts'
import { useWrites } from './use-writes.ts'

const MAC = /^([0-9a-f]{2}[:.-]?){5}[0-9a-f]{2}$/i

export interface NewOnuValues {
  /** Its serial or its MAC. */
  identity: string
  line_profile: string
  service_profile: string
  vlan: number | ''
  description: string
  line_mode: 'bridge' | 'router' | null
}

/** How an ONU is to be registered, as somebody types it. */
export function useNewOnu(given: Partial<NewOnuValues>) {
  const [values, setValues] = useState<NewOnuValues>({
    identity: '',
    line_profile: '',
    service_profile: '',
    vlan: '',
    description: '',
    line_mode: null,
    ...given,
  })
  return { values, set: (changes: Partial<NewOnuValues>) => setValues((old) => ({ ...old, ...changes })) }
}

/** The same as it is sent: what is left empty is not sent. */
export function newOnuBody({ identity, line_profile, service_profile, vlan, description, line_mode }: NewOnuValues) {
  const text = identity.trim()
  const given = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() })
  return {
    ...(text === '' ? {} : MAC.test(text) ? { mac: text } : { serial: text }),
    ...given('line_profile', line_profile),
    ...given('service_profile', service_profile),
    ...given('description', description),
    ...(vlan === '' ? {} : { vlan }),
    ...(line_mode === null ? {} : { line_mode }),
  }
}

/** The fields that this OLT needs or takes for registering an ONU. */
export function NewOnuFields({
  oltId,
  verb,
  fields: { values, set },
  isIdentityFixed = false,
}: {
  oltId: number
  verb: Extract<Verb, 'authorise' | 'replace'>
  fields: ReturnType<typeof useNewOnu>
  isIdentityFixed?: boolean
}) {
  const { t } = useLingui()
  const { of, profilesAre, longestDescription } = useWrites(oltId)
  const needs: readonly string[] = of(verb)?.needs ?? []
  const takes: readonly string[] = of(verb)?.takes ?? []
  const shows = (field: string) => needs.includes(field) || takes.includes(field)
  const profileHint = profilesAre === 'numbers' ? t`Its number on the OLT` : t`Its name on the OLT`
  return (
    <>
      {!isIdentityFixed && (
        <TextInput
          label={t`Serial or MAC of the new ONU`}
          required
          data-autofocus
          value={values.identity}
          onChange={({ currentTarget }) => set({ identity: currentTarget.value })}
        />
      )}
      <Group grow align="start">
        {shows('line_profile') && (
          <TextInput
            label={t`Line profile`}
            description={profileHint}
            required={needs.includes('line_profile')}
            value={values.line_profile}
            onChange={({ currentTarget }) => set({ line_profile: currentTarget.value })}
          />
        )}
        {shows('service_profile') && (
          <TextInput
            label={t`Service profile or type`}
            description={profileHint}
            required={needs.includes('service_profile')}
            value={values.service_profile}
            onChange={({ currentTarget }) => set({ service_profile: currentTarget.value })}
          />
        )}
      </Group>
      <Group grow align="start">
        {shows('vlan') && (
          <NumberInput
            label="VLAN"
            min={1}
            max={4094}
            hideControls
            required={needs.includes('vlan')}
            value={values.vlan}
            onChange={(vlan) => set({ vlan: typeof vlan === 'number' ? vlan : '' })}
          />
        )}
        {shows('line_mode') && (
          <Select
            label={t`How the ONU works`}
            clearable
            data={[
              { value: 'bridge', label: t`Bridge: the client’s router dials in` },
              { value: 'router', label: t`Router: the ONU dials in` },
            ]}
            value={values.line_mode}
            onChange={(mode) => set({ line_mode: mode === 'bridge' || mode === 'router' ? mode : null })}
          />
        )}
      </Group>
      {shows('description') && (
        <TextInput
          label={t`Description on the OLT`}
          description={t`Latin letters, digits and a few signs`}
          maxLength={longestDescription}
          value={values.description}
          onChange={({ currentTarget }) => set({ description: currentTarget.value })}
        />
      )}
    </>
  )
}
