import { useLingui } from '@lingui/react/macro'
import { Autocomplete, Input, SegmentedControl, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { api } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { LOCALE_NAMES, LOCALES } from '../../i18n/i18n.ts'
import { useMay } from '../../lib/session.ts'
import { typedCoordinates } from '../../lib/coordinates.ts'
import { useFormat } from '../../lib/use-format.ts'
import { PlaceField, placeOf, usePlaceRule } from '../../ui/place-field.tsx'
import type { Client } from './client.ts'
import { CustomFields, customOf } from './custom-fields.tsx'
import type { CustomValue } from './custom-fields.tsx'
import styles from './register.module.css'
import { useClientTypeText, useGenderText } from './words.ts'

/** What is known of a client, as it is typed. */
export interface PersonValues {
  name: string
  kind: Client['kind']
  phone: string
  phone_alternative: string
  email: string
  nid: string
  gender: Client['gender']
  client_type: string
  locale: Locale
  address: string
  district: string
  upazila: string
  /** As it is typed. */
  place: string
  area_id: string | null
  branch_id: string | null
  reseller_id: string | null
  vat_registration: string
  vat_rate_id: string | null
  is_vat_exempt: boolean
  tags: string[]
  custom: Record<string, CustomValue>
}

const text = (id: number | null): string | null => (id === null ? null : String(id))
const number = (id: string | null): number | null => (id === null ? null : Number(id))

export const personValues = (client: Client | null, locale: Locale): PersonValues => ({
  name: client?.name ?? '',
  kind: client?.kind ?? 'person',
  phone: client?.phone ?? '',
  phone_alternative: client?.phone_alternative ?? '',
  email: client?.email ?? '',
  nid: '',
  gender: client?.gender ?? null,
  client_type: client?.client_type ?? 'home',
  locale: client?.locale ?? locale,
  address: client?.address ?? '',
  district: client?.district ?? '',
  upazila: client?.upazila ?? '',
  place: client === null ? '' : typedCoordinates(client),
  area_id: text(client?.area_id ?? null),
  branch_id: text(client?.branch_id ?? null),
  reseller_id: text(client?.reseller_id ?? null),
  vat_registration: client?.vat_registration ?? '',
  vat_rate_id: text(client?.vat_rate_id ?? null),
  is_vat_exempt: client?.is_vat_exempt ?? false,
  tags: client?.tags ?? [],
  custom: client?.custom ?? {},
})

/** As the server takes it; a number of identity that was left empty stays what it is. */
export const personOf = ({ nid, place, area_id, branch_id, reseller_id, vat_rate_id, custom, ...values }: PersonValues) => ({
  ...values,
  ...placeOf(place),
  ...(nid.trim() === '' ? {} : { nid }),
  area_id: number(area_id),
  reseller_id: number(reseller_id),
  vat_rate_id: number(vat_rate_id),
  custom: customOf(custom),
  branch_id: Number(branch_id),
})

export function usePersonRules() {
  const { t } = useLingui()
  const needed = (value: string) => (value.trim() === '' ? t`This is needed` : null)
  return { name: needed, phone: needed, place: usePlaceRule() }
}

type Form = UseFormReturnType<PersonValues>
const under = ['label', 'input', 'error', 'description'] satisfies ('label' | 'input' | 'error' | 'description')[]

/** Name, numbers and kind. */
export function WhoFields({ form, phoneTaken = false, nidMasked = null }: { form: Form; phoneTaken?: boolean; nidMasked?: string | null }) {
  const { t } = useLingui()
  const genderText = useGenderText()
  const typeText = useClientTypeText()
  const types = api.useQuery('get', '/api/v1/client-types', {}, { staleTime: 60_000 }).data?.items ?? [form.getValues().client_type]
  const { kind } = form.getValues()
  return (
    <div className={styles.fields}>
      <TextInput label={t`Name`} required data-autofocus autoFocus className={styles.wide ?? ''} {...form.getInputProps('name')} />
      <TextInput
        label={t`Phone`}
        required
        inputMode="tel"
        {...form.getInputProps('phone')}
        description={phoneTaken && t`Another client has this number.`}
        inputWrapperOrder={under}
      />
      <TextInput label={t`Second phone`} inputMode="tel" {...form.getInputProps('phone_alternative')} />
      <TextInput label={t`E-mail`} type="email" {...form.getInputProps('email')} />
      <TextInput label={t`National identity number`} autoComplete="off" placeholder={nidMasked ?? ''} {...form.getInputProps('nid')} />
      <Input.Wrapper label={t`Person or company`} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t`Person or company`}
          data={[
            { value: 'person', label: t`Person` },
            { value: 'company', label: t`Company` },
          ]}
          {...form.getInputProps('kind')}
        />
      </Input.Wrapper>
      <Select label={t`Type`} data={types.map((value) => ({ value, label: typeText(value) }))} {...form.getInputProps('client_type')} />
      {kind === 'person' && (
        <Select
          label={t`Gender`}
          clearable
          placeholder={t`Not said`}
          data={(['female', 'male', 'other'] as const).map((value) => ({ value, label: genderText(value) }))}
          {...form.getInputProps('gender')}
        />
      )}
      <Select
        label={t`Language of bills and messages`}
        data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        {...form.getInputProps('locale')}
      />
    </div>
  )
}

