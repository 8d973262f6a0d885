import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarDollar, IconPlayerPlay } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Money, TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { NewRun } from './new-run.tsx'
import { useRunScopeText } from './run-scope-text.ts'
import { isUnderWay, RunState } from './run-state.tsx'
import type { Run } from './run-state.tsx'

/** The months as they were billed. */
export function RunsPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const counted = useCounted()
  const scopeText = useRunScopeText()
  const [state, setState] = useUrlState()
  const [isAsking, asking] = useDisclosure(false)
  const source = useList('/api/v1/invoice-runs', { query: { month: state['month'] }, refetchMs: useFallbackPoll() })
  const { columns, chooser } = useColumns<Run>('invoice-runs', [
    { id: 'month', header: t`Month`, width: 150, cell: (row) => format.month(row.month) },
    { id: 'scope', header: t`Whom`, width: 150, grows: true, cell: (row) => scopeText(row.scope) },
    { id: 'state', header: t`State`, width: 140, cell: (row) => <RunState state={row.state} /> },
    {
      id: 'count',
      header: t`Invoices`,
      width: 90,
      end: true,
      cell: (row) => format.number(isUnderWay(row.state) || row.state === 'done' ? row.issued_count : (row.expected_count ?? 0)),
    },
    {
      id: 'total',
      header: t`Amount`,
      width: 130,
      end: true,
      cell: (row) => <Money minor={row.issued_count > 0 ? row.issued_total_minor : (row.expected_total_minor ?? 0)} />,
    },
    {
      id: 'difference',
      header: t`Against the month before`,
      width: 175,
      end: true,
      cell: (row) => (row.difference_bp === null ? '' : format.percent(row.difference_bp)),
    },
    { id: 'parked', header: t`Parked`, width: 80, end: true, cell: (row) => format.number(row.parked_count) },
    { id: 'created', header: t`Asked for`, width: 170, isExtra: true, cell: (row) => <TimeText at={row.created_at} /> },
    { id: 'finished', header: t`Finished`, width: 170, cell: (row) => <TimeText at={row.finished_at} /> },
  ] satisfies Column<Run>[])
  const ask = may('invoice.run') && (
    <Button leftSection={<IconPlayerPlay size={16} />} onClick={asking.open}>
      <Trans>Preview a month</Trans>
    </Button>
  )

  return (
    <Page title={t`Runs`} fills actions={ask}>
      <SectionTabs of="/billing" />
      <FilterBar state={state} onChange={setState} filters={[{ key: 'month', label: t`Month`, kind: 'month' }]}>
        {chooser}
      </FilterBar>
      <DataList
        label={t`Runs`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/billing/${row.id}`}
        narrow={(row) => ({
          title: format.month(row.month),
          detail: <RunState state={row.state} />,
          figure: <Money minor={row.expected_total_minor ?? row.issued_total_minor} symbol />,
          note: counted.invoices(row.expected_count ?? row.issued_count),
        })}
        empty={
          <EmptyState icon={<IconCalendarDollar size={24} />} title={<Trans>No month was billed yet</Trans>} action={ask}>
            <Trans>A preview bills nobody: it shows each client's bill and how it differs from last month. You start it when you have looked.</Trans>
          </EmptyState>
        }
      />
      {isAsking && <NewRun month={format.today().slice(0, 7)} onClose={asking.close} />}
    </Page>
  )
}
