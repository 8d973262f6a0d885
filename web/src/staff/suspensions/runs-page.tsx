import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, Money, TimeText } from '../../ui/values.tsx'
import { useRunScopeText } from '../billing/run-scope-text.ts'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { CutState } from './cut-state.tsx'
import { useOriginText, useStateText } from './suspension.ts'
import type { CutRun } from './suspension.ts'

/** What was cut, when and by whom; and what waits. */
export function CutRunsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const scopeText = useRunScopeText()
  const originText = useOriginText()
  const stateText = useStateText()
  const [state, setState] = useUrlState()
  const source = useList('/api/v1/suspensions', { query: { origin: state['origin'], state: state['state'] }, refetchMs: useFallbackPoll() })
  const { columns, chooser } = useColumns<CutRun>('suspension-runs', [
    { id: 'day', header: t`Day`, width: 105, cell: (row) => <DateText day={row.day} /> },
    { id: 'origin', header: t`What for`, width: 150, cell: (row) => originText[row.origin] },
    { id: 'scope', header: t`Whom`, width: 150, grows: true, cell: (row) => scopeText(row.scope) },
    { id: 'state', header: t`State`, width: 150, cell: (row) => <CutState state={row.state} /> },
    { id: 'clients', header: t`Clients`, width: 75, end: true, cell: (row) => format.number(row.planned_clients) },
    { id: 'amount', header: t`Late`, width: 110, end: true, cell: (row) => <Money minor={row.planned_minor} /> },
    { id: 'cut', header: t`Lines cut`, width: 90, end: true, cell: (row) => format.number(row.cut_lines) },
    { id: 'spared', header: t`Spared`, width: 75, end: true, cell: (row) => format.number(row.spared_lines) },
    { id: 'finished', header: t`Finished`, width: 160, cell: (row) => <TimeText at={row.finished_at} /> },
  ] satisfies Column<CutRun>[])
  const options = (texts: Readonly<Record<string, string>>) => Object.entries(texts).map(([value, label]) => ({ value, label }))
  return (
    <Page title={t`Suspension runs`} fills>
      <SectionTabs of="/suspensions" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          { key: 'origin', label: t`What for`, options: options(originText) },
          { key: 'state', label: t`State`, options: options(stateText) },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Suspension runs`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/suspensions/${row.id}`}
        narrow={(row) => ({
          title: format.date(row.day),
          detail: <CutState state={row.state} />,
          figure: row.state === 'done' ? counted.lines(row.cut_lines) : counted.clients(row.planned_clients),
          note: originText[row.origin],
        })}
        empty={
          <EmptyState icon={<IconPlugConnectedX size={24} />} title={<Trans>Nobody was cut yet</Trans>}>
            <Trans>Every hour the program looks at whose bills are late. What it cuts, and what it was held from cutting, stands here.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
