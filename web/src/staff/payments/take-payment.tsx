import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useList } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { FormFailure, MoneyField, useSubmit } from '../../ui/form.tsx'
import { Money } from '../../ui/values.tsx'
import { AheadAmounts } from './ahead-amounts.tsx'
import { ClientPicker } from './client-picker.tsx'
import type { PickedClient } from './client-picker.tsx'
import { DiscountFields, noDiscount } from './discount-fields.tsx'
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
  const [hasDiscount, setDiscount] = useState(false)
  const form = useForm({
    initialValues: { amount_minor: (invoice?.open_minor ?? null) as number | null, ...noDiscount, ...moneyInValues(format.today()) },
    validate: {
      amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null),
      discount_minor: (value) => (hasDiscount && (value === null || value <= 0) ? t`Enter an amount` : null),
      discount_reason: (value) => (hasDiscount && value.trim().length < 3 ? t`Say why; it stands on the document` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { amount_minor: amount, discount_minor } = form.getValues()
  const standing = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id: client?.id ?? 0 } } }, { enabled: client !== null }).data
  const owed = invoice?.open_minor ?? standing?.balance.receivable_minor ?? 0
  const off = hasDiscount ? (discount_minor ?? 0) : 0
  const due = Math.max(0, owed - off)
  const refusal = standing === undefined || standing.allowed.take_payment.ok ? null : standing.allowed.take_payment.reason

  // The oldest is the last of the list; it is the one that is paid first, and the one a discount is asked for.
  const open = useList('/api/v1/invoices', {
    query: { client_id: String(client?.id ?? 0), open: 'true' },
    pageSize: 50,
    isAsked: client !== null && hasDiscount && invoice === undefined,
  }).rows
  const discounted = invoice?.id ?? open.at(-1)?.id

  const send = submit(async ({ amount_minor, discount_minor: less, discount_reason, ...money }) => {
    if (client === null) return
    const { data, error } = await http.POST('/api/v1/payments', {
      params: { header: intent.header },
      body: {
        client_id: client.id,
        amount_minor: amount_minor ?? 0,
        ...moneyInOf(money),
        ...(invoice === undefined ? {} : { allocations: [{ invoice_id: invoice.id }] }),
        ...(hasDiscount ? { discount: { invoice_id: discounted ?? 0, amount_minor: less ?? 0, reason: discount_reason } } : {}),
      },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    setTaken(data)
  })
  const again = () => {
    setTaken(null)
    setDiscount(false)
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
            <Effect>
              <EffectRow label={<Trans>Owes</Trans>}>
                <Money minor={owed} symbol tone="owed" />
              </EffectRow>
              {standing.balance.credit_minor > 0 && (
                <EffectRow label={<Trans>Paid in advance</Trans>}>
                  <Money minor={standing.balance.credit_minor} symbol tone="good" />
                </EffectRow>
              )}
              {off > 0 && (
                <EffectRow label={<Trans>Discount</Trans>}>
                  <Money minor={-off} symbol />
                </EffectRow>
              )}
              {amount !== null && amount > 0 && (
                <EffectRow label={amount > due ? <Trans>Becomes credit for the next bill</Trans> : <Trans>Owes afterwards</Trans>} isSum>
                  <Money minor={Math.abs(due - amount)} symbol tone={amount > due ? 'good' : 'owed'} />
                </EffectRow>
              )}
            </Effect>
          )}
          <Group align="end" gap="xs" wrap="nowrap">
            <MoneyField
              label={t`Amount`}
              required
              style={{ flex: 1 }}
              data-autofocus={given === null ? undefined : true}
              {...form.getInputProps('amount_minor')}
            />
            {due > 0 && due !== amount && (
              <Button variant="default" h={34} onClick={() => form.setFieldValue('amount_minor', due)}>
                <Trans>All of it</Trans>
              </Button>
            )}
          </Group>
          {standing !== undefined && owed > 0 && standing.allowed.give_discount.ok && <DiscountFields form={form} isOn={hasDiscount} onToggle={setDiscount} />}
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
            <Button type="submit" loading={isSending} disabled={client === null || refusal !== null || (hasDiscount && discounted === undefined)}>
              <Trans>Take the payment</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
