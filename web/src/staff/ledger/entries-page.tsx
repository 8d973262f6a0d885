import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconBook2, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { ExportButton } from '../../ui/export-button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { useAccounts } from './accounts.ts'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { entryKinds, entryKindText } from './entry-kinds.ts'

export type Entry = RowOf<'/api/v1/ledger/entries'>

/** The journal: every movement of money, each in balance, none ever changed. */
export function EntriesPage() {
  const { t, i18n } = useLingui()
  const may = useMay()
  const [state, setState] = useUrlState()
  const accounts = useAccounts()
  const filter = { from: state['from'], to: state['to'], account_id: state['account_id'], client_id: state['client_id'], kind: state['kind'] }
  const source = useList('/api/v1/ledger/entries', {
    query: filter,
  })
  const total = (row: Entry) => row.postings.reduce((sum, posting) => sum + posting.debit_minor, 0)
  const sides = (row: Entry, side: 'debit_minor' | 'credit_minor') =>
    [
      ...new Set(
        row.postings
          .filter((posting) => posting[side] > 0)
          .map((posting) => accounts.find(({ id }) => id === posting.account_id)?.name ?? posting.account_code),
      ),
    ].join(', ')
  const { columns, chooser } = useColumns<Entry>('entries', [
    { id: 'kind', header: t`What`, width: 216, cell: (row) => i18n._(entryKindText(row.kind)) },
    { id: 'day', header: t`Booked on`, width: 106, cell: (row) => <DateText day={row.booked_on} /> },
    { id: 'debit', header: t`Debit`, width: 150, grows: true, cell: (row) => sides(row, 'debit_minor') },
    { id: 'credit', header: t`Credit side`, width: 150, grows: true, cell: (row) => sides(row, 'credit_minor') },
    { id: 'amount', header: t`Amount`, width: 112, end: true, cell: (row) => <Money minor={total(row)} /> },
    { id: 'document', header: t`Document`, width: 202, cell: (row) => row.subject?.code ?? '' },
    { id: 'by', header: t`Who`, width: 104, cell: (row) => row.recorded_by_name ?? '' },
    { id: 'memo', header: t`Note`, width: 200, isExtra: true, cell: (row) => row.memo ?? '' },
  ] satisfies Column<Entry>[])
  return (
    <Page
      title={t`Ledger`}
      fills
      actions={
        may('ledger.post_manual') && (
          <Button component={Link} to="/ledger/post" leftSection={<IconPlus size={16} />}>
            <Trans>Post an entry</Trans>
          </Button>
        )
      }
    >
      <SectionTabs of="/ledger" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          { key: 'account_id', label: t`Account`, options: accounts.map(({ id, code, name }) => ({ value: String(id), label: `${code} · ${name}` })) },
          { key: 'kind', label: t`What`, options: entryKinds.map(({ value, label }) => ({ value, label: i18n._(label) })) },
          { key: 'from', toKey: 'to', label: t`Booked on`, kind: 'range' },
        ]}
      >
        <ExportButton list="ledger_entries" filter={filter} />
        {chooser}
      </FilterBar>
      <DataList
        label={t`Ledger`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/ledger/entries/${row.id}`}
        narrow={(row) => ({
          title: i18n._(entryKindText(row.kind)),
          detail: sides(row, 'debit_minor'),
          figure: <Money minor={total(row)} />,
          note: <DateText day={row.booked_on} />,
        })}
        empty={
          <EmptyState icon={<IconBook2 size={24} />} title={<Trans>No entries here</Trans>}>
            <Trans>Invoices, payments and corrections write themselves into the journal.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
