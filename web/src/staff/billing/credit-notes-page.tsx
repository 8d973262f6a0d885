import { Trans, useLingui } from '@lingui/react/macro'
import { IconReceiptRefund } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
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
import { CREDIT_NOTE_KINDS, useCreditNoteKindText } from './credit-note-kinds.ts'

type CreditNote = RowOf<'/api/v1/credit-notes'>

/** What was given back of invoices, and why. */
export function CreditNotesPage() {
  const { t } = useLingui()
  const kindText = useCreditNoteKindText()
  const [state, setState] = useUrlState()
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }).data?.items ?? []
  const filter = {
    code: state['code'],
    kind: state['kind'],
    month: state['month'],
    branch_id: state['branch_id'],
    client_id: state['client_id'],
    issued_from: state['issued_from'],
    issued_to: state['issued_to'],
  }
  const source = useList('/api/v1/credit-notes', { query: filter })
  const { columns, chooser } = useColumns<CreditNote>('credit-notes', [
    { id: 'code', header: t`Number`, width: 150, cell: (row) => row.code },
    { id: 'client', header: t`Client`, width: 190, grows: true, cell: (row) => row.client_name },
    { id: 'invoice', header: t`Invoice`, width: 140, cell: (row) => row.invoice_code },
    { id: 'kind', header: t`Kind`, width: 140, cell: (row) => kindText(row.kind) },
    { id: 'reason', header: t`Reason`, width: 220, grows: true, cell: (row) => <span title={row.reason}>{row.reason}</span> },
    { id: 'issued', header: t`Issued`, width: 110, cell: (row) => <DateText day={row.issued_on} /> },
    { id: 'vat', header: t`VAT`, width: 100, end: true, isExtra: true, cell: (row) => <Money minor={row.vat_minor} /> },
    { id: 'total', header: t`Total`, width: 120, end: true, cell: (row) => <Money minor={row.total_minor} /> },
  ] satisfies Column<CreditNote>[])
  return (
    <Page title={t`Credit notes`} fills>
      <SectionTabs of="/invoices" />
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'code', placeholder: t`Number of the note` }}
        filters={[
          { key: 'kind', label: t`Kind`, options: CREDIT_NOTE_KINDS.map((value) => ({ value, label: kindText(value) })) },
          { key: 'month', label: t`Month of the invoice`, kind: 'month' },
          { key: 'branch_id', label: t`Branch`, options: branches.map(({ id, name }) => ({ value: String(id), label: name })) },
          { key: 'issued_from', label: t`Issued from`, kind: 'date' },
          { key: 'issued_to', label: t`Issued until`, kind: 'date' },
        ]}
      >
        <ExportButton list="credit_notes" filter={filter} />
        {chooser}
      </FilterBar>
      <DataList
        label={t`Credit notes`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/invoices/credit-notes/${row.id}`}
        narrow={(row) => ({
          title: row.client_name,
          detail: `${row.code} · ${row.reason}`,
          figure: <Money minor={row.total_minor} symbol />,
          note: kindText(row.kind),
        })}
        empty={
          <EmptyState icon={<IconReceiptRefund size={24} />} title={<Trans>No credit notes here</Trans>}>
            <Trans>An issued invoice is never changed. What was billed too much is given back by a credit note, from the invoice's page.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
