import { Trans, useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { MoneyField, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Run } from './run-state.tsx'

/** Whoever releases types the total, so that nobody releases what he has not read. */
export function ReleaseRun({ run, onClose }: { run: Run; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const form = useForm({
    initialValues: { expected_total_minor: null as number | null },
    validate: { expected_total_minor: (value) => (value === null ? t`Enter an amount` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ expected_total_minor }) => {
    const { data, error } = await http.POST('/api/v1/invoice-runs/{id}/release', {
      params: { path: { id: run.id } },
      body: { expected_total_minor: expected_total_minor ?? 0 },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    onClose()
  })
  return (
    <FormDialog
      title={t`Release ${format.month(run.month)}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Release</Trans>}
    >
      <Text size="sm">
        <Trans>
          It differs from last month by {run.difference_bp === null ? '–' : format.percent(run.difference_bp)}. Type the total that is about to be billed.
        </Trans>
      </Text>
      <MoneyField label={t`Total of the run`} required data-autofocus {...form.getInputProps('expected_total_minor')} />
    </FormDialog>
  )
}
