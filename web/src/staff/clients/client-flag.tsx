import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Client } from './client.ts'

/** Marks a client as VIP or as never to be suspended, until when and why; or takes the mark away. */
export function ClientFlag({ client, flag, onClose }: { client: Client; flag: 'vip' | 'whitelist'; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const [isEnding, setEnding] = useState(false)
  const isVip = flag === 'vip'
  const isSet = isVip ? client.is_vip : client.is_whitelisted
  const form = useForm({
    initialValues: isVip ? { until: client.vip_until, reason: client.vip_reason } : { until: client.whitelist_until, reason: client.whitelist_reason },
    validate: { reason: (value) => (value.trim() === '' ? t`Say why` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const params = { params: { path: { id: client.id } } }
  const send = submit(async (body) => {
    const { error } = await (isVip
      ? http.POST('/api/v1/clients/{id}/vip', { ...params, body })
      : http.POST('/api/v1/clients/{id}/whitelisting', { ...params, body }))
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`Saved.`)
    onClose()
  })
  const end = async () => {
    setEnding(true)
    const { error } = await (isVip ? http.DELETE('/api/v1/clients/{id}/vip', params) : http.DELETE('/api/v1/clients/{id}/whitelisting', params))
    setEnding(false)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await queries.invalidateQueries()
    sayDone(t`The mark is taken away.`)
    onClose()
  }
  return (
    <FormDialog
      title={isVip ? t`VIP: ${client.name}` : t`Never suspend ${client.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Save</Trans>}
    >
      <Text size="sm" c="dimmed">
        {isVip ? (
          <Trans>
            A sign for everybody to treat the client with care. Bills stay as they are; unpaid ones do not take the service away, unless the settings say
            otherwise.
          </Trans>
        ) : (
          <Trans>Unpaid bills no longer take the service away. They are billed and owed as before.</Trans>
        )}
      </Text>
      <DayField
        label={t`Last day`}
        description={t`Empty: until somebody takes it away.`}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        minDate={format.today()}
        clearable
        {...form.getInputProps('until')}
      />
      <TextInput label={t`Reason`} required data-autofocus {...form.getInputProps('reason')} />
      {isSet && (
        <Button variant="default" style={{ justifySelf: 'start' }} loading={isEnding} onClick={() => void end()}>
          {isVip ? <Trans>No longer VIP</Trans> : <Trans>Suspend again as others</Trans>}
        </Button>
      )}
    </FormDialog>
  )
}
