import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CopyButton, Group, Input, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useMe } from '../../lib/session.ts'
import { useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useFreshPassword } from '../auth/ask-password.tsx'
import { PermissionPicker } from '../roles/permission-picker.tsx'

const DAY_MS = 86_400_000

/** A token with what it may do and how long; its secret is shown once. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const { permissions: own } = useMe()
  const client = useQueryClient()
  const fresh = useFreshPassword()
  const [secret, setSecret] = useState<string | null>(null)
  const form = useForm({
    initialValues: { name: '', days: '90', scopes: [] as string[] },
    validate: { scopes: (value) => (value.length === 0 ? t`Choose at least one permission` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ name, days, scopes }) => {
    const expires_at = days === 'never' ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString()
    const made = await fresh.run(async () => {
      const { data, error } = await http.POST('/api/v1/auth/tokens', { body: { name, scopes, expires_at } })
      if (data === undefined) throw error
      return data
    })
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/auth/tokens').queryKey })
    setSecret(made.secret)
  })
  if (secret !== null) return <Secret secret={secret} onClose={onClose} />
  return (
    <>
      <FormDialog
        title={t`New token`}
        size="xl"
        onClose={onClose}
        onSubmit={send}
        isSending={isSending}
        failure={failure}
        submitLabel={<Trans>Make the token</Trans>}
      >
        <Group grow align="start">
          <TextInput label={t`Name`} placeholder={t`Website, bookkeeping …`} required data-autofocus {...form.getInputProps('name')} />
          <Select
            label={t`Works for`}
            data={[
              { value: '7', label: t`7 days` },
              { value: '30', label: t`30 days` },
              { value: '90', label: t`90 days` },
              { value: '365', label: t`a year` },
              { value: 'never', label: t`until it is revoked` },
            ]}
            {...form.getInputProps('days')}
          />
        </Group>
        <Input.Wrapper label={t`What it may do`} error={form.errors['scopes']}>
          <Group gap={6} my={6}>
            <Button size="compact-sm" variant="default" onClick={() => form.setFieldValue('scopes', own.filter(isReading))}>
              <Trans>Only read</Trans>
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => form.setFieldValue('scopes', [...own])}>
              <Trans>All that I may</Trans>
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => form.setFieldValue('scopes', [])}>
              <Trans>Nothing</Trans>
            </Button>
          </Group>
          <PermissionPicker value={form.getValues().scopes} onChange={(value) => form.setFieldValue('scopes', value)} offered={own} />
        </Input.Wrapper>
      </FormDialog>
      {fresh.dialog}
    </>
  )
}

const isReading = (permission: string): boolean => /\.view/.test(permission)

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useLingui()
  const example = `curl -H "Authorization: Bearer ${secret}" ${location.origin}/api/v1/clients?limit=10`
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} title={t`The token is made`} size="lg">
      <Stack gap="sm">
        <Text size="sm">
          <Trans>Copy it now: it is shown this once and cannot be seen again. Whoever has it can do what it allows.</Trans>
        </Text>
        <TextInput label={t`Token`} value={secret} readOnly onFocus={(event) => event.currentTarget.select()} styles={{ input: { fontFamily: 'monospace' } }} />
        <Textarea label={t`For example`} value={example} readOnly autosize minRows={2} styles={{ input: { fontFamily: 'monospace', fontSize: 12 } }} />
        <Group justify="end">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant={copied ? 'light' : 'filled'} onClick={copy}>
                {copied ? <Trans>Copied</Trans> : <Trans>Copy the token</Trans>}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
