import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { lineName, monthlyPrice, priceOf } from '../clients/client.ts'
import type { Line } from '../clients/client.ts'
import { ownPriceOf, PACKAGE_PRICE, priceField, PriceFields, usePriceRules } from './price-fields.tsx'
import type { PriceValues } from './price-fields.tsx'
import { TermsHistory } from './terms-history.tsx'

interface Values extends PriceValues {
  starts_on: string | null
  ends_on: string | null
}

/** An own price or a standing discount of a line, from when to when, why, and by whom; or back to the price of the package. */
export function ChangeTerms({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const { user } = useMe()
  const format = useFormat()
  const queries = useQueryClient()
  const form = useForm<Values>({
    initialValues: { starts_on: format.today(), ends_on: null, ...PACKAGE_PRICE, price_kind: 'percent' },
    validate: { starts_on: (value) => (value === null ? t`Choose a day` : null), ...usePriceRules() },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => (field === 'reason' ? 'price_reason' : priceField(field)) })
  const values = form.getValues()
  const price = ownPriceOf(values)
  const send = submit(async ({ starts_on, ends_on, price_reason }) => {
    const { error } = await http.POST('/api/v1/subscriptions/{id}/terms', {
      params: { path: { id: line.id } },
      body: { starts_on: starts_on ?? format.today(), ends_on, reason: price_reason, ...price },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The price is agreed.`)
    onClose()
  })
  const after = line.current_terms === null ? 0 : priceOf({ list_price_minor: line.current_terms.list_price_minor, ...price })
  return (
    <FormDialog
      title={t`Price of ${lineName(line)}`}
      {...(line.terms.length > 1 ? { size: 'lg' } : {})}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Agree on the price</Trans>}
    >
      <PriceFields form={form} />
      <Group grow align="start">
        <DayField label={t`From`} required {...form.getInputProps('starts_on')} />
        <DayField
          label={t`Until before`}
          description={t`Empty: until it is changed.`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          clearable
          {...form.getInputProps('ends_on')}
        />
      </Group>
      <Effect>
        <EffectRow label={<Trans>Each cycle, before VAT</Trans>} isSum>
          {format.money(monthlyPrice(line))} → {format.money(after)}
        </EffectRow>
        <EffectRow label={<Trans>Approved by</Trans>}>{user.full_name}</EffectRow>
      </Effect>
      <Text size="sm" c="dimmed">
        <Trans>Days that are billed already stay as they are; the next bill has the new price.</Trans>
      </Text>
      {line.terms.length > 1 && <TermsHistory line={line} />}
    </FormDialog>
  )
}
