import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http, newIdempotencyKey } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormFailure, MoneyField, useSubmit } from '../../ui/form.tsx'
import { Money } from '../../ui/values.tsx'
import quote from '../clients/register.module.css'
import { ClientPicker } from './client-picker.tsx'
import type { PickedClient } from './client-picker.tsx'
import { STAFF_METHODS, useMethodText } from './methods.ts'
import type { StaffMethod } from './methods.ts'
import { PaymentTaken } from './payment-taken.tsx'

export type Taken = paths['/api/v1/payments']['post']['responses']['201']['content']['application/json']

/** Takes money in three strokes: find the client, type the amount, Enter. It pays the oldest due first; the rest becomes credit. */
export function TakePayment({ client: given = null, onClose }: { client?: PickedClient | null; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const methodText = useMethodText()
  const [client, setClient] = useState(given)
  const [key, setKey] = useState(newIdempotencyKey)
  const [taken, setTaken] = useState<Taken | null>(null)
  const form = useForm({
    initialValues: { amount_minor: null as number | null, method: 'cash' as StaffMethod, trx_id: '', value_on: format.today() as string | null, note: '' },
    validate: { amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { method, amount_minor: amount } = form.getValues()
  const standing = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id: client?.id ?? 0 } } }, { enabled: client !== null }).data
  const owed = standing?.balance.receivable_minor ?? 0

  const send = submit(async ({ trx_id, value_on, note, amount_minor }) => {
    if (client === null) return
    const body = {
      client_id: client.id,
      amount_minor: amount_minor ?? 0,
      method,
      note,
      ...(trx_id.trim() === '' ? {} : { trx_id }),
      ...(value_on === null ? {} : { value_on }),
    }
    const { data, error } = await http.POST('/api/v1/payments', { params: { header: { 'idempotency-key': key } }, body })
    if (data === undefined) {
      setKey(newIdempotencyKey())
      throw error
    }
    await queries.invalidateQueries()
    setTaken(data)
  })
  const again = () => {
    setTaken(null)
    setClient(given)
    setKey(newIdempotencyKey())
    form.reset()
  }
  if (taken !== null) return <PaymentTaken taken={taken} name={client?.title ?? ''} onAgain={again} onClose={onClose} />

  return (
    <Modal opened onClose={onClose} title={t`Take a payment`}>
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
          <SegmentedControl
            fullWidth
            aria-label={t`Method`}
            data={STAFF_METHODS.map((value) => ({ value, label: methodText(value) }))}
            {...form.getInputProps('method')}
          />
          <Group grow align="start">
            {method !== 'cash' && <TextInput label={t`TrxID or slip number`} autoComplete="off" {...form.getInputProps('trx_id')} />}
            <DayField label={t`Received on`} maxDate={format.today()} {...form.getInputProps('value_on')} />
          </Group>
          <TextInput label={t`Note`} {...form.getInputProps('note')} />
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending} disabled={client === null}>
              <Trans>Take the payment</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
