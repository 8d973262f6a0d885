import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconRouter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useList } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { RouterForm } from './router-form.tsx'
import { ROUTER_STATES, RouterStateMark, useRouterStateText } from './router-state.tsx'
import { useLineCounts } from './router.ts'
import type { Router } from './router.ts'

/** The routers lines dial in at: how each stands, how many lines it carries, and what of them it does not do yet. */
export function RoutersPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const stateText = useRouterStateText()
  const [state, setState] = useUrlState()
  const [isAdding, adding] = useDisclosure(false)
  const source = useList('/api/v1/routers', { query: { q: state['q'], state: state['state'], branch_id: state['branch_id'] }, refetchMs: 30_000 })
  const branches = useWholeList('/api/v1/branches').rows
  const counts = useLineCounts()
  const count = (row: Router, key: 'lines' | 'online') => (counts === undefined ? '' : format.number(counts.of(row.id)[key]))
  const waiting = (row: Router) => {
    const n = counts?.of(row.id).waiting ?? 0
    if (n === 0) return ''
    return (
      <Link className="lm-link" to="/routers/waiting" search={{ router_id: String(row.id) } as never}>
        {format.number(n)}
      </Link>
    )
  }
  const { columns, chooser } = useColumns<Router>('routers', [
    { id: 'name', header: t`Name`, width: 170, grows: true, cell: (row) => row.name },
    { id: 'state', header: t`State`, width: 140, cell: (row) => <RouterStateMark router={row} /> },
    { id: 'address', header: t`Address`, width: 162, cell: (row) => (row.host === '' ? '' : `${row.host}:${row.port}`) },
    { id: 'version', header: t`Version`, width: 120, cell: (row) => row.health.os_version },
    { id: 'lines', header: t`Lines`, width: 74, end: true, cell: (row) => count(row, 'lines') },
    { id: 'online', header: t`Online`, width: 74, end: true, cell: (row) => count(row, 'online') },
    { id: 'waiting', header: t`Not in sync`, width: 100, end: true, cell: waiting },
    {
      id: 'foreign',
      header: t`Not ours`,
      width: 90,
      end: true,
      cell: (row) => (row.health.foreign_secrets === 0 ? '' : format.number(row.health.foreign_secrets)),
    },
    { id: 'seen', header: t`Last seen`, width: 152, cell: (row) => <TimeText at={row.health.seen_at} /> },
    { id: 'branch', header: t`Branch`, width: 130, isExtra: true, cell: (row) => row.branch_name },
    { id: 'board', header: t`Board`, width: 140, isExtra: true, cell: (row) => row.health.board },
    {
      id: 'cpu',
      header: t`Load`,
      width: 80,
      isExtra: true,
      end: true,
      cell: (row) => (row.health.cpu_percent === null ? '' : format.percent(row.health.cpu_percent * 100)),
    },
    { id: 'compared', header: t`Compared`, width: 160, isExtra: true, cell: (row) => <TimeText at={row.health.reconciled_at} /> },
  ] satisfies Column<Router>[])
  const add = may('router.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
      <Trans>New router</Trans>
    </Button>
  )
  const isNarrowed = ['q', 'state', 'branch_id'].some((key) => state[key] !== undefined)

  return (
    <Page title={t`Routers`} fills actions={add}>
      <SectionTabs of="/routers" />
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'q', placeholder: t`Name or address` }}
        filters={[
          { key: 'state', label: t`State`, options: ROUTER_STATES.map((value) => ({ value, label: stateText(value) })) },
          ...(branches.length > 1
            ? [{ key: 'branch_id', label: t`Branch`, options: branches.map(({ id, name }) => ({ value: String(id), label: name })) }]
            : []),
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Routers`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/routers/${row.id}`}
        narrow={(row) => ({
          title: row.name,
          detail: [row.host, row.health.os_version].filter(Boolean).join(' · '),
          figure: <RouterStateMark router={row} />,
          note: counts === undefined ? '' : t`${count(row, 'online')} of ${count(row, 'lines')} online`,
        })}
        empty={
          isNarrowed ? (
            <EmptyState icon={<IconRouter size={24} />} title={<Trans>No router fits</Trans>}>
              <Trans>Change the search or the filters.</Trans>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconRouter size={24} />} title={<Trans>No router yet</Trans>} action={add}>
              <Trans>
                Add the MikroTik routers your clients dial in at. The program then switches lines on and off there by itself, and shows who is online.
              </Trans>
            </EmptyState>
          )
        }
      />
      {isAdding && <RouterForm router={null} onClose={adding.close} />}
    </Page>
  )
}
