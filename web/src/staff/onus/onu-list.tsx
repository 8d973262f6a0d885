import { Trans, useLingui } from '@lingui/react/macro'
import { IconRouter } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { UrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { onuName, placeText, useOnuStateText } from './onu.ts'
import type { Onu } from './onu.ts'
import { useOnuFilters } from './onu-filters.ts'
import { OnuLight, OnuStateMark } from './onu-marks.tsx'

/** The ONUs that fit what stands in the address; with `oltId` those of one OLT. */
export function OnuList({ state, onChange, oltId }: { state: UrlState; onChange: (changes: UrlState) => void; oltId?: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const stateText = useOnuStateText()
  const { filters, query } = useOnuFilters(state, oltId)
  const source = useList('/api/v1/onus', { query, refetchMs: useFallbackPoll() })
  const place = (row: Onu) => (oltId === undefined ? `${placeText(row)} · ${row.olt_name}` : placeText(row))
  const client = (row: Onu) => (row.client_id === null ? '' : <PageLink to={`/clients/${row.client_id}`}>{row.client_name}</PageLink>)
  const { columns, chooser } = useColumns<Onu>('onus', [
    { id: 'serial', header: t`Serial or MAC`, width: 130, cell: (row) => onuName(row) },
    { id: 'client', header: t`Client`, width: 145, grows: true, cell: client },
    { id: 'login', header: t`Login`, width: 96, cell: (row) => row.pppoe_login ?? '' },
    { id: 'place', header: t`Place`, width: oltId === undefined ? 192 : 90, sort: 'place', cell: (row) => <span title={place(row)}>{place(row)}</span> },
    { id: 'state', header: t`State`, width: 105, cell: (row) => <OnuStateMark state={row.state} /> },
    { id: 'since', header: t`Since`, width: 146, sort: 'longest_away', cell: (row) => <TimeText at={row.since} /> },
    { id: 'light', header: t`Light level`, width: 115, sort: 'light', cell: (row) => <OnuLight onu={row} /> },
    {
      id: 'box',
      header: t`Box`,
      width: 124,
      cell: (row) => [row.box_name, row.box_port === null ? null : format.number(row.box_port)].filter(Boolean).join(' / '),
    },
    { id: 'model', header: t`Model`, width: 120, isExtra: true, cell: (row) => row.model },
    { id: 'description', header: t`Description on the OLT`, width: 190, isExtra: true, cell: (row) => <span title={row.description}>{row.description}</span> },
    { id: 'mac', header: 'MAC', width: 150, isExtra: true, cell: (row) => row.mac ?? '' },
    {
      id: 'distance',
      header: t`Distance`,
      width: 90,
      end: true,
      isExtra: true,
      cell: (row) => (row.distance_m === null ? '' : t`${format.number(row.distance_m)} m`),
    },
    { id: 'branch', header: t`Branch`, width: 120, isExtra: true, cell: (row) => row.branch_name },
    { id: 'found', header: t`First seen`, width: 160, isExtra: true, sort: 'newest', cell: (row) => <TimeText at={row.first_seen_at} /> },
  ] satisfies Column<Onu>[])
  const isNarrowed = filters.some(({ key }) => state[key] !== undefined) || state['q'] !== undefined
  // A second press on a head would ask for the other direction, which these orders do not have.
  const setSort = (sort: string) => onChange({ sort: sort.replace(/^-/, '') === 'place' ? undefined : sort.replace(/^-/, '') })
  return (
    <>
      <FilterBar state={state} onChange={onChange} search={{ key: 'q', placeholder: t`Serial, MAC, login, client, description` }} filters={filters}>
        {chooser}
      </FilterBar>
      <DataList
        label={t`ONUs`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/onus/${row.id}`}
        sort={query['sort'] ?? 'place'}
        onSort={setSort}
        narrow={(row) => ({
          title: row.client_name ?? onuName(row),
          detail: [row.client_name === null ? row.description : onuName(row), place(row)].filter(Boolean).join(' · '),
          figure: <OnuLight onu={row} />,
          note: `${stateText(row.state)} · ${format.dateTime(row.since)}`,
        })}
        empty={
          isNarrowed ? (
            <EmptyState icon={<IconRouter size={24} />} title={<Trans>No ONU fits</Trans>}>
              <Trans>Change the search or the filters.</Trans>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconRouter size={24} />} title={<Trans>No ONU yet</Trans>}>
              <Trans>They show up when an OLT has told who is registered on it.</Trans>
            </EmptyState>
          )
        }
      />
    </>
  )
}
