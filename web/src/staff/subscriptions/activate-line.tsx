import { Trans, useLingui } from '@lingui/react/macro'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { lineName, monthlyPrice } from '../clients/client.ts'
import type { Line } from '../clients/client.ts'

/** The line is connected: from this day it is charged. */
export function ActivateLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const form = useForm({ initialValues: { on: format.today() as string | null } })
  const { submit, isSending, failure } = useSubmit(form)
  const on = form.getValues().on ?? format.today()
  const send = submit(async () => {
    const { error } = await http.POST('/api/v1/subscriptions/{id}/activation', { params: { path: { id: line.id } }, body: { on } })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The line is in service.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Activate ${lineName(line)}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Activate</Trans>}
    >
      <DayField label={t`Connected on`} maxDate={format.today()} data-autofocus {...form.getInputProps('on')} />
      <Effect>
        <EffectRow label={<Trans>Charged from</Trans>}>{format.date(on)}</EffectRow>
        <EffectRow label={<Trans>Each cycle, before VAT</Trans>}>
          <Money minor={monthlyPrice({ current_terms: line.current_terms ?? line.terms.at(-1) ?? null })} symbol />
        </EffectRow>
      </Effect>
    </FormDialog>
  )
}
