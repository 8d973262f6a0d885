import { useLingui } from '@lingui/react/macro'
import { Skeleton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { groupText } from './groups.ts'
import { SettingRow } from './setting-row.tsx'
import styles from './settings.module.css'

/** Every setting of the program with what it does, in groups; the search looks into names and explanations. */
export function SettingsPage() {
  const { t, i18n } = useLingui()
  const [state, setState] = useUrlState()
  const { data, error, refetch } = api.useQuery('get', '/api/v1/settings')
  const wanted = (state['q'] ?? '').toLocaleLowerCase()
  const fitting = (data?.items ?? []).filter(({ key, help }) => `${key} ${help.en} ${help.bn}`.toLocaleLowerCase().includes(wanted))
  const groups = Map.groupBy(fitting, ({ key }) => key.split('.')[0] ?? '')

  return (
    <Page title={t`Settings`}>
      <TextInput
        className={styles.search ?? ''}
        type="search"
        aria-label={t`Search the settings`}
        placeholder={t`Search the settings`}
        leftSection={<IconSearch size={15} />}
        value={state['q'] ?? ''}
        onChange={({ currentTarget }) => setState({ q: currentTarget.value })}
      />
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={420} radius="md" />}
      {[...groups].map(([group, settings]) => (
        <Card key={group} title={i18n._(groupText(group))} flush>
          {settings.map((setting) => (
            <SettingRow key={setting.key} setting={setting} />
          ))}
        </Card>
      ))}
    </Page>
  )
}
