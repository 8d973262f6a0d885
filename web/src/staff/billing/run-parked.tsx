import { Trans, useLingui } from '@lingui/react/macro'
import { IconMoodHappy } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import type { RunDetail } from './run-state.tsx'

type Parked = RowOf<'/api/v1/invoice-runs/{id}/parked'>

/** Clients who could not be billed, and why, and by which invoice they were billed since. One bad client never stops the others. */
export function ParkedClients({ run }: { run: RunDetail }) {
  const { t } = useLingui()
  const source = useList('/api/v1/invoice-runs/{id}/parked', { params: { id: run.id } })
  const since = (row: Parked) =>
    row.invoice_id === null ? (
      <Status tone="red" label={t`Not billed yet`} isHollow />
    ) : (
      <a className="lm-link" href={`/invoices/${row.invoice_id}`}>
        {row.invoice_code}
      </a>
    )
  const { columns } = useColumns<Parked>('run-parked', [
    { id: 'name', header: t`Client`, width: 200, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 120, cell: (row) => row.client_code },
    { id: 'reason', header: t`Reason`, width: 340, grows: true, cell: (row) => <span title={row.detail}>{row.reason_title}</span> },
    { id: 'since', header: t`Billed since`, width: 170, cell: since },
    { id: 'at', header: t`When`, width: 170, cell: (row) => <TimeText at={row.at} /> },
  ] satisfies Column<Parked>[])
  return (
    <DataList
      label={t`Parked`}
      columns={columns}
      source={source}
      rowKey={(row) => row.client_id}
      href={(row) => `/clients/${row.client_id}`}
      narrow={(row) => ({ title: row.client_name, detail: row.reason_title, note: since(row) })}
      empty={
        <EmptyState icon={<IconMoodHappy size={24} />} title={<Trans>Nobody is parked</Trans>}>
          <Trans>Every client of this run could be billed.</Trans>
        </EmptyState>
      }
    />
  )
}
