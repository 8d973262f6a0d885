import { Trans, useLingui } from '@lingui/react/macro'
import { Radio, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useList } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import type { PaymentDetail } from './payment-page.tsx'

const CREDIT = 'credit'

/** Takes what a payment paid off one bill and sets it against another, or leaves it as credit for the next one. */
export function MovePayment({ payment, onClose }: { payment: PaymentDetail; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const freeing = useIntent()
  const paying = useIntent()
  const live = payment.allocations.filter(({ live_minor }) => live_minor > 0)
  const open = useList('/api/v1/invoices', { query: { client_id: String(payment.client_id ?? 0), open: 'true' }, pageSize: 50 }).rows
  const form = useForm({
    initialValues: { from: live[0] === undefined ? CREDIT : String(live[0].id), to: CREDIT as string | null, reason: '' },
    validate: {
      reason: (value, { from }) => (from !== CREDIT && value.trim().length < 3 ? t`Say why; it stands in the books` : null),
      to: (value, { from }) => (from === CREDIT && (value ?? CREDIT) === CREDIT ? t`Choose a bill` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const values = form.getValues()
  const from = live.find(({ id }) => String(id) === values.from)
  const moved = from === undefined ? payment.remaining_minor : from.live_minor
  const target = open.find(({ id }) => String(id) === values.to && id !== from?.invoice_id)
  const pays = target === undefined ? 0 : Math.min(moved, target.open_minor)

  const send = submit(async ({ reason }) => {
    if (from !== undefined) {
      const freed = await http.POST('/api/v1/allocations/{id}/reversal', { params: { path: { id: from.id }, header: freeing.header }, body: { reason } })
      if (freed.error !== undefined) throw freed.error
    }
    if (target !== undefined) {
      const paid = await http.POST('/api/v1/payments/{id}/allocations', {
        params: { path: { id: payment.id }, header: paying.header },
        body: { allocations: [{ invoice_id: target.id, amount_minor: pays }] },
      })
      if (paid.error !== undefined) throw paid.error
    }
    await queries.invalidateQueries()
    sayDone(target === undefined ? t`The money is credit for the next bill.` : t`The money pays ${target.code}.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Move the money of ${payment.receipt_code ?? `#${payment.id}`}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Move {format.money(moved)}</Trans>}
    >
      <Radio.Group label={t`From`} {...form.getInputProps('from')}>
        <Stack gap={6} mt={2}>
          {live.map((part) => (
            <Radio key={part.id} value={String(part.id)} label={`${part.invoice_code} · ${format.money(part.live_minor)}`} />
          ))}
          {payment.remaining_minor > 0 && <Radio value={CREDIT} label={t`Credit, ${format.money(payment.remaining_minor)}`} />}
        </Stack>
      </Radio.Group>
      <Select
        label={t`To`}
        data={[
          { value: CREDIT, label: t`Credit for the next bill` },
          ...open
            .filter(({ id }) => id !== from?.invoice_id)
            .map(({ id, code, open_minor }) => ({ value: String(id), label: `${code} · ${format.money(open_minor)}` })),
        ]}
        {...form.getInputProps('to')}
      />
      {from !== undefined && <TextInput label={t`Reason`} required data-autofocus {...form.getInputProps('reason')} />}
      <Effect>
        {from !== undefined && (
          <EffectRow label={<Trans>{from.invoice_code} is open again over</Trans>}>
            <Money minor={from.live_minor} symbol tone="owed" />
          </EffectRow>
        )}
        {target !== undefined && (
          <EffectRow label={<Trans>{target.code} is paid by</Trans>}>
            <Money minor={pays} symbol tone="good" />
          </EffectRow>
        )}
        <EffectRow label={<Trans>Credit for the next bill</Trans>} isSum>
          <Money minor={moved - pays} symbol />
        </EffectRow>
      </Effect>
    </FormDialog>
  )
}
