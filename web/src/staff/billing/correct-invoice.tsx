import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http, newIdempotencyKey } from '../../api/client.ts'
import { FormFailure, MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import type { Invoice } from './invoice-page.tsx'

export type Correction = 'credit' | 'void' | 'write_off'

/** Corrects an issued invoice the only way there is: by another document, with a reason. */
export function CorrectInvoice({ invoice, correction, onClose }: { invoice: Invoice; correction: Correction; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  // One key for one intention: a second click, or a retry after a lost answer, corrects nothing twice.
  const [key] = useState(newIdempotencyKey)
  const most = correction === 'credit' ? invoice.total_minor - invoice.credited_minor - invoice.written_off_minor : invoice.open_minor
  const form = useForm({
    initialValues: { kind: 'correction' as 'correction' | 'discount' | 'waiver' | 'outage', amount_minor: most as number | null, reason: '' },
    validate: {
      amount_minor: (value) => (correction === 'void' || (value !== null && value > 0) ? null : t`Enter an amount`),
      reason: (value) => (value.trim().length < 3 ? t`Say why; it stands on the document` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const title = { credit: t`Credit note for ${invoice.code}`, void: t`Void ${invoice.code}`, write_off: t`Write off ${invoice.code}` }[correction]

  const send = submit(async ({ kind, amount_minor, reason }) => {
    const params = { params: { path: { id: invoice.id }, header: { 'idempotency-key': key } } }
    const amount = amount_minor ?? 0
    const { data, error } =
      correction === 'credit'
        ? await http.POST('/api/v1/invoices/{id}/credit-notes', { ...params, body: { kind, reason, amount_minor: amount } })
        : correction === 'void'
          ? await http.POST('/api/v1/invoices/{id}/void', { ...params, body: { reason } })
          : await http.POST('/api/v1/invoices/{id}/write-offs', { ...params, body: { reason, amount_minor: amount } })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`${data.code} is issued.`)
    onClose()
  })

  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {correction === 'credit' && (
              <Trans>The invoice stays as it is; the note lowers what is owed. What was paid too much becomes the client's credit.</Trans>
            )}
            {correction === 'void' && <Trans>The invoice stays in the books as void, and its periods can be billed again.</Trans>}
            {correction === 'write_off' && <Trans>The open amount is given up as a bad debt. The client no longer owes it.</Trans>}
          </Text>
          {correction === 'credit' && (
            <Select
              label={t`Kind`}
              data={[
                { value: 'correction', label: t`Correction` },
                { value: 'discount', label: t`Discount` },
                { value: 'waiver', label: t`Waiver` },
                { value: 'outage', label: t`Outage` },
              ]}
              {...form.getInputProps('kind')}
            />
          )}
          {correction !== 'void' && <MoneyField label={t`Amount with VAT`} required {...form.getInputProps('amount_minor')} />}
          <Textarea label={t`Reason`} required autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" color={correction === 'credit' ? 'brand' : 'red'} loading={isSending}>
              {{ credit: t`Issue the credit note`, void: t`Void the invoice`, write_off: t`Write it off` }[correction]}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
