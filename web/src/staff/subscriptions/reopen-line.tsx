import { Trans, useLingui } from '@lingui/react/macro'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { lineName, monthlyPrice } from '../clients/client.ts'
import type { Line } from '../clients/client.ts'

/** A line that left is used again; its history stays, and its package is charged anew from the day. */
export function ReopenLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const form = useForm({ initialValues: { on: format.today() as string | null } })
  const { submit, isSending, failure } = useSubmit(form)
  const on = form.getValues().on ?? format.today()
  const send = submit(async () => {
    const { error } = await http.POST('/api/v1/subscriptions/{id}/reopening', {
      params: { path: { id: line.id }, header: intent.header },
      body: { on },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The line is in use again.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Reopen ${lineName(line)}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Reopen</Trans>}
    >
      <DayField label={t`First day of service again`} minDate={line.left_on ?? ''} data-autofocus {...form.getInputProps('on')} />
      <Effect>
        <EffectRow label={<Trans>Left</Trans>}>{line.left_on === null ? '–' : format.date(line.left_on)}</EffectRow>
        <EffectRow label={<Trans>Charged again from</Trans>}>{format.date(on)}</EffectRow>
        <EffectRow label={<Trans>Each cycle, before VAT</Trans>}>
          <Money minor={monthlyPrice(line)} symbol />
        </EffectRow>
        <EffectRow label={<Trans>Billed now</Trans>} isSum>
          <Money minor={0} symbol />
        </EffectRow>
      </Effect>
    </FormDialog>
  )
}
