import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconFilePencil, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'

export type Draft = RowOf<'/api/v1/invoice-drafts'>

/** Bills written by hand that are no invoices yet. */
export function DraftsPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const counted = useCounted()
  const [state, setState] = useUrlState()
  const open = state['open'] ?? 'true'
  const source = useList('/api/v1/invoice-drafts', { query: { open: open === 'all' ? undefined : open, client_id: state['client_id'] } })
  const what = (row: Draft) => row.lines.map(({ description }) => description).join(', ')
  const mark = (row: Draft) =>
    row.invoice_code === null ? <Status tone="violet" label={t`Draft`} isHollow /> : <Status tone="green" label={row.invoice_code} />
  const { columns, chooser } = useColumns<Draft>('invoice-drafts', [
    { id: 'client', header: t`Client`, width: 200, grows: true, cell: (row) => row.client_name },
    { id: 'code', header: t`Client code`, width: 120, cell: (row) => row.client_code },
    { id: 'what', header: t`What`, width: 220, grows: true, cell: (row) => <span title={what(row)}>{what(row)}</span> },
    { id: 'lines', header: t`Lines`, width: 70, end: true, cell: (row) => format.number(row.lines.length) },
    { id: 'state', header: t`State`, width: 160, cell: mark },
    { id: 'by', header: t`Who`, width: 140, cell: (row) => row.created_by_name ?? '' },
    { id: 'at', header: t`Last changed`, width: 170, cell: (row) => <TimeText at={row.updated_at} /> },
  ] satisfies Column<Draft>[])
  const add = may('invoice.issue') && (
    <Button component={Link} to="/invoices/drafts/new" leftSection={<IconPlus size={16} />}>
      <Trans>Write a bill</Trans>
    </Button>
  )
  return (
    <Page title={t`Drafts`} fills actions={add}>
      <SectionTabs of="/invoices" />
      <FilterBar
        state={{ ...state, open }}
        onChange={(changes) => setState('open' in changes && changes['open'] === undefined ? { ...changes, open: 'all' } : changes)}
        filters={[
          {
            key: 'open',
            label: t`State`,
            options: [
              { value: 'true', label: t`Drafts` },
              { value: 'false', label: t`Became invoices` },
              { value: 'all', label: t`All` },
            ],
          },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Drafts`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => (row.invoice_id === null ? `/invoices/drafts/${row.id}` : `/invoices/${row.invoice_id}`)}
        narrow={(row) => ({ title: row.client_name, detail: what(row), figure: counted.lines(row.lines.length), note: mark(row) })}
        empty={
          <EmptyState icon={<IconFilePencil size={24} />} title={<Trans>No drafts</Trans>} action={add}>
            <Trans>Write a bill by hand for what no package covers: a router, a visit, a cable. It gets its number when you make it an invoice.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
