import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { MoneyField, fixedIf } from '../../ui/form.tsx'
import { roleText, useRoleNames } from '../users/role-names.ts'
import type { FieldProps, ValueSchema } from './setting-field.tsx'
import styles from './settings.module.css'

type Row = Readonly<Record<string, unknown>>

/** What the members of composed settings are called; one without a name shows its own. */
function usePartText(): (part: string) => string {
  const { t } = useLingui()
  const texts: Readonly<Record<string, string>> = {
    download_kbps: t`Up to`,
    price_minor: t`At most`,
    name: t`Name`,
    account: t`Account`,
    hint: t`Hint`,
    designation: t`Designation`,
    callingCode: t`Calling code`,
    trunkPrefix: t`Dialled before`,
  }
  return (part) => texts[part] ?? part.replaceAll('_', ' ')
}

/** One member of a row or an object: money and speeds as people write them. */
function PartField({
  part,
  schema,
  value,
  onChange,
  isReadOnly,
}: {
  part: string
  schema: ValueSchema
  value: unknown
  onChange: (value: unknown) => void
  isReadOnly: boolean
}) {
  const partText = usePartText()
  const label = partText(part)
  if (part.endsWith('_minor')) return <MoneyField label={label} {...fixedIf(isReadOnly)} value={value as number | null} onChange={onChange} />
  if (part.endsWith('_kbps'))
    return (
      <NumberInput
        label={label}
        {...fixedIf(isReadOnly)}
        hideControls={isReadOnly}
        suffix=" Mbps"
        min={0}
        decimalScale={3}
        value={typeof value === 'number' ? value / 1000 : ''}
        onChange={(mbps) => onChange(mbps === '' ? null : Math.round(Number(mbps) * 1000))}
      />
    )
  if (schema.type === 'integer' || schema.type === 'number')
    return (
      <NumberInput
        label={label}
        {...fixedIf(isReadOnly)}
        hideControls={isReadOnly}
        value={(value as number | null) ?? ''}
        onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
      />
    )
  return <TextInput label={label} {...fixedIf(isReadOnly)} value={String(value ?? '')} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
}

/** A setting of a few named parts. */
export function PartsField({ setting, value, onChange, error, isReadOnly, labelledBy }: FieldProps) {
  const properties = (setting.schema as ValueSchema).properties ?? {}
  const parts = value as Row
  return (
    <fieldset className={styles.parts} aria-labelledby={labelledBy}>
      {Object.entries(properties).map(([part, schema]) => (
        <PartField
          key={part}
          part={part}
          schema={schema}
          value={parts[part]}
          isReadOnly={isReadOnly}
          onChange={(changed) => onChange({ ...parts, [part]: changed })}
        />
      ))}
      <Refusal text={error} />
    </fieldset>
  )
}

/** A setting that is a list of rows. */
export function RowsField({ setting, value, onChange, error, isReadOnly, labelledBy }: FieldProps) {
  const { t } = useLingui()
  const properties = (setting.schema as ValueSchema).items?.properties ?? {}
  const rows = value as readonly Row[]
  const blank = Object.fromEntries(Object.entries(properties).map(([part, { type }]) => [part, type === 'string' ? '' : null]))
  return (
    <fieldset className={styles.rows} aria-labelledby={labelledBy}>
      {rows.map((row, at) => (
        <div key={at} className={styles.partRow}>
          {Object.entries(properties).map(([part, schema]) => (
            <PartField
              key={part}
              part={part}
              schema={schema}
              value={row[part]}
              isReadOnly={isReadOnly}
              onChange={(changed) => onChange(rows.map((each, index) => (index === at ? { ...each, [part]: changed } : each)))}
            />
          ))}
          {!isReadOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t`Remove this row`}
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            >
              <IconX size={15} />
            </ActionIcon>
          )}
        </div>
      ))}
      <Refusal text={error} />
      {!isReadOnly && (
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={() => onChange([...rows, blank])}>
          <Trans>Add a row</Trans>
        </Button>
      )}
    </fieldset>
  )
}

/** An amount for each role. */
export function RolesField({ value, onChange, error, isReadOnly, labelledBy }: FieldProps) {
  const { t, i18n } = useLingui()
  const roles = useRoleNames()
  const amounts = value as Readonly<Record<string, number | null>>
  const left = roles.filter(({ key }) => !(key in amounts))
  return (
    <fieldset className={styles.rows} aria-labelledby={labelledBy}>
      {Object.entries(amounts).map(([role, minor]) => (
        <div key={role} className={styles.partRow}>
          <MoneyField
            label={roleText(role, roles, i18n)}
            {...fixedIf(isReadOnly)}
            value={minor}
            onChange={(changed) => onChange({ ...amounts, [role]: changed })}
          />
          {!isReadOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t`Remove ${roleText(role, roles, i18n)}`}
              onClick={() => onChange(Object.fromEntries(Object.entries(amounts).filter(([key]) => key !== role)))}
            >
              <IconX size={15} />
            </ActionIcon>
          )}
        </div>
      ))}
      <Refusal text={error} />
      {!isReadOnly && left.length > 0 && (
        <Select
          aria-label={t`Add a role`}
          placeholder={t`Add a role`}
          value={null}
          data={left.map(({ key }) => ({ value: key, label: roleText(key, roles, i18n) }))}
          onChange={(role) => role !== null && onChange({ ...amounts, [role]: 0 })}
        />
      )}
    </fieldset>
  )
}

const Refusal = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <p className={styles.refusal} role="alert">
      {text}
    </p>
  )
