import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Select, Switch, TagsInput, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { api } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField, MonthField } from '../../ui/day-field.tsx'
import type { ChangeOf, Choice } from './choices.ts'

/** What any of the changes may ask for; each uses a part of it. */
export interface ChangeValues {
  package_id: string | null
  on: string | null
  how: NonNullable<ChangeOf<'change_package'>['how']> | null
  keeps_discount: boolean
  area_id: string | null
  branch_id: string | null
  billing_policy_id: string | null
  router_id: string | null
  tags: string[]
  reason: string
  suspended_for: NonNullable<ChangeOf<'suspend'>['reason']>
  note: string
  until: string | null
  month: string | null
}

type Form = UseFormReturnType<ChangeValues>
type FieldsProps = { readonly form: Form }

/** The questions of one change. */
export function ChangeFields({ choice, form }: { choice: Choice; form: Form }) {
  const { t } = useLingui()
  switch (choice.action) {
    case 'change_package':
      return <PackageFields form={form} />
    case 'set_area':
      return <AreaField form={form} />
    case 'set_branch':
      return <BranchField form={form} />
    case 'set_policy':
      return <PolicyField form={form} />
    case 'set_router':
      return <RouterField form={form} />
    case 'end_session':
      return (
        <Hint>
          <Trans>Who is online is cut off for a moment; his box dials again by itself. This cannot be taken back.</Trans>
        </Hint>
      )
    case 'change_tags':
      return <TagsField form={form} isAdded={choice.preset.is_added} />
    case 'suspend':
      return <SuspendFields form={form} />
    case 'set_flag':
      return choice.preset.is_set ? <FlagFields form={form} /> : null
    case 'set_auto_control':
      return !choice.preset.is_on ? <FlagFields form={form} /> : null
    case 'bill':
      return <MonthField label={t`Bill everything up to the end of`} placeholder={t`this month`} clearable data-autofocus {...form.getInputProps('month')} />
    case 'mark_left':
      return <LeavingFields form={form} />
    case 'delete':
      return (
        <>
          <Hint>
            <Trans>Only who has no invoice and no payment can be deleted; the others are listed with the reason.</Trans>
          </Hint>
          <TextInput label={t`Reason`} data-autofocus {...form.getInputProps('reason')} />
        </>
      )
    case 'lift_suspension':
      return (
        <Hint>
          <Trans>Takes away what staff suspended for. Who is cut off for unpaid bills stays so until he pays.</Trans>
        </Hint>
      )
    case 'send_bill':
      return (
        <Hint>
          <Trans>The newest open bill goes out once more, at most once a day. A message cannot be taken back.</Trans>
        </Hint>
      )
  }
}

function Hint({ children }: { children: React.ReactNode }) {
  return <Text size="sm">{children}</Text>
}

const named = (items: readonly { id: number; name: string }[]) => items.map(({ id, name }) => ({ value: String(id), label: name }))

function PackageFields({ form }: FieldsProps) {
  const { t } = useLingui()
  const format = useFormat()
  const packages = useWholeList('/api/v1/packages').rows.filter(({ is_active }) => is_active)
  const data = packages.map(({ id, name, current }) => ({
    value: String(id),
    label: current === null ? name : `${name} · ${format.money(current.price_minor)}`,
  }))
  return (
    <>
      <Select label={t`New package`} required searchable data-autofocus data={data} {...form.getInputProps('package_id')} />
      <Group grow align="start">
        <DayField label={t`From`} placeholder={t`today`} clearable {...form.getInputProps('on')} />
        <Select
          label={t`How`}
          placeholder={t`as the billing policy says`}
          clearable
          data={[
            { value: 'now', label: t`At once, unused days given back` },
            { value: 'full_new_cycle', label: t`At once, with a full new cycle` },
            { value: 'cycle_end', label: t`When the cycle ends` },
          ]}
          {...form.getInputProps('how')}
        />
      </Group>
      <Switch
        label={t`Keep standing discounts`}
        description={t`An own price always ends with the old package; the preview shows whose.`}
        {...form.getInputProps('keeps_discount', { type: 'checkbox' })}
      />
      <TextInput label={t`Reason`} {...form.getInputProps('reason')} />
    </>
  )
}

function AreaField({ form }: FieldsProps) {
  const { t } = useLingui()
  const areas = useWholeList('/api/v1/areas').rows
  return (
    <Select
      label={t`Area`}
      required
      searchable
      data-autofocus
      data={[{ value: 'none', label: t`No area` }, ...named(areas)]}
      {...form.getInputProps('area_id')}
    />
  )
}

function BranchField({ form }: FieldsProps) {
  const { t } = useLingui()
  const branches = useWholeList('/api/v1/branches').rows
  return <Select label={t`Branch`} required searchable data-autofocus data={named(branches)} {...form.getInputProps('branch_id')} />
}

function RouterField({ form }: FieldsProps) {
  const { t } = useLingui()
  const routers = useWholeList('/api/v1/routers').rows
  const data = [...named(routers), { value: 'none', label: t`no router` }]
  return <Select label={t`Router`} required searchable data-autofocus data={data} {...form.getInputProps('router_id')} />
}

function PolicyField({ form }: FieldsProps) {
  const { t } = useLingui()
  const policies = api.useQuery('get', '/api/v1/billing-policies', {}).data?.items ?? []
  return <Select label={t`Billing policy`} required data-autofocus data={named(policies)} {...form.getInputProps('billing_policy_id')} />
}

function TagsField({ form, isAdded }: FieldsProps & { isAdded: boolean }) {
  const { t } = useLingui()
  const tags = api.useQuery('get', '/api/v1/tags', { params: { query: {} } }).data?.items ?? []
  return (
    <TagsInput
      label={isAdded ? t`Tags to add` : t`Tags to take away`}
      description={t`Enter ends a tag.`}
      required
      data-autofocus
      data={tags}
      acceptValueOnBlur
      {...form.getInputProps('tags')}
    />
  )
}

function SuspendFields({ form }: FieldsProps) {
  const { t } = useLingui()
  return (
    <>
      <Select
        label={t`Why`}
        data={[
          { value: 'manual', label: t`By staff` },
          { value: 'abuse', label: t`Abuse` },
          { value: 'kyc', label: t`Papers missing` },
        ]}
        {...form.getInputProps('suspended_for')}
      />
      <TextInput label={t`Note`} data-autofocus {...form.getInputProps('note')} />
      <DayField label={t`Service again from`} placeholder={t`until somebody lifts it`} clearable {...form.getInputProps('until')} />
    </>
  )
}

function FlagFields({ form }: FieldsProps) {
  const { t } = useLingui()
  return (
    <>
      <TextInput label={t`Reason`} data-autofocus {...form.getInputProps('reason')} />
      <DayField label={t`Last day`} placeholder={t`until somebody takes it away`} clearable {...form.getInputProps('until')} />
    </>
  )
}

function LeavingFields({ form }: FieldsProps) {
  const { t } = useLingui()
  return (
    <>
      <Hint>
        <Trans>Each line ends with its final bill: unused days are given back, what was not billed yet is billed.</Trans>
      </Hint>
      <DayField label={t`First day without service`} placeholder={t`today`} clearable {...form.getInputProps('on')} />
      <TextInput label={t`Reason`} data-autofocus {...form.getInputProps('reason')} />
    </>
  )
}
