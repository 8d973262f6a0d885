import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { CountStrip } from '../../ui/count-strip.tsx'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'

type MacRow = RowOf<'/api/v1/reports/macs'>
const FINDINGS = ['changed', 'shared', 'unkept'] as const

/** Which box each line dials with, against the one that is kept: changed ones, one on several lines, and none kept. */
export function MacsPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const counted = useCounted()
  const client = useQueryClient()
  const [state, setState] = useUrlState()
  const [busy, setBusy] = useState<number | null>(null)
  const finding = FINDINGS.find((each) => each === state['finding']) ?? 'changed'
  const routers = useWholeList('/api/v1/routers').rows
  const counts = api.useQuery('get', '/api/v1/reports/macs/counts', {}, { staleTime: 10_000 }).data
  const source = useList('/api/v1/reports/macs', { query: { finding, router_id: state['router_id'] } })
  const boxText = (box: MacRow['seen'] | null): string => (box === null ? '' : [box.mac, box.vendor].filter(Boolean).join(' · '))
  const texts = { changed: t`Another box than the one kept`, shared: t`One box on several lines`, unkept: t`No box kept yet` }
  const keep = async (row: MacRow) => {
    setBusy(row.subscription_id)
    const { error } = await http
      .PATCH('/api/v1/subscriptions/{id}', { params: { path: { id: row.subscription_id } }, body: { mac: row.seen.mac, version: row.version } })
      .catch((thrown: unknown) => ({ error: thrown }))
    setBusy(null)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries()
    sayDone(t`${row.seen.mac} is kept for ${row.login}.`)
  }
  const keepButton = (row: MacRow) =>
    row.kept?.mac !== row.seen.mac && (
      <Button size="compact-xs" variant="default" loading={busy === row.subscription_id} onClick={() => void keep(row)}>
        <Trans>Keep this</Trans>
      </Button>
    )
  const { columns, chooser } = useColumns<MacRow>('macs', [
    { id: 'client', header: t`Client`, width: 164, grows: true, cell: (row) => row.client_name },
    { id: 'login', header: t`Login`, width: 120, cell: (row) => row.login },
    { id: 'kept', header: t`Kept`, width: 235, cell: (row) => <span title={boxText(row.kept)}>{boxText(row.kept)}</span> },
    { id: 'seen', header: t`Dials with`, width: 235, cell: (row) => <span title={boxText(row.seen)}>{boxText(row.seen)}</span> },
    { id: 'lines', header: t`Lines of it`, width: 90, end: true, cell: (row) => format.number(row.lines_of_seen) },
    { id: 'router', header: t`Router`, width: 130, cell: (row) => row.router_name },
    { id: 'at', header: t`Last seen`, width: 160, isExtra: true, cell: (row) => <TimeText at={row.seen_at} /> },
    ...(may('client.edit')
      ? [
          {
            id: 'keep',
            header: t`Right one`,
            width: 110,
            cell: keepButton,
          },
        ]
      : []),
  ] satisfies Column<MacRow>[])
  return (
    <Page title={t`MAC addresses`} fills note={counts === undefined ? '' : t`online: ${counted.lines(counts.online)}`}>
      <SectionTabs of="/routers" />
      <CountStrip
        label={t`What is looked for`}
        parts={FINDINGS.map((value) => ({ value, label: texts[value], count: counts?.[value] ?? 0 }))}
        shown={finding}
        onChoose={(value) => setState({ finding: value === 'changed' ? undefined : value })}
      />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[{ key: 'router_id', label: t`Router`, options: routers.map(({ id, name }) => ({ value: String(id), label: name })) }]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`MAC addresses`}
        columns={columns}
        source={source}
        rowKey={(row) => row.subscription_id}
        {...(may('client.view') ? { href: (row: MacRow) => `/clients/${row.client_id}` } : {})}
        narrow={(row) => ({
          title: row.client_name,
          detail: boxText(row.seen),
          figure: row.login,
          note: (may('client.edit') && keepButton(row)) || (row.kept?.mac ?? ''),
        })}
        empty={
          <EmptyState icon={<IconFingerprint size={24} />} title={<Trans>Nothing to say of</Trans>}>
            <Trans>The boxes lines dial with are compared here with those that are kept, as long as they are online.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
