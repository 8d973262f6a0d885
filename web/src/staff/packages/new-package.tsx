import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { api, http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormFailure, MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'

/** A new package with its first version. */
export function NewPackage({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const rates = api.useQuery('get', '/api/v1/vat-rates').data?.items ?? []
  const form = useForm({
    initialValues: {
      code: '',
      name: '',
      price_minor: null as number | null,
      download: '' as number | string,
      upload: '' as number | string,
      router_profile: '',
      validity_count: 1 as number | string,
      validity_unit: 'month' as 'day' | 'month',
      vat_rate_id: null as string | null,
      vat_inclusive: false,
      starts_on: format.today() as string | null,
      approval_no: '',
      approved_on: null as string | null,
    },
    validate: {
      price_minor: (value) => (value === null || value < 0 ? t`Enter an amount` : null),
      download: (value) => (Number(value) > 0 ? null : t`Enter the speed`),
    },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => ({ download_kbps: 'download', upload_kbps: 'upload' })[field] ?? field })

  const send = submit(async ({ download, upload, ...values }) => {
    const body = {
      ...values,
      description: '',
      price_minor: values.price_minor ?? 0,
      download_kbps: Math.round(Number(download) * 1000),
      upload_kbps: Math.round(Number(upload === '' ? download : upload) * 1000),
      validity_count: Number(values.validity_count),
      vat_rate_id: values.vat_rate_id === null ? null : Number(values.vat_rate_id),
      starts_on: values.starts_on ?? format.today(),
    }
    const { data, error } = await http.POST('/api/v1/packages', { body })
    if (data === undefined) throw error
    await client.invalidateQueries({ queryKey: ['list', '/api/v1/packages'] })
    sayDone(data.warnings.length > 0 ? t`The package is on sale. Its price is above the tariff ceiling of its speed.` : t`The package is on sale.`)
    onClose()
  })
  const { vat_rate_id } = form.getValues()

  return (
    <Modal opened onClose={onClose} title={t`New package`} size="lg">
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Group grow align="start">
            <TextInput label={t`Code`} placeholder="HOME-20" required data-autofocus {...form.getInputProps('code')} />
            <TextInput label={t`Name`} placeholder={t`Home 20 Mbps`} required {...form.getInputProps('name')} />
          </Group>
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
              data={rates.map(({ id, name }) => ({ value: String(id), label: name }))}
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
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending}>
              <Trans>Put on sale</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
