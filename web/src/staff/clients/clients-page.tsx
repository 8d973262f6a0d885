import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
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
import { LINE_STATES, StateMark, useStateText } from './state.tsx'
import { Views } from './views.tsx'

type Client = RowOf<'/api/v1/clients'>

/** What of the address the list and its count understand. */
const FILTERS = [
  'q',
  'state',
  'branch_id',
  'area_id',
  'reseller_id',
  'package_id',
  'router_id',
  'has_router',
  'tag',
  'vip',
  'whitelist',
  'deleted',
  'joined_from',
  'joined_to',
  'expires_from',
  'expires_to',
  'owes',
] as const

export function ClientsPage() {
  const { t } = useLingui()
  const may = useMay()
  const [state, setState] = useUrlState()
  const stateText = useStateText()
  const filter = Object.fromEntries(FILTERS.map((key) => [key, state[key]]))
  const source = useList('/api/v1/clients', { query: { ...filter, sort: state['sort'] } })
  const choices = { params: { query: { limit: 200 } } }
  const branches = api.useQuery('get', '/api/v1/branches', choices, { staleTime: 60_000 }).data?.items ?? []
  const areas = api.useQuery('get', '/api/v1/areas', choices, { staleTime: 60_000 }).data?.items ?? []
  const packages = api.useQuery('get', '/api/v1/packages', choices, { staleTime: 60_000 }).data?.items ?? []
  const named = (items: readonly { id: number; name: string }[]) => items.map(({ id, name }) => ({ value: String(id), label: name }))
  const { columns, chooser } = useColumns<Client>('clients', [
    { id: 'name', header: t`Name`, width: 176, grows: true, sort: 'name', cell: (row) => row.name },
    { id: 'code', header: t`Code`, width: 96, sort: 'code', cell: (row) => row.code },
    { id: 'phone', header: t`Phone`, width: 114, cell: (row) => row.phone },
    { id: 'package', header: t`Package`, width: 140, cell: (row) => packageText(row) },
    { id: 'login', header: 'PPPoE', width: 96, cell: (row) => row.lines[0]?.pppoe_login ?? '' },
    { id: 'area', header: t`Area`, width: 116, cell: (row) => row.area_name ?? '' },
    { id: 'state', header: t`State`, width: 146, cell: (row) => <StateMark state={row.state} /> },
    { id: 'balance', header: t`Owes`, width: 110, end: true, sort: 'balance', cell: (row) => <Money minor={row.receivable_minor} tone="owed" /> },
    { id: 'expires', header: t`Expires`, width: 102, sort: 'expires_on', cell: (row) => (expiry(row) === null ? '' : <DateText day={expiry(row)} />) },
    { id: 'credit', header: t`Credit`, width: 100, end: true, isExtra: true, cell: (row) => <Money minor={row.credit_minor} tone="good" /> },
    { id: 'branch', header: t`Branch`, width: 130, isExtra: true, cell: (row) => row.branch_name },
    { id: 'joined', header: t`Joined`, width: 108, isExtra: true, sort: 'joined_on', cell: (row) => <DateText day={row.joined_on} /> },
    { id: 'ip', header: t`Static IP`, width: 130, isExtra: true, cell: (row) => row.lines[0]?.static_ip ?? '' },
    { id: 'mac', header: 'MAC', width: 140, isExtra: true, cell: (row) => row.lines[0]?.mac ?? '' },
    { id: 'address', header: t`Address`, width: 220, isExtra: true, cell: (row) => row.address },
    { id: 'email', header: t`E-mail`, width: 180, isExtra: true, cell: (row) => row.email },
    { id: 'tags', header: t`Tags`, width: 150, isExtra: true, cell: (row) => row.tags.join(', ') },
  ] satisfies Column<Client>[])
  const add = may('client.create') && (
    <Button component={Link} to="/clients/new" leftSection={<IconPlus size={16} />}>
      <Trans>Register a client</Trans>
    </Button>
  )
  const isNarrowed = FILTERS.some((key) => state[key] !== undefined)

  return (
    <Page title={t`Clients`} note={<Count filter={filter} />} fills actions={add}>
      <Views state={state} onChange={setState} keys={FILTERS} />
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'q', placeholder: t`Name, code, phone, PPPoE, MAC` }}
        filters={[
          { key: 'state', label: t`State`, options: [...LINE_STATES, 'none' as const].map((value) => ({ value, label: stateText(value) })) },
          { key: 'package_id', label: t`Package`, options: named(packages) },
          ...(areas.length > 0 ? [{ key: 'area_id', label: t`Area`, options: named(areas) }] : []),
          ...(branches.length > 1 ? [{ key: 'branch_id', label: t`Branch`, options: named(branches) }] : []),
          {
            key: 'owes',
            label: t`Owes`,
            options: [
              { value: 'true', label: t`yes` },
              { value: 'false', label: t`no` },
            ],
          },
          { key: 'expires_to', label: t`Expires until`, kind: 'date' },
          { key: 'joined_from', label: t`Joined since`, kind: 'date' },
          { key: 'tag', label: t`Tag`, kind: 'text' },
        ]}
      >
        <ExportButton list="clients" filter={filter} />
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
        narrow={(row) => ({
          title: row.name,
          detail: `${row.code} · ${row.phone}`,
          figure: row.receivable_minor === 0 ? '' : <Money minor={row.receivable_minor} symbol tone="owed" />,
          note: <StateMark state={row.state} />,
        })}
        empty={
          isNarrowed ? (
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
    </Page>
  )
}

/** The one package of a client, or how many lines he has. */
const packageText = (row: Client) =>
  row.lines.length === 0 ? '' : row.lines.length === 1 ? row.lines[0]?.package_name : `${row.lines[0]?.package_name} +${row.lines.length - 1}`

const expiry = (row: Client): string | null =>
  row.lines
    .map((line) => line.expires_on)
    .filter((day) => day !== null)
    .toSorted()[0] ?? null

function Count({ filter }: { filter: Record<string, string | undefined> }) {
  const format = useFormat()
  const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as object
  const { data } = api.useQuery('get', '/api/v1/clients/count', { params: { query } }, { placeholderData: (before) => before })
  return data === undefined ? null : (
    <span className="lm-number">
      {format.number(data.count)}
      {data.is_capped ? '+' : ''}
    </span>
  )
}
