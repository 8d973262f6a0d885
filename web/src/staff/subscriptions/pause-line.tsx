import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Text, TextInput } from '@mantine/core'
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

/** No service for a while, at the client's wish; what it gives back is shown before. */
export function PauseLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const form = useForm({
    initialValues: { from: format.today() as string | null, to: null as string | null, reason: '' },
    validate: { from: (value) => (value === null ? t`Choose a day` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => ({ starts_on: 'from', ends_on: 'to' })[field] ?? field })
  const { from, to, reason } = form.getValues()
  const body = { from: from ?? format.today(), reason, ...(to === null ? {} : { to }) }
  const path = { path: { id: line.id } }
  const effect = useQuote([line.id, 'pause', from, to], () =>
    http.POST('/api/v1/subscriptions/{id}/pauses/quote', { params: path, body: { ...body, reason: '' } }),
  )
  const send = submit(async () => {
    const { error } = await http.POST('/api/v1/subscriptions/{id}/pauses', { params: { ...path, header: intent.header }, body })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The line is paused.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Pause ${lineName(line)}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure ?? (isProblem(effect.error) ? effect.error.detail : null)}
      submitLabel={<Trans>Pause</Trans>}
      isDisabled={!effect.isFresh}
    >
      <Group grow align="start">
        <DayField label={t`First day without service`} required {...form.getInputProps('from')} />
        <DayField
          label={t`Service again on`}
          description={t`Empty: until somebody ends the pause.`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          clearable
          {...form.getInputProps('to')}
        />
      </Group>
      <TextInput label={t`Reason`} data-autofocus {...form.getInputProps('reason')} />
      {effect.data !== undefined && (
        <Effect isStale={!effect.isFresh}>
          <EffectRow label={<Trans>Given back for billed days</Trans>}>
            <Money minor={effect.data.credited_minor} symbol tone="good" />
          </EffectRow>
          <BalanceAfter balance={effect.data.balance_after} />
        </Effect>
      )}
      <Text size="sm" c="dimmed">
        {to === null ? (
          <Trans>The paused days are settled when the pause ends.</Trans>
        ) : (
          <Trans>A pause with an end is settled at once and cannot be made shorter afterwards.</Trans>
        )}
      </Text>
    </FormDialog>
  )
}
