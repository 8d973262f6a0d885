import { useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { CountStrip } from '../../ui/count-strip.tsx'
import { Page } from '../../ui/page.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { OnuList } from './onu-list.tsx'
import { awayOf } from './onu.ts'

/** Every ONU in one's reach: who is away, whose light is weak, and which carries nobody's line. */
export function OnusPage() {
  const { t } = useLingui()
  const format = useFormat()
  const [state, setState] = useUrlState()
  const counts = api.useQuery('get', '/api/v1/onus/counts', {}, { refetchInterval: useFallbackPoll() }).data
  const shown =
    state['is_linked'] === 'false' ? 'unlinked' : state['light'] === 'weak' || state['light'] === 'critical' ? state['light'] : (state['state'] ?? 'all')
  const choose = (value: string) =>
    setState({
      state: ['online', 'away', 'los', 'power_off'].includes(value) ? value : undefined,
      light: value === 'weak' || value === 'critical' ? value : undefined,
      is_linked: value === 'unlinked' ? 'false' : undefined,
    })
  return (
    <Page title={t`ONUs`} fills note={counts === undefined ? '' : t`${format.number(counts.online)} of ${format.number(counts.total)} online`}>
      <SectionTabs of="/olts" />
      <CountStrip
        label={t`Which ONUs are shown`}
        shown={shown}
        onChoose={choose}
        parts={[
          { value: 'all', label: t`All`, count: counts?.total ?? 0 },
          { value: 'away', label: t`Away`, count: counts === undefined ? 0 : awayOf(counts) },
          { value: 'los', label: t`No light`, count: counts?.los ?? 0 },
          { value: 'power_off', label: t`No power`, count: counts?.power_off ?? 0 },
          { value: 'weak', label: t`Weak light`, count: counts?.weak ?? 0 },
          { value: 'critical', label: t`Critical light`, count: counts?.critical ?? 0 },
          { value: 'unlinked', label: t`Without a line`, count: counts?.unlinked ?? 0 },
        ]}
      />
      <OnuList state={state} onChange={setState} />
    </Page>
  )
}
