import { Trans, useLingui } from '@lingui/react/macro'
import { Button, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, http, isProblem } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { sayDone } from '../../ui/form.tsx'
import styles from './settings.module.css'

type Setting = paths['/api/v1/settings']['get']['responses']['200']['content']['application/json']['items'][number]

/** One setting: what it does, its field by its type, and a button as soon as it differs. */
export function SettingRow({ setting }: { setting: Setting }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [value, setValue] = useState(setting.value)
  const [failure, setFailure] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  useEffect(() => setValue(setting.value), [setting.value])
  const isChanged = JSON.stringify(value) !== JSON.stringify(setting.value)
  const isOwn = JSON.stringify(setting.value) !== JSON.stringify(setting.default)

  const save = async () => {
    setSaving(true)
    setFailure(null)
    const { data, error } = await http
      .PATCH('/api/v1/settings', { body: { values: { [setting.key]: value }, versions: { [setting.key]: setting.version } } })
      .catch((thrown: unknown) => ({ data: undefined, error: thrown }))
    setSaving(false)
    if (data === undefined) return setFailure(isProblem(error) ? error.detail : t`The server cannot be reached.`)
    client.setQueryData(api.queryOptions('get', '/api/v1/settings').queryKey, data)
    sayDone(t`Saved. It holds from now on.`)
  }

  return (
    <div className={styles.row}>
      <div>
        <div className={styles.help}>{i18n.locale === 'bn' ? setting.help.bn : setting.help.en}</div>
        <div className={styles.key}>
          {setting.key}
          {isOwn && (
            <span className={styles.changed}>
              {' '}
              · <Trans>changed here</Trans>
            </span>
          )}
        </div>
      </div>
      <div className={styles.field}>
        <Field setting={setting} value={value} onChange={setValue} error={failure} isReadOnly={!may('settings.edit')} />
        {isChanged && (
          <Button loading={isSaving} onClick={() => void save()}>
            <Trans>Save</Trans>
          </Button>
        )}
      </div>
    </div>
  )
}

interface FieldProps {
  setting: Setting
  value: unknown
  onChange: (value: unknown) => void
  error: string | null
  isReadOnly: boolean
}

function Field({ setting, value, onChange, error, isReadOnly }: FieldProps) {
  const schema = setting.schema as {
    type?: string | string[]
    enum?: unknown[]
    maxLength?: number
    minimum?: number
    maximum?: number
    items?: { type?: string }
  }
  const shared = { 'aria-label': setting.key, error, disabled: isReadOnly }
  if (schema.enum !== undefined)
    return (
      <Select
        {...shared}
        data={schema.enum.map(String)}
        value={String(value)}
        onChange={(chosen) => onChange(schema.enum?.find((each) => String(each) === chosen))}
      />
    )
  if (schema.type === 'boolean')
    return <Switch {...shared} checked={value === true} onChange={({ currentTarget }) => onChange(currentTarget.checked)} ml="auto" style={{ flex: 'none' }} />
  if (schema.type === 'integer' || schema.type === 'number') {
    return (
      <NumberInput
        {...shared}
        value={value as number}
        {...(schema.minimum === undefined ? {} : { min: schema.minimum })}
        {...(schema.maximum === undefined ? {} : { max: schema.maximum })}
        onChange={(typed) => onChange(typed === '' ? null : typed)}
      />
    )
  }
  if (schema.type === 'string' || value === null) {
    const text = typeof value === 'string' ? value : ''
    return (schema.maxLength ?? 0) > 250 ? (
      <Textarea {...shared} autosize minRows={1} maxRows={6} value={text} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    ) : (
      <TextInput {...shared} value={text} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    )
  }
  return <JsonField shared={shared} value={value} onChange={onChange} />
}

/** Lists and tables are written as JSON until they have a page of their own; what is not JSON is not sent. */
function JsonField({
  shared,
  value,
  onChange,
}: {
  shared: { 'aria-label': string; error: string | null; disabled: boolean }
  value: unknown
  onChange: (value: unknown) => void
}) {
  const { t } = useLingui()
  const [text, setText] = useState(JSON.stringify(value))
  const [isBroken, setBroken] = useState(false)
  return (
    <Textarea
      {...shared}
      error={isBroken ? t`This is not valid JSON` : shared.error}
      autosize
      minRows={1}
      maxRows={10}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        try {
          onChange(JSON.parse(currentTarget.value))
          setBroken(false)
        } catch {
          setBroken(true)
        }
      }}
    />
  )
}
