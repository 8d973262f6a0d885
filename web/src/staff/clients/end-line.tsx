import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http, isProblem, newIdempotencyKey } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import type { Line } from './client-page.tsx'

/** The client leaves: his final bill is made, and what he paid too much becomes his credit. Shown before it is done. */
export function EndLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const [key] = useState(newIdempotencyKey)
  const form = useForm({ initialValues: { on: format.today() as string | null, reason: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  const { on } = form.getValues()
  const day = on ?? format.today()
  const effect = useQuery({
    queryKey: ['leaving', line.id, day],
    retry: false,
    queryFn: async () => {
      const { data, error } = await http.POST('/api/v1/subscriptions/{id}/leaving/quote', { params: { path: { id: line.id } }, body: { on: day, reason: '' } })
      if (data === undefined) throw error
      return data
    },
  })
  const send = submit(async ({ reason }) => {
    const { data, error } = await http.POST('/api/v1/subscriptions/{id}/leaving', {
      params: { path: { id: line.id }, header: { 'idempotency-key': key } },
      body: { on: day, reason },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The line has left.`)
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={t`Mark as left`}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <DayField label={t`First day without service`} {...form.getInputProps('on')} />
          <TextInput label={t`Reason`} data-autofocus {...form.getInputProps('reason')} />
          {effect.data !== undefined && (
            <Text size="sm" aria-live="polite">
              <Trans>The final bill is made now; {format.money(effect.data.credited_minor)} is given back for unused days.</Trans>
            </Text>
          )}
          <FormFailure text={failure ?? (isProblem(effect.error) ? effect.error.detail : null)} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" color="red" loading={isSending} disabled={effect.data === undefined}>
              <Trans>Mark as left</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
