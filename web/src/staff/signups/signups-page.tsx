import { Trans, useLingui } from '@lingui/react/macro'
import { IconUserPlus } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import { Connections } from '../branches/connections.tsx'
import views from '../clients/views.module.css'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { SIGNUP_TONES, useSignupStateText } from './signup.ts'
import type { Signup } from './signup.ts'
import { SignupDialog } from './signup-dialog.tsx'

const ALL = 'all'

/** Who asked for a connection: those that wait for a decision, and what became of the others. */
export function SignupsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const [state, setState] = useUrlState()
  const stateText = useSignupStateText()
  const poll = useFallbackPoll()
  const shown = state['state'] ?? 'new'
  const narrowed = { q: state['q'], area_id: state['area_id'], branch_id: state['branch_id'] }
  const source = useList('/api/v1/signup-requests', {
    query: { ...narrowed, q: (state['q'] ?? '').length < 2 ? undefined : state['q'], state: shown === ALL ? undefined : shown },
    refetchMs: poll,
  })
  const areas = useWholeList('/api/v1/areas').rows
  const branches = useWholeList('/api/v1/branches').rows
  const counts = api.useQuery('get', '/api/v1/signup-requests/waiting', {}, { refetchInterval: poll }).data?.items
  const waiting = counts?.reduce((sum, { waiting: count }) => sum + count, 0)
  const named = (items: readonly { id: number; name: string }[]) => items.map(({ id, name }) => ({ value: String(id), label: name }))
  const mark = (row: Signup) => <Status tone={SIGNUP_TONES[row.state]} label={stateText(row.state)} isHollow={row.state === 'rejected'} />
  const { columns, chooser } = useColumns<Signup>('signups', [
    { id: 'name', header: t`Name`, width: 170, grows: true, cell: (row) => row.name },
    { id: 'phone', header: t`Phone`, width: 114, cell: (row) => row.phone },
    { id: 'area', header: t`Area`, width: 150, cell: (row) => row.area_name ?? '' },
    {
      id: 'connections',
      header: t`New connections`,
      width: 124,
      cell: (row) => row.area_connections !== null && <Connections of={row.area_connections} />,
    },
    { id: 'package', header: t`Wishes`, width: 150, cell: (row) => row.package_name ?? '' },
    { id: 'asked', header: t`Asked`, width: 152, cell: (row) => <TimeText at={row.created_at} /> },
    ...(shown === ALL ? [{ id: 'state', header: t`State`, width: 118, cell: mark }] : []),
    { id: 'note', header: t`Note`, width: 220, isExtra: true, cell: (row) => <span title={row.note}>{row.note}</span> },
    { id: 'address', header: t`Address`, width: 220, isExtra: true, cell: (row) => <span title={row.address}>{row.address}</span> },
    { id: 'email', header: t`E-mail`, width: 180, isExtra: true, cell: (row) => row.email },
    { id: 'branch', header: t`Branch`, width: 130, isExtra: true, cell: (row) => row.branch_name ?? '' },
    { id: 'by', header: t`Decided by`, width: 140, isExtra: shown === 'new', cell: (row) => row.decided_by_name ?? '' },
    { id: 'decided', header: t`Decided`, width: 152, isExtra: true, cell: (row) => <TimeText at={row.decided_at} /> },
    {
      id: 'reason',
      header: t`Reason`,
      width: 200,
      isExtra: shown !== 'rejected',
      cell: (row) => <span title={row.decision_reason}>{row.decision_reason}</span>,
    },
  ] satisfies Column<Signup>[])
  const isNarrowed = Object.values(narrowed).some((value) => value !== undefined)
  const opened = Number(state['id'])
  return (
    <Page title={t`Sign-ups`} note={waiting !== undefined && waiting > 0 && <span className="lm-number">{t`${format.number(waiting)} waiting`}</span>} fills>
      <SectionTabs of="/clients" />
      <div className={views.views} role="group" aria-label={t`Views`}>
        {[
          { value: 'new', label: t`Waiting` },
          { value: 'approved', label: stateText('approved') },
          { value: 'rejected', label: stateText('rejected') },
          { value: ALL, label: t`All` },
        ].map(({ value, label }) => (
          <button
            key={value}
            type="button"
            className={views.view}
            aria-pressed={shown === value}
            onClick={() => setState({ state: value === 'new' ? undefined : value }, { push: true })}
          >
            {label}
          </button>
        ))}
      </div>
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'q', placeholder: t`Name, phone, address` }}
        filters={[
          ...(areas.length > 0 ? [{ key: 'area_id', label: t`Area`, options: named(areas) }] : []),
          ...(branches.length > 1 ? [{ key: 'branch_id', label: t`Branch`, options: named(branches) }] : []),
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Sign-ups`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        onOpen={(row) => setState({ id: String(row.id) }, { push: true })}
        narrow={(row) => ({
          title: row.name,
          detail: [row.phone, row.area_name, row.package_name].filter(Boolean).join(' · '),
          figure: <TimeText at={row.created_at} />,
          note: mark(row),
        })}
        empty={
          <EmptyState icon={<IconUserPlus size={24} />} title={isNarrowed ? <Trans>Nobody fits</Trans> : <Trans>Nobody waits</Trans>}>
            {isNarrowed ? (
              <Trans>Change the search or the filters.</Trans>
            ) : (
              <Trans>Who asks for a connection stands here, to be registered with one click or turned down with a reason.</Trans>
            )}
          </EmptyState>
        }
      />
      {Number.isInteger(opened) && opened > 0 && (
        <SignupDialog key={opened} id={opened} listed={source.rows.find(({ id }) => id === opened)} onClose={() => setState({ id: undefined })} />
      )}
    </Page>
  )
}
