import { Trans, useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http, isProblem } from '../../api/client.ts'
import { useQuote } from '../../api/use-quote.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { BalanceAfter, Effect, EffectRow } from '../../ui/effect.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import type { Charge } from './charges.tsx'

/** Ends an add-on with its billed days given back, or takes a one-time charge away that no bill carries yet. */
export function EndCharge({ charge, name, onClose }: { charge: Charge; name: string; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const isOnce = charge.kind === 'one_time'
  const form = useForm({ initialValues: { on: format.today() as string | null } })
  const { submit, isSending, failure } = useSubmit(form)
  const body = isOnce ? {} : { on: form.getValues().on ?? format.today() }
  const path = { params: { path: { id: charge.id } } }
  const effect = useQuote([charge.id, 'end', body], () => http.POST('/api/v1/charges/{id}/end/quote', { ...path, body }))
  const send = submit(async () => {
    const { error } = await http.POST('/api/v1/charges/{id}/end', { ...path, body })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(isOnce ? t`It is taken away.` : t`It ends.`)
    onClose()
  })
  return (
    <FormDialog
      title={isOnce ? t`Take ${name} away` : t`End ${name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure ?? (isProblem(effect.error) ? effect.error.detail : null)}
      submitLabel={isOnce ? <Trans>Take it away</Trans> : <Trans>End it</Trans>}
      isDisabled={!effect.isFresh}
      isDanger
    >
      {isOnce ? (
        <Text size="sm">
          <Trans>No bill carries it yet, and none will.</Trans>
        </Text>
      ) : (
        <DayField label={t`First day it is no longer charged`} data-autofocus {...form.getInputProps('on')} />
      )}
      {effect.data !== undefined && (
        <Effect isStale={!effect.isFresh}>
          <EffectRow label={<Trans>Given back for billed days</Trans>}>
            <Money minor={effect.data.credited_minor} symbol tone="good" />
          </EffectRow>
          <BalanceAfter balance={effect.data.balance_after} />
        </Effect>
      )}
    </FormDialog>
  )
}
