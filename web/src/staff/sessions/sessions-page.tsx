import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useDurationText } from '../../lib/use-duration.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { Figures } from '../../ui/figures.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { useCauseText } from './cause-text.ts'
import { KickSession } from './kick-session.tsx'
import { usageText } from './usage-text.ts'

type Session = RowOf<'/api/v1/ppp-sessions'>

/** Sessions come and go by the thousand: the list is asked for again instead of told of each. */
const AGAIN_MS = 10_000

/** Who is online on all routers, or who was; a row leads to its client. */
export function SessionsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const may = useMay()
  const duration = useDurationText()
  const causeText = useCauseText()
  const [state, setState] = useUrlState()
  const [kicked, setKicked] = useState<Session | null>(null)
  const isLive = state['is_online'] !== 'false'
  const query = Object.fromEntries(['q', 'is_online', 'router_id', 'branch_id', 'area_id'].map((key) => [key, state[key]]))
  const source = useList('/api/v1/ppp-sessions', { query, refetchMs: AGAIN_MS })
  const { data: counts } = api.useQuery('get', '/api/v1/ppp-sessions/counts', {}, { refetchInterval: AGAIN_MS })
  const named = (rows: readonly { id: number; name: string }[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }))
  const routers = useWholeList('/api/v1/routers').rows
  const branches = useWholeList('/api/v1/branches').rows
  const areas = useWholeList('/api/v1/areas').rows
  const count = (value: number | undefined) => (value === undefined ? undefined : format.number(value))
  const lasted = ({ started_at, ended_at }: Session) => duration((Date.parse(ended_at ?? new Date().toISOString()) - Date.parse(started_at)) / 1000)
  const mark = ({ ended_at }: Session) => (ended_at === null ? <Status tone="green" label={t`Online`} /> : <Status tone="grey" label={t`Ended`} isHollow />)
  const kick = (row: Session) => (
    <Button size="compact-xs" variant="default" aria-label={t`End the session of ${row.login}`} onClick={() => setKicked(row)}>
      <Trans>End</Trans>
    </Button>
  )
  const whose = ({ client_name, client_code }: Session) => (client_name === null ? t`nobody’s login` : `${client_name} · ${client_code}`)
  const { columns, chooser } = useColumns<Session>(isLive ? 'sessions' : 'sessions-ended', [
    { id: 'login', header: t`Login`, width: 130, grows: true, cell: (row) => row.login },
    { id: 'client', header: t`Client`, width: 180, grows: true, cell: whose },
    { id: 'state', header: t`State`, width: 90, isExtra: true, cell: mark },
    { id: 'address', header: t`IP address`, width: 120, cell: (row) => <span className="lm-number">{row.address ?? ''}</span> },
    { id: 'mac', header: 'MAC', width: 140, isExtra: !isLive, cell: (row) => <span className="lm-number">{row.caller_id}</span> },
    { id: 'router', header: t`Router`, width: 130, cell: (row) => row.router_name },
    { id: 'since', header: t`Since`, width: 152, isExtra: true, cell: (row) => <TimeText at={row.started_at} /> },
    { id: 'for', header: t`For`, width: 110, end: true, cell: lasted },
    { id: 'down', header: t`Download`, width: 92, isExtra: !isLive, end: true, cell: (row) => usageText(row.download_bytes, format) },
    { id: 'up', header: t`Upload`, width: 92, isExtra: !isLive, end: true, cell: (row) => usageText(row.upload_bytes, format) },
    { id: 'heard', header: t`Heard of`, width: 152, isExtra: true, cell: (row) => <TimeText at={row.updated_at} /> },
    ...(isLive
      ? may('router.control')
        ? [{ id: 'kick', header: t`End`, width: 74, cell: kick }]
        : []
      : [
          { id: 'ended', header: t`Ended`, width: 152, cell: (row: Session) => <TimeText at={row.ended_at} /> },
          { id: 'cause', header: t`Why`, width: 190, cell: (row: Session) => causeText(row.terminate_cause) },
        ]),
  ] satisfies Column<Session>[])
  return (
    <Page title={t`Live sessions`} fills>
      <SectionTabs of="/routers" />
      {may('client.view') && (
        <Figures
          hasNotes={false}
          figures={[
            { label: t`Lines online`, value: count(counts?.online), to: '/sessions' },
            { label: t`Offline, with service`, value: count(counts?.offline) },
            { label: t`Of those seen within a day`, value: count(counts?.seen_lately) },
          ]}
        />
      )}
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'q', placeholder: t`Login, IP address or MAC` }}
        filters={[
          { key: 'is_online', label: t`When`, options: [{ value: 'false', label: t`Ended sessions` }] },
          ...(routers.length > 0 ? [{ key: 'router_id', label: t`Router`, options: named(routers) }] : []),
          ...(areas.length > 0 ? [{ key: 'area_id', label: t`Area`, options: named(areas) }] : []),
          ...(branches.length > 1 ? [{ key: 'branch_id', label: t`Branch`, options: named(branches) }] : []),
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Live sessions`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => (row.client_id === null ? `/routers/${row.router_id}` : `/clients/${row.client_id}`)}
        narrow={(row) => ({
          title: row.login,
          detail: row.client_name ?? t`nobody’s login`,
          figure: row.address ?? '',
          note: row.ended_at === null ? lasted(row) : causeText(row.terminate_cause),
        })}
        empty={
          <EmptyState icon={<IconPlugConnected size={24} />} title={isLive ? <Trans>Nobody is online</Trans> : <Trans>No session has ended</Trans>}>
            <Trans>Who dials in on a router stands here within a few minutes, with RADIUS at once.</Trans>
          </EmptyState>
        }
      />
      {kicked !== null && <KickSession session={kicked} onClose={() => setKicked(null)} />}
    </Page>
  )
}
