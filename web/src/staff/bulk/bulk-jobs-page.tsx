import { Trans, useLingui } from '@lingui/react/macro'
import { IconListCheck } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { BulkState } from './bulk-state.tsx'
import type { BulkJob } from './choices.ts'
import { useJobTitle } from './job-title.ts'

/** What was done to many clients at once, by whom, and how it ended. */
export function BulkJobsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const jobTitle = useJobTitle()
  const source = useList('/api/v1/bulk-jobs', { refetchMs: useFallbackPoll() })
  const total = ({ counts }: BulkJob) => Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0)
  const { columns } = useColumns<BulkJob>('bulk-jobs', [
    { id: 'what', header: t`What`, width: 220, grows: true, cell: jobTitle },
    { id: 'state', header: t`State`, width: 150, cell: (row) => <BulkState state={row.state} /> },
    { id: 'all', header: t`Chosen`, width: 100, end: true, cell: (row) => format.number(total(row)) },
    { id: 'done', header: t`Done`, width: 100, end: true, cell: (row) => format.number(row.counts.done ?? 0) },
    { id: 'not', header: t`Not done`, width: 100, end: true, cell: (row) => format.number((row.counts.refused ?? 0) + (row.counts.failed ?? 0)) },
    { id: 'by', header: t`By`, width: 150, cell: (row) => row.created_by_name ?? '' },
    { id: 'at', header: t`When`, width: 170, cell: (row) => <TimeText at={row.created_at} /> },
  ] satisfies Column<BulkJob>[])
  return (
    <Page title={t`Bulk changes`} fills>
      <SectionTabs of="/clients" />
      <DataList
        label={t`Bulk changes`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/bulk/${row.id}`}
        narrow={(row) => ({
          title: jobTitle(row),
          detail: <TimeText at={row.created_at} />,
          figure: counted.clients(total(row)),
          note: <BulkState state={row.state} />,
        })}
        empty={
          <EmptyState icon={<IconListCheck size={24} />} title={<Trans>No bulk changes yet</Trans>}>
            <Trans>Tick clients in their list (x ticks the one you are at) and choose what to do with them; you see what will happen before it does.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
