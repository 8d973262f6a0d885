import { Trans, useLingui } from '@lingui/react/macro'
import { Radio, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, http } from '../../api/client.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { lineName } from '../clients/client.ts'
import { ClientPicker } from '../payments/client-picker.tsx'
import type { PickedClient } from '../payments/client-picker.tsx'
import { onuName } from './onu.ts'
import type { Onu } from './onu.ts'

/** Finds the line an ONU carries, by its client. */
export function LinkLine({ onu, onClose }: { onu: Onu; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [picked, setPicked] = useState<PickedClient | null>(null)
  const form = useForm<{ line: string | null }>({ initialValues: { line: null } })
  const { submit, isSending, failure, forget } = useSubmit(form)
  const { data } = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id: picked?.id ?? 0 } } }, { enabled: picked !== null })
  const lines = data?.subscriptions.filter(({ state }) => state !== 'left') ?? []
  const only = lines.length === 1 ? lines[0]?.id : undefined
  const { setFieldValue } = form
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is made anew for another client only.
  useEffect(() => setFieldValue('line', only === undefined ? null : String(only)), [picked?.id, only])
  const { line } = form.getValues()
  const send = submit(async ({ line }) => {
    const { error } = await http.PUT('/api/v1/onus/{id}/link', { params: { path: { id: onu.id } }, body: { subscription_id: Number(line) } })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(t`${onuName(onu)} carries the line of ${picked?.title ?? ''}.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Whose line does ${onuName(onu)} carry?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      isDisabled={line === null}
      hint={picked === null ? <Trans>Find the client first.</Trans> : <Trans>Choose the line.</Trans>}
      submitLabel={<Trans>Link</Trans>}
    >
      <ClientPicker
        label={t`Client`}
        value={picked}
        onChange={(next) => {
          forget()
          setPicked(next)
        }}
      />
      {picked !== null && data !== undefined && lines.length === 0 && (
        <Text size="sm">
          <Trans>This client has no line.</Trans>
        </Text>
      )}
      {lines.length > 0 && (
        <Radio.Group label={t`Line`} value={line} onChange={(value) => form.setFieldValue('line', value)}>
          <Stack gap={6} mt={6}>
            {lines.map((each) => (
              <Radio key={each.id} value={String(each.id)} label={[lineName(each), each.current_terms?.package_name].filter(Boolean).join(' · ')} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {onu.subscription_id !== null && (
        <Text size="sm" c="dimmed">
          <Trans>The link with the line of {onu.client_name} ends.</Trans>
        </Text>
      )}
    </FormDialog>
  )
}
