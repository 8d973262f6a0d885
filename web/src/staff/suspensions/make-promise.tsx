import { Trans, useLingui } from '@lingui/react/macro'
import { Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Client } from '../clients/client.ts'

/** A client's word that he pays by a day; until then nothing of his is cut. */
export function MakePromise({ client, lastDay, onClose }: { client: Pick<Client, 'id' | 'name'>; lastDay: string; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const form = useForm({
    initialValues: { promised_on: lastDay as string | null, note: '' },
    validate: {
      promised_on: (value) => (value === null ? t`Choose a day` : null),
      note: (value) => (value.trim() === '' ? t`Say who promised what` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ promised_on, note }) => {
    const { data, error } = await http.POST('/api/v1/clients/{id}/promises', {
      params: { path: { id: client.id } },
      body: { promised_on: promised_on ?? lastDay, note },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`Until then nothing is cut.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Promise to pay: ${client.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Take the promise</Trans>}
    >
      <Text size="sm" c="dimmed">
        <Trans>What is cut for money comes back at once. If it is still unpaid when the day has passed, it is cut again.</Trans>
      </Text>
      <DayField label={t`Pays by`} required minDate={format.today()} maxDate={lastDay} {...form.getInputProps('promised_on')} />
      <TextInput label={t`Who promised what`} required data-autofocus maxLength={300} {...form.getInputProps('note')} />
    </FormDialog>
  )
}
