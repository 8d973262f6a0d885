import { Trans, useLingui } from '@lingui/react/macro'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { actionFamilies, actionText } from './actions.ts'
import { EventDetail } from './event-detail.tsx'

export type AuditEvent = RowOf<'/api/v1/audit-events'>

/** Who changed what, when and from where; newest first. */
export function AuditPage() {
  const { t, i18n } = useLingui()
  const [state, setState] = useUrlState()
  const [opened, setOpened] = useState<AuditEvent | null>(null)
  const from = state['from'] === undefined ? undefined : `${state['from']}T00:00:00Z`
  const source = useList('/api/v1/audit-events', {
    query: {
      action: state['action'],
      subject_type: state['subject_type'],
      subject_id: state['subject_id'],
      changed: state['changed'],
      client_id: state['client_id'],
      actor_id: state['actor_id'],
      from,
    },
  })
  const { columns, chooser } = useColumns<AuditEvent>('audit', [
    { id: 'action', header: t`What`, width: 250, grows: true, cell: (row) => i18n._(actionText(row.action)) },
    { id: 'subject', header: t`Of`, width: 170, cell: (row) => (row.subject_id === null ? row.subject_type : `${row.subject_type} ${row.subject_id}`) },
    { id: 'actor', header: t`Who`, width: 150, cell: (row) => row.actor_name },
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
          { key: 'from', label: t`Since`, kind: 'date' },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Audit`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        onOpen={setOpened}
        narrow={(row) => ({ title: i18n._(actionText(row.action)), detail: row.actor_name, note: <TimeText at={row.at} /> })}
        empty={
          <EmptyState icon={<IconShieldCheck size={24} />} title={<Trans>Nothing happened here yet</Trans>}>
            <Trans>Every change by staff and by the system is kept here, with its values before and after.</Trans>
          </EmptyState>
        }
      />
      {opened !== null && <EventDetail event={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
