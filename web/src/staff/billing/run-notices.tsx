import { Trans, useLingui } from '@lingui/react/macro'
import { IconMessage } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Money, Status, TimeText } from '../../ui/values.tsx'
import { MessageState } from '../messages/message-state.tsx'
import type { RunDetail } from './run-state.tsx'

type Notice = RowOf<'/api/v1/invoice-runs/{id}/notices'>

/** What the clients are told of their invoices: one message for each, written with it. */
export function RunNotices({ run }: { run: RunDetail }) {
  const { t } = useLingui()
  const source = useList('/api/v1/invoice-runs/{id}/notices', { params: { id: run.id } })
  const mark = ({ state, channel }: Notice) =>
    state === null ? <Status tone="grey" label={t`No longer kept`} isHollow /> : <MessageState message={{ state, channel }} />
  const { columns } = useColumns<Notice>('run-notices', [
    { id: 'invoice', header: t`Invoice`, width: 160, cell: (row) => row.invoice_code },
    { id: 'name', header: t`Client`, width: 220, grows: true, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 120, cell: (row) => row.client_code },
    { id: 'total', header: t`Total`, width: 120, end: true, cell: (row) => <Money minor={row.total_minor} /> },
    { id: 'state', header: t`Message`, width: 170, cell: mark },
    { id: 'at', header: t`Written`, width: 170, cell: (row) => <TimeText at={row.at} /> },
  ] satisfies Column<Notice>[])
  return (
    <DataList
      label={t`Messages`}
      columns={columns}
      source={source}
      rowKey={(row) => row.invoice_id}
      href={(row) => (row.message_id === null ? `/invoices/${row.invoice_id}` : `/messages/${row.message_id}`)}
      narrow={(row) => ({ title: row.client_name, detail: row.invoice_code, figure: <Money minor={row.total_minor} symbol />, note: mark(row) })}
      empty={
        <EmptyState icon={<IconMessage size={24} />} title={<Trans>No messages yet</Trans>}>
          <Trans>Each invoice of the run writes one message to its client.</Trans>
        </EmptyState>
      }
    />
  )
}
