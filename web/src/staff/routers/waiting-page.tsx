import { Trans, useLingui } from '@lingui/react/macro'
import { IconCircleCheck } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { SyncMark, useWaitedText, useWishText } from './sync-text.tsx'
import type { LineSync } from './sync-text.tsx'

/** All lines whose router does not do what is wanted, the longest waiting first: since when, and why. */
export function WaitingPage() {
  const { t } = useLingui()
  const may = useMay()
  const waited = useWaitedText()
  const { wanted, seen } = useWishText()
  const [state, setState] = useUrlState()
  const routers = useWholeList('/api/v1/routers').rows
  const source = useList('/api/v1/access/waiting', { query: { router_id: state['router_id'] }, refetchMs: 10_000 })
  const why = ({ why: text, said }: LineSync): string => [text, said].filter(Boolean).join(' — ')
  const { columns, chooser } = useColumns<LineSync>('waiting', [
    { id: 'client', header: t`Client`, width: 166, cell: (row) => row.client_name },
    { id: 'login', header: t`Login`, width: 130, cell: (row) => row.login ?? '' },
    { id: 'router', header: t`Router`, width: 150, cell: (row) => row.router_name ?? '' },
    { id: 'for', header: t`Has waited`, width: 100, cell: (row) => waited(row.since) },
    { id: 'state', header: t`State`, width: 160, cell: (row) => <SyncMark sync={row} /> },
    { id: 'why', header: t`Why`, width: 200, grows: true, cell: (row) => <span title={why(row)}>{why(row)}</span> },
    { id: 'wanted', header: t`Should be`, width: 180, cell: wanted },
    { id: 'seen', header: t`Is on the router`, width: 220, isExtra: true, cell: seen },
    { id: 'code', header: t`Client code`, width: 120, isExtra: true, cell: (row) => row.client_code },
  ] satisfies Column<LineSync>[])
  return (
    <Page title={t`Not in sync`} fills>
      <SectionTabs of="/routers" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[{ key: 'router_id', label: t`Router`, options: routers.map(({ id, name }) => ({ value: String(id), label: name })) }]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Not in sync`}
        columns={columns}
        source={source}
        rowKey={(row) => row.subscription_id}
        {...(may('client.view') ? { href: (row: LineSync) => `/clients/${row.client_id}` } : {})}
        narrow={(row) => ({
          title: row.client_name,
          detail: why(row),
          figure: waited(row.since),
          note: row.router_name ?? '',
        })}
        empty={
          <EmptyState icon={<IconCircleCheck size={24} />} title={<Trans>All lines are in sync</Trans>}>
            <Trans>Every router does for each of its lines what is wanted.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
