import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconX } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { latinDigits } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { MoneyField } from '../../ui/form.tsx'
import styles from './draft.module.css'
import { useItemText } from './item-text.ts'

type Line = paths['/api/v1/invoice-drafts/{id}']['get']['responses']['200']['content']['application/json']['lines'][number]

const ITEMS = ['equipment', 'installation', 'other'] as const

/** A line as it is typed. */
export interface LineValues {
  readonly key: string
  description: string
  item: (typeof ITEMS)[number]
  quantity: string
  unit_price_minor: number | null
  vat_rate_id: string | null
  vat_inclusive: 'yes' | 'no'
}
export interface DraftValues {
  lines: LineValues[]
}

let made = 0
const key = (): string => {
  made += 1
  return `line-${made}`
}
/** A fresh line, with the company's rate where it has only one. */
export const emptyLine = (vatRateId: string | null = null): LineValues => ({
  key: key(),
  description: '',
  item: 'equipment',
  quantity: '1',
  unit_price_minor: null,
  vat_rate_id: vatRateId,
  vat_inclusive: 'no',
})

export const valuesOf = (line: Line): LineValues => ({
  key: key(),
  description: line.description,
  item: line.item,
  quantity: String(line.quantity_milli / 1000),
  unit_price_minor: line.unit_price_minor,
  vat_rate_id: line.vat_rate_id === null ? null : String(line.vat_rate_id),
  vat_inclusive: line.vat_inclusive ? 'yes' : 'no',
})

/** What was typed as the server takes it; a quantity that is none is 0. */
export function lineOf(line: LineValues): Line {
  const plain = latinDigits(line.quantity).replaceAll(',', '').trim()
  return {
    description: line.description.trim(),
    item: line.item,
    quantity_milli: /^\d{1,6}(\.\d{1,3})?$/.test(plain) ? Math.round(Number(plain) * 1000) : 0,
    unit_price_minor: line.unit_price_minor ?? 0,
    vat_rate_id: line.vat_rate_id === null ? null : Number(line.vat_rate_id),
    vat_inclusive: line.vat_inclusive === 'yes',
  }
}

/** One line of a bill: what, how much of it, at which price and tax. */
export function DraftLine({ form, at, canGo }: { form: UseFormReturnType<DraftValues>; at: number; canGo: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const itemText = useItemText()
  const rates = api.useQuery('get', '/api/v1/vat-rates', {}).data?.items ?? []
  const n = format.number(at + 1)
  const path = `lines.${at}` as const
  const hasVat = form.getValues().lines[at]?.vat_rate_id != null
  return (
    <div className={styles.line} role="group" aria-label={t`Line ${n}`}>
      <TextInput className={styles.what ?? ''} label={t`What`} required maxLength={200} {...form.getInputProps(`${path}.description`)} />
      <Select label={t`Kind`} allowDeselect={false} data={ITEMS.map((value) => ({ value, label: itemText(value) }))} {...form.getInputProps(`${path}.item`)} />
      <TextInput label={t`Quantity`} inputMode="decimal" styles={{ input: { textAlign: 'end' } }} {...form.getInputProps(`${path}.quantity`)} />
      <MoneyField label={t`Price of one`} required {...form.getInputProps(`${path}.unit_price_minor`)} />
      <Select
        label={t`VAT`}
        clearable
        placeholder={t`None`}
        data={rates.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps(`${path}.vat_rate_id`)}
      />
      <Select
        label={t`In the price`}
        allowDeselect={false}
        disabled={!hasVat}
        data={[
          { value: 'no', label: t`no` },
          { value: 'yes', label: t`yes` },
        ]}
        {...form.getInputProps(`${path}.vat_inclusive`)}
      />
      <ActionIcon
        className={styles.go ?? ''}
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t`Take line ${n} out`}
        disabled={!canGo}
        onClick={() => form.removeListItem('lines', at)}
      >
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}
