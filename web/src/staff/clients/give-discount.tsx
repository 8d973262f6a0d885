import { Trans, useLingui } from '@lingui/react/macro'
import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useList } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import type { Client } from './client.ts'

/** A discount at the counter, as a credit note over an open bill; beyond what one gives alone it waits for another person. */
export function GiveDiscount({ client, invoiceId, onClose }: { client: Client; invoiceId?: number; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const open = useList('/api/v1/invoices', { query: { client_id: String(client.id), open: 'true' }, pageSize: 50 }).rows
  const form = useForm({
    initialValues: {
      invoice_id: (invoiceId === undefined ? null : String(invoiceId)) as string | null,
      amount_minor: null as number | null,
      kind: 'discount' as 'discount' | 'waiver',
      reason: '',
    },
    validate: {
      amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null),
      reason: (value) => (value.trim().length < 3 ? t`Say why; it stands on the document` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { invoice_id, amount_minor } = form.getValues()
  // The oldest is the last of the list; it is the one a client at the counter is asked for.
  const chosen = open.find(({ id }) => String(id) === invoice_id) ?? open.at(-1)
  const amount = amount_minor ?? 0
  const send = submit(async ({ kind, reason }) => {
    const { data, error } = await http.POST('/api/v1/clients/{id}/discounts', {
      params: { path: { id: client.id }, header: intent.header },
      body: { invoice_id: chosen?.id ?? 0, amount_minor: amount, kind, reason },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(data.state === 'given' ? t`${data.code ?? ''} is issued.` : t`It is more than you give alone; it waits for another person.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Give ${client.name} a discount`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Give the discount</Trans>}
      isDisabled={chosen === undefined}
    >
      <Select
        label={t`On which bill`}
        required
        data={open.map((invoice) => ({
          value: String(invoice.id),
          label: `${invoice.code} · ${format.month(invoice.month)} · ${format.money(invoice.open_minor)}`,
        }))}
        {...form.getInputProps('invoice_id')}
        value={chosen === undefined ? null : String(chosen.id)}
      />
      <MoneyField label={t`Amount with VAT`} required data-autofocus {...form.getInputProps('amount_minor')} />
      <SegmentedControl
        fullWidth
        aria-label={t`Kind`}
        data={[
          { value: 'discount', label: t`Discount` },
          { value: 'waiver', label: t`Waiver` },
        ]}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t`Reason`} required {...form.getInputProps('reason')} />
      {chosen !== undefined && (
        <Effect>
          <EffectRow label={<Trans>Open of {chosen.code}</Trans>}>
            <Money minor={chosen.open_minor} symbol />
          </EffectRow>
          <EffectRow label={<Trans>Open afterwards</Trans>} isSum>
            <Money minor={Math.max(0, chosen.open_minor - amount)} symbol tone="owed" />
          </EffectRow>
        </Effect>
      )}
    </FormDialog>
  )
}
