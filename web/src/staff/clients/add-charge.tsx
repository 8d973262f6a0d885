import { Trans, useLingui } from '@lingui/react/macro'
import { Group, NumberInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { api, http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { lineName } from './client.ts'
import type { Client } from './client.ts'
import { useChargeItemText } from './words.ts'

const ITEMS = ['addon', 'installation', 'equipment', 'other'] as const

/** An add-on each cycle or something once; the next bill carries it. */
export function AddCharge({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const itemText = useChargeItemText()
  const rates = api.useQuery('get', '/api/v1/vat-rates', {}, { enabled: may('package.view'), staleTime: 60_000 }).data?.items ?? []
  const lines = client.subscriptions.filter(({ state }) => state !== 'left')
  const form = useForm({
    initialValues: {
      kind: 'one_time' as 'recurring' | 'one_time',
      item: 'installation' as (typeof ITEMS)[number],
      description: '',
      unit_price_minor: null as number | null,
      quantity: 1 as number | string,
      subscription_id: lines.length === 1 ? String(lines[0]?.id) : null,
      vat_rate_id: null as string | null,
      vat_inclusive: false,
      starts_on: format.today() as string | null,
      ends_on: null as string | null,
    },
    validate: {
      description: (value) => (value.trim() === '' ? t`It stands on the bill; write what it is` : null),
      unit_price_minor: (value) => (value === null || value <= 0 ? t`Enter an amount` : null),
      quantity: (value) => (Number(value) > 0 ? null : t`Enter how many`),
    },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => (field === 'quantity_milli' ? 'quantity' : field) })
  const values = form.getValues()
  const isRecurring = values.kind === 'recurring'
  const total = Math.round((values.unit_price_minor ?? 0) * Number(values.quantity))
  const send = submit(async (typed) => {
    const { error } = await http.POST('/api/v1/clients/{id}/charges', {
      params: { path: { id: client.id }, header: intent.header },
      body: {
        kind: typed.kind,
        item: typed.item,
        description: typed.description,
        unit_price_minor: typed.unit_price_minor ?? 0,
        quantity_milli: Math.round(Number(typed.quantity) * 1000),
        vat_inclusive: typed.vat_rate_id !== null && typed.vat_inclusive,
        starts_on: typed.starts_on ?? format.today(),
        ...(typed.subscription_id === null ? {} : { subscription_id: Number(typed.subscription_id) }),
        ...(typed.vat_rate_id === null ? {} : { vat_rate_id: Number(typed.vat_rate_id) }),
        ...(isRecurring && typed.ends_on !== null ? { ends_on: typed.ends_on } : {}),
      },
    })
    if (error !== undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The next bill carries it.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Add a charge for ${client.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Add the charge</Trans>}
    >
      <SegmentedControl
        fullWidth
        aria-label={t`How often`}
        data={[
          { value: 'one_time', label: t`Once` },
          { value: 'recurring', label: t`Each cycle` },
        ]}
        {...form.getInputProps('kind')}
        onChange={(kind) => {
          form.setFieldValue('kind', kind as 'recurring' | 'one_time')
          form.setFieldValue('item', kind === 'recurring' ? 'addon' : 'installation')
        }}
      />
      <Group grow align="start">
        <Select label={t`Kind`} data={ITEMS.map((value) => ({ value, label: itemText(value) }))} {...form.getInputProps('item')} />
        {lines.length > 0 && (
          <Select
            label={t`Line`}
            placeholder={t`The client himself`}
            clearable
            data={lines.map((line) => ({ value: String(line.id), label: lineName(line) }))}
            {...form.getInputProps('subscription_id')}
          />
        )}
      </Group>
      <TextInput label={t`What it is`} required data-autofocus {...form.getInputProps('description')} />
      <Group grow align="start">
        <MoneyField label={t`Price of one`} required {...form.getInputProps('unit_price_minor')} />
        <NumberInput label={t`How many`} min={0.001} decimalScale={3} {...form.getInputProps('quantity')} />
      </Group>
      {rates.length > 0 && (
        <Group grow align="end">
          <Select
            label={t`VAT`}
            clearable
            placeholder={t`No VAT`}
            data={rates.map((rate) => ({ value: String(rate.id), label: rate.name }))}
            {...form.getInputProps('vat_rate_id')}
          />
          {values.vat_rate_id !== null && (
            <Switch label={t`The price contains the VAT`} mb={7} {...form.getInputProps('vat_inclusive', { type: 'checkbox' })} />
          )}
        </Group>
      )}
      <Group grow align="start">
        <DayField label={isRecurring ? t`From` : t`Day`} required {...form.getInputProps('starts_on')} />
        {isRecurring && (
          <DayField
            label={t`Until before`}
            description={t`Empty: until somebody ends it.`}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            clearable
            {...form.getInputProps('ends_on')}
          />
        )}
      </Group>
      <Effect>
        <EffectRow label={isRecurring ? <Trans>Each cycle, from the next bill on</Trans> : <Trans>On the next bill</Trans>} isSum>
          <Money minor={total} symbol /> {values.vat_rate_id !== null && (values.vat_inclusive ? t`with VAT` : t`before VAT`)}
        </EffectRow>
      </Effect>
    </FormDialog>
  )
}
