import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { http, newIdempotencyKey } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { MonthField } from '../../ui/day-field.tsx'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import type { Client } from './client-page.tsx'

/** Bills one client for everything that is due up to the end of a month; what is billed already is never billed again. */
export function BillNow({ client: billed, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [key, setKey] = useState(newIdempotencyKey)
  const form = useForm({ initialValues: { month: `${format.today().slice(0, 7)}-01` as string | null } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ month }) => {
    const { data, error } = await http.POST('/api/v1/invoices', {
      params: { header: { 'idempotency-key': key } },
      body: { client_id: billed.id, month: (month ?? format.today()).slice(0, 7) },
    })
    if (data === undefined) {
      // A refusal is kept under its key; another month is another intention.
      setKey(newIdempotencyKey())
      throw error
    }
    await client.invalidateQueries()
    sayDone(t`${data.code} over ${format.money(data.total_minor)} is issued.`)
    await navigate({ to: '/invoices/$id', params: { id: String(data.id) } })
  })
  return (
    <Modal opened onClose={onClose} title={t`Bill ${billed.name} now`}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            <Trans>Everything not yet billed up to the end of the month goes on one invoice.</Trans>
          </Text>
          <MonthField label={t`Up to the end of`} {...form.getInputProps('month')} />
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending}>
              <Trans>Issue the invoice</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
