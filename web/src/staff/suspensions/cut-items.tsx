import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, Money, Status, TimeText } from '../../ui/values.tsx'
import type { CutRunDetail } from './suspension.ts'

type Item = RowOf<'/api/v1/suspensions/{id}/items'>

/** Line by line: what it is cut for, what came of it, and whether it has service again. */
export function CutItems({ run }: { run: CutRunDetail }) {
  const { t } = useLingui()
  const [state, setState] = useUrlState()
  const source = useList('/api/v1/suspensions/{id}/items', { params: { id: run.id }, query: { outcome: state['outcome'] } })
  const endings: Record<NonNullable<Item['ended_why']>, string> = {
    settled: t`Paid`,
    exempt: t`Exempt since`,
    promise: t`Promised to pay`,
    by_hand: t`Given back by hand`,
    left: t`Left`,
  }
  const outcome = (row: Item) => {
    if (row.outcome === 'spared') return <Status tone="green" label={t`Spared`} isHollow />
    if (row.outcome === null) return <Status tone="amber" label={t`To be cut`} isHollow />
    return row.ended_at === null ? <Status tone="red" label={t`Cut`} /> : <Status tone="green" label={t`Has service again`} />
  }
  const why = (row: Item) => (row.ended_why === null ? row.why : endings[row.ended_why])
  const { columns, chooser } = useColumns<Item>('suspension-items', [
    { id: 'name', header: t`Client`, width: 160, grows: true, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 105, cell: (row) => row.client_code },
    { id: 'login', header: t`Login`, width: 120, cell: (row) => row.login ?? '' },
    { id: 'late', header: t`Late`, width: 105, end: true, cell: (row) => <Money minor={row.late_minor} /> },
    { id: 'credit', header: t`Credit`, width: 110, end: true, isExtra: true, cell: (row) => <Money minor={row.credit_minor} /> },
    { id: 'since', header: t`Due since`, width: 105, cell: (row) => <DateText day={row.oldest_due_on ?? row.expires_on} /> },
    { id: 'outcome', header: t`What happened`, width: 130, cell: outcome },
    { id: 'why', header: t`Why`, width: 190, grows: true, cell: why },
    { id: 'ended', header: t`Service again`, width: 160, cell: (row) => <TimeText at={row.ended_at} /> },
    { id: 'router', header: t`Router`, width: 120, isExtra: true, cell: (row) => row.router_name ?? '' },
  ] satisfies Column<Item>[])
  return (
    <>
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          {
            key: 'outcome',
            label: t`What happened`,
            options: [
              { value: 'waiting', label: t`To be cut` },
              { value: 'cut', label: t`Cut` },
              { value: 'spared', label: t`Spared` },
            ],
          },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Line by line`}
        columns={columns}
        source={source}
        rowKey={(row) => row.subscription_id}
        href={(row) => `/clients/${row.client_id}`}
        narrow={(row) => ({ title: row.client_name, detail: outcome(row), figure: <Money minor={row.late_minor} symbol />, note: why(row) })}
        empty={
          <EmptyState icon={<IconPlugConnectedX size={24} />} title={<Trans>Nobody here</Trans>}>
            <Trans>Nobody is to be cut, or nobody fits the filter.</Trans>
          </EmptyState>
        }
      />
    </>
  )
}
