import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconServer } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { awayOf } from '../onus/onu.ts'
import { OnuBar } from '../onus/onu-marks.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { LookMark } from './look-mark.tsx'
import { OltForm } from './olt-form.tsx'
import { OLT_STATES, useOltCounts, useOltStateText, useProfiles } from './olt.ts'
import type { Olt } from './olt.ts'
import { OltStateMark } from './olt-state.tsx'

/** The OLTs: how each stands, how many of its ONUs are there, and whether it told everything when it was last asked. */
export function OltsPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const stateText = useOltStateText()
  const { titleOf } = useProfiles()
  const [state, setState] = useUrlState()
  const [isAdding, adding] = useDisclosure(false)
  const query = { q: state['q'], state: state['state'], branch_id: state['branch_id'] }
  const source = useList('/api/v1/olts', { query, refetchMs: useFallbackPoll() })
  const branches = useWholeList('/api/v1/branches').rows
  const counts = useOltCounts(source.rows.map(({ id }) => id))
  const figure = (row: Olt, of: 'weak' | 'critical') => {
    const count = counts?.(row.id)?.[of] ?? 0
    return count === 0 ? '' : format.number(count)
  }
  const away = (row: Olt) => {
    const known = counts?.(row.id)
    return known === undefined || awayOf(known) === 0 ? '' : format.number(awayOf(known))
  }
  const model = (row: Olt) => [row.health.model === '' ? titleOf(row.profile) : row.health.model, row.health.firmware].filter(Boolean).join(' · ')
  const { columns, chooser } = useColumns<Olt>('olts', [
    { id: 'name', header: t`Name`, width: 146, grows: true, cell: (row) => row.name },
    { id: 'state', header: t`State`, width: 130, cell: (row) => <OltStateMark olt={row} /> },
    { id: 'model', header: t`Model and firmware`, width: 160, cell: (row) => <span title={model(row)}>{model(row)}</span> },
    { id: 'onus', header: t`ONUs online`, width: 150, cell: (row) => <OnuBar counts={counts?.(row.id)} /> },
    { id: 'away', header: t`Away`, width: 75, end: true, cell: away },
    { id: 'weak', header: t`Weak light`, width: 95, end: true, cell: (row) => figure(row, 'weak') },
    { id: 'critical', header: t`Critical light`, width: 110, end: true, cell: (row) => figure(row, 'critical') },
    { id: 'look', header: t`Last look`, width: 130, cell: (row) => <LookMark counts={counts?.(row.id)} /> },
    { id: 'branch', header: t`Branch`, width: 90, cell: (row) => row.branch_name },
    { id: 'address', header: t`Address`, width: 150, isExtra: true, cell: (row) => row.host },
    { id: 'writable', header: t`Changes from here`, width: 140, isExtra: true, cell: (row) => (row.is_writable ? t`allowed` : t`only read`) },
    { id: 'seen', header: t`Last seen`, width: 160, isExtra: true, cell: (row) => <TimeText at={row.health.seen_at} /> },
  ] satisfies Column<Olt>[])
  const add = may('olt.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
      <Trans>New OLT</Trans>
    </Button>
  )
  const isNarrowed = Object.values(query).some((value) => value !== undefined)
  return (
    <Page title={t`OLTs`} fills actions={add}>
      <SectionTabs of="/olts" />
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'q', placeholder: t`Name or address` }}
        filters={[
          { key: 'state', label: t`State`, options: OLT_STATES.map((value) => ({ value, label: stateText(value) })) },
          ...(branches.length > 1
            ? [{ key: 'branch_id', label: t`Branch`, options: branches.map(({ id, name }) => ({ value: String(id), label: name })) }]
            : []),
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`OLTs`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/olts/${row.id}`}
        narrow={(row) => ({
          title: row.name,
          detail: model(row),
          figure: <OltStateMark olt={row} />,
          note: <OnuBar counts={counts?.(row.id)} />,
        })}
        empty={
          isNarrowed ? (
            <EmptyState icon={<IconServer size={24} />} title={<Trans>No OLT fits</Trans>}>
              <Trans>Change the search or the filters.</Trans>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconServer size={24} />} title={<Trans>No OLT yet</Trans>} action={add}>
              <Trans>
                Add the OLTs your fibres end at. The program then sees every ONU, its light and when it goes away, and finds out whose line it carries.
              </Trans>
            </EmptyState>
          )
        }
      />
      {isAdding && <OltForm olt={null} onClose={adding.close} />}
    </Page>
  )
}
