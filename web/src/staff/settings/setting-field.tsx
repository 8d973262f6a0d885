import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, MultiSelect, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import { ColourField } from '../../ui/colour-field.tsx'
import { MoneyField, fixedIf } from '../../ui/form.tsx'
import { currencyNames, monthNames, zoneNames } from '../setup/places.ts'
import { PartsField, RolesField, RowsField } from './setting-parts.tsx'
import styles from './settings.module.css'
import type { Setting } from './settings-page.tsx'

/** The JSON schema of a value, as far as a field needs it. */
export interface ValueSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly ValueSchema[]
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: ValueSchema
  readonly properties?: Readonly<Record<string, ValueSchema>>
  readonly additionalProperties?: unknown
}

export interface FieldProps {
  readonly setting: Setting
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly error: string | null
  readonly isReadOnly: boolean
  /** The id of the text that says what it does. */
  readonly labelledBy: string
}

/** The field of a setting: by what is known of it, else by the type of its value. */
export function SettingField(props: FieldProps) {
  const { setting } = props
  const schema = setting.schema as ValueSchema
  if (setting.key === 'documents.logo_file_id') return <LogoLink />
  if (PLACES.has(setting.key)) return <PlaceField {...props} />
  if (setting.key === 'documents.colour') return <OwnColour {...props} />
  if (setting.key === 'discount.limit_by_role') return <RolesField {...props} />
  if (schema.enum !== undefined) return <ChoiceField {...props} />
  if (schema.type === 'array') return schema.items?.type === 'object' ? <RowsField {...props} /> : <WordsField {...props} />
  if (schema.type === 'object') return <PartsField {...props} />
  return <PlainField {...props} />
}

const shared = ({ error, isReadOnly, labelledBy }: FieldProps) => ({ 'aria-labelledby': labelledBy, error, ...fixedIf(isReadOnly) })

function LogoLink() {
  return (
    <Button component={Link} to="/settings/company" variant="default">
      <Trans>Logo and colour</Trans>
    </Button>
  )
}

const PLACES = new Set(['company.zone', 'company.currency', 'company.fiscal_year_start_month'])

function PlaceField(props: FieldProps) {
  const { i18n } = useLingui()
  const { setting, value, onChange } = props
  const isMonth = setting.key === 'company.fiscal_year_start_month'
  const data = useMemo(
    () => (setting.key === 'company.zone' ? zoneNames() : setting.key === 'company.currency' ? currencyNames(i18n.locale) : monthNames(i18n.locale)),
    [setting.key, i18n.locale],
  )
  return (
    <Select {...shared(props)} data={data} searchable={!isMonth} value={String(value)} onChange={(chosen) => onChange(isMonth ? Number(chosen) : chosen)} />
  )
}

function OwnColour(props: FieldProps) {
  return <ColourField {...shared(props)} placeholder="#0b7a75" value={String(props.value)} onChange={(colour) => props.onChange(colour)} />
}

function ChoiceField(props: FieldProps) {
  const { i18n } = useLingui()
  const { setting, value, onChange } = props
  const options = (setting.schema as ValueSchema).enum ?? []
  const language = i18n.locale === 'bn' ? 'bn' : 'en'
  return (
    <Select
      {...shared(props)}
      data={options.map((each) => ({ value: String(each), label: setting.choices[String(each)]?.[language] ?? String(each) }))}
      value={String(value)}
      onChange={(chosen) => onChange(options.find((each) => String(each) === chosen))}
    />
  )
}

/** A list of words: of a fixed choice, or any. */
function WordsField(props: FieldProps) {
  const { t, i18n } = useLingui()
  const { setting, value, onChange } = props
  const options = (setting.schema as ValueSchema).items?.enum
  const language = i18n.locale === 'bn' ? 'bn' : 'en'
  if (options !== undefined)
    return (
      <MultiSelect
        {...shared(props)}
        size="sm"
        data={options.map((each) => ({ value: String(each), label: setting.choices[String(each)]?.[language] ?? String(each) }))}
        value={value as string[]}
        onChange={onChange}
      />
    )
  return <TagsInput {...shared(props)} size="sm" placeholder={t`Type one and press Enter`} value={value as string[]} onChange={onChange} />
}

function PlainField(props: FieldProps) {
  const { t } = useLingui()
  const format = useFormat()
  const { setting, value, onChange } = props
  const schema = setting.schema as ValueSchema
  const n = Number(value)
  const suffix = {
    minor: '',
    minutes: ` ${t`${plural(n, { one: 'minute', other: 'minutes' })}`}`,
    hours: ` ${t`${plural(n, { one: 'hour', other: 'hours' })}`}`,
    days: ` ${t`${plural(n, { one: 'day', other: 'days' })}`}`,
    percent: '%',
  }
  if (schema.type === 'boolean' && props.isReadOnly) return <b className={styles.said}>{value === true ? t`yes` : t`no`}</b>
  if (schema.type === 'boolean')
    return (
      <Switch
        aria-labelledby={props.labelledBy}
        error={props.error}
        checked={value === true}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        ml="auto"
        style={{ flex: 'none' }}
      />
    )
  if (schema.type === 'integer' || schema.type === 'number') {
    if (setting.unit === 'minor') return <MoneyField {...shared(props)} value={value as number | null} onChange={onChange} />
    return (
      <NumberInput
        {...shared(props)}
        hideControls={props.isReadOnly}
        value={(value as number | null) ?? ''}
        thousandSeparator=","
        thousandsGroupStyle={format.groups}
        suffix={setting.unit === null ? '' : suffix[setting.unit]}
        {...(schema.minimum === undefined ? {} : { min: schema.minimum })}
        {...(schema.maximum === undefined ? {} : { max: schema.maximum })}
        onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
      />
    )
  }
  const text = typeof value === 'string' ? value : ''
  const longest = Math.max(schema.maxLength ?? 0, ...(schema.anyOf ?? []).map((each) => each.maxLength ?? 0))
  return longest > 250 ? (
    <Textarea {...shared(props)} autosize minRows={1} maxRows={6} value={text} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
  ) : (
    <TextInput {...shared(props)} value={text} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
  )
}
