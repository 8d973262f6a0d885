import { Trans, useLingui } from '@lingui/react/macro'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { lineName } from '../clients/client.ts'
import type { Line } from '../clients/client.ts'
import { technicalOf, TechnicalFields, technicalValues } from './line-fields.tsx'

/** The technical facts of a line; somebody else's change in between is refused, not overwritten. */
export function EditLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const form = useForm({ initialValues: technicalValues(line) })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (values) => {
    const { error } = await http.PATCH('/api/v1/subscriptions/{id}', {
      params: { path: { id: line.id } },
      body: { ...technicalOf(values), version: line.version },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`Saved.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Line ${lineName(line)}`}
      size="lg"
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Save</Trans>}
    >
      <TechnicalFields form={form} />
    </FormDialog>
  )
}
