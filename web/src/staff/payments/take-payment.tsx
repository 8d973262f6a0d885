import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { FormFailure, MoneyField, useSubmit } from '../../ui/form.tsx'
import { Money } from '../../ui/values.tsx'
import quote from '../clients/register.module.css'
import { AheadAmounts } from './ahead-amounts.tsx'
import { ClientPicker } from './client-picker.tsx'
import type { PickedClient } from './client-picker.tsx'
import { MoneyInFields, moneyInOf, moneyInValues } from './money-in-fields.tsx'
import { PaymentTaken } from './payment-taken.tsx'

/** Lines that are paid before service are renewed instead. */
const isPaidAfter = ({ state, billing_mode }: { state: string; billing_mode: string }): boolean => billing_mode === 'postpaid' && state !== 'left'

export type Taken = paths['/api/v1/payments']['post']['responses']['201']['content']['application/json']

/**
 * Takes money in three strokes: find the client, type the amount, Enter. It pays the oldest due first, or the one bill it is taken for;
 * the rest becomes credit.
 */
export function TakePayment({
  client: given = null,
  invoice,
  onClose,
}: {
  client?: PickedClient | null
  invoice?: { readonly id: number; readonly code: string; readonly open_minor: number }
  onClose: () => void
}) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const [client, setClient] = useState(given)
  const intent = useIntent()
  const [taken, setTaken] = useState<Taken | null>(null)
  const form = useForm({
    initialValues: { amount_minor: (invoice?.open_minor ?? null) as number | null, ...moneyInValues(format.today()) },
    validate: { amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { amount_minor: amount } = form.getValues()
  const standing = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id: client?.id ?? 0 } } }, { enabled: client !== null }).data
  const owed = invoice?.open_minor ?? standing?.balance.receivable_minor ?? 0
  const refusal = standing === undefined || standing.allowed.take_payment.ok ? null : standing.allowed.take_payment.reason

  const send = submit(async ({ amount_minor, ...money }) => {
    if (client === null) return
    const { data, error } = await http.POST('/api/v1/payments', {
      params: { header: intent.header },
      body: {
        client_id: client.id,
        amount_minor: amount_minor ?? 0,
        ...moneyInOf(money),
        ...(invoice === undefined ? {} : { allocations: [{ invoice_id: invoice.id }] }),
      },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    setTaken(data)
  })
  const again = () => {
    setTaken(null)
    setClient(given)
    intent.next()
    form.reset()
  }
  if (taken !== null && client !== null)
    return (
      <PaymentTaken taken={taken} client={{ id: client.id, name: client.title }} {...(invoice === undefined ? { onAgain: again } : {})} onClose={onClose} />
    )

  return (
    <Modal opened onClose={onClose} title={invoice === undefined ? t`Take a payment` : t`Take a payment for ${invoice.code}`}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <ClientPicker
            label={t`Client`}
            value={client}
            onChange={(chosen) => {
              setClient(chosen)
              setTimeout(() => form.getInputNode('amount_minor')?.focus(), 0)
            }}
          />
          {standing !== undefined && (
            <dl className={quote.quote}>
              <div>
                <dt>
                  <Trans>Owes</Trans>
                </dt>
                <dd>
                  <Money minor={owed} symbol tone="owed" />
                </dd>
              </div>
              {standing.balance.credit_minor > 0 && (
                <div>
                  <dt>
                    <Trans>Paid in advance</Trans>
                  </dt>
                  <dd>
                    <Money minor={standing.balance.credit_minor} symbol tone="good" />
                  </dd>
                </div>
              )}
            </dl>
          )}
          <Group align="end" gap="xs" wrap="nowrap">
            <MoneyField
              label={t`Amount`}
              required
              style={{ flex: 1 }}
              data-autofocus={given === null ? undefined : true}
              {...form.getInputProps('amount_minor')}
            />
            {owed > 0 && owed !== amount && (
              <Button variant="default" h={34} onClick={() => form.setFieldValue('amount_minor', owed)}>
                <Trans>All of it</Trans>
              </Button>
            )}
          </Group>
          {client !== null && invoice === undefined && standing?.subscriptions.some(isPaidAfter) === true && (
            <AheadAmounts key={client.id} clientId={client.id} onChoose={(minor) => form.setFieldValue('amount_minor', minor)} />
          )}
          <MoneyInFields form={form} />
          {refusal !== null && (
            <Alert color="yellow" py="xs">
              {refusal}
            </Alert>
          )}
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending} disabled={client === null || refusal !== null}>
              <Trans>Take the payment</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
