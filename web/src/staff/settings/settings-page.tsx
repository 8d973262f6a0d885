import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton, Switch, TextInput } from '@mantine/core'
import { IconSearch, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { groupKey, groupText } from './groups.ts'
import { SettingRow } from './setting-row.tsx'
import styles from './settings.module.css'

export type Setting = paths['/api/v1/settings']['get']['responses']['200']['content']['application/json']['items'][number]

/** Whether the company has set another value than the program brings. */
export const isOwn = ({ value, default: usual }: Setting): boolean => JSON.stringify(value) !== JSON.stringify(usual)

/** Every setting of the program with what it does, in groups; the search looks into names, explanations and values. */
export function SettingsPage() {
  const { t, i18n } = useLingui()
  const may = useMay()
  const format = useFormat()
  const [state, setState] = useUrlState()
  const page = useRef<HTMLDivElement>(null)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/settings')
  const words = (state['q'] ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const onlyOwn = state['changed'] === 'true'
  const textOf = ({ key, help, value, choices }: Setting) =>
    `${key} ${i18n._(groupText(groupKey(key)))} ${help.en} ${help.bn} ${JSON.stringify(value)} ${JSON.stringify(choices)}`.toLocaleLowerCase()
  const fitting = (data?.items ?? []).filter((setting) => words.every((word) => textOf(setting).includes(word)) && (!onlyOwn || isOwn(setting)))
  const groups = [...Map.groupBy(fitting, ({ key }) => groupKey(key))].toSorted(([a], [b]) =>
    i18n._(groupText(a)).localeCompare(i18n._(groupText(b)), i18n.locale),
  )
  const goTo = (group: string) => page.current?.querySelector(`[data-group="${group}"]`)?.scrollIntoView({ block: 'start' })

  return (
    <Page
      title={t`Settings`}
      note={data === undefined ? undefined : t`${format.number(fitting.length)} of ${format.number(data.items.length)}`}
      actions={
        may('audit.view') && (
          <Button component={Link} to="/audit" search={{ subject_type: 'settings' } as never} variant="default">
            <Trans>Who changed what</Trans>
          </Button>
        )
      }
    >
      <SectionTabs of="/settings" />
      <div className={styles.find}>
        <TextInput
          className={styles.search ?? ''}
          type="search"
          aria-label={t`Search the settings`}
          placeholder={t`Search the settings`}
          leftSection={<IconSearch size={15} />}
          value={state['q'] ?? ''}
          onChange={({ currentTarget }) => setState({ q: currentTarget.value })}
        />
        <Switch
          label={t`Only what was changed here`}
          checked={onlyOwn}
          onChange={({ currentTarget }) => setState({ changed: currentTarget.checked ? 'true' : undefined })}
        />
      </div>
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={420} radius="md" />}
      {data !== undefined && fitting.length === 0 && (
        <EmptyState icon={<IconSettings size={24} />} title={<Trans>No setting fits</Trans>}>
          <Trans>Search for a part of its name or of what it does.</Trans>
        </EmptyState>
      )}
      <div className={styles.layout} ref={page}>
        {groups.length > 1 && (
          <nav className={styles.index} aria-label={t`Groups of settings`}>
            {groups.map(([group, settings]) => (
              <button key={group} type="button" onClick={() => goTo(group)}>
                {i18n._(groupText(group))}
                <span>{format.number(settings.length)}</span>
              </button>
            ))}
          </nav>
        )}
        <div className={styles.groups}>
          {groups.map(([group, settings]) => (
            <div key={group} data-group={group} className={styles.anchor}>
              <Card title={i18n._(groupText(group))} flush>
                {settings.map((setting) => (
                  <SettingRow key={setting.key} setting={setting} />
                ))}
              </Card>
            </div>
          ))}
        </div>
      </div>
    </Page>
  )
}
