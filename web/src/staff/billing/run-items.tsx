import { Trans, useLingui } from '@lingui/react/macro'
import { IconReceipt } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { ExportButton } from '../../ui/export-button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Money, Status } from '../../ui/values.tsx'
import { countChanged, useChanges } from './run-changes.ts'
import type { RunDetail } from './run-state.tsx'
import { ChangeStrip } from './change-strip.tsx'

type Item = RowOf<'/api/v1/invoice-runs/{id}/items'>

/** Each client's bill beside last month's: what changed comes first, the largest difference on top. */
export function RunItems({ run }: { run: RunDetail }) {
  const { t } = useLingui()
  const format = useFormat()
  const changes = useChanges()
  const [state, setState] = useUrlState()
  const shown = state['change'] ?? (countChanged(run) === 0 ? 'all' : 'changed')
  const query = {
    change: shown === 'changed' || shown === 'all' ? undefined : shown,
    min_change_percent: state['min_change_percent'],
    sort: shown === 'all' || shown === 'same' ? undefined : '-difference',
  }
  const source = useList('/api/v1/invoice-runs/{id}/items', { params: { id: run.id }, query })
  const change = (row: Item) => {
    if (row.state === 'parked') return <Status tone="red" label={row.reason_title ?? t`Parked`} isHollow />
    const known = changes.find(({ value }) => value === row.change)
    return known !== undefined && <Status tone={known.tone} label={known.label} isHollow={row.change === 'same'} />
  }
  const share = (row: Item) =>
    row.previous_minor === 0 || row.total_minor === row.previous_minor
      ? ''
      : format.percent(Math.round(((row.total_minor - row.previous_minor) * 1000) / row.previous_minor) * 10)
  const { columns, chooser } = useColumns<Item>('run-items', [
    { id: 'name', header: t`Client`, width: 220, grows: true, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 120, cell: (row) => row.client_code },
    { id: 'change', header: t`Against last month`, width: 160, cell: change },
    { id: 'previous', header: t`Last month`, width: 120, end: true, cell: (row) => <Money minor={row.previous_minor} /> },
    { id: 'total', header: t`This month`, width: 120, end: true, cell: (row) => <Money minor={row.total_minor} /> },
    { id: 'difference', header: t`Difference`, width: 120, end: true, cell: (row) => <Money minor={row.total_minor - row.previous_minor} /> },
    { id: 'share', header: '%', width: 80, end: true, cell: share },
  ] satisfies Column<Item>[])
  return (
    <>
      <ChangeStrip run={run} shown={shown} onChange={(change) => setState({ change })} />
      <FilterBar state={state} onChange={setState} filters={[{ key: 'min_change_percent', label: t`Changed by at least (%)`, kind: 'number' }]}>
        <ExportButton list="run_items" filter={{ run_id: String(run.id), ...query }} />
        {chooser}
      </FilterBar>
      <DataList
        label={t`Bill by bill`}
        columns={columns}
        source={source}
        rowKey={(row) => row.client_id}
        href={(row) => `/clients/${row.client_id}`}
        narrow={(row) => ({
          title: row.client_name,
          detail: change(row),
          figure: <Money minor={row.total_minor} symbol />,
          note: <Money minor={row.total_minor - row.previous_minor} />,
        })}
        empty={
          <EmptyState icon={<IconReceipt size={24} />} title={<Trans>No bills here</Trans>}>
            {shown === 'changed' ? (
              <Trans>No bill differs from last month's, or everybody is billed up to the end of this month already.</Trans>
            ) : (
              <Trans>Everybody is billed up to the end of this month already, or nobody fits the filter.</Trans>
            )}
          </EmptyState>
        }
      />
    </>
  )
}
