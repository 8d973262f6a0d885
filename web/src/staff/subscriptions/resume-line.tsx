import { Trans, useLingui } from '@lingui/react/macro'
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

/** The end of a pause: from which day there is service again, and what of the paused days is given back. */
export function ResumeLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const form = useForm({ initialValues: { on: format.today() as string | null } })
  const { submit, isSending, failure } = useSubmit(form)
  const on = form.getValues().on ?? format.today()
  const path = { path: { id: line.id } }
  const effect = useQuote([line.id, 'resume', on], () => http.POST('/api/v1/subscriptions/{id}/resumption/quote', { params: path, body: { on } }))
  const pause = line.pauses.find(({ kind, ends_on }) => kind === 'vacation' && ends_on === null)
  const send = submit(async () => {
    const { error } = await http.POST('/api/v1/subscriptions/{id}/resumption', { params: { ...path, header: intent.header }, body: { on } })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The pause ends on ${format.date(on)}.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`End the pause of ${lineName(line)}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure ?? (isProblem(effect.error) ? effect.error.detail : null)}
      submitLabel={<Trans>End the pause</Trans>}
      isDisabled={!effect.isFresh}
    >
      <DayField label={t`First day of service again`} data-autofocus {...form.getInputProps('on')} />
      {effect.data !== undefined && (
        <Effect isStale={!effect.isFresh}>
          {pause !== undefined && <EffectRow label={<Trans>Paused since</Trans>}>{format.date(pause.starts_on)}</EffectRow>}
          <EffectRow label={<Trans>Given back for billed days</Trans>}>
            <Money minor={effect.data.credited_minor} symbol tone="good" />
          </EffectRow>
          <BalanceAfter balance={effect.data.balance_after} />
        </Effect>
      )}
    </FormDialog>
  )
}
