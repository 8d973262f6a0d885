import { useLingui } from '@lingui/react/macro'
import { Group, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { MoneyField } from '../../ui/form.tsx'

export type Version = paths['/api/v1/packages/{id}/versions']['get']['responses']['200']['content']['application/json']['items'][number]

/** The terms of a version as they are typed: speeds in Mbps. */
export interface VersionValues {
  price_minor: number | null
  download: number | string
  upload: number | string
  router_profile: string
  validity_count: number | string
  validity_unit: 'day' | 'month'
  vat_rate_id: string | null
  vat_inclusive: boolean
  starts_on: string | null
  approval_no: string
  approved_on: string | null
}

export const versionValues = (version: Version | null, startsOn: string): VersionValues => ({
  price_minor: version?.price_minor ?? null,
  download: version === null ? '' : version.download_kbps / 1000,
  upload: version === null ? '' : version.upload_kbps / 1000,
  router_profile: version?.router_profile ?? '',
  validity_count: version?.validity_count ?? 1,
  validity_unit: version?.validity_unit ?? 'month',
  vat_rate_id: version?.vat_rate_id?.toString() ?? null,
  vat_inclusive: version?.vat_inclusive ?? false,
  starts_on: startsOn,
  approval_no: version?.approval_no ?? '',
  approved_on: version?.approved_on ?? null,
})

/** As the server takes them. */
export function termsOf({ download, upload, ...values }: VersionValues, today: string) {
  return {
    starts_on: values.starts_on ?? today,
    price_minor: values.price_minor ?? 0,
    download_kbps: Math.round(Number(download) * 1000),
    upload_kbps: Math.round(Number(upload === '' ? download : upload) * 1000),
    router_profile: values.router_profile,
    validity_count: Number(values.validity_count),
    validity_unit: values.validity_unit,
    vat_rate_id: values.vat_rate_id === null ? null : Number(values.vat_rate_id),
    vat_inclusive: values.vat_rate_id !== null && values.vat_inclusive,
    approval_no: values.approval_no,
    approved_on: values.approved_on,
  }
}

/** The form's name for a field the server names. */
export const versionField = (field: string): string => ({ download_kbps: 'download', upload_kbps: 'upload' })[field] ?? field

export function useVersionRules() {
  const { t } = useLingui()
  return {
    price_minor: (value: number | null) => (value === null || value < 0 ? t`Enter an amount` : null),
    download: (value: number | string) => (Number(value) > 0 ? null : t`Enter the speed`),
  }
}

/** What every version has: speed, price, validity, VAT, from when, and the regulator's approval. */
export function VersionFields<Values extends VersionValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useLingui()
  const format = useFormat()
  const rates = api.useQuery('get', '/api/v1/vat-rates').data?.items ?? []
  const { vat_rate_id, starts_on } = form.getValues()
  /** The percentage on the day the version begins. */
  const rateText = ({ name, versions }: (typeof rates)[number]) => {
    const inForce = versions.findLast((version) => version.starts_on <= (starts_on ?? format.today()))
    return inForce === undefined ? name : `${name} · ${format.percent(inForce.rate_bp)}`
  }
  return (
    <>
      <Group grow align="start">
        <NumberInput label={t`Download`} suffix=" Mbps" min={0} decimalScale={3} required {...form.getInputProps('download')} />
        <NumberInput label={t`Upload`} suffix=" Mbps" min={0} decimalScale={3} placeholder={t`As download`} {...form.getInputProps('upload')} />
        <TextInput label={t`Router profile`} {...form.getInputProps('router_profile')} />
      </Group>
      <Group grow align="start">
        <MoneyField label={t`Price`} required {...form.getInputProps('price_minor')} />
        <NumberInput label={t`For`} min={1} {...form.getInputProps('validity_count')} />
        <Select
          label={t`Unit`}
          data={[
            { value: 'month', label: t`months` },
            { value: 'day', label: t`days` },
          ]}
          {...form.getInputProps('validity_unit')}
        />
      </Group>
      <Group grow align="start">
        <Select
          label={t`VAT`}
          clearable
          placeholder={t`No VAT`}
          data={rates.map((rate) => ({ value: String(rate.id), label: rateText(rate) }))}
          {...form.getInputProps('vat_rate_id')}
        />
        <DayField label={t`From`} required {...form.getInputProps('starts_on')} />
      </Group>
      {vat_rate_id !== null && <Switch label={t`The price contains the VAT`} {...form.getInputProps('vat_inclusive', { type: 'checkbox' })} />}
      <Group grow align="start">
        <TextInput
          label={t`Approval number`}
          description={t`Of the regulator, where one is needed.`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps('approval_no')}
        />
        <DayField label={t`Approved on`} clearable {...form.getInputProps('approved_on')} />
      </Group>
    </>
  )
}
