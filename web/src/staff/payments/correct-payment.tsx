import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Select, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { FormFailure, MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { Money } from '../../ui/values.tsx'
import type { PaymentDetail } from './payment-page.tsx'

/** Takes a payment back whole, or gives some of it back. The payment itself stays in the books. */
export function CorrectPayment({ payment, correction, onClose }: { payment: PaymentDetail; correction: 'reverse' | 'refund'; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const intent = useIntent()
  const form = useForm({
    initialValues: {
      kind: 'mistake' as 'mistake' | 'bounced' | 'chargeback',
      amount_minor: (payment.remaining_minor > 0 ? payment.remaining_minor : payment.amount_minor - payment.refunded_minor) as number | null,
      unallocate: payment.remaining_minor === 0,
      reason: '',
    },
    validate: {
      reason: (value) => (value.trim().length < 3 ? t`Say why; it stands on the document` : null),
      amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ kind, amount_minor, unallocate, reason }) => {
    const params = { params: { path: { id: payment.id }, header: intent.header } }
    const { data, error } =
      correction === 'reverse'
        ? await http.POST('/api/v1/payments/{id}/reversal', { ...params, body: { kind, reason } })
        : await http.POST('/api/v1/payments/{id}/refunds', { ...params, body: { amount_minor: amount_minor ?? 0, unallocate, reason } })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(correction === 'reverse' ? t`The payment is reversed.` : t`The money is given back.`)
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={correction === 'reverse' ? t`Undo the payment` : t`Give money back`}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {correction === 'reverse' ? (
              <Trans>The whole payment is taken back. It stays in the books, marked as reversed, with your reason.</Trans>
            ) : (
              <Trans>The money leaves the wallet it went into.</Trans>
            )}
          </Text>
          {correction === 'reverse' ? (
            <Select
              label={t`What happened`}
              data={[
                { value: 'mistake', label: t`Entered by mistake` },
                { value: 'bounced', label: t`Cheque bounced` },
                { value: 'chargeback', label: t`Taken back by the bank` },
              ]}
              {...form.getInputProps('kind')}
            />
          ) : (
            <MoneyField label={t`Amount`} required {...form.getInputProps('amount_minor')} />
          )}
          {correction === 'refund' && (
            <Switch label={t`Open the invoices it paid again, newest first`} {...form.getInputProps('unallocate', { type: 'checkbox' })} />
          )}
          <TextInput label={t`Reason`} required data-autofocus {...form.getInputProps('reason')} />
          {correction === 'reverse' && <WhatReturns payment={payment} />}
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" color="red" loading={isSending}>
              {correction === 'reverse' ? <Trans>Undo the payment</Trans> : <Trans>Give back</Trans>}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** What the payment did, which its end undoes: the bills it paid, the credit it became, the wallet it went into. */
function WhatReturns({ payment }: { payment: PaymentDetail }) {
  const paid = new Map<string, number>()
  for (const { invoice_code, live_minor } of payment.allocations) paid.set(invoice_code, (paid.get(invoice_code) ?? 0) + live_minor)
  return (
    <Effect>
      {[...paid]
        .filter(([, amount]) => amount > 0)
        .map(([code, amount]) => (
          <EffectRow key={code} label={<Trans>Open again of {code}</Trans>}>
            <Money minor={amount} symbol tone="owed" />
          </EffectRow>
        ))}
      {payment.remaining_minor > 0 && (
        <EffectRow label={<Trans>No longer paid in advance</Trans>}>
          <Money minor={payment.remaining_minor} symbol />
        </EffectRow>
      )}
      {payment.wallet_name !== null && (
        <EffectRow label={<Trans>Leaves {payment.wallet_name}</Trans>} isSum>
          <Money minor={payment.amount_minor} symbol />
        </EffectRow>
      )}
    </Effect>
  )
}
