import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, NumberInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http, isProblem } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useQuote } from '../../api/use-quote.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { MoneyField, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { lastDay } from '../billing/invoice-paper.tsx'
import { lineName } from '../clients/client.ts'
import type { Client, Line } from '../clients/client.ts'
import { MoneyInFields, moneyInOf, moneyInValues } from '../payments/money-in-fields.tsx'
import { PaymentTaken } from '../payments/payment-taken.tsx'
import type { Taken } from '../payments/take-payment.tsx'

const OFTEN = [1, 3, 6, 12]

/** Renews a prepaid line by some cycles and takes the money for it in one go; the receipt is offered afterwards. */
export function RenewLine({ client, line, onClose }: { client: Client; line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const queries = useQueryClient()
  const intent = useIntent()
  const [taken, setTaken] = useState<Taken | null>(null)
  const form = useForm({ initialValues: { cycles: 1 as number | string, amount_minor: null as number | null, ...moneyInValues(format.today()) } })
  const { submit, isSending, failure } = useSubmit(form)
  const values = form.getValues()
  const cycles = Number(values.cycles)
  const isCount = Number.isInteger(cycles) && cycles >= 1 && cycles <= 60
  const quoteBody = { cycles, ...(values.value_on === null ? {} : { value_on: values.value_on }) }
  const effect = useQuote(isCount ? [line.id, 'renewal', quoteBody] : null, () =>
    http.POST('/api/v1/subscriptions/{id}/renewals/quote', { params: { path: { id: line.id } }, body: quoteBody }),
  )
  const toPay = effect.data?.to_pay_minor ?? 0
  const amount = values.amount_minor ?? toPay
  const send = submit(async (typed) => {
    const { data, error } = await http.POST('/api/v1/subscriptions/{id}/renewals', {
      params: { path: { id: line.id }, header: intent.header },
      body: { cycles, ...moneyInOf(typed), ...(amount > 0 ? { amount_minor: amount } : {}) },
    })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    setTaken(data.payment)
  })
  if (taken !== null) return <PaymentTaken taken={taken} client={client} onClose={onClose} />
  return (
    <FormDialog
      title={t`Renew ${lineName(line)}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure ?? (isProblem(effect.error) ? effect.error.detail : null)}
      submitLabel={<Trans>Take {format.money(amount)} and renew</Trans>}
      isDisabled={!effect.isFresh}
    >
      <Group align="end" gap="xs" wrap="nowrap">
        <NumberInput label={t`Cycles`} min={1} max={60} allowDecimal={false} style={{ flex: 1 }} data-autofocus {...form.getInputProps('cycles')} />
        {OFTEN.map((count) => (
          <Button
            key={count}
            h={34}
            px={11}
            variant={count === cycles ? 'light' : 'default'}
            aria-pressed={count === cycles}
            aria-label={counted.cycles(count)}
            onClick={() => form.setFieldValue('cycles', count)}
          >
            {format.number(count)}
          </Button>
        ))}
      </Group>
      {effect.data !== undefined && (
        <Effect isStale={!effect.isFresh}>
          <EffectRow label={<Trans>Paid up from</Trans>}>{format.date(effect.data.starts_on)}</EffectRow>
          <EffectRow label={<Trans>Paid up to and including</Trans>}>{format.date(lastDay(effect.data.ends_on))}</EffectRow>
          <EffectRow label={<Trans>Costs, with VAT</Trans>}>
            <Money minor={effect.data.total_minor} symbol />
          </EffectRow>
          {effect.data.total_minor > toPay && (
            <EffectRow label={<Trans>Paid in advance already</Trans>}>
              <Money minor={effect.data.total_minor - toPay} symbol tone="good" />
            </EffectRow>
          )}
          <EffectRow label={<Trans>To take</Trans>} isSum>
            <Money minor={toPay} symbol />
          </EffectRow>
        </Effect>
      )}
      <MoneyField
        key={toPay}
        label={t`Amount taken`}
        description={t`Less than the costs leaves the bill open, and the line is renewed when it is paid.`}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        {...form.getInputProps('amount_minor')}
        value={amount}
      />
      <MoneyInFields form={form} />
    </FormDialog>
  )
}
