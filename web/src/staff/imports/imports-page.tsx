import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTableImport, IconUpload } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { ImportState, useImportKindText } from './import-state.tsx'
import type { Import } from './import-state.tsx'
import { Upload } from './upload.tsx'

export function ImportsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const [state] = useUrlState()
  const [isSending, sending] = useDisclosure(state['new'] !== undefined)
  const kindText = useImportKindText()
  const source = useList('/api/v1/imports', { refetchMs: useFallbackPoll() })
  const { columns, chooser } = useColumns<Import>('imports', [
    { id: 'file', header: t`File`, width: 240, grows: true, cell: (row) => row.file_name },
    { id: 'kind', header: t`Kind`, width: 120, cell: (row) => kindText(row.kind) },
    { id: 'state', header: t`State`, width: 200, cell: (row) => <ImportState state={row.state} /> },
    { id: 'rows', header: t`Rows`, width: 90, end: true, cell: (row) => (row.state === 'uploaded' ? '' : format.number(row.row_count)) },
    { id: 'done', header: t`Imported`, width: 100, end: true, cell: (row) => format.number(row.counts.done ?? 0) },
    { id: 'invalid', header: t`With errors`, width: 110, end: true, cell: (row) => format.number((row.counts.invalid ?? 0) + (row.counts.failed ?? 0)) },
    { id: 'at', header: t`When`, width: 170, cell: (row) => <TimeText at={row.created_at} /> },
  ] satisfies Column<Import>[])
  const send = (
    <Button leftSection={<IconUpload size={16} />} onClick={sending.open}>
      <Trans>Import a file</Trans>
    </Button>
  )
  return (
    <Page
      title={t`Imports`}
      fills
      actions={
        <>
          {chooser}
          {send}
        </>
      }
    >
      <DataList
        label={t`Imports`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/imports/${row.id}`}
        narrow={(row) => ({ title: row.file_name, detail: kindText(row.kind), figure: counted.rows(row.row_count), note: <ImportState state={row.state} /> })}
        empty={
          <EmptyState icon={<IconTableImport size={24} />} title={<Trans>Nothing was imported yet</Trans>} action={send}>
            <Trans>Send a CSV or Excel file; you say what its columns are, see every row checked, and then import it. The same file twice adds nothing.</Trans>
          </EmptyState>
        }
      />
      {isSending && <Upload kind={state['new']} onClose={sending.close} />}
    </Page>
  )
}
