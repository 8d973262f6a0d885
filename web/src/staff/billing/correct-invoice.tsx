import { Trans, useLingui } from '@lingui/react/macro'
import { Select, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCreditNoteKindText } from './credit-note-kinds.ts'
import type { Invoice } from './invoice-page.tsx'
import { useItemText } from './item-text.ts'

export interface Correction {
  readonly kind: 'credit' | 'void' | 'write_off'
  /** The credit is for one line alone. */
  readonly lineNo?: number
}

const BY_HAND = ['correction', 'discount', 'waiver', 'outage'] as const

/** Corrects an issued invoice the only way there is: by another document, with a reason. */
export function CorrectInvoice({ invoice, correction, onClose }: { invoice: Invoice; correction: Correction; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const kindText = useCreditNoteKindText()
  const itemText = useItemText()
  const { header } = useIntent()
  const { kind: what, lineNo } = correction
  const line = invoice.lines.find(({ line_no }) => line_no === lineNo)
  const most =
    line !== undefined ? line.left_minor : what === 'credit' ? invoice.total_minor - invoice.credited_minor - invoice.written_off_minor : invoice.open_minor
  const form = useForm({
    initialValues: { kind: (line?.item === 'late_fee' ? 'waiver' : 'correction') as (typeof BY_HAND)[number], amount_minor: most as number | null, reason: '' },
    validate: {
      amount_minor: (value) => (what === 'void' || (value !== null && value > 0) ? null : t`Enter an amount`),
      reason: (value) => (value.trim().length < 3 ? t`Say why; it stands on the document` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => (field.startsWith('lines') ? 'amount_minor' : field) })
  const title =
    line !== undefined
      ? t`Credit of ${line.description || itemText(line.item)}`
      : { credit: t`Credit note for ${invoice.code}`, void: t`Void ${invoice.code}`, write_off: t`Write off ${invoice.code}` }[what]

  const send = submit(async ({ kind, amount_minor, reason }) => {
    const params = { params: { path: { id: invoice.id }, header } }
    const amount = amount_minor ?? 0
    const { data, error } =
      what === 'credit'
        ? await http.POST('/api/v1/invoices/{id}/credit-notes', {
            ...params,
            body: { kind, reason, ...(line === undefined ? { amount_minor: amount } : { lines: [{ line_no: line.line_no, amount_minor: amount }] }) },
          })
        : what === 'void'
          ? await http.POST('/api/v1/invoices/{id}/void', { ...params, body: { reason } })
          : await http.POST('/api/v1/invoices/{id}/write-offs', { ...params, body: { reason, amount_minor: amount } })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`${data.code} is issued.`)
    onClose()
  })

  return (
    <FormDialog
      title={title}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={{ credit: t`Issue the credit note`, void: t`Void the invoice`, write_off: t`Write it off` }[what]}
      isDanger={what !== 'credit'}
    >
      <Text size="sm" c="dimmed">
        {what === 'credit' && <Trans>The invoice stays as it is; the note lowers what is owed. What was paid too much becomes the client's credit.</Trans>}
        {what === 'void' && <Trans>The invoice stays in the books as void, and its periods can be billed again.</Trans>}
        {what === 'write_off' && <Trans>The open amount is given up as a bad debt. The client no longer owes it.</Trans>}
      </Text>
      {what === 'credit' && (
        <Select label={t`Kind`} allowDeselect={false} data={BY_HAND.map((value) => ({ value, label: kindText(value) }))} {...form.getInputProps('kind')} />
      )}
      {what !== 'void' && <MoneyField label={t`Amount with VAT`} required {...form.getInputProps('amount_minor')} />}
      <Textarea label={t`Reason`} required autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
