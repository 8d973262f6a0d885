import { useLingui } from '@lingui/react/macro'
import { NumberInput, SegmentedControl, Select, Stack, Switch, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { MoneyField } from '../../ui/form.tsx'
import styles from './package.module.css'

export interface PriceValues {
  kind: 'percent' | 'amount' | 'set'
  percent: number | string
  amount: number | null
  round_to_minor: string
  starts_on: string | null
  approval_no: string
  approved_on: string | null
  moves: boolean
  moves_on: string | null
}

export const priceValues = (today: string): PriceValues => ({
  kind: 'percent',
  percent: '',
  amount: null,
  round_to_minor: '100',
  starts_on: firstOfNextMonth(today),
  approval_no: '',
  approved_on: null,
  moves: false,
  moves_on: null,
})

/** What is asked of the server, or null while it is not whole. */
export function priceChange({ kind, percent, amount }: PriceValues) {
  if (kind === 'percent') {
    const bp = Math.round(Number(percent) * 100)
    return percent === '' || percent === '-' || bp === 0 ? null : { kind, percent_bp: bp }
  }
  if (amount === null) return null
  return kind === 'amount' ? (amount === 0 ? null : { kind, amount_minor: amount }) : amount < 0 ? null : { kind, price_minor: amount }
}

/** Prices mostly change with the month. */
export function firstOfNextMonth(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

export function PriceChangeFields({ form }: { form: UseFormReturnType<PriceValues> }) {
  const { t } = useLingui()
  const format = useFormat()
  const { kind, moves, starts_on } = form.getValues()
  const steps = [1, 100, 500, 1000, 5000, 10_000]
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t`How the prices change`}
        style={{ alignSelf: 'start', maxWidth: '100%' }}
        data={[
          { value: 'percent', label: t`By per cent` },
          { value: 'amount', label: t`By an amount` },
          { value: 'set', label: t`To one price` },
        ]}
        {...form.getInputProps('kind')}
      />
      <div className={styles.terms}>
        {kind === 'percent' ? (
          <NumberInput
            label={t`Per cent`}
            description={t`With a minus sign to lower them.`}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            suffix="%"
            min={-100}
            max={1000}
            decimalScale={2}
            {...form.getInputProps('percent')}
          />
        ) : (
          <MoneyField
            key={kind}
            label={kind === 'set' ? t`New price` : t`Amount`}
            description={kind === 'set' ? undefined : t`With a minus sign to lower them.`}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...form.getInputProps('amount')}
          />
        )}
        <Select
          label={t`Rounded to`}
          data={steps.map((step) => ({ value: String(step), label: step === 1 ? t`not rounded` : t`whole ${format.roundMoney(step)}` }))}
          {...form.getInputProps('round_to_minor')}
        />
        <DayField label={t`From`} required {...form.getInputProps('starts_on')} />
        <TextInput label={t`Approval number`} {...form.getInputProps('approval_no')} />
        <DayField label={t`Approved on`} clearable {...form.getInputProps('approved_on')} />
      </div>
      <div className={styles.terms}>
        <Switch
          label={t`Move the lines already sold to it`}
          description={t`Without this they keep their present price, and only new sales get the new one.`}
          {...form.getInputProps('moves', { type: 'checkbox' })}
        />
        {moves && (
          <DayField label={t`The lines move on`} placeholder={starts_on === null ? '' : format.date(starts_on)} clearable {...form.getInputProps('moves_on')} />
        )}
      </div>
    </Stack>
  )
}
