import { Trans, useLingui } from '@lingui/react/macro'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useMay, useMe } from '../../lib/session.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { startOfDay } from '../../lib/zone-day.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { ExportButton } from '../../ui/export-button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { actionFamilies, actionText } from './actions.ts'
import { EventDetail } from './event-detail.tsx'
import { useSubjectTexts } from './subjects.ts'

export type AuditEvent = RowOf<'/api/v1/audit-events'>

/** Who changed what, when and from where; newest first. */
export function AuditPage() {
  const { t, i18n } = useLingui()
  const may = useMay()
  const { zone } = useMe().company
  const subjects = useSubjectTexts()
  const [state, setState] = useUrlState()
  const [opened, setOpened] = useState<AuditEvent | null>(null)
  const users = api.useQuery('get', '/api/v1/users', { params: { query: { limit: 200 } } }, { enabled: may('user.view') }).data?.items ?? []
  const { from, until } = state
  const filter = {
    action: state['action'],
    actor_id: state['actor_id'],
    subject_type: state['subject_type'],
    subject_id: state['subject_id'],
    client_id: state['client_id'],
    from: from === undefined ? undefined : startOfDay(from, zone),
    until: until === undefined ? undefined : startOfDay(until, zone, 1),
  }
  const source = useList('/api/v1/audit-events', { query: filter })
  const nameOf = ({ subject_type, subject_id, subject_name }: AuditEvent) =>
    subject_name ?? (subject_type === 'user' ? users.find(({ id }) => id === subject_id)?.full_name : undefined)
  const subject = (row: AuditEvent) => [subjects[row.subject_type] ?? row.subject_type.replaceAll('_', ' '), nameOf(row)].filter(Boolean).join(' ')
  const who = (row: AuditEvent) => (row.actor_kind === 'system' ? t`The program` : row.actor_name)
  const { columns, chooser } = useColumns<AuditEvent>('audit', [
    { id: 'action', header: t`What`, width: 250, grows: true, cell: (row) => i18n._(actionText(row.action)) },
    { id: 'subject', header: t`Of`, width: 230, cell: subject },
    { id: 'actor', header: t`Who`, width: 170, cell: who },
    { id: 'at', header: t`When`, width: 170, cell: (row) => <TimeText at={row.at} /> },
    { id: 'ip', header: t`From`, width: 140, cell: (row) => row.ip ?? '' },
    { id: 'code', header: t`Code`, width: 190, isExtra: true, cell: (row) => row.action },
  ] satisfies Column<AuditEvent>[])

  return (
    <Page title={t`Audit`} fills>
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          { key: 'action', label: t`Kind`, options: actionFamilies.map(({ value, label }) => ({ value, label: i18n._(label) })) },
          ...(users.length > 0
            ? [{ key: 'actor_id', label: t`Who`, options: users.map(({ id, full_name }) => ({ value: String(id), label: full_name })) }]
            : []),
          {
            key: 'subject_type',
            label: t`Of`,
            options: Object.entries(subjects)
              .map(([value, label]) => ({ value, label }))
              .sort((a, b) => a.label.localeCompare(b.label, i18n.locale)),
          },
          ...(state['subject_type'] === undefined ? [] : [{ key: 'subject_id', label: t`Its number`, kind: 'number' as const }]),
          ...(state['client_id'] === undefined ? [] : [{ key: 'client_id', label: t`Client`, kind: 'number' as const }]),
          { key: 'from', label: t`Since`, kind: 'date' },
          { key: 'until', label: t`Until`, kind: 'date' },
        ]}
      >
        <ExportButton list="audit_events" filter={filter} />
        {chooser}
      </FilterBar>
      <DataList
        label={t`Audit`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        onOpen={setOpened}
        narrow={(row) => ({ title: i18n._(actionText(row.action)), detail: `${who(row)} · ${subject(row)}`, note: <TimeText at={row.at} /> })}
        empty={
          <EmptyState icon={<IconShieldCheck size={24} />} title={<Trans>Nothing happened here yet</Trans>}>
            <Trans>Every change by staff and by the system is kept here, with its values before and after.</Trans>
          </EmptyState>
        }
      />
      {opened !== null && (
        <EventDetail
          event={opened}
          subject={subject(opened)}
          who={who(opened)}
          onNarrow={(changes) => {
            setState(changes)
            setOpened(null)
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  )
}
