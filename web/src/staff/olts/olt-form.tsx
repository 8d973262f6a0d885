import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Select, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlugConnected } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { FormFailure, sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PlaceField, placeOf, usePlaceRule } from '../../ui/place-field.tsx'
import { OltCheck } from './olt-check.tsx'
import { OltCliFields } from './olt-cli-fields.tsx'
import { OltSnmpFields } from './olt-snmp-fields.tsx'
import { useProfiles } from './olt.ts'
import type { Checked, Olt } from './olt.ts'
import { reachOf, valuesOf } from './olt-values.ts'
import type { OltValues } from './olt-values.ts'

/** A new OLT, or what is known of one: how it is reached, what it is, and whether it may be changed from here. What is typed can be tried before it is kept. */
export function OltForm({ olt, onClose }: { olt: Olt | null; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const branches = useWholeList('/api/v1/branches').rows
  const profiles = useProfiles().items
  const form = useForm<OltValues>({
    initialValues: valuesOf(olt),
    validate: { place: usePlaceRule() },
  })
  const [checked, setChecked] = useState<Checked | null>(null)
  const [isTrying, setTrying] = useState(false)
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => (field === 'latitude' || field === 'longitude' ? 'place' : field) })
  const values = form.getValues()

  const send = submit(async (typed) => {
    const body = {
      ...reachOf(typed),
      branch_id: Number(typed.branch_id ?? branches[0]?.id),
      name: typed.name,
      is_writable: typed.is_writable,
      ...placeOf(typed.place),
      is_active: typed.is_active,
    }
    const { data, error } =
      olt === null
        ? await http.POST('/api/v1/olts', { body })
        : await http.PATCH('/api/v1/olts/{id}', { params: { path: { id: olt.id } }, body: { ...body, version: olt.version } })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(olt === null ? t`The OLT is added and is being asked now.` : t`The OLT is changed.`)
    onClose()
    if (olt === null) await navigate({ to: `/olts/${data.id}` })
  })

  const attempt = async (hostKey: string) => {
    setTrying(true)
    const { data, error } = await http
      .POST('/api/v1/olts/connection-test', { body: { olt_id: olt?.id ?? null, ...reachOf({ ...form.getValues(), ssh_host_key: hostKey }) } })
      .catch(() => ({ data: undefined, error: undefined }))
    setTrying(false)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    setChecked(data)
  }
  const pin = (hostKey: string) => {
    form.setFieldValue('ssh_host_key', hostKey)
    void attempt(hostKey)
  }
  const mayTry = values.host.trim() !== '' && (values.cli !== 'none' || values.snmp !== 'none')

  return (
    <FormDialog
      title={olt === null ? t`New OLT` : olt.name}
      size="lg"
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={null}
      submitLabel={olt === null ? <Trans>Add the OLT</Trans> : <Trans>Save</Trans>}
    >
      <Group grow align="start">
        <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
        {branches.length > 1 && (
          <Select
            label={t`Branch`}
            required
            allowDeselect={false}
            data={branches.map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.getInputProps('branch_id')}
            value={values.branch_id ?? String(branches[0]?.id ?? '')}
          />
        )}
      </Group>
      <Group grow align="start">
        <TextInput label={t`Address`} description={t`An IP address or a name`} required {...form.getInputProps('host')} />
        <Select
          label={t`Family`}
          description={t`What it speaks; a test suggests it`}
          placeholder={t`not known yet`}
          clearable
          searchable
          data={profiles.map(({ id, title }) => ({ value: id, label: title }))}
          {...form.getInputProps('profile')}
        />
      </Group>
      <OltCliFields form={form} olt={olt} />
      <OltSnmpFields form={form} olt={olt} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} />}
          loading={isTrying}
          disabled={!mayTry}
          onClick={() => void attempt(form.getValues().ssh_host_key)}
        >
          <Trans>Test the connection</Trans>
        </Button>
      </Group>
      {checked !== null && <OltCheck checked={checked} profile={values.profile} onPin={pin} onProfile={(profile) => form.setFieldValue('profile', profile)} />}
      <TextInput label={t`Only these PONs`} description={t`Such as 0/1 0/2; empty: all that are found`} {...form.getInputProps('pons')} />
      <PlaceField {...form.getInputProps('place')} />
      <Switch
        label={t`Changes are allowed from here`}
        description={t`ONUs can be authorised, described, restarted and removed from the console. Off: the OLT is only read.`}
        {...form.getInputProps('is_writable', { type: 'checkbox' })}
      />
      {olt !== null && <Switch label={t`In use`} {...form.getInputProps('is_active', { type: 'checkbox' })} />}
      {olt === null && (
        <Text size="sm" c="dimmed">
          <Trans>Adding an OLT changes nothing on it. It is asked every few minutes from then on.</Trans>
        </Text>
      )}
      <FormFailure text={failure} />
    </FormDialog>
  )
}
