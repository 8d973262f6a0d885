import { Trans, useLingui } from '@lingui/react/macro'
import { IconFileDownload } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Status, TimeText } from '../../ui/values.tsx'

type Export = RowOf<'/api/v1/exports'>

const TONES: Readonly<Record<string, 'blue' | 'green' | 'red' | 'grey'>> = { queued: 'blue', running: 'blue', done: 'green', failed: 'red', cancelled: 'grey' }

/** The files one asked for, to fetch as long as they are kept. */
export function ExportsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const [state, setState] = useUrlState()
  const source = useList('/api/v1/exports', { refetchMs: useFallbackPoll() })
  const texts: Record<string, string> = { queued: t`Waits its turn`, running: t`Being written`, done: t`Ready`, failed: t`Failed`, cancelled: t`Stopped` }
  const mark = (row: Export) => <Status tone={TONES[row.state] ?? 'grey'} label={texts[row.state] ?? row.state} />
  const file = (row: Export) =>
    row.has_file ? (
      <a className="lm-link" href={`/api/v1/exports/${row.id}/file`}>
        {row.file_name}
      </a>
    ) : (
      row.file_name
    )
  const { columns, chooser } = useColumns<Export>('exports', [
    { id: 'file', header: t`File`, width: 260, grows: true, cell: file },
    { id: 'state', header: t`State`, width: 160, cell: mark },
    { id: 'rows', header: t`Rows`, width: 110, end: true, cell: (row) => format.number(row.row_count) },
    { id: 'asked', header: t`Asked for`, width: 180, cell: (row) => <TimeText at={row.created_at} /> },
    { id: 'finished', header: t`Finished`, width: 180, cell: (row) => <TimeText at={row.finished_at} /> },
    { id: 'error', header: t`What is wrong`, width: 220, isExtra: true, cell: (row) => row.error ?? '' },
  ] satisfies Column<Export>[])
  return (
    <Page title={t`Exports`} fills>
      <FilterBar state={state} onChange={setState}>
        {chooser}
      </FilterBar>
      <DataList
        label={t`Exports`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        narrow={(row) => ({ title: file(row), detail: <TimeText at={row.created_at} />, figure: format.number(row.row_count), note: mark(row) })}
        empty={
          <EmptyState icon={<IconFileDownload size={24} />} title={<Trans>No files yet</Trans>}>
            <Trans>Every list has a button that writes exactly what it shows into a file.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
