import { Trans, useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Client } from '../clients/client.ts'
import { BillAhead } from '../clients/first-bill.tsx'
import { useTaken } from '../clients/use-taken.ts'
import { newLineOf, newLineValues, SaleFields, TechnicalFields } from './line-fields.tsx'
import { priceField, usePriceRules } from './price-fields.tsx'

/** Another line for a client, with its first bill in view. */
export function AddLine({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const form = useForm({
    initialValues: newLineValues(format.today()),
    validate: { package_id: (value) => (value === null ? t`Choose a package` : null), ...usePriceRules() },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: priceField })
  const values = form.getValues()
  const taken = useTaken({ phone: '', pppoe_login: values.pppoe_login })
  const send = submit(async (typed) => {
    const { error } = await http.POST('/api/v1/subscriptions', {
      params: { header: intent.header },
      body: { ...newLineOf(typed, format.today()), client_id: client.id },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The line is added.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Add a line for ${client.name}`}
      size="lg"
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Add the line</Trans>}
    >
      <SaleFields form={form} />
      {values.package_id !== null && (
        <Stack gap="md">
          <TechnicalFields form={form} loginTaken={taken.pppoe_login} hasPassword />
          <BillAhead line={values} isVatExempt={client.is_vat_exempt} vatRateId={client.vat_rate_id} />
        </Stack>
      )}
    </FormDialog>
  )
}
