import { Trans, useLingui } from '@lingui/react/macro'
import { IconFileInvoice } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
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
import { INVOICE_STATUSES, InvoiceStatusMark, useInvoiceStatusText } from './status.tsx'

type Invoice = RowOf<'/api/v1/invoices'>

export function InvoicesPage() {
  const { t } = useLingui()
  const format = useFormat()
  const [state, setState] = useUrlState()
  const statusText = useInvoiceStatusText()
  const filter = {
    code: state['code'],
    status: state['status'],
    month: state['month'],
    client_id: state['client_id'],
    run_id: state['run_id'],
    issued_from: state['issued_from'],
    issued_to: state['issued_to'],
  }
  const source = useList('/api/v1/invoices', { query: filter })
  const { columns, chooser } = useColumns<Invoice>('invoices', [
    { id: 'code', header: t`Number`, width: 140, cell: (row) => row.code },
    { id: 'client', header: t`Client`, width: 170, grows: true, cell: (row) => row.client_name },
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
    <Page title={t`Invoices`} fills>
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'code', placeholder: t`Invoice number` }}
        filters={[
          { key: 'status', label: t`State`, options: INVOICE_STATUSES.map((value) => ({ value, label: statusText(value) })) },
          { key: 'month', label: t`Month`, kind: 'month' },
          { key: 'issued_from', label: t`Issued from`, kind: 'date' },
          { key: 'issued_to', label: t`Issued until`, kind: 'date' },
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
