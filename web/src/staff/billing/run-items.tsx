import { Trans, useLingui } from '@lingui/react/macro'
import { IconMoodHappy, IconReceipt } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Money, Status, TimeText } from '../../ui/values.tsx'

type Item = RowOf<'/api/v1/invoice-runs/{id}/items'>
type Parked = RowOf<'/api/v1/invoice-runs/{id}/parked'>

/** Each client's bill beside last month's; what differs can be looked at alone. */
export function RunItems({ runId }: { runId: number }) {
  const { t } = useLingui()
  const [state, setState] = useUrlState()
  const source = useList('/api/v1/invoice-runs/{id}/items', { params: { id: runId }, query: { change: state['change'] } })
  const changes: Record<string, { label: string; tone: 'green' | 'blue' | 'amber' | 'red' | 'grey' }> = {
    new: { label: t`New`, tone: 'green' },
    same: { label: t`The same`, tone: 'grey' },
    higher: { label: t`Higher`, tone: 'amber' },
    lower: { label: t`Lower`, tone: 'blue' },
    gone: { label: t`Gone`, tone: 'red' },
  }
  const change = (row: Item) => {
    const known = changes[row.change ?? '']
    return known !== undefined && <Status tone={known.tone} label={known.label} isHollow={row.change === 'same'} />
  }
  const { columns, chooser } = useColumns<Item>('run-items', [
    { id: 'name', header: t`Client`, width: 220, grows: true, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 120, cell: (row) => row.client_code },
    { id: 'change', header: t`Against last month`, width: 160, cell: change },
    { id: 'previous', header: t`Last month`, width: 130, end: true, cell: (row) => <Money minor={row.previous_minor} /> },
    { id: 'total', header: t`This month`, width: 130, end: true, cell: (row) => <Money minor={row.total_minor} /> },
    { id: 'difference', header: t`Difference`, width: 130, end: true, cell: (row) => <Money minor={row.total_minor - row.previous_minor} /> },
  ] satisfies Column<Item>[])
  return (
    <>
      <FilterBar
        state={state}
        onChange={setState}
        filters={[{ key: 'change', label: t`Against last month`, options: Object.entries(changes).map(([value, { label }]) => ({ value, label })) }]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Bill by bill`}
        columns={columns}
        source={source}
        rowKey={(row) => row.client_id}
        href={(row) => `/clients/${row.client_id}`}
        narrow={(row) => ({ title: row.client_name, detail: row.client_code, figure: <Money minor={row.total_minor} symbol />, note: change(row) })}
        empty={
          <EmptyState icon={<IconReceipt size={24} />} title={<Trans>No bills here</Trans>}>
            <Trans>Everybody is billed up to the end of this month already, or nobody fits the filter.</Trans>
          </EmptyState>
        }
      />
    </>
  )
}

/** Clients who could not be billed, and why. One bad client never stops the others. */
export function ParkedClients({ runId }: { runId: number }) {
  const { t } = useLingui()
  const source = useList('/api/v1/invoice-runs/{id}/parked', { params: { id: runId } })
  const reasons: Record<string, string> = { package_has_no_price: t`The package has no price` }
  const { columns } = useColumns<Parked>('run-parked', [
    { id: 'name', header: t`Client`, width: 200, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 120, cell: (row) => row.client_code },
    { id: 'reason', header: t`Reason`, width: 200, cell: (row) => reasons[row.reason] ?? row.reason.replaceAll('_', ' ') },
    { id: 'detail', header: t`Detail`, width: 240, grows: true, cell: (row) => row.detail },
    { id: 'at', header: t`When`, width: 170, cell: (row) => <TimeText at={row.at} /> },
  ] satisfies Column<Parked>[])
  return (
    <DataList
      label={t`Parked`}
      columns={columns}
      source={source}
      rowKey={(row) => row.client_id}
      href={(row) => `/clients/${row.client_id}`}
      narrow={(row) => ({ title: row.client_name, detail: reasons[row.reason] ?? row.reason, note: <TimeText at={row.at} /> })}
      empty={
        <EmptyState icon={<IconMoodHappy size={24} />} title={<Trans>Nobody is parked</Trans>}>
          <Trans>Every client of this run could be billed.</Trans>
        </EmptyState>
      }
    />
  )
}
