import { Trans, useLingui } from '@lingui/react/macro'
import { Divider } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Client } from './client.ts'
import { MoreFields, personOf, personValues, PlaceFields, usePersonRules, WhoFields } from './person-fields.tsx'

/** Changes what is known of a client; somebody else's change in between is refused, not overwritten. */
export function EditClient({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const form = useForm({ initialValues: personValues(client, client.locale), validate: usePersonRules() })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (values) => {
    const { data, error } = await http.PATCH('/api/v1/clients/{id}', {
      params: { path: { id: client.id } },
      body: { ...personOf(values), version: client.version },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`Saved.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Edit ${client.name}`}
      size="lg"
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Save</Trans>}
    >
      <WhoFields form={form} nidMasked={client.nid_masked} />
      <Divider />
      <PlaceFields form={form} />
      <Divider />
      <MoreFields form={form} />
    </FormDialog>
  )
}
