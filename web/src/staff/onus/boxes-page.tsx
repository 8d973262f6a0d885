import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconBox, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { BoxForm } from './box-form.tsx'

export type Box = RowOf<'/api/v1/boxes'>

/** Splitters and boxes: where fibres part, and how many ports and ONUs each has. */
export function BoxesPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const counted = useCounted()
  const [state, setState] = useUrlState()
  const [opened, setOpened] = useState<Box | 'new' | null>(null)
  const query = { q: state['q'], olt_id: state['olt_id'], area_id: state['area_id'] }
  const source = useList('/api/v1/boxes', { query })
  const olts = useWholeList('/api/v1/olts').rows
  const areas = useWholeList('/api/v1/areas').rows
  const feed = (row: Box) => [row.parent_name, [row.olt_name, row.pon].filter(Boolean).join(' ')].filter(Boolean).join(' · ')
  const kind = (row: Box) => (row.kind === 'splitter' ? t`Splitter` : t`Box`)
  const onus = (row: Box) =>
    row.onus === 0 ? (
      ''
    ) : (
      <Link className="lm-link" to="/onus" search={{ box_id: String(row.id) } as never}>
        {t`${format.number(row.online)} of ${format.number(row.onus)}`}
      </Link>
    )
  const { columns, chooser } = useColumns<Box>('boxes', [
    { id: 'name', header: t`Name`, width: 180, grows: true, cell: (row) => row.name },
    { id: 'kind', header: t`Kind`, width: 100, cell: kind },
    { id: 'area', header: t`Area`, width: 150, cell: (row) => row.area_name ?? '' },
    { id: 'feed', header: t`Fed from`, width: 220, cell: (row) => <span title={feed(row)}>{feed(row)}</span> },
    { id: 'onus', header: t`ONUs online`, width: 120, end: true, cell: onus },
    { id: 'ports', header: t`Ports`, width: 80, end: true, cell: (row) => format.number(row.ports) },
    { id: 'free', header: t`Free`, width: 80, end: true, cell: (row) => format.number(Math.max(0, row.ports - row.onus)) },
    { id: 'branch', header: t`Branch`, width: 120, isExtra: true, cell: (row) => row.branch_name },
    { id: 'note', header: t`Note`, width: 200, isExtra: true, cell: (row) => <span title={row.note}>{row.note}</span> },
  ] satisfies Column<Box>[])
  const add = may('onu.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
      <Trans>New box</Trans>
    </Button>
  )
  const isNarrowed = Object.values(query).some((value) => value !== undefined)
  const named = (rows: readonly { readonly id: number; readonly name: string }[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <Page title={t`Boxes`} fills actions={add}>
      <SectionTabs of="/olts" />
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'q', placeholder: t`Name or note` }}
        filters={[
          { key: 'olt_id', label: t`OLT`, options: named(olts) },
          { key: 'area_id', label: t`Area`, options: named(areas) },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Boxes`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        {...(may('onu.edit') ? { onOpen: setOpened } : {})}
        narrow={(row) => ({
          title: row.name,
          detail: [kind(row), row.area_name, feed(row)].filter(Boolean).join(' · '),
          figure: onus(row),
          note: counted.ports(row.ports),
        })}
        empty={
          isNarrowed ? (
            <EmptyState icon={<IconBox size={24} />} title={<Trans>No box fits</Trans>}>
              <Trans>Change the search or the filters.</Trans>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconBox size={24} />} title={<Trans>No box yet</Trans>} action={add}>
              <Trans>Boxes and splitters say which homes hang on the same fibre: when several of them go away at once, the fault is looked for there.</Trans>
            </EmptyState>
          )
        }
      />
      {opened !== null && <BoxForm box={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
