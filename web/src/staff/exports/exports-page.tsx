import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { sayFailed } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import { useFilterText } from './filter-text.ts'
import { useListText } from './list-text.ts'

type Export = RowOf<'/api/v1/exports'>

const TONES: Readonly<Record<string, 'blue' | 'green' | 'red' | 'grey'>> = { queued: 'blue', running: 'blue', done: 'green', failed: 'red', cancelled: 'grey' }

/** The files one asked for, to fetch as long as they are kept. */
export function ExportsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const client = useQueryClient()
  const listText = useListText()
  const filterText = useFilterText()
  const source = useList('/api/v1/exports', { refetchMs: useFallbackPoll() })
  const texts: Record<string, string> = { queued: t`Waits its turn`, running: t`Being written`, done: t`Ready`, failed: t`Failed`, cancelled: t`Stopped` }
  const mark = (row: Export) => (
    <Status tone={TONES[row.state] ?? 'grey'} label={texts[row.state] ?? row.state} isHollow={row.state === 'cancelled' || row.state === 'queued'} />
  )
  const what = (row: Export) => `${listText(row.list)} (${row.format.toUpperCase()})`
  const narrowed = (row: Export) => filterText(row.list, row.filter)
  const stop = async (row: Export) => {
    const { error } = await http.POST('/api/v1/exports/{id}/cancellation', { params: { path: { id: row.id } } })
    if (error !== undefined) sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries({ queryKey: ['list', '/api/v1/exports'] })
  }
  const next = (row: Export) => {
    if (row.has_file)
      return (
        <a className="lm-link" href={`/api/v1/exports/${row.id}/file`} aria-label={t`Save ${row.file_name}`}>
          {row.file_name}
        </a>
      )
    if (row.state === 'queued' || row.state === 'running')
      return (
        <Button size="compact-xs" variant="default" onClick={() => void stop(row)}>
          <Trans>Stop</Trans>
        </Button>
      )
    return row.state === 'done' ? t`No longer kept` : ''
  }
  const { columns, chooser } = useColumns<Export>('exports', [
    { id: 'what', header: t`List`, width: 150, cell: what },
    { id: 'filter', header: t`Narrowed to`, width: 200, grows: true, cell: (row) => <span title={narrowed(row)}>{narrowed(row)}</span> },
    { id: 'state', header: t`State`, width: 140, cell: mark },
    { id: 'rows', header: t`Rows`, width: 100, end: true, cell: (row) => format.number(row.row_count) },
    { id: 'file', header: t`File`, width: 206, cell: next },
    { id: 'asked', header: t`Asked for`, width: 170, cell: (row) => <TimeText at={row.created_at} /> },
    { id: 'finished', header: t`Finished`, width: 170, isExtra: true, cell: (row) => <TimeText at={row.finished_at} /> },
    { id: 'error', header: t`What is wrong`, width: 220, isExtra: true, cell: (row) => row.error ?? '' },
  ] satisfies Column<Export>[])
  return (
    <Page title={t`Exports`} fills actions={chooser}>
      <DataList
        label={t`Exports`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        narrow={(row) => ({ title: what(row), detail: next(row) || <TimeText at={row.created_at} />, figure: counted.rows(row.row_count), note: mark(row) })}
        empty={
          <EmptyState icon={<IconFileDownload size={24} />} title={<Trans>No files yet</Trans>}>
            <Trans>Every list has a button that writes exactly what it shows into a file.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
