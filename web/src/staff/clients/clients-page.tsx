import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { ExportButton } from '../../ui/export-button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { useSelection } from '../../ui/use-selection.ts'
import { Money } from '../../ui/values.tsx'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { useClientColumns } from './client-columns.tsx'
import type { ListedClient } from './client-columns.tsx'
import { CLIENT_FILTERS, useClientFilters } from './client-filters.ts'
import { StateMark } from './state.tsx'
import { Views } from './views.tsx'

type Count = { readonly count: number; readonly is_capped: boolean } | undefined

export function ClientsPage() {
  const { t } = useLingui()
  const may = useMay()
  const [state, setState] = useUrlState()
  const asked = Object.fromEntries(CLIENT_FILTERS.flatMap((key) => (state[key] === undefined ? [] : [[key, state[key]]]))) as Record<string, string>
  const source = useList('/api/v1/clients', { query: { ...asked, sort: state['sort'] } })
  const count: Count = api.useQuery('get', '/api/v1/clients/count', { params: { query: asked as object } }, { placeholderData: (before) => before }).data
  const filters = useClientFilters()
  const { columns, chooser } = useColumns<ListedClient>('clients', useClientColumns())
  const selection = useSelection(JSON.stringify(asked))
  const add = may('client.create') && (
    <Button component={Link} to="/clients/new" leftSection={<IconPlus size={16} />}>
      <Trans>Register a client</Trans>
    </Button>
  )
  return (
    <Page title={t`Clients`} note={<ClientsFound count={count} />} fills actions={add}>
      <SectionTabs of="/clients" />
      <Views state={state} onChange={setState} keys={CLIENT_FILTERS} />
      <FilterBar state={state} onChange={setState} search={{ key: 'q', placeholder: t`Name, code, phone, PPPoE, MAC` }} filters={filters}>
        <ExportButton list="clients" filter={{ ...asked, sort: state['sort'] }} columns={columns.map(({ id }) => id)} />
        {chooser}
      </FilterBar>
      <DataList
        label={t`Clients`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/clients/${row.id}`}
        sort={state['sort'] ?? 'code'}
        onSort={(sort) => setState({ sort: sort === 'code' ? undefined : sort })}
        selection={{ of: selection, label: (row) => row.name }}
        narrow={(row) => ({
          title: row.name,
          detail: `${row.code} · ${row.phone}`,
          figure: row.receivable_minor === 0 ? '' : <Money minor={row.receivable_minor} symbol tone="owed" />,
          note: <StateMark state={row.state} />,
        })}
        empty={
          Object.keys(asked).length > 0 ? (
            <EmptyState icon={<IconUsers size={24} />} title={<Trans>No client fits</Trans>}>
              <Trans>Change the search or the filters.</Trans>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconUsers size={24} />} title={<Trans>No clients yet</Trans>} action={add}>
              <Trans>Register the first one with name, phone and package; the first bill is worked out while you type.</Trans>
            </EmptyState>
          )
        }
      />
      {!selection.isEmpty && <BulkBar selection={selection} filter={asked} count={count} />}
    </Page>
  )
}

function ClientsFound({ count }: { count: Count }) {
  const format = useFormat()
  return count === undefined ? null : (
    <span className="lm-number">
      {format.number(count.count)}
      {count.is_capped ? '+' : ''}
    </span>
  )
}
