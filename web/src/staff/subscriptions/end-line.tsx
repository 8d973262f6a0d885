import { Trans, useLingui } from '@lingui/react/macro'
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http, isProblem } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useQuote } from '../../api/use-quote.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { BalanceAfter, Effect, EffectRow } from '../../ui/effect.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { lineName } from '../clients/client.ts'
import type { Line } from '../clients/client.ts'

/** The client leaves: his final bill, what he paid too much and his deposit are settled. All of it is shown before it is done. */
export function EndLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const form = useForm({ initialValues: { on: format.today() as string | null, reason: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  const on = form.getValues().on ?? format.today()
  const path = { path: { id: line.id } }
  const effect = useQuote([line.id, 'leaving', on], () => http.POST('/api/v1/subscriptions/{id}/leaving/quote', { params: path, body: { on, reason: '' } }))
  const send = submit(async ({ reason }) => {
    const { error } = await http.POST('/api/v1/subscriptions/{id}/leaving', { params: { ...path, header: intent.header }, body: { on, reason } })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The line has left.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Mark ${lineName(line)} as left`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure ?? (isProblem(effect.error) ? effect.error.detail : null)}
      submitLabel={<Trans>Mark as left</Trans>}
      isDanger
      isDisabled={!effect.isFresh}
    >
      <DayField label={t`First day without service`} {...form.getInputProps('on')} />
      <TextInput label={t`Reason`} data-autofocus {...form.getInputProps('reason')} />
      {effect.data !== undefined && (
        <Effect isStale={!effect.isFresh}>
          <EffectRow label={<Trans>Final bill</Trans>}>
            <Money minor={effect.data.billed_minor} symbol />
          </EffectRow>
          <EffectRow label={<Trans>Given back for unused days</Trans>}>
            <Money minor={effect.data.credited_minor} symbol tone="good" />
          </EffectRow>
          {effect.data.deposit_offset_minor > 0 && (
            <EffectRow label={<Trans>Paid from the deposit</Trans>}>
              <Money minor={effect.data.deposit_offset_minor} symbol tone="good" />
            </EffectRow>
          )}
          <BalanceAfter balance={effect.data.balance_after} />
        </Effect>
      )}
    </FormDialog>
  )
}