const named = (items: readonly { id: number; name: string }[]) => items.map((item) => ({ value: String(item.id), label: item.name }))
/** Where the client lives, and who serves him there. */
export function PlaceFields({ form }: { form: Form }) {
  const { t } = useLingui()
  const may = useMay()
  const { district } = form.getValues()
  const branches = useWholeList('/api/v1/branches').rows
  const areas = useWholeList('/api/v1/areas').rows
  const resellers = useWholeList('/api/v1/resellers', { isAsked: may('reseller.view') }).rows
  const chooseArea = (area_id: string | null) => {
    form.setFieldValue('area_id', area_id)
    const branchId = areas.find(({ id }) => String(id) === area_id)?.branch_id ?? null
    if (branchId !== null && form.getValues().branch_id === null) form.setFieldValue('branch_id', String(branchId))
  }
  const districts = api.useQuery('get', '/api/v1/districts', {}, { staleTime: 60_000 }).data?.items ?? []
  const upazilas =
    api.useQuery('get', '/api/v1/districts', { params: { query: { district } } }, { enabled: district.trim() !== '', retry: false }).data?.items ?? []
  return (
    <div className={styles.fields}>
      <Textarea label={t`Address`} autosize minRows={1} className={styles.wide ?? ''} {...form.getInputProps('address')} />
      <Autocomplete size="sm" label={t`District`} data={districts} autoComplete="off" {...form.getInputProps('district')} />
      <Autocomplete size="sm" label={t`Upazila`} data={upazilas} autoComplete="off" {...form.getInputProps('upazila')} />
      {areas.length > 0 && <Select label={t`Area`} data={named(areas)} searchable clearable {...form.getInputProps('area_id')} onChange={chooseArea} />}
      <PlaceField label={t`Place on the map`} className={styles.wide ?? ''} {...form.getInputProps('place')} />
      {branches.length > 1 && <Select label={t`Branch`} data={named(branches)} searchable required {...form.getInputProps('branch_id')} />}
      {resellers.length > 0 && <Select label={t`Reseller`} data={named(resellers)} searchable clearable {...form.getInputProps('reseller_id')} />}
    </div>
  )
}

/** Taxes, tags and the company's own fields. */
export function MoreFields({ form }: { form: Form }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const rates = api.useQuery('get', '/api/v1/vat-rates', {}, { enabled: may('package.view'), staleTime: 60_000 }).data?.items ?? []
  const known = api.useQuery('get', '/api/v1/tags', {}, { staleTime: 60_000 }).data?.items ?? []
  const rateText = ({ name, versions }: (typeof rates)[number]) => {
    const inForce = versions.findLast((version) => version.starts_on <= format.today())
    return inForce === undefined ? name : `${name} · ${format.percent(inForce.rate_bp)}`
  }
  return (
    <div className={styles.fields}>
      <TextInput label={t`VAT registration`} {...form.getInputProps('vat_registration')} />
      {rates.length > 0 && (
        <Select
          label={t`VAT rate`}
          placeholder={t`As the package`}
          clearable
          data={rates.map((rate) => ({ value: String(rate.id), label: rateText(rate) }))}
          disabled={form.getValues().is_vat_exempt}
          {...form.getInputProps('vat_rate_id')}
        />
      )}
      <Switch label={t`Pays no VAT`} className={styles.wide ?? ''} {...form.getInputProps('is_vat_exempt', { type: 'checkbox' })} />
      <TagsInput size="sm" label={t`Tags`} data={known} className={styles.wide ?? ''} {...form.getInputProps('tags')} />
      <CustomFields entity="client" form={form} />
    </div>
  )
}
