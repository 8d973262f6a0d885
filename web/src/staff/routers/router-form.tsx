import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, NumberInput, PasswordInput, Select, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlugConnected } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { FormFailure, sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { ConnectionCheck } from './connection-check.tsx'
import type { Checked } from './connection-check.tsx'
import type { Router } from './router.ts'
import { SuspendFields } from './suspend-fields.tsx'

const PORTS = { plain: 8728, tls: 8729 }

export interface RouterValues {
  branch_id: string | null
  name: string
  host: string
  port: number | ''
  is_tls: boolean
  tls_fingerprint: string
  username: string
  password: string
  suspend_by: Router['suspend_by']
  suspend_target: string
  address_pool: string
  local_address: string
  commands_per_second: number | ''
  max_change_percent: number | ''
  is_active: boolean
}

const valuesOf = (router: Router | null, branchId: number | undefined): RouterValues => ({
  branch_id: router === null ? (branchId?.toString() ?? null) : String(router.branch_id),
  name: router?.name ?? '',
  host: router?.host ?? '',
  port: router?.port ?? PORTS.plain,
  is_tls: router?.is_tls ?? false,
  tls_fingerprint: router?.tls_fingerprint ?? '',
  username: router?.username ?? '',
  password: '',
  suspend_by: router?.suspend_by ?? 'disable',
  suspend_target: router?.suspend_target ?? '',
  address_pool: router?.address_pool ?? '',
  local_address: router?.local_address ?? '',
  commands_per_second: router?.commands_per_second ?? 20,
  max_change_percent: router?.max_change_percent ?? 20,
  is_active: router?.is_active ?? true,
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** A new router, or what is known of one: where it is, who logs in, and how it is treated. What is typed can be tried before it is kept. */
export function RouterForm({ router, onClose }: { router: Router | null; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const branches = useWholeList('/api/v1/branches').rows
  const form = useForm<RouterValues>({ initialValues: valuesOf(router, branches[0]?.id) })
  const [checked, setChecked] = useState<Checked | null>(null)
  const [isTrying, setTrying] = useState(false)
  const { submit, isSending, failure } = useSubmit(form)
  const values = form.getValues()

  const send = submit(async ({ branch_id, port, commands_per_second, max_change_percent, ...rest }) => {
    const body = {
      ...rest,
      branch_id: Number(branch_id ?? branches[0]?.id),
      port: Number(port),
      commands_per_second: Number(commands_per_second),
      max_change_percent: Number(max_change_percent),
      tls_fingerprint: orNull(rest.tls_fingerprint),
      local_address: orNull(rest.local_address),
    }
    const { data, error } =
      router === null
        ? await http.POST('/api/v1/routers', { body })
        : await http.PATCH('/api/v1/routers/{id}', { params: { path: { id: router.id } }, body: { ...body, version: router.version } })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(router === null ? t`The router is added and will be looked at now.` : t`The router is changed.`)
    onClose()
    if (router === null) await navigate({ to: `/routers/${data.id}` })
  })

  const attempt = async (fingerprint: string) => {
    setTrying(true)
    const { host, port, is_tls, username, password } = form.getValues()
    const { data, error } = await http
      .POST('/api/v1/routers/connection-test', {
        body: { router_id: router?.id ?? null, host, port: Number(port), is_tls, tls_fingerprint: orNull(fingerprint), username, password },
      })
      .catch(() => ({ data: undefined, error: undefined }))
    setTrying(false)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    setChecked(data)
  }
  const pin = (fingerprint: string) => {
    form.setFieldValue('tls_fingerprint', fingerprint)
    void attempt(fingerprint)
  }
  const setTls = (isTls: boolean) => {
    form.setFieldValue('is_tls', isTls)
    const { port } = form.getValues()
    if (port === PORTS.plain || port === PORTS.tls) form.setFieldValue('port', isTls ? PORTS.tls : PORTS.plain)
  }
  const mayTry = values.host.trim() !== '' && values.username.trim() !== '' && values.port !== ''

  return (
    <FormDialog
      title={router === null ? t`New router` : router.name}
      size="lg"
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={null}
      submitLabel={router === null ? <Trans>Add the router</Trans> : <Trans>Save</Trans>}
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
          />
        )}
      </Group>
      <Group grow align="start">
        <TextInput label={t`Address`} description={t`An IP address or a name`} required {...form.getInputProps('host')} />
        <NumberInput
          label={t`Port of the API`}
          description={t`8728, or 8729 with TLS`}
          min={1}
          max={65_535}
          hideControls
          required
          {...form.getInputProps('port')}
        />
      </Group>
      <Group grow align="start">
        <TextInput label={t`User on the router`} autoComplete="off" required {...form.getInputProps('username')} />
        <PasswordInput
          label={t`Password`}
          autoComplete="new-password"
          {...(router?.has_password === true ? { placeholder: t`the one that is kept` } : {})}
          {...form.getInputProps('password')}
        />
      </Group>
      <Switch label={t`Secure connection (api-ssl)`} checked={values.is_tls} onChange={({ currentTarget }) => setTls(currentTarget.checked)} />
      {values.is_tls && (
        <TextInput
          label={t`Fingerprint of its certificate`}
          description={t`SHA-256. Test the connection, compare what the router shows, and trust it with a click.`}
          {...form.getInputProps('tls_fingerprint')}
        />
      )}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} />}
          loading={isTrying}
          disabled={!mayTry}
          onClick={() => void attempt(form.getValues().tls_fingerprint)}
        >
          <Trans>Test the connection</Trans>
        </Button>
      </Group>
      {checked !== null && <ConnectionCheck checked={checked} onPin={values.is_tls ? pin : undefined} />}
      <SuspendFields form={form} />
      <Group grow align="start">
        <TextInput
          label={t`Pool of addresses`}
          description={t`For profiles that are made here; empty: profiles are made by hand`}
          {...form.getInputProps('address_pool')}
        />
        <TextInput label={t`The router’s own address`} description={t`Inside the connection; may be empty`} {...form.getInputProps('local_address')} />
      </Group>
      <Group grow align="start">
        <NumberInput label={t`Commands a second`} min={1} max={200} {...form.getInputProps('commands_per_second')} />
        <NumberInput
          label={t`Share that may change unasked`}
          description={t`More than this waits for a person`}
          suffix=" %"
          min={1}
          max={100}
          {...form.getInputProps('max_change_percent')}
        />
      </Group>
      {router !== null && <Switch label={t`In use`} {...form.getInputProps('is_active', { type: 'checkbox' })} />}
      {router === null && (
        <Text size="sm" c="dimmed">
          <Trans>What stands on the router now is left as it is; only lines that are told to use it get their secrets there.</Trans>
        </Text>
      )}
      <FormFailure text={failure} />
    </FormDialog>
  )
}
