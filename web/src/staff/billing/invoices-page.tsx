import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { ExportButton } from '../../ui/export-button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { InvoicesPdf } from './invoices-pdf.tsx'
import { INVOICE_STATUSES, InvoiceStatusMark, useInvoiceStatusText } from './status.tsx'

type Invoice = RowOf<'/api/v1/invoices'>

export function InvoicesPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const [state, setState] = useUrlState()
  const statusText = useInvoiceStatusText()
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }).data?.items ?? []
  const filter = {
    code: state['code'],
    status: state['status'],
    month: state['month'],
    client_id: state['client_id'],
    run_id: state['run_id'],
    branch_id: state['branch_id'],
    open: state['open'],
    issued_from: state['issued_from'],
    issued_to: state['issued_to'],
    due_from: state['due_from'],
    due_to: state['due_to'],
  }
  const wire = Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined))
  const isChosen = filter.month !== undefined || filter.run_id !== undefined || filter.issued_from !== undefined
  const source = useList('/api/v1/invoices', { query: filter })
  const { columns, chooser } = useColumns<Invoice>('invoices', [
    { id: 'code', header: t`Number`, width: 140, cell: (row) => row.code },
    { id: 'client', header: t`Client`, width: 150, grows: true, cell: (row) => row.client_name },
    { id: 'clientCode', header: t`Client code`, width: 110, cell: (row) => row.client_code },
    { id: 'month', header: t`Month`, width: 130, cell: (row) => format.month(row.month) },
    { id: 'issued', header: t`Issued`, width: 110, cell: (row) => <DateText day={row.issued_on} /> },
    { id: 'due', header: t`Due`, width: 110, cell: (row) => <DateText day={row.due_on} /> },
    { id: 'status', header: t`State`, width: 120, cell: (row) => <InvoiceStatusMark status={row.status} /> },
    { id: 'total', header: t`Total`, width: 108, end: true, cell: (row) => <Money minor={row.total_minor} /> },
    {
      id: 'open',
      header: t`Still open`,
      width: 108,
      end: true,
      cell: (row) => <Money minor={row.open_minor} tone={row.status === 'overdue' ? 'owed' : 'plain'} />,
    },
    { id: 'vat', header: t`VAT`, width: 110, end: true, isExtra: true, cell: (row) => <Money minor={row.vat_minor} /> },
    { id: 'discount', header: t`Discount`, width: 110, end: true, isExtra: true, cell: (row) => <Money minor={row.discount_minor} /> },
    { id: 'credited', header: t`Credited`, width: 110, end: true, isExtra: true, cell: (row) => <Money minor={row.credited_minor} /> },
  ] satisfies Column<Invoice>[])

  return (
    <Page
      title={t`Invoices`}
      fills
      actions={
        <>
          {isChosen && <InvoicesPdf filter={wire} label={t`The invoices of this list`} count={null} />}
          {may('invoice.issue') && (
            <Button component={Link} to="/invoices/drafts/new" leftSection={<IconPlus size={16} />}>
              <Trans>Write a bill</Trans>
            </Button>
          )}
        </>
      }
    >
      <SectionTabs of="/invoices" />
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'code', placeholder: t`Invoice number` }}
        filters={[
          { key: 'status', label: t`State`, options: INVOICE_STATUSES.map((value) => ({ value, label: statusText(value) })) },
          {
            key: 'open',
            label: t`Still open`,
            options: [
              { value: 'true', label: t`Something` },
              { value: 'false', label: t`Nothing` },
            ],
          },
          { key: 'month', label: t`Month`, kind: 'month' },
          { key: 'branch_id', label: t`Branch`, options: branches.map(({ id, name }) => ({ value: String(id), label: name })) },
          { key: 'issued_from', label: t`Issued from`, kind: 'date' },
          { key: 'issued_to', label: t`Issued until`, kind: 'date' },
          { key: 'due_from', toKey: 'due_to', label: t`Due`, kind: 'range' },
          ...(state['run_id'] === undefined ? [] : [{ key: 'run_id', label: t`Run` }]),
        ]}
      >
        <ExportButton list="invoices" filter={filter} />
        {chooser}
      </FilterBar>
      <DataList
        label={t`Invoices`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/invoices/${row.id}`}
        narrow={(row) => ({
          title: row.client_name,
          detail: `${row.code} · ${format.month(row.month)}`,
          figure: <Money minor={row.total_minor} symbol />,
          note: <InvoiceStatusMark status={row.status} />,
        })}
        empty={
          <EmptyState icon={<IconFileInvoice size={24} />} title={<Trans>No invoices here</Trans>}>
            <Trans>Bill a whole month under Billing month, or one client from the client's page.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
