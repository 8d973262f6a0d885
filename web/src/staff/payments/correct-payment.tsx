import { Trans, useLingui } from '@lingui/react/macro'
import { Select, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { WalletField } from './money-in-fields.tsx'
import type { PaymentDetail } from './payment-page.tsx'

interface Props {
  readonly payment: PaymentDetail
  readonly onClose: () => void
}

/** Takes a payment back whole, or gives some of it back. The payment itself stays in the books. */
export function CorrectPayment({ correction, ...props }: Props & { correction: 'reverse' | 'refund' }) {
  return correction === 'reverse' ? <ReversePayment {...props} /> : <RefundPayment {...props} />
}

function ReversePayment({ payment, onClose }: Props) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const { header } = useIntent()
  const form = useForm({
    initialValues: { kind: 'mistake' as 'mistake' | 'bounced' | 'chargeback', reason: '' },
    validate: { reason: (value) => (value.trim().length < 3 ? t`Say why; it stands on the document` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ kind, reason }) => {
    const { error } = await http.POST('/api/v1/payments/{id}/reversal', {
      params: { path: { id: payment.id }, header },
      body: { kind, reason },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The payment is reversed.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Undo the payment`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Undo the payment</Trans>}
      isDanger
    >
      <Text size="sm" c="dimmed">
        <Trans>The whole payment is taken back. It stays in the books, marked as reversed, with your reason.</Trans>
      </Text>
      <Select
        label={t`What happened`}
        allowDeselect={false}
        data={[
          { value: 'mistake', label: t`Entered by mistake` },
          { value: 'bounced', label: t`Cheque bounced` },
          { value: 'chargeback', label: t`Taken back by the bank` },
        ]}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t`Reason`} required data-autofocus {...form.getInputProps('reason')} />
      <WhatReturns payment={payment} />
    </FormDialog>
  )
}

function RefundPayment({ payment, onClose }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const { header } = useIntent()
  const left = payment.amount_minor - payment.refunded_minor
  const form = useForm({
    initialValues: {
      amount_minor: (payment.remaining_minor > 0 ? payment.remaining_minor : left) as number | null,
      wallet_id: payment.wallet_id === null ? null : String(payment.wallet_id),
      trx_id: '',
      unallocate: payment.remaining_minor === 0,
      reason: '',
    },
    validate: {
      amount_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : value > left ? t`At most ${format.money(left)} is left of it` : null),
      reason: (value) => (value.trim().length < 3 ? t`Say why; it stands on the document` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { amount_minor, unallocate } = form.getValues()
  const amount = amount_minor ?? 0
  const opened = unallocate ? Math.max(0, amount - payment.remaining_minor) : 0
  const send = submit(async ({ wallet_id, trx_id, reason }) => {
    const { data, error } = await http.POST('/api/v1/payments/{id}/refunds', {
      params: { path: { id: payment.id }, header },
      body: {
        amount_minor: amount,
        unallocate,
        reason,
        ...(wallet_id === null ? {} : { wallet_id: Number(wallet_id) }),
        ...(trx_id.trim() === '' ? {} : { trx_id }),
      },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${data.code}: the money is given back.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Give money back`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Give back</Trans>}
      isDanger
    >
      <MoneyField label={t`Amount`} required data-autofocus {...form.getInputProps('amount_minor')} />
      <WalletField label={t`Out of`} isNeeded {...form.getInputProps('wallet_id')} />
      {payment.method !== 'cash' && <TextInput label={t`TrxID of the money sent back`} autoComplete="off" {...form.getInputProps('trx_id')} />}
      <TextInput label={t`Reason`} required {...form.getInputProps('reason')} />
      {payment.allocations.some(({ live_minor }) => live_minor > 0) && (
        <Switch label={t`Open the invoices it paid again, newest first`} {...form.getInputProps('unallocate', { type: 'checkbox' })} />
      )}
      <Effect>
        <EffectRow label={<Trans>Taken from his credit</Trans>}>
          <Money minor={Math.min(amount, payment.remaining_minor)} symbol />
        </EffectRow>
        <EffectRow label={<Trans>Open again on invoices</Trans>} isSum>
          <Money minor={opened} symbol tone="owed" />
        </EffectRow>
      </Effect>
    </FormDialog>
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
