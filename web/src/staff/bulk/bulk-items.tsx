import { Trans, useLingui } from '@lingui/react/macro'
import { IconUsers } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Money } from '../../ui/values.tsx'
import values from '../../ui/values.module.css'
import { ItemState, isMoving, useItemStates } from './bulk-state.tsx'
import type { BulkJob } from './choices.ts'
import { useFactText } from './facts.tsx'
import type { BulkItem } from './facts.tsx'

/** Every client of a job: what would change or did, what it costs him, and who cannot and why. */
export function BulkItems({ job }: { job: BulkJob }) {
  const { t } = useLingui()
  const [state, setState] = useUrlState()
  const states = useItemStates()
  const factText = useFactText()
  const source = useList('/api/v1/bulk-jobs/{id}/items', {
    params: { id: job.id },
    query: { state: state['state'] },
    refetchMs: isMoving(job.state) ? 3000 : false,
  })
  const said = (row: BulkItem) => [...row.facts.map(factText), ...row.errors.map(({ message }) => message)].join(' · ')
  const { columns, chooser } = useColumns<BulkItem>('bulk', [
    { id: 'client', header: t`Client`, width: 170, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 96, cell: (row) => row.client_code },
    { id: 'line', header: t`Line`, width: 120, cell: (row) => row.line ?? '' },
    { id: 'state', header: t`Outcome`, width: 130, cell: (row) => <ItemState state={row.state} /> },
    { id: 'change', header: t`What changes`, width: 320, grows: true, cell: (row) => <span title={said(row)}>{said(row)}</span> },
    { id: 'owes', header: t`Owed changes by`, width: 132, end: true, cell: (row) => <Difference minor={row.receivable_minor} /> },
    { id: 'credit', header: t`Credit changes by`, width: 136, end: true, isExtra: true, cell: (row) => <Difference minor={row.credit_minor} /> },
  ] satisfies Column<BulkItem>[])
  return (
    <>
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          {
            key: 'state',
            label: t`Outcome`,
            options: (Object.keys(states) as BulkItem['state'][])
              .filter((value) => (job.counts[value] ?? 0) > 0)
              .map((value) => ({ value, label: states[value].label })),
          },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Clients of this job`}
        columns={columns}
        source={source}
        rowKey={(row) => row.item_no}
        href={(row) => `/clients/${row.client_id}`}
        narrow={(row) => ({
          title: row.client_name,
          detail: said(row),
          figure: row.receivable_minor === 0 ? '' : <Difference minor={row.receivable_minor} />,
          note: <ItemState state={row.state} />,
        })}
        empty={
          <EmptyState icon={<IconUsers size={24} />} title={<Trans>Nobody here</Trans>}>
            <Trans>Change the filter.</Trans>
          </EmptyState>
        }
      />
    </>
  )
}

/** How much more (+) or less (−). */
function Difference({ minor }: { minor: number }) {
  return (
    <span className={minor > 0 ? values.owed : undefined}>
      {minor > 0 && '+'}
      <Money minor={minor} tone="owed" />
    </span>
  )
}
