import { Trans, useLingui } from '@lingui/react/macro'
import { SegmentedControl, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Client } from './client.ts'

/** What a client owes or has to the good by the books before these; once. */
export function OpeningBalance({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const form = useForm({
    initialValues: { side: 'owes' as 'owes' | 'good', amount_minor: null as number | null, reason: '' },
    validate: {
      amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null),
      reason: (value) => (value.trim().length < 3 ? t`Say where it comes from` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { side, amount_minor } = form.getValues()
  const signed = (side === 'owes' ? 1 : -1) * (amount_minor ?? 0)
  const send = submit(async ({ reason }) => {
    const { error } = await http.POST('/api/v1/clients/{id}/opening-balance', {
      params: { path: { id: client.id }, header: intent.header },
      body: { amount_minor: signed, reason },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The opening balance is entered.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Opening balance of ${client.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Enter the opening balance</Trans>}
    >
      <SegmentedControl
        fullWidth
        aria-label={t`Which way`}
        data={[
          { value: 'owes', label: t`The client owes it` },
          { value: 'good', label: t`It was paid in advance` },
        ]}
        {...form.getInputProps('side')}
      />
      <MoneyField label={t`Amount`} required data-autofocus {...form.getInputProps('amount_minor')} />
      <TextInput label={t`Where it comes from`} placeholder={t`The old system, by the end of last month`} required {...form.getInputProps('reason')} />
      {signed !== 0 && (
        <Effect>
          <EffectRow label={signed > 0 ? <Trans>An opening invoice is issued over</Trans> : <Trans>An opening credit is entered over</Trans>}>
            {format.money(Math.abs(signed))}
          </EffectRow>
        </Effect>
      )}
    </FormDialog>
  )
}
