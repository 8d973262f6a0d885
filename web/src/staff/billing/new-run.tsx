import { Trans, useLingui } from '@lingui/react/macro'
import { Group, MultiSelect, Select, Switch, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { firstDayOf, lastDayOf } from '../../lib/months.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField, MonthField } from '../../ui/day-field.tsx'
import { useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { ClientsPicker } from './clients-picker.tsx'
import type { PickedClient } from '../payments/client-picker.tsx'

type Body = NonNullable<paths['/api/v1/invoice-runs']['post']['requestBody']>['content']['application/json']
type Whom = 'all' | 'branches' | 'areas' | 'clients' | 'codes'

interface Values {
  month: string | null
  whom: Whom
  branch_ids: string[]
  area_ids: string[]
  clients: readonly PickedClient[]
  codes: string
  issued_on: string | null
  start: boolean
}

/** Codes as people paste them: a column, or separated by commas or spaces. */
const codesOf = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ''))]

/** Asks for the preview of a month: of all clients, of some branches or areas, or of a list. */
export function NewRun({ month, clients = [], onClose }: { month: string; clients?: readonly PickedClient[]; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const query = { params: { query: { limit: 200 } } }
  const branches = api.useQuery('get', '/api/v1/branches', query).data?.items ?? []
  const areas = api.useQuery('get', '/api/v1/areas', query).data?.items ?? []
  const latest = (of: string) => [lastDayOf(of), format.today()].sort()[0] ?? null
  const form = useForm<Values>({
    initialValues: {
      month: firstDayOf(month),
      whom: clients.length > 0 ? 'clients' : 'all',
      branch_ids: [],
      area_ids: [],
      clients,
      codes: '',
      issued_on: latest(month),
      start: false,
    },
    validate: {
      month: (value) => (value === null ? t`Choose a month` : null),
      branch_ids: (value, { whom }) => (whom === 'branches' && value.length === 0 ? t`Choose at least one` : null),
      area_ids: (value, { whom }) => (whom === 'areas' && value.length === 0 ? t`Choose at least one` : null),
      clients: (value, { whom }) => (whom === 'clients' && value.length === 0 ? t`Choose at least one` : null),
      codes: (value, { whom }) => (whom === 'codes' && codesOf(value).length === 0 ? t`Paste at least one code` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => ({ client_codes: 'codes', client_ids: 'clients' })[field] ?? field })
  const { whom, codes, month: chosen } = form.getValues()

  const send = submit(async (values) => {
    const scope: Partial<Body> = {
      all: {},
      branches: { branch_ids: values.branch_ids.map(Number) },
      areas: { area_ids: values.area_ids.map(Number) },
      clients: { client_ids: values.clients.map(({ id }) => id) },
      codes: { client_codes: codesOf(values.codes) },
    }[values.whom]
    const body: Body = {
      month: (values.month ?? month).slice(0, 7),
      start: values.start,
      ...(values.issued_on === null ? {} : { issued_on: values.issued_on }),
      ...scope,
    }
    const { data, error } = await http.POST('/api/v1/invoice-runs', { body })
    if (data === undefined) throw error
    await navigate({ to: `/billing/${data.id}` })
  })
  const named = (items: readonly { id: number; name: string }[]) => items.map(({ id, name }) => ({ value: String(id), label: name }))

  return (
    <FormDialog title={t`Preview a month`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Preview</Trans>}>
      <Text size="sm" c="dimmed">
        <Trans>A preview bills nobody. You see every bill and every difference first.</Trans>
      </Text>
      <Group grow align="start">
        <MonthField
          label={t`Month`}
          required
          maxDate={format.today()}
          {...form.getInputProps('month')}
          onChange={(day) => {
            form.setFieldValue('month', day)
            if (day !== null) form.setFieldValue('issued_on', latest(day))
          }}
        />
        <DayField
          label={t`Date on the invoices`}
          {...(chosen === null ? {} : { minDate: firstDayOf(chosen) })}
          maxDate={format.today()}
          {...form.getInputProps('issued_on')}
        />
      </Group>
      <Select
        label={t`Whom`}
        allowDeselect={false}
        data={[
          { value: 'all', label: t`All clients` },
          { value: 'branches', label: t`Some branches`, disabled: branches.length < 2 },
          { value: 'areas', label: t`Some areas`, disabled: areas.length === 0 },
          { value: 'clients', label: t`Chosen clients` },
          { value: 'codes', label: t`A list of client codes` },
        ]}
        {...form.getInputProps('whom')}
      />
      {whom === 'branches' && <MultiSelect label={t`Branches`} required data={named(branches)} searchable {...form.getInputProps('branch_ids')} />}
      {whom === 'areas' && <MultiSelect label={t`Areas`} required data={named(areas)} searchable {...form.getInputProps('area_ids')} />}
      {whom === 'clients' && <ClientsPicker {...form.getInputProps('clients')} />}
      {whom === 'codes' && (
        <Textarea
          label={t`Client codes`}
          required
          autosize
          minRows={3}
          maxRows={8}
          description={t`Each code on a line of its own or between commas; so far ${format.number(codesOf(codes).length)}`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps('codes')}
        />
      )}
      <Switch label={t`Go on by itself when it differs little from last month`} {...form.getInputProps('start', { type: 'checkbox' })} />
    </FormDialog>
  )
}
