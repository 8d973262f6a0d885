import { useLingui } from '@lingui/react/macro'
import { Group, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { MoneyField, PercentField } from '../../ui/form.tsx'

/** A price of its own, or a standing discount, as it is typed. */
export interface PriceValues {
  price_kind: 'package' | 'own' | 'percent' | 'amount'
  own_minor: number | null
  percent_bp: number | null
  off_minor: number | null
  price_reason: string
}

export const PACKAGE_PRICE: PriceValues = { price_kind: 'package', own_minor: null, percent_bp: null, off_minor: null, price_reason: '' }

/** As the server takes it; the reason has a name of its own on each route. */
export const ownPriceOf = ({ price_kind, own_minor, percent_bp, off_minor }: PriceValues) => ({
  price_override_minor: price_kind === 'own' ? own_minor : null,
  discount_bp: price_kind === 'percent' ? (percent_bp ?? 0) : 0,
  discount_minor: price_kind === 'amount' ? (off_minor ?? 0) : 0,
})

/** The form's name for a field the server names. */
export const priceField = (field: string): string =>
  ({
    price_override_minor: 'own_minor',
    discount_bp: 'percent_bp',
    discount_minor: 'off_minor',
    discount_reason: 'price_reason',
  })[field] ?? field

export function usePriceRules() {
  const { t } = useLingui()
  const needed = (kind: PriceValues['price_kind'], message: string) => (value: number | null, values: PriceValues) =>
    values.price_kind === kind && value === null ? message : null
  return {
    own_minor: needed('own', t`Enter an amount`),
    percent_bp: needed('percent', t`Enter a percentage up to 100`),
    off_minor: needed('amount', t`Enter an amount`),
    price_reason: (value: string, values: PriceValues) => (values.price_kind !== 'package' && value.trim() === '' ? t`Say why` : null),
  }
}

/** The price of the package, or what was agreed with this client, and why. */
export function PriceFields<Values extends PriceValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useLingui()
  const { price_kind: kind } = form.getValues()
  return (
    <>
      <Group grow align="start">
        <Select
          label={t`Price`}
          data={[
            { value: 'package', label: t`of the package` },
            { value: 'own', label: t`an own price` },
            { value: 'percent', label: t`a discount in per cent` },
            { value: 'amount', label: t`a discount as an amount` },
          ]}
          {...form.getInputProps('price_kind')}
        />
        {kind === 'own' && <MoneyField key="own" label={t`Own price`} required {...form.getInputProps('own_minor')} />}
        {kind === 'percent' && <PercentField key="percent" label={t`Discount`} required {...form.getInputProps('percent_bp')} />}
        {kind === 'amount' && <MoneyField key="off" label={t`Discount each cycle`} required {...form.getInputProps('off_minor')} />}
      </Group>
      {kind !== 'package' && <TextInput label={t`Why this price`} required {...form.getInputProps('price_reason')} />}
    </>
  )
}
