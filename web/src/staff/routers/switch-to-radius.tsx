import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Modal, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { copyText } from '../../lib/copy-text.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { RadiusEffect } from './radius-effect.tsx'
import type { Router } from './router.ts'
import styles from './routers.module.css'

export type Radius = NonNullable<paths['/api/v1/routers/{id}/radius']['get']['responses']['200']['content']['application/json']>

/** Thirty-two letters and digits that nobody has to tell apart by eye. */
function newSecret(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  return Array.from(crypto.getRandomValues(new Uint32Array(32)), (n) => letters[n % letters.length]).join('')
}

/** Lets a router ask by RADIUS, or changes how it does; a new secret is shown this once, with the commands it goes into. */
export function SwitchToRadius({ router, radius, onClose }: { router: Router; radius: Radius | null; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [written, setWritten] = useState<string | null>(null)
  const form = useForm({
    initialValues: {
      address: radius?.address ?? router.host,
      secret: radius === null ? newSecret() : '',
      coa_port: (radius?.coa_port ?? 3799) as number | '',
      is_signed: radius?.is_signed ?? true,
    },
    validate: {
      address: (value) => (value.trim() === '' ? t`Enter an IP address` : null),
      secret: (value) => ((radius !== null && value === '') || value.length >= 16 ? null : t`At least 16 characters`),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ address, secret, coa_port, is_signed }) => {
    const { error } = await http.PUT('/api/v1/routers/{id}/radius', {
      params: { path: { id: router.id } },
      body: { address: address.trim(), coa_port: Number(coa_port), is_signed, ...(secret === '' ? {} : { secret }) },
    })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    if (secret !== '') return setWritten(secret)
    sayDone(t`Saved.`)
    onClose()
  })
  if (written !== null) return <WrittenOnce router={router} secret={written} port={Number(form.getValues().coa_port)} onClose={onClose} />
  return (
    <FormDialog
      title={radius === null ? t`Let ${router.name} ask by RADIUS` : t`RADIUS of ${router.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={radius === null ? <Trans>Switch to RADIUS</Trans> : <Trans>Save</Trans>}
      isDanger={radius === null}
      size="lg"
    >
      {radius === null && <RadiusEffect router={router} by="radius" />}
      <Group grow align="start">
        <TextInput label={t`Address it asks from`} description={t`As FreeRADIUS sees it`} required {...form.getInputProps('address')} />
        <NumberInput
          label={t`Port for changes (CoA)`}
          description={t`/radius incoming; 3799, older routers 1700`}
          min={1}
          max={65_535}
          hideControls
          required
          {...form.getInputProps('coa_port')}
        />
      </Group>
      <TextInput
        label={t`Shared secret`}
        description={radius === null ? t`Kept sealed and never shown again` : t`Empty: the one that is kept stays`}
        autoComplete="off"
        spellCheck={false}
        required={radius === null}
        rightSectionWidth={90}
        rightSection={
          <Button size="compact-xs" variant="default" onClick={() => form.setFieldValue('secret', newSecret())}>
            <Trans>New one</Trans>
          </Button>
        }
        {...form.getInputProps('secret')}
      />
      <Switch
        label={t`Every packet is signed (Message-Authenticator)`}
        description={t`RouterOS 7.15 and newer; older ones get no answer with it`}
        {...form.getInputProps('is_signed', { type: 'checkbox' })}
      />
    </FormDialog>
  )
}

/** The commands for the router with the secret in them; it is in no answer of the server and cannot be shown again. */
function WrittenOnce({ router, secret, port, onClose }: { router: Router; secret: string; port: number; onClose: () => void }) {
  const { t } = useLingui()
  const commands = routerCommands({ secret, port })
  return (
    <Modal opened onClose={onClose} title={t`Now set it on ${router.name}`} size="lg" closeOnClickOutside={false}>
      <Stack gap="md">
        <Alert color="yellow" title={t`This is shown once`}>
          <Trans>The secret is kept sealed now and cannot be shown again. Whoever has lost it writes a new one.</Trans>
        </Alert>
        <pre className={styles.commands} data-testid="radius-commands">
          {commands}
        </pre>
        <Text size="sm" c="dimmed">
          <Trans>In place of FREERADIUS stands the address of the server on which FreeRADIUS runs.</Trans>
        </Text>
        <Group justify="end">
          <Button
            variant="default"
            onClick={() => {
              void copyText(commands).then((isCopied) => isCopied && sayDone(t`The commands are copied.`))
            }}
          >
            <Trans>Copy</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>I have it</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** What a router is told so that it asks; without a secret, with the place where it goes. */
export const routerCommands = ({ secret = 'SECRET', port }: { secret?: string; port: number }): string =>
  [
    `/radius add service=ppp address=FREERADIUS secret="${secret}" timeout=3s`,
    `/radius incoming set accept=yes port=${port}`,
    '/ppp aaa set use-radius=yes accounting=yes interim-update=10m',
  ].join('\n')
