import { useLingui } from '@lingui/react/macro'
import { Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { STAFF_METHODS, useMethodText } from '../payments/methods.ts'
import type { Import } from './import-state.tsx'
import styles from './imports.module.css'
import type { MappingValues } from './mapping.tsx'

type Options = NonNullable<NonNullable<paths['/api/v1/imports/{id}/mapping']['put']['requestBody']>['content']['application/json']['options']>

/** What holds for all rows, as it is typed. */
export interface OptionValues {
  package_id: string | null
  branch_id: string | null
  billing_mode: 'postpaid' | 'prepaid'
  anchor_day: string
  joined_on: string | null
  starts_on: string | null
  wallet_id: string | null
  method: string | null
  date_format: 'dmy' | 'mdy' | 'ymd'
  reason: string
}

/** What was said before, so that a second look asks for nothing again. */
export function optionValues(options: Readonly<Record<string, unknown>>): OptionValues {
  const text = (key: string) => (options[key] === undefined ? null : String(options[key]))
  return {
    package_id: text('package_id'),
    branch_id: text('branch_id'),
    billing_mode: options['billing_mode'] === 'prepaid' ? 'prepaid' : 'postpaid',
    anchor_day: text('anchor_day') ?? '1',
    joined_on: text('joined_on'),
    starts_on: text('starts_on'),
    wallet_id: text('wallet_id'),
    method: text('method'),
    date_format: options['date_format'] === 'mdy' || options['date_format'] === 'ymd' ? options['date_format'] : 'dmy',
    reason: text('reason') ?? 'Imported',
  }
}

export function optionsOf(values: OptionValues): Options {
  const { package_id, branch_id, wallet_id, joined_on, starts_on, method, anchor_day, ...rest } = values
  return {
    ...rest,
    anchor_day: Number(anchor_day),
    ...(package_id === null ? {} : { package_id: Number(package_id) }),
    ...(branch_id === null ? {} : { branch_id: Number(branch_id) }),
    ...(wallet_id === null ? {} : { wallet_id: Number(wallet_id) }),
    ...(joined_on === null ? {} : { joined_on }),
    ...(starts_on === null ? {} : { starts_on }),
    ...(method === null ? {} : { method: method as NonNullable<Options['method']> }),
  }
}

export function MappingOptions({ kind, form }: { kind: Import['kind']; form: UseFormReturnType<MappingValues> }) {
  return (
    <div className={styles.options}>
      {kind === 'clients' && <ClientOptions form={form} />}
      {kind === 'payments' && <PaymentOptions form={form} />}
      <CommonOptions kind={kind} form={form} />
    </div>
  )
}

function ClientOptions({ form }: { form: UseFormReturnType<MappingValues> }) {
  const { t } = useLingui()
  const format = useFormat()
  const few = { params: { query: { limit: 200 } } }
  const packages = api.useQuery('get', '/api/v1/packages', few).data?.items ?? []
  const branches = api.useQuery('get', '/api/v1/branches', few).data?.items ?? []
  const named = (items: readonly { id: number; name: string }[]) => items.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <>
      <Select label={t`Package where a row names none`} clearable searchable data={named(packages)} {...form.getInputProps('package_id')} />
      <Select
        label={t`Branch where a row names none`}
        clearable
        searchable
        placeholder={branches.length === 1 ? branches[0]?.name : t`Rows must name it`}
        data={named(branches)}
        {...form.getInputProps('branch_id')}
      />
      <Select
        label={t`Billing`}
        allowDeselect={false}
        data={[
          { value: 'postpaid', label: t`Postpaid` },
          { value: 'prepaid', label: t`Prepaid` },
        ]}
        {...form.getInputProps('billing_mode')}
      />
      <Select
        label={t`Billing day`}
        allowDeselect={false}
        data={Array.from({ length: 31 }, (_, at) => ({ value: String(at + 1), label: format.number(at + 1) }))}
        {...form.getInputProps('anchor_day')}
      />
      <DayField label={t`Billed here from`} placeholder={t`First of this month`} clearable {...form.getInputProps('starts_on')} />
      <DayField label={t`Joined where a row has no day`} placeholder={t`Today`} clearable {...form.getInputProps('joined_on')} />
    </>
  )
}

function PaymentOptions({ form }: { form: UseFormReturnType<MappingValues> }) {
  const { t } = useLingui()
  const methodText = useMethodText()
  const wallets = api.useQuery('get', '/api/v1/wallets', { params: { query: { limit: 200, is_active: true } } }).data?.items ?? []
  return (
    <>
      <Select
        label={t`Received into`}
        clearable
        searchable
        data={wallets.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps('wallet_id')}
      />
      <Select
        label={t`Method where a row names none`}
        clearable
        data={STAFF_METHODS.map((value) => ({ value, label: methodText(value) }))}
        {...form.getInputProps('method')}
      />
    </>
  )
}

function CommonOptions({ kind, form }: { kind: Import['kind']; form: UseFormReturnType<MappingValues> }) {
  const { t } = useLingui()
  return (
    <>
      {kind === 'packages' && <DayField label={t`Prices hold from`} placeholder={t`First of this month`} clearable {...form.getInputProps('starts_on')} />}
      <Select
        label={t`03/04/2026 means`}
        allowDeselect={false}
        data={[
          { value: 'dmy', label: t`3 April` },
          { value: 'mdy', label: t`4 March` },
        ]}
        {...form.getInputProps('date_format')}
      />
      <TextInput label={t`Reason kept with own prices and balances`} maxLength={200} {...form.getInputProps('reason')} />
    </>
  )
}
