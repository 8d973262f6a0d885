import { Trans, useLingui } from '@lingui/react/macro'
import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { EntryDetail } from './entry-page.tsx'

/** Takes an entry made by hand back by its mirror image; both stay in the books. */
export function ReverseEntry({ entry, onClose }: { entry: EntryDetail; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { header } = useIntent()
  const form = useForm({
    initialValues: { memo: '', booked_on: format.today() as string | null },
    validate: { memo: (value) => (value.trim().length < 3 ? t`Say why; it stays in the books` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ memo, booked_on }) => {
    const { data, error } = await http.POST('/api/v1/ledger/entries/{id}/reversal', {
      params: { path: { id: entry.id }, header },
      body: { memo, ...(booked_on === null ? {} : { booked_on }) },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The entry is taken back.`)
    onClose()
    await navigate({ to: `/ledger/entries/${data.id}` })
  })
  return (
    <FormDialog
      title={t`Reverse this entry`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Reverse</Trans>}
      isDanger
    >
      <Text size="sm" c="dimmed">
        <Trans>A second entry is posted with both sides exchanged. Nothing is deleted.</Trans>
      </Text>
      <Textarea label={t`Reason`} required autosize minRows={2} data-autofocus {...form.getInputProps('memo')} />
      <DayField label={t`Booked on`} minDate={entry.booked_on} maxDate={format.today()} {...form.getInputProps('booked_on')} />
    </FormDialog>
  )
}
