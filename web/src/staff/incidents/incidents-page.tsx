import { Trans, useLingui } from '@lingui/react/macro'
import { IconCircleCheck } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useMayOpen } from '../../lib/use-may-open.ts'
import { useMinutesText } from '../../lib/use-duration.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Money, TimeText } from '../../ui/values.tsx'
import { IncidentKindMark, IncidentStateMark } from './incident-state.tsx'
import { INCIDENT_KINDS, useIncidentKindText, useWhereText } from './incident.ts'
import type { Incident } from './incident.ts'

/** Faults that many homes have at once, the newest first. */
export function IncidentsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const kindText = useIncidentKindText()
  const where = useWhereText()
  const minutes = useMinutesText()
  const mayOpen = useMayOpen()
  const [state, setState] = useUrlState()
  const query = { q: state['q'], state: state['state'], kind: state['kind'], olt_id: state['olt_id'] }
  const source = useList('/api/v1/incidents', { query, refetchMs: useFallbackPoll() })
  const olts = useWholeList('/api/v1/olts', { isAsked: mayOpen('/olts') }).rows
  const back = (row: Incident) => t`${format.number(row.onus_back)} of ${format.number(row.onus)}`
  const { columns, chooser } = useColumns<Incident>('incidents', [
    { id: 'kind', header: t`What`, width: 150, cell: (row) => <IncidentKindMark incident={row} /> },
    { id: 'where', header: t`Where`, width: 160, grows: true, cell: (row) => <span title={where(row)}>{where(row)}</span> },
    { id: 'state', header: t`State`, width: 94, cell: (row) => <IncidentStateMark incident={row} /> },
    { id: 'began', header: t`Since`, width: 148, cell: (row) => <TimeText at={row.began_at} /> },
    { id: 'lasts', header: t`Lasts`, width: 82, end: true, cell: (row) => minutes(row.minutes) },
    { id: 'clients', header: t`Clients`, width: 76, end: true, cell: (row) => format.number(row.clients) },
    { id: 'back', header: t`ONUs back`, width: 96, end: true, cell: back },
    { id: 'money', header: t`Billed a month`, width: 116, end: true, cell: (row) => <Money minor={row.monthly_minor} symbol /> },
    { id: 'public', header: t`Clients are told`, width: 112, cell: (row) => (row.is_public ? t`yes` : t`no`) },
    { id: 'branch', header: t`Branch`, width: 120, isExtra: true, cell: (row) => row.branch_name },
    { id: 'ended', header: t`Ended`, width: 160, isExtra: true, cell: (row) => <TimeText at={row.ended_at} /> },
    { id: 'note', header: t`Note`, width: 200, isExtra: true, cell: (row) => <span title={row.note}>{row.note}</span> },
  ] satisfies Column<Incident>[])
  const isNarrowed = Object.values(query).some((value) => value !== undefined)
  return (
    <Page title={t`Incidents`} fills>
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'q', placeholder: t`OLT, PON, box, area, note` }}
        filters={[
          {
            key: 'state',
            label: t`State`,
            options: [
              { value: 'open', label: t`Goes on` },
              { value: 'closed', label: t`Over` },
            ],
          },
          { key: 'kind', label: t`What`, options: INCIDENT_KINDS.map((value) => ({ value, label: kindText(value) })) },
          ...(olts.length > 1 ? [{ key: 'olt_id', label: t`OLT`, options: olts.map(({ id, name }) => ({ value: String(id), label: name })) }] : []),
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Incidents`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/incidents/${row.id}`}
        narrow={(row) => ({
          title: where(row),
          detail: <IncidentKindMark incident={row} />,
          figure: counted.clients(row.clients),
          note: minutes(row.minutes),
        })}
        empty={
          isNarrowed ? (
            <EmptyState icon={<IconCircleCheck size={24} />} title={<Trans>No incident fits</Trans>}>
              <Trans>Change the search or the filters.</Trans>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconCircleCheck size={24} />} title={<Trans>No incident</Trans>}>
              <Trans>When many homes on one box, PON or OLT go away at once, it is found and told here within minutes.</Trans>
            </EmptyState>
          )
        }
      />
    </Page>
  )
}
