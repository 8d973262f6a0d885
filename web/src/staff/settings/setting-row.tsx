import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { api, http, isProblem } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { sayDone } from '../../ui/form.tsx'
import { TimeText } from '../../ui/values.tsx'
import { SettingField } from './setting-field.tsx'
import styles from './settings.module.css'
import { isOwn } from './settings-page.tsx'
import type { Setting } from './settings-page.tsx'
import { useValueText } from './value-text.ts'

/** One setting: what it does, its field by its type, what it is by itself, who set it last, and a button as soon as it differs. */
export function SettingRow({ setting }: { setting: Setting }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const valueText = useValueText()
  const helpId = useId()
  const [value, setValue] = useState(setting.value)
  const [failure, setFailure] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another value of the server replaces what was typed.
  useEffect(() => setValue(setting.value), [JSON.stringify(setting.value)])
  const isChanged = JSON.stringify(value) !== JSON.stringify(setting.value)
  const own = isOwn(setting)
  const help = i18n.locale === 'bn' ? setting.help.bn : setting.help.en

  const save = async (wanted: unknown) => {
    setSaving(true)
    setFailure(null)
    const { data, error } = await http
      .PATCH('/api/v1/settings', { body: { values: { [setting.key]: wanted }, versions: { [setting.key]: setting.version } } })
      .catch((thrown: unknown) => ({ data: undefined, error: thrown }))
    setSaving(false)
    if (data === undefined)
      return setFailure(isProblem(error) ? (error.errors?.[0]?.message ?? error.detail) : t`The server cannot be reached. Try again; nothing is lost.`)
    client.setQueryData(api.queryOptions('get', '/api/v1/settings').queryKey, data)
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'branding' || queryKey[0] === 'session' })
    sayDone(t`Saved. It holds from now on.`)
  }

  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault()
        void save(value)
      }}
    >
      <div>
        <div className={styles.help} id={helpId}>
          {help}
        </div>
        <div className={styles.key}>
          <span>{setting.key}</span>
          {own && (
            <span className={styles.changed}>
              <Trans>changed here</Trans>
            </span>
          )}
          {own && (
            <span>
              <Trans>by itself: {valueText(setting, setting.default)}</Trans>
            </span>
          )}
          {setting.updated_at !== null && (
            <span>
              {setting.updated_by_name} <TimeText at={setting.updated_at} />
            </span>
          )}
          {setting.version > 0 && may('audit.view') && (
            <Link to="/audit" search={{ subject_type: 'settings', changed: setting.key } as never} className="lm-link">
              <Trans>history</Trans>
            </Link>
          )}
        </div>
      </div>
      <div className={styles.field}>
        <SettingField setting={setting} value={value} onChange={setValue} error={failure} isReadOnly={!may('settings.edit')} labelledBy={helpId} />
        {may('settings.edit') && (isChanged || own) && (
          <div className={styles.buttons}>
            {isChanged ? (
              <>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    setValue(setting.value)
                    setFailure(null)
                  }}
                >
                  <Trans>Cancel</Trans>
                </Button>
                <Button size="compact-sm" type="submit" loading={isSaving}>
                  <Trans>Save</Trans>
                </Button>
              </>
            ) : (
              setting.key !== LOGO && (
                <Button size="compact-sm" variant="subtle" color="gray" loading={isSaving} onClick={() => void save(setting.default)}>
                  <Trans>Reset</Trans>
                </Button>
              )
            )}
          </div>
        )}
      </div>
    </form>
  )
}

/** Set and taken away on the page of the company, where it is seen. */
const LOGO = 'documents.logo_file_id'
